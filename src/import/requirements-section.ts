/** What a holder must bring, out of lines: each goes to the list that its words or its heading name. */
import type { Criterion, Experience } from '../role/role.generated.js';
import {
  educationField,
  educationLevel,
  fieldBeside,
  experienceOf,
  offersLevels,
  offersWays,
  requirementKind,
  yearsIn,
} from './requirement.js';
import type { RequirementKind } from './requirement.js';
import { addEntry, fate, guessed, longestText, mapped, phraseOf, withoutPeople } from './work.js';
import type { Ground, Work } from './work.js';
import { inOne } from './draft-values.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { wordPattern, wordsBeside } from './said-words.js';
import { firstOf, levelled } from './words.js';

export interface RequirementContext {
  /** What its heading says that it is about; null where the heading says requirements and no more. */
  readonly kind: RequirementKind | 'competencies' | null;
  /** true among wishes, false among conditions, null where the file does not tell them apart. */
  readonly desirable: boolean | null;
  readonly ground: Ground;
}

/** Kinds that headings name and words may not overrule. */
const firm = new Set<RequirementKind>(['education', 'experience', 'knowledge']);

export function takeRequirement(line: Line, context: RequirementContext, work: Work): void {
  if (context.kind === 'competencies' || context.kind === 'qualities') {
    addQuality(line, context, work);
    return;
  }
  const apart = sentencesApart(line, work);
  if (apart.length > 1) {
    for (const part of apart) takeRequirement(part, context, work);
    return;
  }
  const parts =
    context.kind === null || context.kind === 'education' || context.kind === 'experience' ? educationAndExperience(line, work) : [line];
  for (const part of parts) takeOne(part, context, work);
}

/**
 * «От 18 лет, грамотная речь. Опыт от полугода»: an age before the experience, or a wish behind it, is a requirement of its own; the
 * sentences of a line that says nothing of the kind stay together.
 */
function sentencesApart(line: Line, work: Work): Line[] {
  const { rules } = work;
  const cuts = [...line.text.matchAll(/[.;](?=\s)/gu)].map(({ index }) => index + 1);
  const parts = [...cuts, line.text.length].map((to, at) => partOf(line, at === 0 ? 0 : (cuts[at - 1] ?? 0), to));
  const areExperience = parts.map(({ text }) => firstOf(levelled(text), rules.phrases(rules.words.experience.words)) !== null);
  const own = areExperience.indexOf(true);
  const says = ({ text }: Line): boolean => yearsIn(text, rules) !== null || isWished(text, work);
  if (own < 0 || parts.length < 2 || offersWays(line.text, rules) || !parts.some((part, at) => at !== own && says(part))) return [line];
  return parts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

const isWished = (text: string, { rules }: Work): boolean => firstOf(levelled(text), rules.phrases(rules.words.leads.desirable)) !== null;

/** «Высшее образование и стаж работы не менее 3 лет» says two things. */
function educationAndExperience(line: Line, work: Work): Line[] {
  const { experience, education } = work.rules.words;
  const level = levelled(line.text);
  const schooling = firstOf(level, work.rules.phrases(education.words));
  const worked = firstOf(level, work.rules.phrases(experience.words));
  if (!schooling || !worked || educationLevel(line.text, work.rules) === null || offersWays(line.text, work.rules)) return [line];
  const from = Math.min(schooling.at, worked.at);
  const to = Math.max(schooling.at, worked.at);
  // The words that join them: a comma, «и», “and”, “with”; of several a semicolon, or the one before the length.
  const joints = [...level.slice(from, to).matchAll(work.rules.patterns.requirementJoint)];
  const isBeforeLength = ({ index, 0: said }: RegExpExecArray): boolean =>
    yearsIn(
      level
        .slice(from + index + said.length)
        .split(/[,;]\s/u)[0]
        ?.slice(0, longestLength) ?? '',
      work.rules,
    ) !== null;
  const joint = joints.find(([said]) => said.startsWith(';')) ?? joints.find(isBeforeLength) ?? joints.at(-1);
  if (!joint) return [line];
  const at = from + joint.index;
  return [
    partOf(line, 0, at),
    partOf(line, at + joint[0].length - (work.rules.patterns.requirementKept.test(joint[0]) ? joint[0].trimStart().length : 0)),
  ].filter(({ text }) => text !== '');
}

/** “at least three and a half years”: how many characters say a length. */
const longestLength = 32;

function takeOne(line: Line, context: RequirementContext, work: Work): void {
  const found = requirementKind(line.text, work.rules);
  if (
    work.rules.patterns.employerPays.test(line.text.replace(/\([^()]*\)/gu, '')) ||
    (found?.kind !== 'experience' && isNotAsked(line.text, work))
  ) {
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return;
  }
  const isDiploma = context.kind === 'knowledge' && found?.kind === 'education' && found.at < 4;
  const kind = isDiploma
    ? 'education'
    : context.kind !== null && context.kind !== 'competencies' && (firm.has(context.kind) || !found || !firm.has(found.kind))
      ? context.kind
      : found?.kind;
  const ground: Ground =
    context.kind !== null
      ? context.ground
      : found
        ? mapped('criterion', { word: found.word })
        : guessed(context.ground.why.code, context.ground.why.args);
  const isWish = context.desirable ?? (saysWish(line.text, work) ? true : null);
  // Russian papers have no person specification: wishes stand among the requirements.
  if (context.desirable !== null && work.rules.language !== 'ru') addCriterion(line, kind ?? 'skills', context.desirable, ground, work);
  else
    addNeed(line, kind ?? (isWish === true ? 'extra' : 'skills'), { ground, own: found?.kind ?? null, desirable: isWish === true }, work);
}

/** «Английский – не требуется»: what is not asked for is no requirement; that no schooling is has a level of its own. */
const isNotAsked = (text: string, { rules }: Work): boolean =>
  rules.patterns.notAsked.test(text.replace(/[\s.;,]+$/u, '')) && educationLevel(text, rules) !== 'none';

/** “F/L truck licence an advantage”: a wish among conditions says so at one of its ends. */
function saysWish(text: string, { rules }: Work): boolean {
  // “Five years, paper industry preferred”: what is wished is a part of it.
  if (/[,;.(]/u.test(text.replace(/[.;]$/u, '')) || text.split(/\s+/u).length > longestWish) return false;
  const level = levelled(text);
  const phrases = rules.phrases(rules.words.leads.desirable);
  return firstOf(level.slice(-wishEnd), phrases) !== null || (firstOf(level, phrases)?.at ?? wishStart) < wishStart;
}

/** Within how many characters of the end, or of the start. */
const wishEnd = 30;
const wishStart = 3;
/** How many words a wish has at most. */
const longestWish = 16;

interface RequirementSaid {
  readonly ground: Ground;
  /** What its own words say that it is, whatever the heading. */
  readonly own: RequirementKind | null;
  readonly desirable: boolean;
}

/** To the list of its kind; gives back the entry, or null where it has no place. */
export function addNeed(line: Line, kind: RequirementKind, { ground, own, desirable }: RequirementSaid, work: Work): object | null {
  const { draft } = work;
  const wish = desirable ? { desirable } : {};
  const isYears = own === 'experience' && !offersWays(line.text, work.rules) && yearsIn(line.text, work.rules) !== null;
  if ((kind === 'education' && !isYears) || (kind === 'experience' && own === 'education'))
    return addEducation(line, ground, work, desirable);
  if ((kind === 'experience' && !desirable) || kind === 'education') return addExperience(line, ground, work, desirable);
  if (kind === 'knowledge' && !desirable)
    return addEntry(draft.knowledge, line, 'knowledge', ground, work, (text, id, source) => ({ id, text, source }));
  if (kind === 'skills' && followsAble(line.text, work)) {
    const skill = addEntry(draft.skills, line, 'skill', ground, work, (text, id, source) => ({ id, text, ...wish, source }));
    if (skill && inOne(skill.text) !== phraseOf(line.text, work)) draft.abilities.add(skill);
    return skill;
  }
  return addEntry(kind === 'qualities' ? draft.qualities : draft.extra, line, 'phrase', ground, work, (text, id, source) => ({
    id,
    text,
    ...wish,
    source,
  }));
}

/** Dutch papers write ‘is in staat om’ before the list: ‘te plannen’ goes on with it, ‘goed kleuronderscheid’ and ‘kan tillen’ do not. */
const followsAble = (text: string, { rules }: Work): boolean => rules.language !== 'nl' || /(?<!\p{L})te\s\p{Ll}/u.test(text);

function addQuality(line: Line, { ground, desirable }: RequirementContext, work: Work): void {
  addEntry(work.draft.qualities, line, 'phrase', ground, work, (text, id, source) => ({
    id,
    text,
    source,
    ...(desirable === true && { desirable }),
  }));
}

/** Its level, and in brackets its field; what says more than both goes along as the field. */
export function addEducation(line: Line, ground: Ground, work: Work, desirable = false): object | null {
  const level = educationLevel(line.text, work.rules);
  const { text } = withoutPeople(line, work);
  if (level === null && work.draft.education.length > 0) {
    return addEntry(work.draft.extra, line, 'phrase', ground, work, (said, id, source) => ({
      id,
      text: said,
      source,
      ...(desirable && { desirable }),
    }));
  }
  const said = behindCue(text, work);
  const ways = offersWays(said, work.rules);
  const fields = level === null ? [] : [educationField(text, work.rules), '', fieldBeside(said, level, work.rules)];
  const isNamed = level !== null && !ways && !offersLevels(said, work.rules);
  const field = level === 'none' ? '' : isNamed ? fields.find((one) => one !== null && saysAll(said, one, work)) : undefined;
  const entry = {
    id: work.draft.idFor(text, 'education'),
    // What a level and a field would not say, or say of one way only, stands in the words of the file.
    ...(field === undefined || field === null || level === null
      ? { level: 'stated' as const, field: phraseOf(said, work).slice(0, longestText) }
      : { level, ...(field !== '' && { field: field.slice(0, longestText) }) }),
    ...(desirable && { desirable }),
    source: work.sourceOf(line),
  };
  work.draft.education.push(entry);
  if (ways) work.draft.isExperienceStated = true;
  work.ledger.give(line, fate(ground, [work.draft.to(entry)]));
  return entry;
}

/** «На должность … назначается лицо, имеющее …»: what the person has. */
function behindCue(text: string, { rules }: Work): string {
  const cue = firstOf(levelled(text), rules.phrases(rules.words.sentences.requirement?.cues));
  return cue ? text.slice(cue.at + cue.phrase.length).replace(/^[\s,]+/u, '') : text;
}

/** Whether a text on education says nothing but a level and a field. */
const saysAll = (text: string, field: string, { rules }: Work): boolean => {
  const said = wordsBeside('level', rules).add(field);
  return [...levelled(text).matchAll(wordPattern)].every(([word]) => said.has(word));
};

/** The first that gives a length wins; another is a requirement of its own. */
export function addExperience(line: Line, ground: Ground, work: Work, desirable = false): object | null {
  const { draft } = work;
  if (draft.experience !== null) {
    return addEntry(draft.extra, line, 'phrase', ground, work, (text, id, source) => ({
      id,
      text,
      source,
      ...(desirable && { desirable }),
    }));
  }
  const { text } = withoutPeople(line, work);
  const experience = { ...experienceOf(text, work.rules), ...(desirable && { desirable }), source: work.sourceOf(line) };
  // The words of the file have the length: beside a figure of its own a paper would say it twice.
  const said =
    experience.field === undefined && experience.min !== 0 && text.split(/\s+/u).length > 6
      ? { ...withoutLength(experience), field: phraseOf(text, work) }
      : experience;
  draft.experience = said;
  work.ledger.give(line, fate(ground, [draft.at('experience')]));
  return said;
}

const withoutLength = ({ desirable, source }: Experience): Experience => ({
  min: null,
  ...(desirable === true && { desirable }),
  ...(source !== undefined && { source }),
});

const groups: Readonly<Record<RequirementKind, Criterion['group']>> = {
  education: 'education',
  experience: 'experience',
  knowledge: 'knowledge',
  skills: 'skills',
  extra: 'other',
  qualities: 'other',
};

/** A criterion of the person specification; what the schema asks of every role is drawn from it too. */
export function addCriterion(
  line: Line,
  kind: RequirementKind,
  desirable: boolean,
  ground: Ground,
  work: Work,
  assessed: Criterion['assessed'] = undefined,
): Criterion | null {
  const { draft, rules } = work;
  const isLanguage = kind === 'extra' && rules.patterns.language.test(line.text);
  const criterion = addEntry(draft.criteria, line, 'phrase', ground, work, (text, id, source) => ({
    id,
    group: isLanguage ? 'language' : groups[kind],
    text,
    ...(desirable && { desirable }),
    ...(assessed && { assessed }),
    source,
  }));
  if (!criterion) return null;
  const source = work.sourceOf(line);
  if (kind === 'knowledge' && !desirable)
    draft.knowledge.push({ id: draft.idFor(`know ${criterion.text as string}`, 'knowledge'), text: criterion.text, source });
  if (kind === 'education' && draft.education.length === 0) {
    const isNone = educationLevel(line.text, rules) === 'none';
    draft.education.push({
      id: draft.idFor('education', 'education'),
      ...(isNone ? { level: 'none' as const } : { level: 'stated' as const, field: criterion.text }),
      ...(desirable && { desirable }),
      source,
    });
    if (offersWays(line.text, rules)) draft.isExperienceStated = true;
  }
  if (kind === 'experience' && draft.experience === null)
    draft.experience = { ...experienceOf(line.text, rules), ...(desirable && { desirable }), source };
  return criterion;
}
