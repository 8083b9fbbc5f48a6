/** Of an option that may be given several times, all that is given. */
export const each = (one: string, before: readonly string[] = []): string[] => [...before, one];
