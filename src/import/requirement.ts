/** What a requirement is about: education, experience, knowledge, skills or something else, told by its words. */
import type { Education, Experience } from '../role/role.generated.js';
import type { Rules } from './rules.js';
import { findPhrase, firstOf, levelled } from './words.js';

export type RequirementKind = 'education' | 'experience' | 'knowledge' | 'skills' | 'extra' | 'qualities';

/** The kind and the words that say so; null where none do. Education goes first, for «высшее образование и опыт» is both. */
export function requirementKind(text: string, rules: Rules): { kind: RequirementKind; word: string; at: number } | null {
  const { education, experience, requirement } = rules.words;
  const level = levelled(text);
  const found = (list: readonly (string | number)[] | undefined, within = false): { phrase: string; at: number } | null =>
    firstOf(level, rules.phrases(list), within);
  // «Высшее образование без стажа либо среднее и 3 года»: what it says of experience belongs to one of the ways.
  const schooled = found(education.words);
  if (schooled && offersWays(text, rules) && educationLevel(text, rules) !== null)
    return { kind: 'education', word: schooled.phrase, at: schooled.at };
  const none = found(education.none) ?? found(experience.none);
  if (none) return { kind: found(education.none) ? 'education' : 'experience', word: none.phrase, at: none.at };
  const knows = found(requirement.knowledge);
  const able = found(requirement.skills);
  const starts = [knows, able].some((one) => one !== null && one.at <= 1);
  if (schooled && !starts && educationLevel(text, rules)) return { kind: 'education', word: schooled.phrase, at: schooled.at };
  const worked = found(experience.words);
  const licence = found(requirement.extra);
  // «права кат. В, С, стаж от 3 лет»: the length belongs to the licence.
  if (licence && licence.at <= 3 && worked && worked.at > licence.at) return { kind: 'extra', word: licence.phrase, at: licence.at };
  if (worked && !starts && (worked.at < 40 || yearsIn(text, rules) !== null))
    return { kind: 'experience', word: worked.phrase, at: worked.at };
  // “Minimum 5 years in a manufacturing environment”: a length at the start, and in what.
  const years = yearsIn(text, rules);
  const inWords = firstOf(
    level,
    Object.values(experience.numbers).flatMap((list) => rules.phrases(list)),
  );
  const length = /\d+/u.exec(level) ?? (inWords ? { index: inWords.at, 0: inWords.phrase } : null);
  if (years && length && length.index < 16 && years.min < 16 && !starts) {
    const behind = level.slice(length.index + length[0].length).replace(/^[+)\s-]+/u, '');
    const isWhole = rules.patterns.length.test(length[0]);
    const unit = isWhole ? '' : rules.phrases(experience.year).find((one) => behind.startsWith(`${one} `));
    if (unit !== undefined && firstOf(behind.slice(unit.length, unit.length + 12), rules.phrases(experience.field)))
      return { kind: 'experience', word: length[0], at: length.index };
  }
  const other = found(requirement.extra);
  const quality = found(requirement.qualities);
  // “Types 60 wpm, knows Word”: what is known stands behind what is done.
  if (able && knows && able.at <= 1 && knows.at > able.at && /[,;]/u.test(level.slice(able.at, knows.at)))
    return { kind: 'skills', word: able.phrase, at: able.at };
  if (knows && knows.at <= 25)
    return other && other.at < knows.at + 30 && rules.language === 'ru'
      ? { kind: 'extra', word: other.phrase, at: other.at }
      : { kind: 'knowledge', word: knows.phrase, at: knows.at };
  // Languages, software and licences are requirements of their own, whatever the verb before them.
  if (other) return { kind: 'extra', word: other.phrase, at: other.at };
  if (able && able.at <= 25) return { kind: 'skills', word: able.phrase, at: able.at };
  if (quality) return { kind: 'qualities', word: quality.phrase, at: quality.at };
  if (able) return { kind: 'skills', word: able.phrase, at: able.at };
  return null;
}

/** The lowest level that is enough: of «высшее или среднее профессиональное» the latter. */
export function educationLevel(text: string, rules: Rules): Education['level'] | null {
  const { education } = rules.words;
  const level = corrected(levelled(text), rules);
  for (const one of ['none', 'incomplete-higher', 'vocational', 'secondary', 'basic', 'higher'] as const)
    if (firstOf(level, rules.phrases(education[one]))) return one;
  return null;
}

/** Whether a text offers one level or another: «высшее или среднее профессиональное». */
export function offersLevels(text: string, rules: Rules): boolean {
  const level = corrected(levelled(text), rules);
  if (!rules.patterns.alternative.test(level)) return false;
  const levels = (['incomplete-higher', 'vocational', 'secondary', 'basic', 'higher'] as const).filter((one) =>
    firstOf(level, rules.phrases(rules.words.education[one])),
  );
  return levels.length > 1;
}

/**
 * Whether a text offers schooling with this experience, or other schooling with that, or experience instead: no single level and
 * no single length is what it asks for.
 */
export function offersWays(text: string, rules: Rules): boolean {
  const { education, experience } = rules.words;
  const said = levelled(text).split(/[;.]\s/u)[0] ?? '';
  const schools = (part: string): boolean => firstOf(part, rules.phrases(education.words)) !== null;
  const works = (part: string): boolean => firstOf(part, rules.phrases(experience.words)) !== null;
  return [...said.matchAll(rules.patterns.alternatives)].some((joint) => {
    const [before, after] = [said.slice(0, joint.index), said.slice(joint.index + joint[0].length).trimStart()];
    const equivalent = firstOf(after, rules.phrases(education.equivalents));
    // “A diploma or equivalent, and experience in sales”: what stands beside the first is a diploma too.
    if (equivalent?.at === 0 && /^\s*(?:[,;)]|$)/u.test(after.slice(equivalent.phrase.length))) return false;
    return (schools(before) && works(after)) || (works(before) && schools(after));
  });
}

/** A text with words of a length that have one wrong, one missing or one doubled letter put as they are known: «професиональное». */
function corrected(level: string, rules: Rules): string {
  const known = longWords(rules);
  return level.replace(/\p{L}{7,}/gu, (word) =>
    known.has(word) ? word : ([...known].find((one) => one[0] === word[0] && isOneLetterOff(word, one)) ?? word),
  );
}

const longWordsOf = new WeakMap<Rules, ReadonlySet<string>>();

/** The words of seven letters and more by which levels are told. */
function longWords(rules: Rules): ReadonlySet<string> {
  const before = longWordsOf.get(rules);
  if (before) return before;
  const lists = Object.values(rules.words.education).flatMap((list) => rules.phrases(list));
  const now = new Set(lists.flatMap((phrase) => phrase.match(/\p{L}{7,}/gu) ?? []));
  longWordsOf.set(rules, now);
  return now;
}

function isOneLetterOff(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  const [left, right] = [word.slice(start), known.slice(start)];
  return left.slice(1) === right || left === right.slice(1) || (left !== '' && left.slice(1) === right.slice(1));
}

/** How long, as the text says; null where it says no length. */
export function yearsIn(text: string, rules: Rules): { min: number; max?: number; unit: 'year' | 'month' } | null {
  const { experience } = rules.words;
  const level = levelled(text);
  const units = [
    ...rules.phrases(experience.year).map((word) => ({ word, unit: 'year' as const })),
    ...rules.phrases(experience.month).map((word) => ({ word, unit: 'month' as const })),
  ];
  const figure = /(\d+(?:[.,]\d+)?)(?: ?[-–—] ?(\d+(?:[.,]\d+)?))?[- ]?(?:\(\p{L}+\) ?|-?(?:х|ти|и) )?\+? ?(\p{L}+)/u.exec(level);
  if (figure) {
    const unit = units.find(({ word }) => word === figure[3]);
    const min = numberOf(figure[1]);
    const max = numberOf(figure[2]);
    if (unit && min !== null && min < 60) return { min, ...(max !== null && max > min && { max }), unit: unit.unit };
  }
  for (const [value, words] of Object.entries(experience.numbers)) {
    const found = firstOf(level, rules.phrases(words));
    if (!found) continue;
    const behind = level.slice(found.at, found.at + found.phrase.length + 16);
    const unit = units.find(({ word }) => findPhrase(behind, word) >= 0);
    if (unit ?? rules.patterns.length.test(found.phrase)) return { min: Number(value), unit: unit?.unit ?? 'year' };
  }
  return null;
}

const numberOf = (text: string | undefined): number | null => {
  const value = text === undefined ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

/** In what work, as a phrase that follows “experience”: «в продажах», “in sales”; null where the text does not say. */
export function experienceField(text: string, rules: Rules): string | null {
  const level = levelled(text);
  const words = firstOf(level, rules.phrases(rules.words.experience.words));
  const from = words ? words.at + words.phrase.length : 0;
  const found = firstOf(level.slice(from), rules.phrases(rules.words.experience.field));
  if (!found) return null;
  const at = from + found.at;
  const field = text.slice(at).replace(rules.patterns.experienceStart, '').trim();
  const end = rules.patterns.fieldEnd.exec(field)?.index ?? field.length;
  const cut = field.slice(0, end).replace(/[\s,.;:]+$/u, '');
  return cut.split(/\s+/u).length < 2 || cut.length > 300 ? null : cut;
}

/** Which requirement says the experience: from the sign before its words to the sign behind them. */
function experienceClause(text: string, rules: Rules): string {
  const words = firstOf(levelled(text), rules.phrases(rules.words.experience.words));
  if (!words) return text;
  const signs = [...text.matchAll(/[.;](?=\s)/gu)].map(({ index }) => index);
  const before = signs.filter((at) => at < words.at).at(-1);
  return text.slice(before === undefined ? 0 : before + 1, signs.find((at) => at > words.at) ?? text.length).trim();
}

/** How many lengths a text gives: «от 3 лет, из них не менее года» gives two. */
function hasLengths(text: string, rules: Rules): boolean {
  return text.split(/,\s/u).filter((part) => yearsIn(part, rules) !== null).length > 1;
}

/**
 * Only a length that stands beside its own words is one of experience. Where the words ask for several, or prefer some of it, no single
 * figure says it, and they stand as they are.
 */
export function experienceOf(text: string, rules: Rules): Experience {
  if (firstOf(levelled(text), rules.phrases(rules.words.experience.none))) return { min: 0 };
  const clause = experienceClause(text, rules);
  const years = yearsIn(clause, rules);
  const field = experienceField(clause, rules);
  const prefers = firstOf(levelled(clause), rules.phrases(rules.words.leads.desirable)) !== null;
  if (years !== null && (hasLengths(clause, rules) || prefers)) return { min: null, field: clause.replace(/[.;,]+$/u, '') };
  const isHalf = years?.unit === 'year' && years.min === 0.5;
  return {
    min: isHalf ? 6 : (years?.min ?? null),
    ...(years?.max !== undefined && { max: years.max }),
    ...((isHalf || years?.unit === 'month') && { unit: 'month' as const }),
    ...(field !== null && { field }),
  };
}

/** What is left of a text on education without the words for its level: «техническое или экономико-математическое»; null where another level is. */
export function fieldBeside(text: string, level: Education['level'], rules: Rules): string | null {
  const { education, usual } = rules.words;
  const phrases = [education[level], education.words, usual.level].flatMap((list) => rules.phrases(list));
  let field = text.trim();
  // From both ends alone: what stands in the middle holds the rest together.
  for (let turn = 0; turn < mostEnds; turn++) {
    const plainly = levelled(field);
    const start = phrases.find((one) => plainly.startsWith(`${one} `)) ?? '';
    const end = phrases.find((one) => plainly.endsWith(` ${one}`)) ?? '';
    if (start === '' && end === '') break;
    field = trimmed(field.slice(start.length, field.length - end.length));
  }
  field = trimmed(field);
  return field === '' || educationLevel(field, rules) !== null ? null : field;
}

const mostEnds = 8;
const trimmed = (text: string): string => text.replace(/^[\s,.;:–—-]+|[\s,.;:–—-]+$/gu, '');

/** The words of a text on education that say more than its level. */
export function educationField(text: string, rules: Rules): string | null {
  const { patterns } = rules;
  const bracket = /\(([^()]{3,200})\)/u.exec(text)?.[1];
  if (bracket !== undefined && /\p{L}{3}/u.test(bracket) && !patterns.schoolingAside.test(bracket)) return bracket.trim();
  const { education } = rules.words;
  const level = levelled(text);
  const found = firstOf(level, rules.phrases(education.field));
  const word = firstOf(level, rules.phrases(education.words));
  if (found && found.at > 2 && (!word || found.at > word.at)) {
    const field = text
      .slice(found.at + found.phrase.length)
      .replace(/[.;,]$/u, '')
      .trim();
    const end = patterns.schoolingEnd.exec(field)?.index ?? field.length;
    const cut = field.slice(0, end).replace(/[\s,]+$/u, '');
    if (cut.length > 2 && cut.length < 200) return cut;
  }
  // «высшее экономическое образование», «высшее (экономическое)»: an adjective that is no level.
  const adjective = patterns.schoolingField.exec(level)?.[1];
  return adjective !== undefined && !patterns.schoolingLevel.test(adjective) ? adjective : null;
}
