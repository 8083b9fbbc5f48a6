/** The clock and chance, which come from the outside: nothing in here reads them by itself. */
export interface Edge {
  now(): Date;
  randomBytes(count: number): Uint8Array;
}
