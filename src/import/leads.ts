/** Introductions that say what the list below them is: «Менеджер имеет право:», “You must have:”. */
import { signature } from './headings.js';
import type { Neighbours } from './headings.js';
import { answersFor } from './lead-words.js';
import { looksLikeHeading, numberOf, partOf } from './lines.js';
import type { Line } from './lines.js';
import { forbids, leadsProhibitions } from './prohibitions.js';
import { keyOf } from './reading.js';
import type { Reading } from './reading.js';
import type { RequirementKind } from './requirement.js';
import { areDuties, requirementKeys, requirementKinds } from './section-keys.js';
import { piecesOf } from './work.js';
import type { Work } from './work.js';
import { wordPattern, wordsBeside } from './said-words.js';
import { firstOf, levelled, stemOf } from './words.js';

/** Takes an introduction, and gives what stands behind its colon to `entry`; false where the line is none. */
export function takeLead(line: Line, around: Neighbours, reading: Reading, entry: (line: Line) => void): boolean {
  const { work } = reading;
  const isOpen = /[:：]$/u.test(line.text);
  const colon = isOpen ? line.text.length - 1 : line.text.indexOf(':');
  const isListed =
    around.after !== null &&
    !looksLikeHeading(around.after) &&
    signature(around.after) !== null &&
    signature(around.after) !== signature(line);
  if (colon < 0 && !isBareLead(line, work) && !(isListed && !/[.!?]$/u.test(line.text) && line.text.split(/\s+/u).length <= 12))
    return false;
  const head = colon < 0 ? line.text : line.text.slice(0, colon);
  if (head.length > 220 || (colon > 0 && colon < line.text.length - 1 && head.split(/\s+/u).length > 14)) return false;
  const key = keyOf(reading);
  const cue = leadCue(head, reading);
  const isForbidden = cue !== null && cue.isForbidden === true;
  if (!cue && isOpen && isBareLead(line, work)) {
    work.ledger.leaveOut(line, 'lead');
    return true;
  }
  if (!cue || (key === 'procedures' && cue.key !== 'procedures')) return false;
  // «руководствуется ПДД и приказами директора»: without a colon, what stands behind the words of an introduction says it already.
  if (colon < 0 && !isBareLead(line, work) && saysMore(line.text, cue.phrase, reading)) return false;
  if (!isOpen && cue.key === 'duties' && answering.has(key ?? '') && answersFor(line, work)) return false;
  if (areDuties(key) && !leadsOutOfDuties.has(cue.key) && !isForbidden) return false;
  narrow(cue.key, cue.phrase, line, reading);
  if (isForbidden && reading.section) reading.section = { ...reading.section, isForbidden };
  if (cue.key === 'relations')
    reading.isExternal = firstOf(levelled(cue.phrase), work.rules.phrases(work.rules.words.external), true) !== null;
  const headLine = partOf(line, 0, colon < 0 ? line.text.length : colon + 1);
  // The introduction names the requirement too: «назначается лицо, имеющее … образование, и должен знать: …» is rare and stays whole.
  work.ledger.leaveOut(headLine, 'lead');
  const rest = colon < 0 ? null : partOf(line, colon + 1);
  if (rest && rest.text !== '') for (const part of keyOf(reading) === 'relations' ? [rest] : piecesOf(rest, false, work)) entry(part);
  return true;
}

/** ‘Verantwoordelijk voor veilig werken: gehoorbescherming dragen’ says all of one thing below these headings, and opens no list of duties. */
const answering: ReadonlySet<string> = new Set(['responsibility', 'limits', 'rights']);

/** Whether a line says more than the words of an introduction, with who does it and a word or two. */
function saysMore(text: string, phrase: string, { work, titleStems }: Reading): boolean {
  const usual = wordsBeside('', work.rules).add(phrase);
  const words = [...levelled(text).matchAll(wordPattern)].map(([word]) => word);
  return words.filter((word) => !usual.has(word) && !titleStems.has(stemOf(word))).length > 2;
}

/** Among duties other leads are words of a duty: «взаимодействует с поставщиками: …». */
export const leadsOutOfDuties: ReadonlySet<string> = new Set(['rights', 'duties', 'responsibility', 'knowledge']);

/** A sentence that is an introduction and nothing else, though no colon ends it. */
const isBareLead = (line: Line, { rules }: Work): boolean =>
  numberOf(line) === null && line.text.length < 120 && rules.patterns.bareLead.test(line.text);

/** What an introduction says that the list is, by the longest words that are known. */
export function leadCue(head: string, reading: Reading): { key: string; phrase: string; isForbidden?: boolean } | null {
  const { rules } = reading.work;
  if (leadsProhibitions(head, rules)) return { key: 'limits', phrase: head.trim(), isForbidden: true };
  // What is forbidden in passing leads no list of what is allowed.
  if (forbids(head, rules)) return null;
  const level = levelled(head);
  let best: { key: string; phrase: string } | null = null;
  for (const [key, phrases] of Object.entries(rules.words.leads)) {
    const found = firstOf(level, rules.phrases(phrases));
    if (found && (!best || found.phrase.length > best.phrase.length)) best = { key, phrase: found.phrase };
  }
  const exact = rules.headings.exact(head)[0];
  if (exact && (requirementKeys.has(exact.key) || exact.key === keyOf(reading))) return { key: exact.key, phrase: exact.shown };
  return best;
}

/** Back to what the lead stood in, at the next line of its level. */
export function widen(line: Line, reading: Reading): void {
  const { narrowed } = reading;
  if (!narrowed) return;
  const own = signature(line);
  if (own === narrowed.lead && (own !== null || narrowed.seen)) {
    reading.narrowed = null;
    narrowed.before();
  } else if (own !== null) narrowed.seen = true;
}

function narrow(key: string, phrase: string, line: Line, reading: Reading): void {
  const { section, kind, desirable, group } = reading;
  reading.narrowed = {
    lead: signature(line),
    seen: false,
    before: () => void Object.assign(reading, { section, kind, desirable, group }),
  };
  const isAmongRequirements = section !== null && requirementKeys.has(section.key);
  const opener = section?.opener ?? line;
  if (key === 'desirable' || key === 'essential') {
    reading.desirable = key === 'desirable' ? true : isAmongRequirements ? false : desirable;
    reading.kind = null;
    if (!isAmongRequirements) reading.section = { key: 'requirements', shown: phrase, opener, isExact: true };
    return;
  }
  reading.desirable = null;
  if (requirementKinds.has(key)) {
    reading.kind = key as RequirementKind;
    if (!isAmongRequirements) reading.section = { key: 'requirements', shown: phrase, opener, isExact: true };
    return;
  }
  reading.kind = null;
  if (section?.key === key || (key === 'duties' && section?.key === 'marginal')) return;
  reading.section = { key, shown: section?.shown ?? phrase, opener, isExact: true };
  if (key === 'duties') reading.group = null;
}
