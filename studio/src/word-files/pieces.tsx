/** The whole file at the left, where each piece of it went at the right. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { IconName } from '../parts/icon.js';
import { Chip } from '../parts/state.js';
import type { ToldFile, ToldPart, ToldPiece } from '../types.js';
import { say } from '../words.js';
import { partAfter, pieceAfter } from './settled.js';
import type { TakenAs } from './store.js';

const filters = ['all', 'open', 'out'] as const;
type Filter = (typeof filters)[number];

const isShown = ({ certainty }: ToldPiece, filter: Filter): boolean =>
  filter === 'all' || (filter === 'out' ? certainty === 'left-out' : certainty === 'unplaced' || certainty === 'guessed');

export function Pieces({ told, as }: { readonly told: ToldFile; readonly as: TakenAs }): VNode {
  const { language, places } = told;
  const [filter, setFilter] = useState<Filter>('all');
  const pieces = told.pieces.map((one) => pieceAfter(one, as));
  const shown = pieces.filter((one) => isShown(one, filter));
  return (
    <section class="sheet" aria-labelledby="pieces">
      <header>
        <h2 id="pieces">{say('word.pieces')}</h2>
        <fieldset class="tabs slim">
          <legend class="unseen">{say('word.filter.legend')}</legend>
          {filters.map((one) => (
            <label key={one}>
              <input type="radio" name="pieces" checked={filter === one} onChange={() => setFilter(one)} />
              {say(`word.filter.${one}`, { n: pieces.filter((piece) => isShown(piece, one)).length })}
            </label>
          ))}
        </fieldset>
      </header>
      <div class="heads" aria-hidden="true">
        <span>{say('word.original')}</span>
        <span>{say('word.became')}</span>
      </div>
      <ol class="pieces">
        {shown.map((one) => (
          <li key={one.piece} id={`piece-${one.piece}`} tabindex={-1} class={one.certainty}>
            <div class="was">
              <p lang={language} class={one.isHeading ? 'heading' : ''}>
                {one.text === '' ? say('word.noText') : one.text}
              </p>
              <p class="quiet small">{one.where}</p>
            </div>
            <div class="is">
              {one.parts.map((part, at) => (
                <Part key={at} part={part} as={as} {...{ language, places }} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const signs: Readonly<Record<ToldPart['certainty'], readonly [look: string, icon: IconName]>> = {
  mapped: ['current', 'check'],
  guessed: ['expired', 'warn'],
  unplaced: ['late', 'error'],
  'left-out': ['todo', 'minus'],
};

interface PartProps {
  readonly part: ToldPart;
  readonly as: TakenAs;
  readonly language: string;
  readonly places: ToldFile['places'];
}

function Part({ part: given, as, language, places }: PartProps): VNode {
  const part = partAfter(given, as);
  const chosen = places.find(({ key }) => key === part.chosen);
  const [look, icon] = signs[part.certainty];
  const hasHome = part.home !== '';
  const said =
    chosen ? say('word.place.chosen', { home: chosen.name }) : part.certainty === 'mapped' && hasHome
      ? part.home
      : part.certainty === 'guessed' && hasHome
        ? say('word.certainty.guessedHome', { home: part.home })
        : say(`word.certainty.${part.certainty}`);
  return (
    <div class="fate">
      {part.text === '' ? null : (
        <q lang={language}>{part.text.length > 60 ? `${part.text.slice(0, 57)}…` : part.text}</q>
      )}
      <p>
        <Chip {...{ look, icon }} words={said} />
        {[part.why, part.outlet].map((one) => (one === '' ? null : <span key={one} class="quiet small">{` · ${one}`}</span>))}
      </p>
      {part.says.map((one, at) => (
        <p key={at} lang={language} class="says">
          {one}
        </p>
      ))}
    </div>
  );
}
