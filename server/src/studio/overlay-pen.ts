/** An overlay that is being written: its changes are found, added and taken out here. */
import { idOf, isList, isMap, valueAt, withEdit } from './edits.js';
import type { Edit, Value } from './edits.js';
import { own } from './overlay-entries.js';
import type { Fields } from './overlay-entries.js';

/** The overlay while it is written. */
export interface Pen {
  overlay: Value;
  readonly edits: Edit[];
}

export const put = (pen: Pen, edit: Edit): void => {
  const next = withEdit(pen.overlay, edit);
  if (next === null) return;
  pen.overlay = next;
  pen.edits.push(edit);
};

export const changesOf = ({ overlay }: Pen): readonly Fields[] => {
  const list = valueAt(overlay, ['changes']);
  return isList(list) ? list.filter(isMap) : [];
};

const verbs = ['change', 'replace', 'remove', 'move'] as const;

/** The entry that a change is about. */
export const subjectOf = (change: Fields): string | null => {
  const named = verbs.map((verb) => own(change, verb)).find((one) => typeof one === 'string');
  return typeof named === 'string' ? named : idOf(own(change, 'add'));
};

export const spot = (at: number): string => `@${at}`;

/** Takes out the changes that are meant; the last one leaves an empty list. */
export function drop(pen: Pen, isMeant: (change: Fields) => boolean): void {
  for (let at = changesOf(pen).length - 1; at >= 0; at -= 1) {
    const change = changesOf(pen)[at];
    if (!change || !isMeant(change)) continue;
    if (changesOf(pen).length === 1) put(pen, { do: 'set', at: ['changes'], value: [] });
    else put(pen, { do: 'remove', at: ['changes', spot(at)] });
  }
}

export const append = (pen: Pen, change: Fields): void => put(pen, { do: 'add', at: ['changes'], value: change, before: null });
