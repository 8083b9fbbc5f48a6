/** The clock and chance, which come from the outside: nothing in here reads them by itself. */
export interface Edge {
  now(): Date;
  randomBytes(count: number): Uint8Array;
}

/** A name for something new that says nothing of it: 128 bits of chance after a letter, `d_0f3a…`. */
export const newId = (edge: Edge, letter: string): string => `${letter}_${Buffer.from(edge.randomBytes(16)).toString('hex')}`;
