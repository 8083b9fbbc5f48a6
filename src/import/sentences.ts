/** Facts that files say in sentences: whom the holder reports to, who appoints, what the position is for. */
import type { Role } from '../role/role.generated.js';
import { mapped, guessed, addEntry, fate, phraseOf } from './work.js';
import type { Ground, Work } from './work.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { postEnd, postTitle, postTitles } from './posts.js';
import type { PostCase } from './posts.js';
import { namesIn } from './people.js';
import { inOne } from './draft.js';
import { findPhrase, firstOf, levelled, stemOf, wordsOf } from './words.js';

type FactKey =
  | 'formula'
  | 'noSubordinates'
  | 'subordinates'
  | 'reportsTo'
  | 'appointment'
  | 'category'
  | 'purpose'
  | 'deputising'
  | 'requirement'
  | 'guidedBy';

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

interface Cue {
  readonly key: FactKey;
  readonly at: number;
  readonly phrase: string;
}

function cuesIn(text: string, work: Work): Cue[] {
  const level = levelled(text);
  return order.flatMap((key) => {
    const found =
      firstOf(level, work.rules.phrases(work.rules.words.sentences[key]?.cues)) ?? (key === 'deputising' ? standsIn(level, work) : null);
    return found ? [{ key, at: found.at, phrase: found.phrase }] : [];
  });
}

/** “The deputy covers the desk when the holder is out”: that somebody is away, and that another does the work. */
export function standsIn(level: string, { rules: { patterns } }: Work): { at: number; phrase: string } | null {
  const [away, covers] = [patterns.absent.exec(level), patterns.covers.exec(level)];
  if (!away || !covers || Math.abs(away.index - covers.index) > longestBridge) return null;
  const first = away.index < covers.index ? away : covers;
  return { at: first.index, phrase: first[0] };
}

/** How far apart the two words of such a sentence may stand. */
const longestBridge = 160;

/** Whether a line says anything of this sort. `only` narrows what is looked for. */
export function hasFacts(line: Line, work: Work, only: readonly FactKey[] = order): boolean {
  return cuesIn(line.text, work).some(({ key }) => only.includes(key));
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
  const cues = cuesIn(line.text, work).filter(({ key, at }) => only.includes(key) && (at < within || key === 'formula'));
  const [first] = cues;
  if (!first) return false;
  const ground = mapped('cue', { cue: first.phrase });
  switch (first.key) {
    case 'formula':
      work.ledger.leaveOut(line, 'formula');
      return true;
    case 'noSubordinates': {
      const superior = cues.find(({ key, at }) => key === 'reportsTo' && at < first.at);
      if (superior) return superiorIn(line, superior, work, ground);
      work.ledger.give(line, fate(ground, []));
      return true;
    }
    case 'deputising':
      return deputyIn(line, work, ground);
    case 'appointment':
      return appointmentIn(line, first, work, ground);
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

/** «Подчиняется …» and «ему подчиняются …» in one sentence, each to its end. */
function linesOfCommand(line: Line, cues: readonly Cue[], work: Work): boolean {
  const own = cues.filter(({ key }) => key === 'reportsTo' || key === 'subordinates').sort((a, b) => a.at - b.at);
  // «подчиняются» holds «подчиняется» in other languages only by chance: two cues at one place are one.
  const apart = own.filter((cue, at) => at === 0 || cue.at > (own[at - 1]?.at ?? 0) + 3);
  let taken = false;
  for (const [at, cue] of apart.entries()) {
    const part = partOf(
      line,
      at === 0 ? 0 : startOfCue(line.text, cue.at, work),
      apart[at + 1] ? startOfCue(line.text, apart[at + 1]?.at ?? 0, work) : line.text.length,
    );
    const shifted = { ...cue, at: findPhrase(levelled(part.text), cue.phrase) };
    const ground = mapped('cue', { cue: cue.phrase });
    const isOverOthers = cue.key === 'reportsTo' && namesHolderBefore(part.text.slice(0, shifted.at), work);
    taken =
      (cue.key === 'reportsTo' && !isOverOthers ? superiorIn(part, shifted, work, ground) : subordinatesIn(part, shifted, work, ground)) ||
      taken;
  }
  return taken;
}

/** «Воспитателю подчиняется младший воспитатель»: the title, in the case of the one to whom others report. */
function namesHolderBefore(text: string, { draft, rules }: Work): boolean {
  const [first, ...more] = wordsOf(text);
  if (first === undefined || more.length > 4 || !rules.patterns.dative.test(first)) return false;
  return wordsOf(inOne(draft.title ?? '')).some((word) => stemOf(word) === stemOf(first));
}

/** The word before the cue belongs to it: “and leads”, «а также руководит». */
const startOfCue = (text: string, at: number, { rules }: Work): number => {
  const before = rules.patterns.jointAtEnd.exec(text.slice(0, at));
  return before ? at - before[0].length + 1 : at;
};

function superiorIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  const behind = unnamed(line.text.slice(cue.at + cue.phrase.length), work).replace(/^[\s:–—-]+/u, '');
  const phrase = behind.slice(0, postEnd(behind, work.rules));
  const title = postTitle(phrase, work.rules.language === 'ru' ? 'dative' : 'nominative', work.rules);
  if (title === null) return false;
  const id = work.draft.postOf(title);
  if (!work.draft.superiors.includes(id)) {
    if (work.draft.superiors.length > 0) return repeated(line, work);
    work.draft.superiors.push(id);
  }
  work.ledger.give(line, fate(ground, [work.draft.to(work.draft.superiors, '0'), work.draft.to(work.draft.posts[id] ?? {}, 'title')]));
  return true;
}

function repeated(line: Line, work: Work): boolean {
  work.ledger.give(line, { certainty: 'unplaced', why: { code: 'repeated', args: {} } });
  return true;
}

function subordinatesIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  const behind = unnamed(line.text.slice(cue.at + cue.phrase.length), work).replace(/^[\s:–—-]+/u, '');
  const end = /[.(]/u.exec(behind)?.index ?? behind.length;
  const from: PostCase = work.rules.patterns.instrumental.test(cue.phrase) ? 'instrumental' : 'nominative';
  return takeSubordinates(line, behind.slice(0, end), from, work, ground);
}

/** A phrase on a post without who holds it, who is told of and no more. */
function unnamed(text: string, { organisation, rules }: Work): string {
  const names = namesIn(text, rules.patterns);
  organisation.namedPlaces += names.length;
  return names.toReversed().reduce((rest, { from, to }) => rest.slice(0, from).trimEnd() + rest.slice(to), text);
}

/** Nobody, or a list of posts; false where neither can be read. */
export function takeSubordinates(line: Line, said: string, from: PostCase, work: Work, ground: Ground): boolean {
  if (work.rules.patterns.nobody.test(said.trim())) {
    work.ledger.give(line, fate(ground, []));
    return true;
  }
  // «Нет. Ассистент отдела помогает с документами»: what goes on behind it says nothing of command.
  const none =
    said === line.text
      ? [...said.matchAll(/[.;](?=\s)/gu)].find(({ index }) => work.rules.patterns.nobody.test(said.slice(0, index)))
      : undefined;
  if (none) {
    work.ledger.give(partOf(line, 0, none.index + 1), fate(ground, []));
    work.ledger.give(partOf(line, none.index + 1), { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return true;
  }
  const plainly = said.replace(/\s*\([^()]*\)/gu, '').replace(/(?<![\p{L}\d])\d+(?:\s?(?:[-–—/]|à|tot|to)\s?\d+)?\s+(?=\p{L})/gu, '');
  const [titles = []] = [postTitles(said, from, work.rules), postTitles(plainly, from, work.rules)].filter(
    (found) => found.length > 0 && found.every((title) => title.length <= 60),
  );
  if (titles.length === 0) return false;
  for (const id of titles.map((title) => work.draft.postOf(title)))
    if (!work.draft.subordinates.includes(id)) work.draft.subordinates.push(id);
  work.ledger.give(line, fate(ground, [work.draft.at('subordinates')]));
  return true;
}

function instrumentIn(level: string, work: Work): Role['appointment']['instrument'] | null {
  const { instruments } = work.rules.words;
  for (const one of ['order', 'decision', 'contract'] as const) if (firstOf(level, work.rules.phrases(instruments[one]))) return one;
  return null;
}

/** «… приказом генерального директора по представлению начальника отдела». */
function appointmentIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  if (work.draft.appointment) return repeated(line, work);
  const { rules } = work;
  const level = levelled(line.text);
  const instrument = instrumentIn(level, work);
  const word = instrument && firstOf(level, rules.phrases(rules.words.instruments[instrument]));
  const from = rules.language === 'ru' ? (word ? word.at + word.phrase.length : -1) : cue.at + cue.phrase.length;
  // «На должность … назначается лицо, имеющее высшее образование»: it is about the requirements.
  if (from < 0) return hiredBy(line, level, work, ground);
  const behind = unnamed(line.text.slice(from), work).trim();
  const title = postTitle(behind.slice(0, postEnd(behind, work.rules)), rules.language === 'ru' ? 'genitive' : 'nominative', rules);
  if (title === null) return false;
  const proposal = firstOf(level, rules.phrases(rules.words.proposal));
  const proposer = proposal ? line.text.slice(proposal.at + proposal.phrase.length).trim() : '';
  const proposed = proposal
    ? postTitle(
        proposer.slice(0, postEnd(proposer, rules)),
        rules.language === 'ru' ? (rules.patterns.consent.test(proposal.phrase) ? 'instrumental' : 'genitive') : 'nominative',
        rules,
      )
    : null;
  work.draft.appointment = {
    by: work.draft.postOf(title),
    instrument: instrument ?? 'order',
    ...(proposed !== null &&
      (proposal && rules.patterns.consent.test(proposal.phrase)
        ? { consentOf: [work.draft.postOf(proposed)] }
        : { proposedBy: [work.draft.postOf(proposed)] })),
  };
  work.ledger.give(line, fate(ground, [work.draft.at('appointment')]));
  return true;
}

/** «Принимается на работу и увольняется директором»: without the paper by which it is done. */
function hiredBy(line: Line, level: string, work: Work, ground: Ground): boolean {
  const { rules, draft } = work;
  const found = rules.patterns.hires.exec(level);
  if (!found) return false;
  const behind = unnamed(line.text.slice(found.index + found[0].length), work);
  const title = postTitle(behind.slice(0, postEnd(behind, rules)), rules.language === 'ru' ? 'instrumental' : 'nominative', rules);
  if (title === null) return false;
  draft.appointment = { by: draft.postOf(title), instrument: 'order' };
  work.ledger.give(line, fate(guessed('cue', ground.why.args), [draft.at('appointment')]));
  return true;
}

function categoryIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  const behind = levelled(line.text.slice(cue.at + cue.phrase.length));
  const { categories } = work.rules.words;
  for (const key of ['managers', 'specialists', 'clerical-staff', 'workers'] as const) {
    if (!firstOf(behind, work.rules.phrases(categories[key]), true)) continue;
    work.draft.category ??= key;
    work.ledger.give(line, fate(ground, [work.draft.at('category')]));
    return true;
  }
  return false;
}

function purposeIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  if (work.draft.purpose !== null) return repeated(line, work);
  const from = cue.at + cue.phrase.length;
  const dash = /[—–:-]\s/u.exec(line.text.slice(from));
  const said =
    dash && dash.index < 80
      ? line.text.slice(from + dash.index + dash[0].length)
      : line.text.slice(from).replace(work.rules.patterns.copula, '');
  const purpose = phraseOf(said.trim(), work);
  if (purpose === '') return false;
  work.draft.purpose = purpose;
  work.ledger.give(line, fate(ground, [work.draft.at('purpose')]));
  return true;
}

/** Below a heading on deputising, a sentence without the usual words is on it all the same. */
export const takeDeputy = (line: Line, work: Work, ground: Ground): boolean =>
  work.draft.deputising === null && deputyIn(line, work, ground);

function deputyIn(line: Line, work: Work, ground: Ground): boolean {
  if (work.draft.deputising) return repeated(line, work);
  const { rules } = work;
  const level = levelled(line.text);
  const reasons = (['business-trip', 'leave', 'illness', 'other'] as const).filter((one) =>
    firstOf(level, rules.phrases(rules.words.absences[one]), true),
  );
  const instrument = instrumentIn(level, work);
  const by = deputyTitle(line.text, level, work);
  work.draft.deputising = {
    reasons: reasons.length > 0 ? reasons : ['business-trip', 'leave', 'illness'],
    ...(by !== null && { by: work.draft.postOf(by) }),
    ...(by === null && instrument !== null && work.draft.appointment && { namedBy: work.draft.appointment.by }),
    ...(instrument !== null && { instrument }),
    transfersRights: firstOf(level, rules.phrases(rules.words.transfers)) !== null,
  };
  work.ledger.give(line, fate(by === null ? ground : guessed('cue', ground.why.args), [work.draft.at('deputising')]));
  return true;
}

/** The post that stands in, where the sentence names one. */
function deputyTitle(text: string, level: string, work: Work): string | null {
  const found = work.rules.patterns.deputy.exec(level);
  if (!found) return null;
  const behind = unnamed(text.slice(found.index + found[0].length), work);
  if (work.rules.patterns.anybody.test(behind)) return null;
  return postTitle(behind.slice(0, postEnd(behind, work.rules)), 'nominative', work.rules);
}

/** Takes the words behind a lead of what the holder is guided by. */
export const addGuide = (line: Line, ground: Ground, work: Work): boolean =>
  addEntry(work.draft.guidedBy, line, 'phrase', ground, work, (text, id, source) => ({ id, text, source })) !== null;
