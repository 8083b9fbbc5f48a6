/** A line of an open section becomes what the section is made of. */
import { takeAgainstGuess } from './among-others.js';
import type { Clause } from '../role/role.generated.js';
import { cueOfSentence, takeByCue } from './by-content.js';
import { addCondition, addLiability, addMeasure, addPhysical, addRelation, addRight, relationsIn } from './clause-sections.js';
import { inOne } from './draft-values.js';
import { takeDuty } from './duties-section.js';
import { startsWithVerb } from './duty-verbs.js';
import { isIssue } from './head.js';
import { namesWhatFollows, sectionByCue } from './headings.js';
import type { Neighbours } from './headings.js';
import { numberOf, partOf } from './lines.js';
import type { Line } from './lines.js';
import { takeProcedureLine } from './procedures-section.js';
import { addLimit, prohibitionsIn } from './prohibitions.js';
import { takeGuides, takeProvision } from './provisions.js';
import { answersFor } from './lead-words.js';
import { reason } from './ledger.js';
import { groundOf, keyOf, parentOf, shownOf } from './reading.js';
import type { Reading } from './reading.js';
import type { Reason } from './report.js';
import { takeRequirement } from './requirements-section.js';
import { areAlike, isWeighed, takeByGuess, takeParagraph } from './guessing.js';
import { areDuties, factual, mayNameDeputy, requirementKeys } from './section-keys.js';
import { standsIn } from './deputising.js';
import { addGuide, hasFacts, takeFacts } from './sentences.js';
import { takeStray } from './stray.js';
import { addEntry, fate, mapped, phraseOf, piecesOf } from './work.js';
import type { Ground, Work } from './work.js';
import { levelled } from './words.js';

/** Takes a line that is neither a heading nor an introduction. Above the first section it is left to nobody. */
export function takeEntry(line: Line, around: Neighbours, reading: Reading): void {
  const { work } = reading;
  const key = keyOf(reading);
  if (key === null) return;
  if (!areDuties(key) && numberOf(line) === null && work.rules.patterns.closing.test(line.text) && !isCommandOf(line, work))
    return work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  // What a file ends with is of the issue, and no entry of its last section.
  if (numberOf(line) === null && line.paragraph.place.cells.length === 0 && isIssue(line.text, work.rules))
    return work.ledger.leaveOut(line, 'requisite');
  if (isPromise(line, work)) return work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  // A list is no part of a sentence on what the position is for: its heading was not known.
  const isDoubtful = reading.section?.isExact === false || (factual.has(key) && numberOf(line) !== null);
  if (isDoubtful && takeAgainstGuess(line, key, work)) return;
  if (factual.has(key)) return takeProvision(line, reading);
  if (hasFacts(line, work, ['formula']) && line.text.split(/\s+/u).length > 3 && !(areDuties(key) && doesWhatPhrasesSay(line, work))) {
    for (const part of takeFacts(line, work, ['formula']))
      if (numberOf(line) !== null || isOfSection(part, key, work)) takeOf(key, part, around, reading);
      else work.ledger.give(part, { certainty: 'unplaced', why: reason('no-home') });
    return;
  }
  const isPlain = numberOf(line) === null && (requirementKeys.has(key) || areDuties(key));
  if ((mayNameDeputy.has(key) || isPlain) && hasFacts(partOf(line, 0, Math.min(line.text.length, whoEnds)), work, ['noSubordinates'])) {
    const end = /[,;.](?=\s)/u.exec(line.text)?.index ?? line.text.length;
    for (const part of takeFacts(partOf(line, 0, end), work, ['noSubordinates'])) takeOf(key, part, around, reading);
    if (end < line.text.length) work.ledger.give(partOf(line, end), { certainty: 'unplaced', why: reason('no-home') });
    return;
  }
  if ((areDuties(key) || requirementKeys.has(key)) && numberOf(line) === null && work.rules.patterns.belowHolder.test(line.text)) {
    for (const part of takeFacts(line, work, ['subordinates'])) takeAllowed(key, part, around, reading);
    return;
  }
  if (saysWhoCommands(line, key, work)) {
    for (const part of takeFacts(line, work, ['reportsTo'], whoEnds)) takeOf(key, part, around, reading);
    return;
  }
  if (saysWhoStandsIn(line, key, work)) {
    for (const part of takeFacts(line, work, ['deputising'], line.text.length)) takeOf(key, part, around, reading);
    return;
  }
  if (!areDuties(key) && key !== 'responsibility' && answersFor(line, work)) {
    addLiability(line, groundOf(line, reading), work);
    return;
  }
  if (isWeighed(key) && takeStray(line, around.before, key, work)) return;
  takeAllowed(key, line, around, reading);
}

/** Sections whose sentences say what the holder does or may do: what he may not is none of it. */
const permissive: ReadonlySet<string> = new Set(['duties', 'marginal', 'rights']);

/** “Agree payment by instalments. You cannot release ashes”: each to where it belongs. */
function takeAllowed(key: string, line: Line, around: Neighbours, reading: Reading): void {
  const parts = permissive.has(key) ? prohibitionsIn(line, reading.work) : null;
  if (!parts) return takeOf(key, line, around, reading);
  for (const { part, isForbidden } of parts)
    if (isForbidden) addLimit(part, groundOf(part, reading), reading.work);
    else takeOf(key, part, around, reading);
}

/** “It may change as the service changes” beside a usual phrase: what goes on with it is of the open section only where its words say so. */
const isOfSection = ({ text }: Line, key: string, { rules }: Work): boolean => {
  const guess = rules.guess?.line(text);
  return guess === undefined || (guess !== null && areAlike(guess.key, key) && guess.margin > 0.5);
};

/** “The school is committed to safeguarding …”: of all that it says nothing is of the position. */
const isPromise = ({ text }: Line, { rules: { patterns, sentences } }: Work): boolean =>
  patterns.employerStart.test(text) && patterns.employerPromise.test(text) && sentences(text).length === 1;

/** Whether a sentence with words of a usual phrase says what is done: “Coordinates requests for reasonable accommodation” is a duty. */
const doesWhatPhrasesSay = (line: Line, work: Work): boolean =>
  work.rules
    .sentences(line.text)
    .map(({ from, to }) => partOf(line, from, to))
    .some((sentence) => hasFacts(sentence, work, ['formula']) && startsWithVerb(sentence.text.trim(), work));

/** Whether a line says whom the holder reports to and the like, whatever else it says. */
const isCommandOf = (line: Line, work: Work): boolean =>
  hasFacts(line, work, ['formula', 'reportsTo', 'subordinates', 'noSubordinates', 'deputising', 'appointment']);

/** How far from the start of a line a cue may stand for the line to be about it. */
const nearStart = 25;

/** “You report to the engineering manager; …” among contacts, where nothing else says it. */
const saysWhoCommands = (line: Line, key: string, work: Work): boolean =>
  mayNameDeputy.has(key) &&
  numberOf(line) === null &&
  work.draft.superiors.length === 0 &&
  hasFacts(partOf(line, 0, Math.min(line.text.length, whoEnds)), work, ['reportsTo']);

/** «В период временного отсутствия обязанности переходят к …» below a heading of another section: it names the post that stands in. */
const saysWhoStandsIn = (line: Line, key: string, work: Work): boolean =>
  work.draft.deputising === null &&
  (((requirementKeys.has(key) || mayNameDeputy.has(key)) &&
    work.rules.patterns.deputy.test(levelled(line.text)) &&
    hasFacts(partOf(line, 0, Math.min(line.text.length, nearStart + 30)), work, ['deputising'])) ||
    (mayNameDeputy.has(key) && work.rules.sentences(line.text).length === 1 && standsIn(levelled(line.text), work) !== null));

function takeOf(key: string, line: Line, around: Neighbours, reading: Reading): void {
  const { work } = reading;
  const { draft } = work;
  const ground = groundOf(line, reading);
  const parts = (): Line[] => piecesOf(line, numberOf(line) !== null, work);
  if (requirementKeys.has(key)) return takeRequirements(line, parts, ground, reading);
  switch (key) {
    case 'duties':
    case 'marginal':
      if (isOfAnother(line, work)) return;
      return takeDuty(line, around, reading);
    case 'rights':
      if (beginsAsAnother(line, key, work)) return;
      return takeListed(line, parts(), (part) => addRight(part, ground, work), draft.rights, reading);
    case 'responsibility':
      if (beginsAsAnother(line, key, work)) return;
      return takeListed(line, parts(), (part) => addLiability(part, ground, work), draft.responsibility, reading);
    case 'guidedBy':
      for (const part of parts()) addGuide(part, ground, work);
      return;
    case 'conditions':
    case 'pay':
      if (namesWhatFollows(line, around)) return work.ledger.give(line, { certainty: 'mapped', why: { code: 'group', args: {} } });
      if (beginsAsAnother(line, key, work)) return;
      return takeListed(line, parts(), (part) => addCondition(part, ground, work, key === 'pay'), draft.conditions, reading);
    case 'physical':
      return takeListed(line, parts(), (part) => addDemand(part, ground, reading), draft.physicalDemands, reading);
    case 'relations':
      if (opensOnConditions(line, work)) return;
      for (const part of relationsIn(line, work)) addRelation(part, ground, work, reading.isExternal);
      return;
    case 'kpis':
      for (const part of parts())
        if (work.rules.patterns.noMeasure.test(part.text)) takeHomeless(part, reason('no-home'), work);
        else addMeasure(part, ground, work);
      return;
    case 'limits':
      for (const part of reading.section?.isForbidden === true ? forbiddenIn(line, parts(), work) : parts())
        if (!takeByCue(part, work, ['responsibility'])) addLimit(part, ground, work, reading.section?.isForbidden === true);
      return;
    case 'procedures':
      return takeProcedureLine(line, around, reading);
    case 'flsa':
      return takeFlsa(line, ground, reading);
    case 'unknown':
      return takeHomeless(line, reason('unknown-heading', { heading: shownOf(reading) }), work);
    default:
      return takeHomeless(line, reason('no-home'), work);
  }
}

/** «Ставить диагноз. Даже если просят»: what begins with no verb goes on with what is forbidden before it. */
function forbiddenIn(line: Line, parts: readonly Line[], work: Work): Line[] {
  const firsts = parts.filter((part, at) => at === 0 || startsWithVerb(part.text, work)).map(({ start }) => start - line.start);
  return firsts.map((from, at) => partOf(line, from, firsts[at + 1] ?? line.text.length));
}

/** A line without a list of its own in a role: its sentences may say whom the holder reports to, or what they are about. */
function takeHomeless(line: Line, why: Reason, work: Work): void {
  const told = ['deputising', 'noSubordinates', 'subordinates', 'reportsTo'] as const;
  const isUnknown = why.code === 'unknown-heading';
  if (isUnknown && numberOf(line) === null && !hasFacts(line, work, told) && takeParagraph(line, work)) return;
  for (const part of takeFacts(line, work, told, 50))
    if (!takeByCue(part, work) && !(isUnknown && takeByGuess(part, work))) work.ledger.give(part, { certainty: 'unplaced', why });
}

/** Sections whose sentences stand in a block of another one, where a file has no headings between. */
const others = ['rights', 'responsibility', 'relations', 'kpis'] as const;

/** «Взаимодействует с …» among rights: under a heading of two sorts. */
function beginsAsAnother(line: Line, key: string, work: Work): boolean {
  const cue = cueOfSentence(line.text, work);
  if (cue === null)
    return numberOf(line) === null && takeByGuess(line, work, { least: 0.9, only: others.filter((one) => !areAlike(one, key)) });
  if (cue.key === key) return false;
  if (cue.at === 0) return takeByCue(line, work, ['relations', 'responsibility', 'kpis']);
  // “You’re accountable for …” among rights, “any electrician has the right to …” among responsibilities: who, and what.
  return cue.at < whoEnds && numberOf(line) === null && takeByCue(line, work, ['responsibility', 'rights', 'kpis']);
}

/** «Работает по графику …» among contacts. */
function opensOnConditions(line: Line, work: Work): boolean {
  const cue = cueOfSentence(line.text, work);
  return cue !== null && cue.key === 'conditions' && cue.at < nearStart && takeByCue(line, work, ['conditions']);
}

/** Up to where a sentence says who. */
const whoEnds = 40;

/** “You are personally accountable for …” among duties: a whole sentence that says of itself what it is. */
function isOfAnother(line: Line, work: Work): boolean {
  const cue = cueOfSentence(line.text, work);
  const isWhole = cue !== null && cue.at < 40 && (cue.at > 0 || numberOf(line) === null) && !startsWithVerb(line.text, work);
  if (isWhole && takeByCue(line, work, ['rights', 'responsibility'])) return true;
  // «Основной целью деятельности является …» above the duties.
  const saysPurpose = work.draft.purpose === null && hasFacts(partOf(line, 0, Math.min(line.text.length, whoEnds)), work, ['purpose']);
  return saysPurpose && takeFacts(line, work, ['purpose'], whoEnds).length === 0;
}

function takeRequirements(line: Line, parts: () => Line[], ground: Ground, { work, kind, desirable }: Reading): void {
  const told = ['deputising', 'reportsTo', 'category'] as const;
  // «1.6.» below «1.3. Требования:» is a provision again, and no item of that list.
  const number = numberOf(line);
  const isProvision = number !== null && !number.isBullet && number.depth > 1;
  if (isProvision && takeGuides(line, work)) return;
  if ((number === null || isProvision) && takeFacts(line, work, told, 40).length === 0) return;
  for (const part of parts())
    if (answersFor(part, work)) addLiability(part, ground, work);
    else takeRequirement(part, { kind, desirable, ground }, work);
}

/** An entry, or several in one line; one that ends in a colon has the lines below it as its items. */
function takeListed(
  line: Line,
  parts: readonly Line[],
  add: (line: Line) => object | null,
  list: { items?: Clause[] }[],
  reading: Reading,
): void {
  for (const part of parts) add(part);
  const entry = list.at(-1);
  if (!entry || !/[:：]$/u.test(line.text)) return;
  reading.parent = parentOf(line, (item) => {
    entry.items ??= [];
    const ground = mapped('item', { heading: shownOf(reading) });
    addEntry(entry.items, item, 'phrase', ground, reading.work, (text, id, source) => ({ id, text, source }));
    if (entry.items.length === 0) delete entry.items;
  });
}

/**
 * Noise, cold and shifts below a heading on the body or on the surroundings are conditions; what the body does are demands. Below
 * “Physical demands and work environment” both are what the American section of that name has.
 */
function addDemand(line: Line, ground: Ground, reading: Reading): object | null {
  const { work } = reading;
  const { surroundings, effort } = work.rules.patterns;
  const isOfBoth = sectionByCue(shownOf(reading), work.rules) === 'physical' && surroundings.test(shownOf(reading));
  return !isOfBoth && surroundings.test(line.text) && !effort.test(line.text)
    ? addCondition(line, ground, work)
    : addPhysical(line, ground, work);
}

function takeFlsa(line: Line, ground: Ground, { work }: Reading): void {
  const { draft, ledger } = work;
  if (!draft.flsa) return ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  const said = phraseOf(line.text, work, 'sentence');
  draft.flsa.basis = draft.flsa.basis === undefined ? said : `${inOne(draft.flsa.basis)}. ${said}`.slice(0, 2000);
  ledger.give(line, fate(ground, [draft.to(draft.flsa, 'basis')]));
}
