/** The file was changed elsewhere: what both sides say, clause by clause, and nothing is saved until one is chosen. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Conflict, Value } from '../types.js';
import { Dialog } from '../parts/dialog.js';
import { say } from '../words.js';
import { textIn } from './places.js';

export interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly locale: string;
  /** How many of my changes meet none of the others. */
  readonly free: number;
  onClose(): void;
  /** The places where theirs is taken. */
  onChosen(theirs: ReadonlySet<string>): void;
}

export function Conflicts({ conflicts, locale, free, onClose, onChosen }: ConflictsProps): VNode {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (place: string, their: boolean): void => {
    const next = new Set(theirs);
    if (their) next.add(place);
    else next.delete(place);
    setTheirs(next);
  };
  return (
    <Dialog title={say('conflict.title')} wide onClose={onClose}>
      <p>{say('conflict.lead', { free, both: conflicts.length })}</p>
      {conflicts.map(({ at, mine, theirs: their }) => {
        const place = at.join('/');
        return (
          <fieldset class="field versus" key={place}>
            <legend class="quiet small">{at.map((one) => one.replace('#', '')).join(' › ')}</legend>
            <label class="choice">
              <input type="radio" name={place} checked={!theirs.has(place)} onChange={() => choose(place, false)} />
              <span>
                <b>{say('conflict.mine')}</b> {shown(mine, locale)}
              </span>
            </label>
            <label class="choice">
              <input type="radio" name={place} checked={theirs.has(place)} onChange={() => choose(place, true)} />
              <span>
                <b>{say('conflict.theirs')}</b> {shown(their, locale)}
              </span>
            </label>
          </fieldset>
        );
      })}
      <div class="acts ends">
        <button type="button" class="button" onClick={onClose}>
          {say('act.cancel')}
        </button>
        <button type="button" class="button primary" onClick={() => onChosen(theirs)}>
          {say('conflict.save')}
        </button>
      </div>
    </Dialog>
  );
}

function shown(value: Value | null, locale: string): string {
  if (value === null) return say('conflict.nothing');
  const words = textIn(value, locale);
  if (words !== '') return words;
  return Array.isArray(value) ? say('conflict.entries', { n: value.length }) : String(typeof value === 'object' ? JSON.stringify(value) : value);
}
