/** Duties in their areas: what is done, and what an area is for, ends in and is measured by. */
import type { Duty, DutyGroup } from '../role/role.generated.js';
import { clauseOf } from './clause-form.js';
import { withoutTargets } from './clause-sections.js';
import { startsWithVerb } from './duty-verbs.js';
import { namesWhatFollows, signature } from './headings.js';
import type { Neighbours } from './headings.js';
import { numberOf, partOf } from './lines.js';
import type { Line } from './lines.js';
import { groundOf, keyOf, parentOf, shownOf } from './reading.js';
import type { Reading } from './reading.js';
import { boldStart } from './run-in.js';
import { areDuties } from './section-keys.js';
import { addEntry, fate, longestText, mapped, phraseOf, piecesOf } from './work.js';
import type { Work } from './work.js';
import { stemOf, wordsOf } from './words.js';

/** Takes a line among duties: the name of an area, or one duty or more. */
export function takeDuty(line: Line, around: Neighbours, reading: Reading): void {
  if (namesHolder(line, reading)) return reading.work.ledger.leaveOut(line, 'lead');
  if (headsArea(line, around, reading)) return;
  const { work } = reading;
  const ground = groundOf(line, reading);
  for (const part of piecesOf(line, numberOf(line) !== null, work)) {
    const group = groupFor(reading);
    const duty = addEntry(
      group.duties,
      part,
      'duty',
      ground,
      work,
      (text, id, source): Duty => ({ id, text, ...(reading.isMarginal && !group.marginal && { marginal: true }), source }),
    );
    if (duty && part === line && /[:：]$/u.test(line.text)) reading.parent = parentOf(line, (item) => addItem(item, duty, reading));
  }
}

/** «Медицинская сестра процедурного кабинета:» above the list: who does it, and no area. */
const namesHolder = ({ text }: Line, { titleStems }: Reading): boolean =>
  /[:：]$/u.test(text) && wordsOf(text).length > 0 && wordsOf(text).every((word) => titleStems.has(stemOf(word)));

function addItem(item: Line, duty: Duty, reading: Reading): void {
  const { work } = reading;
  duty.items ??= [];
  const ground = mapped('item', { heading: shownOf(reading) });
  addEntry(duty.items, item, 'phrase', ground, work, (text, id, source): Duty => ({ id, text, source }));
  if (duty.items.length === 0) delete duty.items;
}

/** Opens an area of duties with its share of time, where its name says one. */
export function openGroup(line: Line, reading: Reading): void {
  const { work } = reading;
  if (namesHolder(line, reading)) return work.ledger.leaveOut(line, 'lead');
  const share = /\s*\(?(\d{1,3}) ?%\)?\s*:?$/u.exec(line.text);
  const heading = phraseOf(share ? line.text.slice(0, share.index) : line.text, work);
  if (heading === '') return;
  const group = work.draft.openGroup(heading);
  if (share && Number(share[1]) > 0 && Number(share[1]) <= 100) group.share = Number(share[1]);
  if (reading.isMarginal) group.marginal = true;
  group.source = work.sourceOf(line);
  reading.group = group;
  reading.parent = null;
  work.ledger.give(line, fate(mapped('group'), [work.draft.to(group, 'heading')]));
}

/** Whether what follows is a list, as under an area of duties. */
export const headsDuties = ({ work, group }: Reading, after: Line | null): boolean =>
  after !== null && numberOf(after) !== null && (group !== null || work.draft.duties.length === 0);

/** The area that is open, or one with the name of the section. */
function groupFor(reading: Reading): DutyGroup {
  if (reading.group) return reading.group;
  const { work } = reading;
  reading.group = work.draft.openGroup(phraseOf(shownOf(reading), work) || 'duties');
  if (reading.isMarginal) reading.group.marginal = true;
  return reading.group;
}

/** «Поиск клиентов:» with numbers below it; “**Enquiries.** Answer …” with its name in bold. */
function headsArea(line: Line, { before, after }: Neighbours, reading: Reading): boolean {
  const { work } = reading;
  const bold = boldStart(line);
  if (bold !== null) {
    openGroup(partOf(line, 0, bold), reading);
    return takeEssence(partOf(line, bold), line, reading);
  }
  // «Переговоры (20 %): Цель: …», a name with what it is for behind it.
  const colon = /^[^:]{3,120}:(?=\s)/u.exec(line.text)?.[0].length;
  const behind = colon === undefined ? null : partOf(line, colon);
  if (behind && labelledParts(behind, work)) {
    openGroup(partOf(line, 0, colon), reading);
    return takeLabelledOfArea(behind, reading);
  }
  const words = line.text.split(/\s+/u);
  if (after?.piece === line.piece && words.length <= 12 && labelledParts(after, work)) {
    openGroup(line, reading);
    return true;
  }
  if (namesArea(line, after, reading)) {
    openGroup(line, reading);
    return true;
  }
  if (headsList(line, after, reading) || namesPlainly(line, { before, after }, reading) || headsNumbers(line, after, reading)) {
    openGroup(line, reading);
    return true;
  }
  if (!/[:：]$/u.test(line.text) || words.length > 12 || !after) return false;
  const [own, next] = [numberOf(line), numberOf(after)];
  const goesDeeper = next !== null && (own === null || next.isBullet || next.depth > own.depth || next.level > own.level);
  if (!goesDeeper || startsWithVerb(line.text, work)) return false;
  openGroup(line, reading);
  return true;
}

/** «А. До начала работ» above «8. Получать …»: a few words behind a letter, above a list of another sort. */
function namesArea(line: Line, after: Line | null, { work }: Reading): boolean {
  const own = numberOf(line);
  if (!own || own.isBullet || !/^\(?\p{Lu}[.)]$/u.test(own.shown) || !after || signature(after) === signature(line)) return false;
  return line.text.split(/\s+/u).length <= 7 && !/[.;,:]$/u.test(line.text) && !startsWithVerb(line.text, work);
}

/** “Administration” above bullets, “Staff” in italics above numbers: a few plain words without a sign at their end. */
function headsList(line: Line, after: Line | null, { work }: Reading): boolean {
  const next = after && numberOf(after);
  if (numberOf(line) !== null || !next || !/^\p{Lu}[^.,;:!?]*$/u.test(line.text) || line.text.split(/\s+/u).length > 5) return false;
  const isSetOff = line.paragraph.look.italic === 'all' && after.paragraph.look.italic !== 'all';
  return isSetOff || (next.isBullet && !startsWithVerb(line.text, work));
}

/** «2.3. Прочее» above «2.3.1. …»: a few words without a sign at their end, above numbers that go deeper. */
function headsNumbers(line: Line, after: Line | null, { work }: Reading): boolean {
  const [own, next] = [numberOf(line), after && numberOf(after)];
  if (!own || !next || own.isBullet || next.isBullet || next.depth !== own.depth + 1) return false;
  return line.text.split(/\s+/u).length <= 7 && !/[.;,]$/u.test(line.text) && !startsWithVerb(line.text, work);
}

/** ‘Operationeel’ above sentences that end in a stop: a word or a few, without one. */
const namesPlainly = (line: Line, { before, after }: Neighbours, { work }: Reading): boolean =>
  namesWhatFollows(line, { before, after }) && !startsWithVerb(line.text, work);

/** What stands behind the name of an area in its line. */
function takeEssence(rest: Line, line: Line, reading: Reading): boolean {
  const { work, group } = reading;
  if (!group || rest.text === '' || takeLabelledOfArea(rest, reading)) return true;
  const essence = clauseOf(rest.text, 'duty', work.rules);
  if (essence.text.length > 500) {
    for (const part of piecesOf(rest, false, work))
      addEntry(group.duties, part, 'duty', groundOf(rest, reading), work, (text, id, source): Duty => ({ id, text, source }));
    return true;
  }
  group.essence = essence.text;
  work.ledger.give(rest, fate(groundOf(line, reading), [work.draft.to(group, 'essence')], essence.changes));
  return true;
}

/** «Результат: …», “Aim: …” under an area of duties. */
export function takeLabelledOfArea(line: Line, reading: Reading): boolean {
  const { work, group } = reading;
  if (!areDuties(keyOf(reading)) || !group) return false;
  const parts = labelledParts(line, work);
  if (!parts) return false;
  for (const { key, shown, label, value } of parts) {
    work.ledger.give(label, { certainty: 'mapped', why: { code: 'label', args: { label: shown } } });
    const ground = mapped('label', { label: shown });
    const rest = key === 'goal' ? [value] : withoutTargets(value, group, ground, work);
    const said = rest.map((part) => clauseOf(part.text, 'phrase', work.rules));
    const text = said
      .map((part) => part.text)
      .join('; ')
      .slice(0, longestText);
    if (group[key] === undefined && text !== '') group[key] = text;
    else for (const part of rest) work.ledger.give(part, { certainty: 'unplaced', why: { code: 'repeated', args: {} } });
    rest.forEach((part, at) => work.ledger.give(part, fate(ground, [work.draft.to(group, key)], said[at]?.changes ?? [])));
  }
  return true;
}

interface Labelled {
  readonly key: 'goal' | 'result' | 'measure';
  readonly shown: string;
  readonly label: Line;
  readonly value: Line;
}

/** «Цель: …», «Результат: … Показатель: …»: one or more in a line, from its start. */
function labelledParts(line: Line, work: Work): Labelled[] | null {
  const found: { key: Labelled['key']; shown: string; from: number; to: number }[] = [];
  for (const { index, 0: whole, 1: word = '' } of line.text.matchAll(/(\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,2}):\s/gu)) {
    const wording = work.rules.labels
      .exact(word)
      .find(({ key }) => key === 'goal' || key === 'result' || key === 'measure' || key === 'purpose');
    if (wording)
      found.push({
        key: wording.key === 'purpose' ? 'goal' : (wording.key as Labelled['key']),
        shown: wording.shown,
        from: index,
        to: index + whole.length,
      });
  }
  if (found.length === 0 || found[0]?.from !== 0) return null;
  return found.map(({ key, shown, from, to }, at) => ({
    key,
    shown,
    label: partOf(line, from, to),
    value: partOf(line, to, found[at + 1]?.from ?? line.text.length),
  }));
}
