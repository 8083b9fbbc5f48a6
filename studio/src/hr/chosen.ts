/** The people who were chosen on one screen for another; kept while the studio is open. */
let ids: readonly string[] = [];

export const choose = (people: readonly string[]): void => {
  ids = people;
};

export const chosen = (): readonly string[] => ids;
