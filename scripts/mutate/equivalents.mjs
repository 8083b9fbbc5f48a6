/**
 * Mutants that no test can tell from the program, each with its reason: `line` is a part of the line of `file` that they are
 * in, `was` the code there that `becomes` something else.
 */
export const equivalents = [];
