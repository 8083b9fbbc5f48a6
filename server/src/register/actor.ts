/** Who acts: by name in what events say, by an opaque id in the events themselves. */
import { createHash } from 'node:crypto';
import { folded } from '../life/people.js';
import type { Queries } from '../storage/queries.js';

export interface Actor {
  readonly id: string;
  readonly name: string;
}

/**
 * The same name has the same id in a register and another in every other: the first link of the chain, which is drawn by chance, goes
 * into it, so that nobody can tell from an id who acted in two registers.
 */
export async function actorNamed(name: string, read: Pick<Queries, 'hashOf'>): Promise<Actor> {
  const first = (await read.hashOf(1)) ?? '';
  return {
    id: `a_${createHash('sha256')
      .update(`${first}\n${folded(name)}`)
      .digest('hex')
      .slice(0, 32)}`,
    name: name.trim(),
  };
}
