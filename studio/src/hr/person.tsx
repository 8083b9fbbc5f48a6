/** One person: papers, what was asked and answered when and how, and what can be done now. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { post } from '../api.js';
import { Done } from '../parts/done.js';
import { Download, printSheet } from '../parts/download.js';
import { Empty } from '../parts/empty.js';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import type { IconName } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { State } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo } from '../route.js';
import { moment, say, shortDay } from '../words.js';
import { choose } from './chosen.js';
import { Acknowledge, Cancel, Check, ConfirmVoid, Disagree, Leave, Refuse, Scan, Void } from './person-acts.js';
import type { Doing } from './person-acts.js';
import { Hold, Particulars, UndoAcknowledgement, UndoLeaving, UndoMove } from './person-corrections.js';
import { Rename, Transfer } from './one-person.js';
import { PlansOf } from './person-plan.js';
import { useOnce } from '../parts/once.js';
import type { Beginnings, EventLine, PaperLine, PersonPage } from './types.js';

/** What is done about a paper. */
type OfPaper = 'acknowledge' | 'disagree' | 'refuse' | 'amend' | 'scan' | 'check' | 'undo' | 'cancel' | 'void';

/** What a dialog is open for. */
interface Open {
  readonly what: OfPaper | 'leave' | 'unleave' | 'unmove' | 'particulars' | 'hold' | 'rename' | 'transfer';
  readonly paper: PaperLine | null;
}

export function PersonScreen({ id, beginnings }: { readonly id: string; readonly beginnings: Beginnings }): VNode {
  const { answer, error, again } = useAnswer<PersonPage>(`hr/people/${encodeURIComponent(id)}`);
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<unknown>(null);
  const busy = useRef(false);
  const once = useOnce();
  const up = { href: hrefTo('people'), name: say('frame.people') };
  if (answer === null)
    return (
      <main id="main" class="page text" tabindex={-1} aria-busy={error === null}>
        <Head title={say('person.title')} up={up} />
        {error === null ? null : <Problems error={error} />}
      </main>
    );
  const { today } = beginnings;
  const here = answer.posts.filter((one) => one.here);
  /** What was done is said, the page is read anew, and the focus stays at the paper. */
  const finish = async (words: string, paper: PaperLine | null): Promise<void> => {
    setOpen(null);
    setSaid(words);
    await again();
    focusOn(paper ? `paper-${paper.document}` : 'person-h');
  };
  const done = (words: string, paper: PaperLine | null) => (): void => void finish(words, paper);
  const doing: Doing = { person: answer, beginnings, onClose: () => setOpen(null) };
  /** A second press of the button changes nothing: a sheet printed twice would have two codes. */
  const attempt = (work: () => Promise<unknown>, words: string, paper: PaperLine): void => {
    if (busy.current) return;
    busy.current = true;
    setWrong(null);
    work()
      .then(() => finish(words, paper))
      .catch(setWrong)
      .finally(() => {
        busy.current = false;
      });
  };
  const facts: readonly (readonly [Open['what'], string])[] = [
    ['particulars', say('particulars.open')],
    ...(answer.leftOn === null
      ? ([
          ['rename', say('onePerson.rename')],
          ['transfer', say('onePerson.transfer')],
        ] as const)
      : []),
    ...(answer.moved ? ([['unmove', say('unmove.open')]] as const) : []),
    ['hold', say(answer.held ? 'release.open' : 'hold.open')],
  ];
  const inForce = answer.papers.filter((one) => one.inForce);
  const others = answer.papers.filter((one) => !one.inForce);
  const paperProps = {
    ...{ today, onError: setWrong, onOpen: (what: OfPaper, paper: PaperLine) => setOpen({ what, paper }) },
    onAsk: (paper: PaperLine) =>
      attempt(
        () => once(paper.document, (key) => post('../requests', { person: id, role: paper.stand?.role, kind: paper.stand?.kind, method: 'in-person' }, { key })),
        say('done.asked'),
        paper,
      ),
    onPrint: (paper: PaperLine) => attempt(() => printSheet(paper.request?.id ?? '', `${answer.name}.pdf`), say('done.printed'), paper),
  };
  return (
    <main id="main" class="page text" tabindex={-1}>
      <Head
        title={answer.name}
        up={up}
        lead={[answer.number, ...here.map(({ name }) => name), answer.leftOn === null ? null : say('people.leftOn', { day: shortDay(answer.leftOn, today) })].filter(Boolean).join(' · ')}
      >
        {answer.leftOn === null ? (
          <button type="button" class="button" onClick={() => setOpen({ what: 'leave', paper: null })}>
            {say('leave.open')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => setOpen({ what: 'unleave', paper: null })}>
            {say('unleave.open', { gender: answer.gender ?? 'other' })}
          </button>
        )}
        <a class="button" href={hrefTo('issue', 'people')} onClick={() => choose([{ id, name: answer.name }])}>
          <Icon name="issue" />
          {say('issue.title')}
        </a>
      </Head>
      {(wrong ?? error) === null ? null : <Problems error={wrong ?? error} />}
      <div class="two">
        <div class="stack">
          {inForce.length === 0 ? (
            <section class="sheet">
              <Empty icon="file" title={say('person.none')} words={say('person.noneHint')}>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    choose([{ id, name: answer.name }]);
                    goTo('issue', 'people');
                  }}
                >
                  {say('issue.title')}
                </button>
              </Empty>
            </section>
          ) : (
            inForce.map((paper) => <Paper key={paper.document} paper={paper} gender={answer.gender} {...paperProps} />)
          )}
          <PlansOf person={answer} today={today} />
          {others.length > 0 ? (
            <details class="sheet">
              <summary class="pad">{say('person.earlier', { n: others.length })}</summary>
              {others.map((paper) => (
                <Paper key={paper.document} paper={paper} gender={answer.gender} inner {...paperProps} />
              ))}
            </details>
          ) : null}
        </div>
        <section class="sheet" aria-labelledby="person-h">
          <header>
            <h2 id="person-h" tabindex={-1}>
              {say('person.facts')}
            </h2>
          </header>
          <div class="pad">
            <dl class="facts">
              {answer.number === null ? null : (
                <div>
                  <dt>{say('columns.number')}</dt>
                  <dd>{answer.number}</dd>
                </div>
              )}
              {answer.email === null ? null : (
                <div>
                  <dt>{say('person.email')}</dt>
                  <dd>{answer.email}</dd>
                </div>
              )}
              {answer.phone === null ? null : (
                <div>
                  <dt>{say('person.phone')}</dt>
                  <dd>{answer.phone}</dd>
                </div>
              )}
              {answer.posts.map(({ name, from, to }, at) => (
                <div key={at}>
                  <dt>{say('person.period', { from: from === null ? 'none' : shortDay(from, today), to: to === null ? 'none' : shortDay(to, today) })}</dt>
                  <dd>{name}</dd>
                </div>
              ))}
            </dl>
            {answer.held ? <p class="quiet small">{say('hold.held')}</p> : null}
            <div class="acts">
              {facts.map(([what, words]) => (
                <button key={what} type="button" class="button slim plain" onClick={() => setOpen({ what, paper: null })}>
                  {words}
                </button>
              ))}
            </div>
          </div>
        </section>
      </div>
      <Done words={said} onGone={() => setSaid(null)} />
      {open?.what === 'acknowledge' && open.paper ? <Acknowledge {...doing} paper={open.paper} onDone={done(say('done.acknowledged'), open.paper)} /> : null}
      {open?.what === 'disagree' && open.paper ? <Disagree {...doing} paper={open.paper} onDone={done(say('done.disagreed'), open.paper)} /> : null}
      {open?.what === 'undo' && open.paper ? <UndoAcknowledgement {...doing} paper={open.paper} onDone={done(say('done.undone'), open.paper)} /> : null}
      {open?.what === 'amend' && open.paper ? <Refuse {...doing} amends paper={open.paper} onDone={done(say('done.amended'), open.paper)} /> : null}
      {open?.what === 'refuse' && open.paper ? <Refuse {...doing} paper={open.paper} onDone={(waits) => void finish(say(waits === null ? 'done.refused' : `done.refusedWaits.${waits}`), open.paper)} /> : null}
      {open?.what === 'scan' && open.paper ? <Scan {...doing} paper={open.paper} onDone={done(say('done.scanned'), open.paper)} /> : null}
      {open?.what === 'check' && open.paper ? <Check {...doing} paper={open.paper} onDone={done(say('done.checked'), open.paper)} /> : null}
      {open?.what === 'cancel' && open.paper ? <Cancel {...doing} paper={open.paper} onDone={done(say('done.cancelled'), open.paper)} /> : null}
      {open?.what === 'void' && open.paper?.voiding ? (
        <ConfirmVoid {...doing} paper={open.paper} voiding={open.paper.voiding} onDone={done(say('done.voided'), open.paper)} onDropped={done(say('done.dropped'), open.paper)} />
      ) : null}
      {open?.what === 'void' && open.paper && !open.paper.voiding ? <Void {...doing} paper={open.paper} onDone={done(say('done.voided'), open.paper)} /> : null}
      {open?.what === 'unleave' ? <UndoLeaving {...doing} onDone={done(say('done.unleft'), null)} /> : null}
      {open?.what === 'unmove' ? <UndoMove {...doing} onDone={done(say('done.unmoved'), null)} /> : null}
      {open?.what === 'particulars' ? <Particulars {...doing} onDone={done(say('done.particulars'), null)} /> : null}
      {open?.what === 'rename' ? <Rename {...doing} onDone={done(say('onePerson.renamed'), null)} /> : null}
      {open?.what === 'transfer' ? <Transfer {...doing} onDone={done(say('onePerson.transferred'), null)} /> : null}
      {open?.what === 'hold' ? <Hold {...doing} onDone={done(say(answer.held ? 'done.released' : 'done.held'), null)} /> : null}
      {open?.what === 'leave' ? <Leave {...doing} onDone={done(say('done.left'), null)} /> : null}
    </main>
  );
}

interface PaperProps {
  readonly paper: PaperLine;
  readonly gender: string | null;
  readonly today: string;
  readonly inner?: boolean;
  onOpen(what: OfPaper, paper: PaperLine): void;
  onAsk(paper: PaperLine): void;
  onPrint(paper: PaperLine): void;
  onError(error: unknown): void;
}

function Paper({ paper, gender, today, inner = false, onOpen, onAsk, onPrint, onError }: PaperProps): VNode {
  const { document, name, number, version, dated, formats, stand, request, events, inForce, stateWords } = paper;
  const heading = `paper-${document}`;
  return (
    <section class={inner ? 'inner-paper' : 'sheet'} aria-labelledby={heading}>
      <header>
        <div>
          <h2 id={heading} tabindex={-1}>
            {name}
          </h2>
          <p class="quiet small">{say('person.paper', { number, version, dated: shortDay(dated, today) })}</p>
        </div>
        {stand ? (
          stand.overdue ? (
            <State state="overdue" words={say('states.late', { n: stand.daysLate })} />
          ) : (
            <State state={stand.declined ? 'declined' : stand.shown} gender={gender} {...(request?.disagrees && { words: say('states.disagrees', { gender: gender ?? 'other' }) })} />
          )
        ) : (
          <span class="quiet small">{stateWords}</span>
        )}
      </header>
      <div class="pad stack">
        {stand && inForce ? <Next {...{ paper, gender, today, onOpen, onAsk, onPrint }} /> : null}
        <ol class="events">
          {events.map((one) => (
            <Event key={one.seq} event={one} />
          ))}
        </ol>
        <div class="acts">
          {formats.map((format) => (
            <Download key={format} path={`../documents/${document}/files/${format}`} words={say(format === 'pdf' ? 'formats.pdf' : 'formats.docx')} onError={onError} />
          ))}
          {request?.undoable ? (
            <button type="button" class="button slim plain" onClick={() => onOpen('undo', paper)}>
              {say('undo.open')}
            </button>
          ) : null}
          {request?.state === 'refused' ? (
            <button type="button" class="button slim plain" onClick={() => onOpen('amend', paper)}>
              {say('refuse.amend')}
            </button>
          ) : null}
          {inForce && request?.open ? (
            <button type="button" class="button slim plain" onClick={() => onOpen('cancel', paper)}>
              {say('cancel.open')}
            </button>
          ) : null}
          {inForce ? (
            <button type="button" class="button slim plain" onClick={() => onOpen('void', paper)}>
              {say(paper.voiding ? 'void.decide' : 'void.open')}
            </button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

/** What can be done now, the likeliest first. */
function Next({ paper, gender, today, onOpen, onAsk, onPrint }: Pick<PaperProps, 'paper' | 'gender' | 'today' | 'onOpen' | 'onAsk' | 'onPrint'>): VNode | null {
  const { stand, request } = paper;
  if (!stand || stand.shown === 'current') return null;
  const due = stand.due === null ? null : say('register.until', { day: shortDay(stand.due, today) });
  if (stand.standing !== 'requested' || !request)
    return (
      <div class="next-act">
        <p>{say(`next.${stand.shown === 'requested' ? 'to-do' : stand.shown}`, { day: stand.startsOn === null ? '' : shortDay(stand.startsOn, today) })}</p>
        <div class="acts">
          <button type="button" class={`button ${stand.shown === 'refused' || stand.shown === 'to-come' ? '' : 'primary'}`} onClick={() => onAsk(paper)}>
            {say(stand.shown === 'refused' ? 'ask.again' : stand.shown === 'to-come' ? 'ask.ahead' : 'ask.open')}
          </button>
        </div>
      </div>
    );
  const { state } = request;
  const isScanned = state === 'scanned' || state === 'checked';
  return (
    <div class="next-act">
      <p>
        {say(isScanned ? 'next.scanned' : request.disagrees ? 'next.disagrees' : state === 'declined' ? (request.refusal.act ? 'next.declinedAct' : 'next.declined') : state === 'printed' ? 'next.printed' : 'next.requested')}
        {due === null ? '' : ` ${say('next.due', { due })}`}
      </p>
      <div class="acts">
        {isScanned ? (
          <button type="button" class="button primary" onClick={() => onOpen('check', paper)}>
            {say('check.open')}
          </button>
        ) : (
          <>
            {state === 'printed' ? (
              <button type="button" class="button primary" onClick={() => onOpen('scan', paper)}>
                <Icon name="scan" />
                {say('scan.open')}
              </button>
            ) : null}
            <button type="button" class={`button ${state === 'printed' ? '' : 'primary'}`} onClick={() => onOpen('acknowledge', paper)}>
              <Icon name="check" />
              {say('acknowledge.open', { gender: gender ?? 'other' })}
            </button>
            <button type="button" class="button" onClick={() => onPrint(paper)}>
              <Icon name="print" />
              {say(state === 'printed' ? 'sheet.again' : 'sheet.open')}
            </button>
            <button type="button" class="button" onClick={() => onOpen('refuse', paper)}>
              {say(state === 'declined' && !request.disagrees ? 'refuse.goOn' : 'refuse.open')}
            </button>
            {state === 'declined' ? null : (
              <button type="button" class="button" onClick={() => onOpen('disagree', paper)}>
                {say('disagree.open', { gender: gender ?? 'other' })}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  );
}

const shapes: Readonly<Record<string, readonly [IconName, string]>> = {
  issued: ['issue', ''],
  requested: ['asked', ''],
  acknowledged: ['check', 'good'],
  'scan-checked': ['check', 'good'],
  'acknowledgement-undone': ['no', 'bad'],
  'undo-asked': ['no', ''],
  'undo-dropped': ['back', ''],
  declined: ['no', 'bad'],
  'refusal-recorded': ['no', 'bad'],
  'refusal-voided': ['no', ''],
  'sheet-returned': ['scan', ''],
  'scan-rejected': ['no', 'bad'],
  voided: ['no', 'bad'],
  'void-asked': ['no', ''],
  'void-dropped': ['back', ''],
  cancelled: ['no', ''],
  printed: ['print', ''],
  scanned: ['scan', ''],
  replaced: ['outdated', ''],
  superseded: ['outdated', ''],
  expired: ['expired', ''],
};

function Event({ event: { kind, words, said, by, at, disagrees } }: { readonly event: EventLine }): VNode {
  const [icon, look] = shapes[kind] ?? ['info', ''];
  return (
    <li>
      <span class={`dot ${look}`}>
        <Icon name={icon} />
      </span>
      <div>
        <p class="what">{disagrees ? say('person.disagreed') : words}</p>
        {said === null ? null : <p>{say(kind === 'acknowledged' || kind === 'declined' ? 'person.quoted' : 'person.said', { said })}</p>}
        {by === null ? null : <p>{say('person.by', { by })}</p>}
      </div>
      <time dateTime={at}>{moment(at)}</time>
    </li>
  );
}
