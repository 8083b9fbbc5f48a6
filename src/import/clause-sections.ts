/** Lines of the sections that are lists of clauses: rights, responsibility, conditions, relations and the like. */
import type { Condition, DutyGroup, Kpi, Liability } from '../role/role.generated.js';
import { small } from './clause-form.js';
import { nominativeOf } from './nominative.js';
import { levelled, firstOf } from './words.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { figuresIn } from './figures.js';
import { targetOf, periodOf } from './measure.js';
import { addLimit, forbids } from './prohibitions.js';
import type { SectionKey } from './section-keys.js';
import { addEntry, atMarks, fate, guessed, phraseOf, semicolonsIn } from './work.js';
import type { Ground, Work } from './work.js';

function kindBy<K extends string>(
  text: string,
  lists: Readonly<Record<string, readonly (string | number)[]>>,
  work: Work,
  otherwise: K,
): K {
  const level = levelled(text);
  for (const [kind, words] of Object.entries(lists)) if (firstOf(level, work.rules.phrases(words), true)) return kind as K;
  return otherwise;
}

/** What the holder may do; a sentence that forbids is a limit, whatever tells of rights in it. */
export const addRight = (line: Line, ground: Ground, work: Work): object | null =>
  forbids(line.text, work.rules)
    ? addLimit(line, ground, work)
    : addEntry(work.draft.rights, line, 'right', ground, work, (text, id, source) => ({ id, text, source }));

export const addLiability = (line: Line, ground: Ground, work: Work): object | null =>
  addEntry(work.draft.responsibility, line, 'liability', ground, work, (text, id, source) => ({
    id,
    kind: kindBy<Liability['kind']>(text, work.rules.words.liability, work, 'result'),
    text,
    source,
  }));

const isAboutPay = ({ text }: Line, { rules }: Work): boolean => firstOf(levelled(text), rules.phrases(rules.words.pay), true) !== null;

/** “One hour lunch. $17 per hour”: a sum begins a sentence too. */
function beforeSums(line: Line): Line[] {
  const stop = /[.;]\s+(?=[$£€]\s?\d)/u.exec(line.text);
  return stop ? [partOf(line, 0, stop.index + 1), partOf(line, stop.index + 1)] : [line];
}

/** Hours of the day, or words for a schedule, and nothing of pay. */
const isAboutHours = (line: Line, work: Work): boolean =>
  !isAboutPay(line, work) &&
  (/\d[:.]\d{2}/u.test(line.text) || firstOf(levelled(line.text), work.rules.phrases(work.rules.words.condition.regime), true) !== null);

/** Noise, heat and the like, and nothing of pay. */
const isAboutSurroundings = (line: Line, work: Work): boolean =>
  !isAboutPay(line, work) && work.rules.patterns.surroundings.test(line.text);

/** ‘Tweeploegendienst 06.00-14.15, ploegentoeslag volgens cao’: hours of the day before the first comma, pay behind it. */
function hoursBeforePay(line: Line, work: Work): Line[] {
  const comma = /[,;](?=\s)/u.exec(line.text);
  if (!comma) return [line];
  const [hours, pay] = [partOf(line, 0, comma.index), partOf(line, comma.index + 1)];
  const areTwo = /\d[:.]\d{2}/u.test(hours.text) && isAboutHours(hours, work) && isAboutPay(pay, work) && !/\d[:.]\d{2}/u.test(pay.text);
  return areTwo ? [hours, pay] : [line];
}

/** Pay has a list of its own; the rest is told apart by its words. Hours in a sentence of their own are parted from pay in another. */
export function addCondition(line: Line, ground: Ground, work: Work, isOffer = false): object | null {
  const sentences = work.rules.sentences(line.text).flatMap(({ from, to }) => beforeSums(partOf(line, from, to)));
  const parts =
    sentences.some((one) => isAboutPay(one, work)) && sentences.some((one) => isAboutHours(one, work) || isAboutSurroundings(one, work))
      ? sentences
      : hoursBeforePay(line, work);
  if (parts.length > 1) return parts.map((one) => addCondition(one, ground, work, isOffer)).find((one) => one !== null) ?? null;
  const aboutPay = isAboutPay(line, work);
  if (aboutPay && (isOffer || !firstOf(levelled(line.text), work.rules.phrases(work.rules.words.condition.trips), true)))
    return addEntry(work.draft.payComponents, line, 'sentence', ground, work, (text, id, source) => ({ id, text, source }));
  return addEntry(
    work.draft.conditions,
    line,
    'sentence',
    isOffer && !aboutPay ? guessed(ground.why.code, ground.why.args) : ground,
    work,
    (text, id, source) => ({
      id,
      kind: kindBy<Condition['kind']>(text, work.rules.words.condition, work, 'other'),
      text,
      source,
    }),
  );
}

export const addPhysical = (line: Line, ground: Ground, work: Work): object | null =>
  addEntry(work.draft.physicalDemands, line, 'sentence', ground, work, (text, id, source) => ({ id, text, source }));

/** «С бухгалтерией — по вопросам оплаты», “Accounts (invoices and budget)”, «Klanten: offertes». */
export function addRelation(line: Line, ground: Ground, work: Work, isOutside = false): object | null {
  const { text } = line;
  const bracket = /^([^()]{2,200})\s\(([^()]{2,500})\)[.;]?$/u.exec(text);
  const { patterns } = work.rules;
  const side = /^([^:]{4,40}):\s/u.exec(text)?.[1]?.trim();
  const isSide = side !== undefined && (patterns.insideStart.test(side) || patterns.outsideStart.test(side));
  const found = isSide ? null : (bracket ?? patterns.relation.exec(text));
  if (isSide) return addSide(line, side, ground, work);
  const isExternal = isOutside || firstOf(levelled(found?.[1] ?? text), work.rules.phrases(work.rules.words.external), true) !== null;
  const whole = found?.[1] ?? text;
  const party = whole.replace(patterns.relationStart, '');
  // «С лабораторией»: the preposition asks for a case that the entry has not.
  const isInstrumental = work.rules.language === 'ru' && party !== whole;
  const formed = (isInstrumental ? nominativeOf(small(party, work.rules), 'instrumental') : null) ?? phraseOf(party, work);
  const purpose = found?.[2] === undefined ? null : phraseOf(found[2].replace(patterns.subjectStart, ''), work);
  return addEntry(
    work.draft.relations,
    line,
    'phrase',
    ground,
    work,
    (said, id, source) => ({
      id,
      party: found ? formed : said,
      ...(isExternal && { external: true }),
      ...(purpose !== null && purpose !== '' && { purpose }),
      source,
    }),
    'party',
  );
}

/** “Inside the hospice: our retail and finance colleagues”: on which side they are, and who. */
function addSide(line: Line, side: string, ground: Ground, work: Work): object | null {
  const isExternal = work.rules.patterns.outsideStart.test(side);
  const at = line.text.indexOf(':') + 1;
  work.ledger.give(partOf(line, 0, at), { certainty: 'mapped', why: { code: 'label', args: { label: side } } });
  return addEntry(
    work.draft.relations,
    partOf(line, at),
    'phrase',
    ground,
    work,
    (party, id, source) => ({ id, party, ...(isExternal && { external: true }), source }),
    'party',
  );
}

/** Several relations in one line: “Internal: managers (requests); Accounts (invoices)”. */
export function relationsIn(line: Line, work: Work): Line[] {
  if (!/;\s/u.test(line.text)) return byCommas(line, work);
  const parts: Line[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at <= line.text.length; at++) {
    const sign = line.text[at];
    if (sign === '(') depth++;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (at === line.text.length || (sign === ';' && depth === 0)) {
      parts.push(partOf(line, from, at));
      from = at + 1;
    }
  }
  return parts.filter(({ text }) => text !== '');
}

/** ‘Verkoop over spoedorders, transporteurs over laadtijden’: each with what it is about, parted by commas. */
function byCommas(line: Line, { rules }: Work): Line[] {
  const { relationJoint } = rules.patterns;
  const parts: { from: number; to: number; isJoint: boolean }[] = [];
  let [from, behind, isJoint] = [0, 0, false];
  for (const { index } of [...line.text.matchAll(/,\s/gu), { index: line.text.length }]) {
    // A joint has no comma: of a part that grows only what is new is looked at.
    isJoint ||= relationJoint.test(line.text.slice(behind, index));
    behind = index + 1;
    const isWhole = isJoint && !relationJoint.test(line.text.slice(from, Math.min(index, from + 3)));
    if (!isWhole && index < line.text.length) continue;
    parts.push({ from, to: index, isJoint });
    [from, isJoint] = [behind, false];
  }
  const areAll = parts.length > 1 && parts.every((one) => one.isJoint);
  return areAll ? parts.map((one) => partOf(line, one.from, one.to)) : [line];
}

/** A measure in a sentence: «Доля жалоб не более 2 % в месяц». */
export function addMeasure(line: Line, ground: Ground, work: Work): Kpi | null {
  const target = targetOf(line.text, work.rules);
  const period = periodOf(line.text, work.rules);
  const certain = target.value !== null ? ground : guessed(ground.why.code, ground.why.args);
  const measure = addEntry(
    work.draft.kpis,
    line,
    'phrase',
    certain,
    work,
    (name, id, source): Kpi => ({ id, name, ...target, ...(period !== null && { period }), source }),
    'name',
  );
  if (measure && target.value === null) work.draft.assume(measure, 'value');
  return measure;
}

/**
 * ‘Dossiers compleet; openstaand saldo maximaal 1,8 %’ as the result of an area: each part that sets a target is a measure, which names
 * its area. Gives back the other parts.
 */
export function withoutTargets(line: Line, area: DutyGroup, ground: Ground, work: Work): Line[] {
  const marks = semicolonsIn(line.text);
  const parts = marks.length === 0 ? [line] : atMarks(line.text, marks).map(({ from, to }) => partOf(line, from, to));
  return parts.filter((part) => {
    if (!setsTarget(part.text, work)) return part.text !== '';
    const measure = addMeasure(part, ground, work);
    if (measure) measure.measures = [area.id];
    return measure === null;
  });
}

/** A bound or a share at the end of what is measured: in ‘afwijkingen > 5 % zijn vooraf gemeld’ the figure says which ones. */
function setsTarget(text: string, { rules }: Work): boolean {
  const { value, operator, unit } = targetOf(text, rules);
  const end = figuresIn(text, rules).at(-1)?.end ?? 0;
  return value !== null && (operator !== 'equal' || unit === 'percent') && !rules.patterns.statement.test(text.slice(end));
}

/** “Maintain the plant” is “to maintain the plant”, for papers write “the purpose of the job is …” before it. */
export function purposeOf(text: string, work: Work): string {
  const said = phraseOf(text, work);
  const [start] = work.rules.words.patterns.purposeStarts;
  const first = /^\p{L}+/u.exec(said)?.[0] ?? '';
  return start !== undefined && work.rules.verbs.has(first) ? `${start} ${said}` : said;
}

/** “To maintain the plant”, “maintaining the plant”: what a job may be for, behind “the purpose of the job is”. */
const isAim = (text: string, work: Work): boolean => startsAsAim(text, work) || work.rules.patterns.action.test(purposeOf(text, work));

/** “To provide our 46 residents with …”: whatever of the employer stands in it, it says what a job is for. */
export function startsAsAim(text: string, work: Work): boolean {
  const [start] = work.rules.words.patterns.purposeStarts;
  return start !== undefined && purposeOf(text, work).startsWith(`${start} `);
}

/** A whole sentence of the summary; the first without a purpose before it is the purpose. */
export function addPurpose(line: Line, ground: Ground, work: Work, section: 'purpose' | 'summary'): void {
  const { draft } = work;
  // “People want to help. You make it easy”: no words that “the purpose of the job is” may stand before.
  const isTold =
    section === 'purpose' &&
    work.rules.words.patterns.purposeStarts.length > 0 &&
    (draft.purpose === null ? !isAim(line.text, work) : true);
  const key = isTold ? 'summary' : section;
  const said = key === 'purpose' ? purposeOf(line.text, work) : phraseOf(line.text, work, 'sentence');
  const known = draft[key];
  const next = known === null ? said : `${known}. ${said}`;
  if (next.length > 1900) {
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'too-long', args: {} } });
    return;
  }
  draft[key] = next;
  work.ledger.give(line, fate(known === null ? ground : guessed(ground.why.code, ground.why.args), [draft.at(key)]));
}

/** Adds a line as a clause of a section that is a list of them; false where the section is none, or the line cannot be one of it. */
export function addClause(key: SectionKey, line: Line, ground: Ground, work: Work): boolean {
  switch (key) {
    case 'rights':
      return addRight(line, ground, work) !== null;
    case 'responsibility':
      return addLiability(line, ground, work) !== null;
    case 'relations':
      return addRelation(line, ground, work) !== null;
    case 'pay':
    case 'conditions':
      return addCondition(line, ground, work, key === 'pay') !== null;
    case 'physical':
      return addPhysical(line, ground, work) !== null;
    case 'kpis':
      return addMeasure(line, ground, work) !== null;
    default:
      return false;
  }
}
