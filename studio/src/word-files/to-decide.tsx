/** What somebody has to decide in a file, by weight; each leads to its place below. */
import type { VNode } from 'preact';
import { Line } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import { Chip } from '../parts/state.js';
import type { ToldDecision, ToldFile } from '../types.js';
import { say } from '../words.js';
import { isSettled, openIn } from './settled.js';
import type { TakenAs } from './store.js';
import { without } from './store.js';

/** Where texts without a place go, by their numbers. */
type Places = Readonly<Record<number, string>>;

interface ToDecideProps {
  readonly told: ToldFile;
  readonly as: TakenAs;
  /** Whether the role is there: nothing can be chosen any more. */
  readonly isSaved: boolean;
  readonly onSaid: (as: TakenAs) => void;
}

export function ToDecide({ told, as, isSaved, onSaid }: ToDecideProps): VNode {
  const { decisions, sorts, language } = told;
  const places = as.places ?? {};
  const onPlaces = (next: Places): void => onSaid({ ...as, places: next });
  const open = openIn(told, as);
  const likely = decisions.flatMap(({ unplaced }) => (unplaced?.belongs ? [[unplaced.at, unplaced.belongs] as const] : []));
  return (
    <section class="sheet" aria-labelledby="to-decide">
      <header>
        <h2 id="to-decide">{say('word.decide')}</h2>
        <p class="quiet" role="status">{say('word.toDecide', { n: open.decisions })}</p>
      </header>
      {decisions.length === 0 ? (
        <p class="pad">{say('word.nothing')}</p>
      ) : (
        <div class="pad stack decide">
          {sorts.map(({ sort, name, lead }) => {
            const own = decisions.filter((one) => one.sort === sort);
            const left = own.filter((one) => !isSettled(one, as)).length;
            return (
              <section key={sort} aria-labelledby={`decide-${sort}`}>
                <h3 id={`decide-${sort}`}>
                  {name} <span class="quiet">{left}</span>
                </h3>
                {lead === '' ? null : <p class="quiet">{lead}</p>}
                {sort === 'unplaced' && !isSaved && likely.length > 1 ? (
                  <button type="button" class="button plain" onClick={() => onPlaces({ ...Object.fromEntries(likely), ...places })}>
                    {say('word.place.likely', { n: likely.length })}
                  </button>
                ) : null}
                <ol class={`told ${sort}`}>
                  {own.map((one, at) => (
                    <li key={at} class={isSettled(one, as) ? 'settled' : ''}>
                      {one.fills && !isSaved ? <Fill decision={one} language={language} as={as} onSaid={onSaid} /> : <Decision decision={one} language={language} />}
                      {one.unplaced && !isSaved ? <Place told={told} at={one.unplaced.at} places={places} onPlaces={onPlaces} about={one.text} /> : null}
                      {isSettled(one, as) ? <Chip look="current" icon="check" words={say('word.settled')} /> : null}
                    </li>
                  ))}
                </ol>
              </section>
            );
          })}
        </div>
      )}
    </section>
  );
}

/** Leads the eye and the focus to a piece of the file. */
function showPiece(piece: number): void {
  const place = document.getElementById(`piece-${piece}`);
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

function Decision({ decision, language }: { readonly decision: ToldDecision; readonly language: string }): VNode {
  const { text, what, where, piece } = decision;
  return (
    <>
      {text === '' ? null : <p lang={language}>{text}</p>}
      <p class="quiet small">
        {[what, where].filter((one) => one !== '').join(' · ')}
        {piece === null ? null : (
          <button type="button" class="button plain slim" onClick={() => showPiece(piece)}>
            {say('word.show')}
            <Icon name="down" />
            <span class="unseen"> {where}</span>
          </button>
        )}
      </p>
    </>
  );
}

interface FillProps {
  readonly decision: ToldDecision;
  readonly language: string;
  readonly as: TakenAs;
  readonly onSaid: (as: TakenAs) => void;
}

/** What the file does not say is written here; what somebody leaves open stays in brackets. */
function Fill({ decision: { fills, text, what }, language, as, onSaid }: FillProps): VNode {
  const pointer = fills?.pointer ?? '';
  const isTitle = pointer === '/title';
  const write = (value: string): void =>
    onSaid(isTitle ? (value.trim() === '' ? without(as, 'title') : { ...as, title: value }) : { ...as, texts: { ...as.texts, [pointer]: value } });
  return (
    <Line
      label={what}
      help={text}
      lang={language}
      most={isTitle ? 200 : 2000}
      value={(isTitle ? as.title : as.texts?.[pointer]) ?? ''}
      onInput={write}
    />
  );
}

interface PlaceProps {
  readonly told: ToldFile;
  readonly onPlaces: (places: Places) => void;
  readonly places: Places;
  readonly at: number;
  /** The text that is placed. */
  readonly about: string;
}

/** Where one text goes: what is not chosen stays in the file of the role, and on no paper. */
function Place({ told, at, places, onPlaces, about }: PlaceProps): VNode {
  return (
    <select
      class="place"
      aria-label={`${say('word.place.label')}: ${about.slice(0, 80)}`}
      value={places[at] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const others = Object.entries(places).filter(([one]) => Number(one) !== at);
        onPlaces(Object.fromEntries(value === '' ? others : [...others, [at, value]]));
      }}
    >
      <option value="">{say('word.place.none')}</option>
      {told.places.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
      <option value="out">{say('word.place.out')}</option>
    </select>
  );
}
