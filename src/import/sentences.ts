/** Facts that files say in sentences: whom the holder reports to, who appoints, what the position is for. */
import { appointmentIn } from './appointment.js';
import { linesOfCommand, superiorIn } from './command.js';
import { purposeOf } from './clause-sections.js';
import { deputyIn, standsIn } from './deputising.js';
import { repeated } from './fact-cues.js';
import type { Cue, FactKey } from './fact-cues.js';
import { partOf } from './lines.js';
import { nobody, takeSubordinates } from './subordinates.js';
import type { Line } from './lines.js';
import { addEntry, fate, mapped } from './work.js';
import type { Ground, Work } from './work.js';
import { firstOf, levelled } from './words.js';

/** What says most goes first: a sentence on a deputy names superiors too. */
const order: readonly FactKey[] = [
  'formula',
  'deputising',
  'noSubordinates',
  'appointment',
  'category',
  'purpose',
  'requirement',
  'guidedBy',
  'subordinates',
  'reportsTo',
];

function cuesIn(text: string, work: Work, only: readonly FactKey[]): Cue[] {
  const level = levelled(text);
  return order.flatMap((key) => {
    if (!only.includes(key)) return [];
    const found =
      firstOf(level, work.rules.phrases(work.rules.words.sentences[key]?.cues)) ?? (key === 'deputising' ? standsIn(level, work) : null);
    return found ? [{ key, at: found.at, phrase: found.phrase }] : [];
  });
}

/** Whether a line says anything of this sort. `only` narrows what is looked for. */
export function hasFacts(line: Line, work: Work, only: readonly FactKey[] = order): boolean {
  return cuesIn(line.text, work, only).length > 0;
}

/**
 * Takes what the sentences of a line say of the position. Gives back the sentences that say nothing of the kind; a line that ends in a colon
 * is left to whoever reads lists.
 */
export function takeFacts(line: Line, work: Work, only: readonly FactKey[] = order, within = Number.POSITIVE_INFINITY): Line[] {
  const before = work.draft.deputising;
  return work.rules
    .sentences(line.text)
    .map(({ from, to }) => partOf(line, from, to))
    .filter((sentence) => !takeSentence(sentence, work, only, within) && !(before === null && takeTransfer(sentence, work)));
}

/** «Он приобретает соответствующие права»: what a sentence behind the one on the deputy says of him. */
function takeTransfer(line: Line, { rules, draft, ledger }: Work): boolean {
  const found = draft.deputising && firstOf(levelled(line.text), rules.phrases(rules.words.transfers));
  if (!draft.deputising || !found) return false;
  draft.deputising.transfersRights = true;
  ledger.give(line, fate(mapped('cue', { cue: found.phrase }), [{ draft: 'role', owner: draft, key: 'deputising' }]));
  return true;
}

function takeSentence(line: Line, work: Work, only: readonly FactKey[], within: number): boolean {
  const cues = cuesIn(line.text, work, only).filter(({ key, at }) => at < within || key === 'formula');
  if (only.includes('subordinates') && saysWhoIsBelow(line, work)) return true;
  const [first] = cues;
  if (!first) return false;
  const ground = mapped('cue', { cue: first.phrase });
  switch (first.key) {
    case 'formula':
      work.ledger.leaveOut(line, 'formula');
      return true;
    case 'noSubordinates': {
      const superior = cues.find(({ key, at }) => key === 'reportsTo' && at < first.at);
      const before = superior ? partOf(line, 0, first.at) : null;
      const isRead = superior && before ? superiorIn(before, superior, work, mapped('cue', { cue: superior.phrase })) : false;
      work.ledger.give(isRead ? partOf(line, first.at) : line, nobody(work));
      return true;
    }
    case 'deputising':
      return deputyIn(line, work, ground);
    case 'appointment': {
      const category = cues.find(({ key }) => key === 'category');
      const isSaid = category !== undefined && readCategory(line, category, work);
      if (appointmentIn(line, first, work, ground, isSaid ? [work.draft.at('category')] : [])) return true;
      if (isSaid) work.ledger.give(line, fate(ground, [work.draft.at('category')]));
      return isSaid;
    }
    case 'category':
      return categoryIn(line, first, work, ground);
    case 'purpose':
      return purposeIn(line, first, work, ground);
    case 'requirement':
    case 'guidedBy':
      return false;
    case 'subordinates':
    case 'reportsTo':
      return linesOfCommand(line, cues, work);
  }
}

/** “The events assistant reports to you”, “You’ll report to Kyle and have 9 to 12 beertenders reporting to you”: who is led stands before the words for it. */
function saysWhoIsBelow(line: Line, work: Work): boolean {
  const found = work.rules.patterns.belowHolder.exec(line.text);
  if (!found || found.index < 3 || found.index > farthestCrew) return false;
  const before = line.text.slice(0, found.index);
  const from = crewAt(before, work);
  const superior = from > 0 ? cuesIn(before.slice(0, from), work, ['reportsTo'])[0] : undefined;
  const isRead = superior !== undefined && superiorIn(partOf(line, 0, from), superior, work, mapped('cue', { cue: superior.phrase }));
  const crew = isRead ? partOf(line, from) : line;
  return takeSubordinates(crew, before.slice(from).trim(), 'nominative', work, mapped('cue', { cue: found[0] }));
}

/** How far the words for it may stand behind the start of the sentence. */
const farthestCrew = 100;

/** Where those who are led are counted: behind the last “have”, “and” or sign that a number follows; the start where none does. */
function crewAt(before: string, { rules }: Work): number {
  const starts = [...before.matchAll(/(?<=\s)(?=\S)/gu)].map(({ index }) => index);
  return starts.find((at) => rules.patterns.countStart.test(before.slice(at)) && !/[,;]\s/u.test(before.slice(at))) ?? 0;
}

function categoryIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  if (!readCategory(line, cue, work)) return false;
  work.ledger.give(line, fate(ground, [work.draft.at('category')]));
  return true;
}

/** Whether the words behind the cue name a category, which is then that of the draft. */
function readCategory(line: Line, cue: Cue, { draft, rules }: Work): boolean {
  const behind = levelled(line.text.slice(cue.at + cue.phrase.length));
  const { categories } = rules.words;
  const key = (['managers', 'specialists', 'clerical-staff', 'workers'] as const).find((one) =>
    firstOf(behind, rules.phrases(categories[one]), true),
  );
  if (key === undefined) return false;
  draft.category ??= key;
  return true;
}

function purposeIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  if (work.draft.purpose !== null) return repeated(line, work);
  const from = cue.at + cue.phrase.length;
  const dash = /[—–:-]\s/u.exec(line.text.slice(from));
  const said =
    dash && dash.index < 80
      ? line.text.slice(from + dash.index + dash[0].length)
      : line.text.slice(from).replace(work.rules.patterns.copula, '');
  const purpose = purposeOf(said.trim(), work);
  if (purpose === '') return false;
  work.draft.purpose = purpose;
  work.ledger.give(line, fate(ground, [work.draft.at('purpose')]));
  return true;
}

/** Takes the words behind a lead of what the holder is guided by. */
export const addGuide = (line: Line, ground: Ground, work: Work): boolean =>
  addEntry(work.draft.guidedBy, line, 'phrase', ground, work, (text, id, source) => ({ id, text, source })) !== null;
