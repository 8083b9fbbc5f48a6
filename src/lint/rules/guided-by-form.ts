/** The instrumental case of what the holder is guided by, by the ending of the first word. */
import { findAll } from '../place.js';
import { sectionOf } from '../section.js';
import type { LintCheck } from '../rule.js';

const instrumental = /(?:ом|ем|ём|ой|ей|ою|ею|ами|ями|ими|ыми|им|ым|ью|мя)$/u;

export const rule: LintCheck = (context) =>
  // An abbreviation, such as ГОСТ, shows no case.
  findAll(sectionOf(context, ['guidedBy']), /^\p{L}+/gu, ([word]) =>
    instrumental.test(word.toLowerCase()) || word === word.toUpperCase() ? null : {},
  );
