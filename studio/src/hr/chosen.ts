/** The people who were chosen on one screen for another; kept while the studio is open. */
let people: readonly Chosen[] = [];

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

export const choose = (these: readonly Chosen[]): void => {
  people = these;
};

export const chosen = (): readonly Chosen[] => people;
