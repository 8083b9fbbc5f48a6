/** Sentences of the provisions: whom the holder reports to, what the position is for, what it asks, by what the holder is guided. */
import { takeByContent, takeByCue } from './by-content.js';
import { addPurpose, startsAsAim } from './clause-sections.js';
import { takeByGuess } from './guessing.js';
import { startsWithVerb } from './duty-verbs.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { groundOf, keyOf, shownOf } from './reading.js';
import type { Reading } from './reading.js';
import { requirementKind } from './requirement.js';
import { takeRequirement } from './requirements-section.js';
import { takeDeputy } from './deputising.js';
import { addGuide, hasFacts, takeFacts } from './sentences.js';
import { nobody, takeSubordinates } from './subordinates.js';
import { guessed, mapped, piecesOf } from './work.js';
import type { Work } from './work.js';
import { firstOf, levelled } from './words.js';

/** Takes a line of a section in which sentences say facts. */
export function takeProvision(line: Line, reading: Reading): void {
  const { work } = reading;
  const key = keyOf(reading);
  if (key !== 'purpose' && key !== 'summary') {
    for (const part of takeFacts(line, work))
      if (key !== 'deputising' || !takeDeputy(part, work, guessed('sentence', { heading: shownOf(reading) }))) takeSentence(part, reading);
    return;
  }
  if (
    key === 'summary' &&
    /\d/u.test(line.text) &&
    work.rules.patterns.employer.test(line.text) &&
    !startsAsAim(line.text, work) &&
    !hasFacts(line, work, ['noSubordinates', 'purpose', 'reportsTo'])
  ) {
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return;
  }
  // What a summary says in passing of those below stays in the summary.
  const told = ['formula', 'noSubordinates', 'purpose', ...(work.draft.superiors.length === 0 ? (['reportsTo'] as const) : [])] as const;
  for (const part of takeFacts(line, work, told, 50)) {
    const isShort = part.text.split(/\s+/u).length <= (key === 'summary' || /\d/u.test(part.text) ? 8 : 0);
    const isFact = isShort && takeByCue(part, work, ['pay', 'conditions']);
    const isOffer = !isFact && /\d/u.test(part.text) && takeByGuess(part, work, { only: ['conditions'] });
    if (!isFact && !isOffer) addPurpose(part, groundOf(line, reading), work, key);
  }
}

/** A sentence that says nothing of command: it may be a requirement, or a rule on the work. */
function takeSentence(line: Line, reading: Reading): void {
  const { work } = reading;
  if (keyOf(reading) === 'subordination' && takeBelow(line, reading)) return;
  const isGeneral = keyOf(reading) === 'general';
  const requirement =
    hasFacts(line, work, ['requirement']) || (isGeneral && hasFacts(line, work, ['appointment']))
      ? requirementKind(line.text, work.rules)
      : null;
  if (requirement) {
    takeRequirement(line, { kind: null, desirable: null, ground: mapped('criterion', { word: requirement.word }) }, work);
    return;
  }
  // «К работе допускаются лица, прошедшие медосмотр»: a requirement, of whatever sort.
  if (isGeneral && hasFacts(line, work, ['requirement'])) {
    const ground = guessed('sentence', { heading: shownOf(reading) });
    return takeRequirement(line, { kind: 'extra', desirable: null, ground }, work);
  }
  if (isGeneral && takeGuides(line, work)) return;
  if (keyOf(reading) !== 'about' && takeByCue(line, work)) return;
  // “Comply with the policies of the Council” below “General”, behind the duties.
  if (isGeneral && work.draft.duties.length > 0 && startsWithVerb(line.text, work) && takeByContent(line, work)) return;
  if (!isGeneral && keyOf(reading) === 'subordination' && takePeople(line, work)) return;
  work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
}

/** ‘None’, «Ассистент (1 чел.)» below a heading that asks who reports to the holder: nobody, or who. */
function takeBelow(line: Line, reading: Reading): boolean {
  const { work } = reading;
  if (work.rules.patterns.nobody.test(line.text.trim())) {
    work.ledger.give(line, nobody(work));
    return true;
  }
  const heading = levelled(shownOf(reading));
  const { labels, sentences } = work.rules.words;
  const asks = firstOf(heading, work.rules.phrases([...(labels.subordinates ?? []), ...(sentences.subordinates?.cues ?? [])]));
  if (!asks || line.text.split(/\s+/u).length > longestPosts || /[.!?]\s/u.test(line.text)) return false;
  return takeSubordinates(line, line.text, 'nominative', work, guessed('sentence', { heading: shownOf(reading) }));
}

/** How many words the posts below the holder have at most, where no words of a sentence tell them. */
const longestPosts = 10;

/** Among sentences on command: who stands in, and with whom the holder has to do, by their words. */
function takePeople(line: Line, work: Work): boolean {
  const guess = work.rules.guess?.line(line.text);
  if (guess?.key === 'deputising' && guess.margin > 0.6 && guess.words.length > 1)
    return takeDeputy(line, work, guessed('guess', { words: guess.words.join(', ') }));
  return takeByGuess(line, work, { least: 0.6, only: ['relations'] });
}

/** «Руководствуется уставом и приказами директора»: false where the line says nothing of the kind. */
export function takeGuides(line: Line, work: Work): boolean {
  if (!hasFacts(line, work, ['guidedBy'])) return false;
  const cue = firstOf(levelled(line.text), work.rules.phrases(work.rules.words.sentences.guidedBy?.cues));
  const end = (cue?.at ?? 0) + (cue?.phrase.length ?? 0);
  work.ledger.leaveOut(partOf(line, 0, end), 'lead');
  for (const part of piecesOf(partOf(line, end), false, work)) addGuide(part, mapped('cue', { cue: cue?.phrase ?? '' }), work);
  return true;
}
