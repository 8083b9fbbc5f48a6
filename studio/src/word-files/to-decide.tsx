/** What somebody has to decide in a file, by weight; each leads to its place below. */
import type { VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import type { ToldDecision, ToldFile } from '../types.js';
import { say } from '../words.js';

/** Where texts without a place go, by their numbers. */
type Places = Readonly<Record<number, string>>;

interface ToDecideProps {
  readonly told: ToldFile;
  /** Null where nothing can be chosen any more. */
  readonly places: Places | null;
  readonly onPlaces: (places: Places) => void;
}

export function ToDecide({ told, places, onPlaces }: ToDecideProps): VNode {
  const { decisions, sorts, language } = told;
  const likely = decisions.flatMap(({ unplaced }) => (unplaced?.belongs ? [[unplaced.at, unplaced.belongs] as const] : []));
  return (
    <section class="sheet" aria-labelledby="to-decide">
      <header>
        <h2 id="to-decide">{say('word.decide')}</h2>
        <p class="quiet">{say('word.toDecide', { n: decisions.length })}</p>
      </header>
      {decisions.length === 0 ? (
        <p class="pad">{say('word.nothing')}</p>
      ) : (
        <div class="pad stack decide">
          {sorts.map(({ sort, name, lead }) => {
            const own = decisions.filter((one) => one.sort === sort);
            return (
              <section key={sort} aria-labelledby={`decide-${sort}`}>
                <h3 id={`decide-${sort}`}>
                  {name} <span class="quiet">{own.length}</span>
                </h3>
                {lead === '' ? null : <p class="quiet">{lead}</p>}
                {sort === 'unplaced' && places && likely.length > 1 ? (
                  <button type="button" class="button plain" onClick={() => onPlaces({ ...Object.fromEntries(likely), ...places })}>
                    {say('word.place.likely', { n: likely.length })}
                  </button>
                ) : null}
                <ol class={`told ${sort}`}>
                  {own.map((one, at) => (
                    <li key={at}>
                      <Decision decision={one} language={language} />
                      {one.unplaced && places ? <Place told={told} at={one.unplaced.at} places={places} onPlaces={onPlaces} about={one.text} /> : null}
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
        {what}
        {where === '' ? null : ` · ${where}`}
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

interface PlaceProps extends ToDecideProps {
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
