/** The words by which a sentence says a fact of the position, and what the readers of such sentences share. */
import type { Line } from './lines.js';
import { namesIn } from './people.js';
import type { Work } from './work.js';

export type FactKey =
  | 'formula'
  | 'noSubordinates'
  | 'subordinates'
  | 'reportsTo'
  | 'appointment'
  | 'category'
  | 'purpose'
  | 'deputising'
  | 'requirement'
  | 'guidedBy';

export interface Cue {
  readonly key: FactKey;
  readonly at: number;
  readonly phrase: string;
}

export function repeated(line: Line, work: Work): boolean {
  work.ledger.give(line, { certainty: 'unplaced', why: { code: 'repeated', args: {} } });
  return true;
}

/** A phrase on a post without who holds it, who is told of and no more. */
export function unnamed(text: string, { organisation, rules }: Work): string {
  const names = namesIn(text, rules.patterns);
  organisation.namedPlaces += names.length;
  return names.toReversed().reduce((rest, { from, to }) => rest.slice(0, from).trimEnd() + rest.slice(to), text);
}
