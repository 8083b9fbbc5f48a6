/** A list on its way into the register: pasted or brought as a file, its columns matched, its cells put right, then taken over. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { bring, get, post } from '../api.js';
import { Line, Tick } from '../parts/fields.js';
import { FileButton } from '../parts/file-button.js';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { ToldList } from '../parts/told-list.js';
import { hrefTo } from '../route.js';
import { say } from '../words.js';
import { ListColumns } from './list-columns.js';
import { ListRows } from './list-rows.js';
import type { Beginnings, DraftView, TakenAnswer } from './types.js';

const firstPage: DraftView['page'] = { show: 'all', offset: 0, limit: 25 };
const inAddress = ({ show, offset, limit }: DraftView['page']): Readonly<Record<string, string>> => ({ show, offset: String(offset), limit: String(limit) });

/** Something that takes its time. */
type Work = () => Promise<void>;

export function ListScreen({ beginnings, onBegun }: { readonly beginnings: Beginnings; onBegun(): void }): VNode {
  const [draft, setDraft] = useState<DraftView | null>(null);
  const [taken, setTaken] = useState<TakenAnswer | null>(null);
  /** How the list was taken over that HR is still asked about. */
  const [how, setHow] = useState<object>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    // One that was begun before the page was opened anew.
    get<DraftView | { readonly none: true }>('hr/list', inAddress(firstPage))
      .then((found) => ('none' in found ? undefined : setDraft(found)))
      .catch(setError);
  }, []);
  const run = (work: Work): Promise<void> => {
    setBusy(true);
    setError(null);
    return work()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const show = (next: DraftView['page']): void => void run(async () => setDraft(await get<DraftView>('hr/list', inAddress(next))));
  const change = (path: string, body: object): Promise<void> => run(async () => setDraft(await post<DraftView>(`hr/list/${path}`, body)));
  const upload = (bytes: Blob, name: string): void =>
    void run(async () => {
      setDraft(await bring<DraftView>('hr/list', bytes, { name, ...inAddress(firstPage) }));
      focusOn('matched-h');
    });
  const take = (next: object): void =>
    void run(async () => {
      setHow(next);
      setTaken(await post<TakenAnswer>('hr/list/take', next));
      setDraft(null);
      onBegun();
      focusOn('taken-h');
    });
  const drop = (): void => {
    if (busy) return;
    void run(async () => {
      await post('hr/list/drop');
      setDraft(null);
      focusOn('paste');
    });
  };
  const lead = draft === null ? say('list.lead') : say('list.shown', { name: draft.name === '' ? 'none' : draft.name, rows: draft.rows, people: draft.people });
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={busy}>
      <Head title={say('list.title')} lead={taken ? undefined : lead} up={{ href: hrefTo('people'), name: say('frame.people') }}>
        {draft && !taken ? (
          <button type="button" class="button" aria-disabled={busy} onClick={drop}>
            {say('list.another')}
          </button>
        ) : null}
      </Head>
      <div aria-live="polite" class="unseen">
        {busy ? say('looking.list') : ''}
      </div>
      {error === null ? null : <Problems error={error} />}
      {taken ? (
        <Taken taken={taken} busy={busy} onMore={() => setTaken(null)} onAllLeft={() => take({ ...how, allLeft: true })} />
      ) : draft === null ? (
        <Bring busy={busy} onBring={upload} />
      ) : (
        <>
          <ListColumns draft={draft} busy={busy} onFields={(fields) => void change('columns', { fields, page: draft.page })} />
          {draft.whole.length > 0 ? <ToldList told={draft.whole} /> : null}
          <ListRows
            {...{ draft, busy }}
            onShow={show}
            onCell={(row, column, text, alike) => change('cells', { edits: [{ row, column, text }], alike, page: draft.page })}
            onLeave={(row, left) => void change('row', { row, left, page: draft.page })}
          />
          <Take {...{ draft, busy, beginnings }} onTake={take} />
        </>
      )}
    </main>
  );
}

/** What can be pasted: cells of a spreadsheet, or lines with signs between. */
function Bring({ busy, onBring }: { readonly busy: boolean; onBring(bytes: Blob, name: string): void }): VNode {
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const [first] = files ?? [];
    // Browsers have many names for one sort of file: what it is, its bytes say.
    if (first && !busy) onBring(new Blob([first], { type: 'application/octet-stream' }), first.name);
  };
  return (
    <section
      class={`sheet ${over ? 'over' : ''}`}
      aria-labelledby="bring-h"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <header>
        <h2 id="bring-h">{say('list.bring')}</h2>
      </header>
      <form
        class="pad stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '' && !busy) onBring(new Blob([text], { type: 'text/plain' }), '');
        }}
      >
        <div class="field">
          <label for="paste">{say('list.paste')}</label>
          <p class="help" id="paste-h">
            {say('list.pasteHint')}
          </p>
          <textarea id="paste" class="cells" rows={8} aria-describedby="paste-h" spellcheck={false} placeholder={say('list.sample')} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </div>
        <div class="acts">
          <button type="submit" class="button primary" aria-disabled={busy || text.trim() === ''} aria-busy={busy}>
            {say('list.read')}
          </button>
          <span class="quiet">{say('list.or')}</span>
          <FileButton accept=".xlsx,.csv,.tsv,.txt" busy={busy} onFiles={take} />
          <span class="quiet small">{say('list.kinds')}</span>
        </div>
      </form>
    </section>
  );
}

interface TakeProps {
  readonly draft: DraftView;
  readonly busy: boolean;
  readonly beginnings: Beginnings;
  onTake(how: object): void;
}

function Take({ draft, busy, beginnings, onTake }: TakeProps): VNode {
  const [on, setOn] = useState(beginnings.today);
  const [complete, setComplete] = useState(false);
  const [newcomers, setNewcomers] = useState(false);
  const [departments, setDepartments] = useState(true);
  const [putRight, setPutRight] = useState(false);
  const { people, newDepartments } = draft;
  const isReady = people > 0 && !draft.whole.some(({ severity }) => severity === 'error');
  return (
    <section class="sheet" aria-labelledby="take-h">
      <header>
        <h2 id="take-h">{say('list.take')}</h2>
      </header>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !busy) onTake({ on, complete, newcomers, putRight, departments: departments && newDepartments.length > 0 });
        }}
      >
        <div class="pad stack">
          {beginnings.registerBegun ? null : (
            <div class="finding news">
              <Icon name="info" />
              <div>
                <p>
                  <b>{say('register.begins')}</b> {say('register.beginsHint')}
                </p>
              </div>
            </div>
          )}
          <div class="grid few">
            <Line label={say('list.on')} help={say('list.onHint')} type="date" value={on} required onInput={setOn} />
          </div>
          <div>
            {newDepartments.length > 0 ? <Tick label={say('list.departments', { n: newDepartments.length })} help={newDepartments.join(', ')} on={departments} onTick={setDepartments} /> : null}
            <Tick label={say('list.newcomers')} help={say('list.newcomersHint')} on={newcomers} onTick={setNewcomers} />
            {beginnings.registerBegun ? <Tick label={say('list.putRight')} help={say('list.putRightHint')} on={putRight} onTick={setPutRight} /> : null}
            <Tick label={say('list.complete')} help={say('list.completeHint')} on={complete} onTick={setComplete} />
          </div>
        </div>
        <footer>
          <p>
            <b>{say('list.ready', { n: people })}</b>{' '}
            <span class="quiet">{draft.withErrors + draft.left > 0 ? say('list.behind', { n: draft.withErrors + draft.left }) : ''}</span>
          </p>
          <button type="submit" class="button primary" aria-disabled={!isReady || busy} aria-busy={busy}>
            <Icon name="check" />
            {say('list.takeNow', { n: people })}
          </button>
        </footer>
      </form>
    </section>
  );
}

interface TakenProps {
  readonly taken: TakenAnswer;
  readonly busy: boolean;
  onMore(): void;
  /** Says that all who are not in the list have left. */
  onAllLeft(): void;
}

function Taken({ taken, busy, onMore, onAllLeft }: TakenProps): VNode {
  const counts = (['known', 'moved', 'changed', 'left', 'unchanged', 'doubtful'] as const).filter((one) => taken[one] > 0);
  return (
    <section class="sheet" aria-labelledby="taken-h">
      <header>
        <h2 id="taken-h" tabindex={-1}>
          {say('list.taken')}
        </h2>
      </header>
      <div class="pad stack">
        <ul class="plain">
          {counts.map((one) => (
            <li key={one}>
              <Icon name={one === 'doubtful' ? 'warn' : 'check'} /> {say(`list.counts.${one}`, { n: taken[one] })}
            </li>
          ))}
          {taken.departments > 0 ? (
            <li>
              <Icon name="check" /> {say('list.counts.departments', { n: taken.departments })}
            </li>
          ) : null}
        </ul>
        {taken.waits === null ? null : (
          <div class={`finding ${taken.waits === 'many' ? 'error' : ''}`} role="alert">
            <Icon name="warn" />
            <div>
              <p>{say(taken.waits === 'many' ? 'list.manyMissing' : 'list.rowsBehind')}</p>
            </div>
          </div>
        )}
        {taken.missing > 0 ? <p class="quiet">{say('list.missing', { n: taken.missing, names: taken.missingNames.join(', ') })}</p> : null}
        <ToldList told={taken.told} />
        <div class="acts">
          {taken.waits === 'many' ? (
            <button type="button" class="button danger" aria-disabled={busy} aria-busy={busy} onClick={() => (busy ? undefined : onAllLeft())}>
              {say('list.allLeft', { n: taken.missing })}
            </button>
          ) : null}
          <a class="button primary" href={hrefTo('issue')}>
            <Icon name="issue" />
            {say('list.toIssue')}
          </a>
          <a class="button" href={hrefTo('people')}>
            {say('list.toPeople')}
          </a>
          <button type="button" class="button plain" onClick={onMore}>
            {say('list.more')}
          </button>
        </div>
      </div>
    </section>
  );
}
