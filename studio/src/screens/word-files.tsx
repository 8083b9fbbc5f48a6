/** Word files become roles: what was brought, the file with most to decide first. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { toldOf } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { ToldList } from '../parts/told-list.js';
import { hrefTo } from '../route.js';
import { capital, say } from '../words.js';
import { openIn } from '../word-files/settled.js';
import { bring, putAway, useBrought } from '../word-files/store.js';
import type { Brought } from '../word-files/store.js';

const figures = ['placed', 'guessed', 'unplaced', 'decisions'] as const;
/** What the dialog of the system offers first; the server looks at the bytes. */
const offered = '.docx,.dotx,.doc,.odt,.rtf';

/** What has most to decide first; what could not be read stands above all, what is not read yet below. */
const weightOf = ({ told, error, isReading, as }: Brought): number =>
  isReading && !told ? -1 : error !== null ? Infinity : told ? openIn(told, as).decisions : 0;

export function WordFilesScreen(): VNode {
  const all = useBrought();
  const [over, setOver] = useState(false);
  const entered = useRef(0);
  const sorted = [...all].sort((one, other) => weightOf(other) - weightOf(one));
  const read = all.filter(({ isReading }) => !isReading).length;
  const chooser = (
    <label class="button primary chooser">
      <Icon name="plus" />
      {say('word.choose')}
      <input
        type="file"
        class="unseen"
        multiple
        accept={offered}
        onChange={({ currentTarget }) => {
          bring([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </label>
  );
  return (
    <main
      id="main"
      class={`page drop${over ? ' over' : ''}`}
      tabindex={-1}
      aria-busy={read < all.length}
      onDragEnter={(event) => {
        event.preventDefault();
        entered.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={() => {
        entered.current -= 1;
        if (entered.current <= 0) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        entered.current = 0;
        setOver(false);
        bring([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Head title={say('frame.import')} up={{ href: hrefTo('roles'), name: say('frame.roles') }} lead={say('word.lead')}>
        {all.length === 0 ? null : chooser}
      </Head>
      <section class="sheet" aria-label={say('word.list')}>
        {all.length === 0 ? (
          <Empty icon="file" title={say('word.none')} words={say('word.noneHint')}>
            {chooser}
          </Empty>
        ) : (
          <>
            <div class="bar">
              <p role="status">{say(read < all.length ? 'word.reading' : 'word.read', { read, all: all.length })}</p>
              {read < all.length ? <progress max={all.length} value={read} aria-label={say('word.list')} /> : null}
            </div>
            <Cards
              caption={say('word.list')}
              look="figures"
              columns={[
                say('word.columns.file'),
                ...figures.map((one) => ({ right: true, words: say(`word.columns.${one}`) })),
                say('word.columns.state'),
              ]}
            >
              {sorted.map((one) => (
                <Row key={one.key} brought={one} />
              ))}
            </Cards>
          </>
        )}
      </section>
    </main>
  );
}

function Row({ brought }: { readonly brought: Brought }): VNode {
  const { key, file, told, error } = brought;
  if (error !== null && !told)
    return (
      <tr role="row">
        <Lead>
          {file.name}
          <ToldList told={toldOf(error).map((one) => ({ ...one, code: '', severity: 'error' }))} />
        </Lead>
        {figures.map((one) => (
          <Cell key={one} />
        ))}
        <Cell>
          <button type="button" class="button plain" onClick={() => putAway(key)}>
            {say('word.putAway')}
            <span class="unseen"> {file.name}</span>
          </button>
        </Cell>
      </tr>
    );
  return (
    <tr role="row">
      <Lead>
        {told ? <a href={hrefTo('import', key)}>{file.name}</a> : file.name}
        <p>{told ? capital(told.title) : say('word.waiting')}</p>
      </Lead>
      {figures.map((one) => (
        <Cell key={one} look="right" of={say(`word.columns.${one}`)}>
          {told ? <Figure of={{ ...told.row, ...openIn(told, brought.as) }[one]} isStrong={one === 'decisions'} /> : ''}
        </Cell>
      ))}
      <Cell>
        {told && (brought.saved !== null || openIn(told, brought.as).decisions === 0) ? <Become brought={brought} /> : null}
      </Cell>
    </tr>
  );
}

const Figure = ({ of, isStrong }: { readonly of: number; readonly isStrong: boolean }): VNode => (isStrong ? <b>{of}</b> : <>{of}</>);

/** Nothing while there is something to decide: the figure beside it says so. */
function Become({ brought: { told, saved, as } }: { readonly brought: Brought }): VNode | null {
  if (saved !== null)
    return (
      <a class="chip current in" href={hrefTo('roles', saved)}>
        <Icon name="current" />
        {say('word.state.saved')}
      </a>
    );
  if (!told || openIn(told, as).decisions !== 0) return null;
  return <Chip look="todo" icon="check" words={say('word.state.ready')} />;
}
