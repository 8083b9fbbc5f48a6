/** The version of a role as papers name it: people speak of the second edition, not of 2.0.0. */
export const editionOf = (version: string): string => version.replace(/(?:\.0)+$/, '');
