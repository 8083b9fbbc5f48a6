/** A wording as the clauses of a role have it, with every change told: no capital, no stop, the verb in the form of its section. */
import { withoutBoxes } from './boxes.js';
import { lowerFirst } from '../language/sentences.js';
import type { ClauseForm, Formed } from './formed.js';
import type { Change } from './report.js';
import type { Rules } from './rules.js';
import { dutchDuty } from './verbs-dutch.js';
import { englishDuty } from './verbs-english.js';
import { russianDuty } from './verbs-russian.js';

export const change = (code: Change['code'], args: Change['args'] = {}): Change => ({ code, args });

/** Signs that nobody sees, and those that turn the direction of a text. */
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const unended = 1000;

/** Changes nothing of what a wording says. */
export function clauseOf(written: string, form: ClauseForm, rules: Rules): Formed {
  const changes: Change[] = [];
  const note = (text: string, next: string, one: Change): string => {
    if (text !== next) changes.push(one);
    return next;
  };
  let text = note(written, withoutBoxes(written).replace(invisible, ''), change('characters'));
  text = note(text, text.replace(/[ \u00A0]*[\t\n][\s]*| {2,}/g, ' ').trim(), change('spaces'));
  text = note(text, text.replaceAll('{', '(').replaceAll('}', ')'), change('braces'));
  text = note(text, withoutEnd(text.replace(/^(?:[-–—•·*▪►✓✔+]\s*)+/u, ''), rules), change('stop'));
  if (form === 'duty' || form === 'skill' || form === 'right') {
    const verbs = { ru: russianDuty, en: englishDuty, nl: dutchDuty }[rules.language](text, form, rules);
    changes.push(...verbs.changes);
    text = verbs.text;
  }
  if (form !== 'sentence') text = note(text, small(text, rules), change('capital'));
  return { text, changes };
}

/** Without the signs that end an item or a sentence, unless they end an abbreviation: the paper adds them. */
function withoutEnd(text: string, { patterns }: Rules): string {
  let end = text.trim();
  for (let turn = 0; turn < unended && /[;,.:]$/u.test(end) && !patterns.abbreviated.test(end) && !end.endsWith('...'); turn++)
    end = end.slice(0, -1).trimEnd();
  return end;
}

/** With a small letter, unless the first word is a name or an abbreviation. */
export function small(text: string, rules: Rules): string {
  const [word = ''] = /^[\p{L}\p{N}'’-]+/u.exec(text) ?? [];
  return rules.words.proper.includes(word) || isShoutedWord(word) ? text : lowerFirst(text);
}

const isShoutedWord = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word);
