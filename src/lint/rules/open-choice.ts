/** What is left open in a text of a role: a choice of words to cross out, a blank line or a name in brackets. */
import { findAll } from '../place.js';
import type { LintCheck } from '../rule.js';

/** Underscores to be written on, and “[name of manager]”; a single letter in brackets is a reference. */
const blank = /_{3,}|\[\s*[\p{L}…][^[\]\n]{1,60}\]/gu;

export const rule: LintCheck = (context) => {
  const phrases = context.phrases();
  // What a starter leaves to be written is told of by a rule of its own, once for the file.
  const isStarter = phrases.some(({ mark }) => mark === 'starter');
  return [
    ...(isStarter ? [] : findAll(context, blank, ([words]) => ({ args: { words } }))),
    ...phrases.filter(({ mark }) => mark === 'choice'),
  ];
};
