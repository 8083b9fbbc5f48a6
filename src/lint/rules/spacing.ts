/** Two spaces where one belongs, and a space before a sign that follows its word. */
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => [
  // Dots that stand for something left out may stand apart.
  ...findAll(context, /(?<=\S) +(?=[,;:!?)»]|\.(?!\.|\w))/g, (match) => mendedBy(match, '')),
  ...findAll(context, /(?<=[(«]) +/g, (match) => mendedBy(match, '')),
  ...findAll(context, /(?<=[^\s(«]) {2,}(?=[^\s,;:!?)».])/g, (match) => mendedBy(match, ' ')),
];
