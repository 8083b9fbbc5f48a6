/** Whom the holder reports to, and who reports to the holder. */
import { inOne } from './draft-values.js';
import { unnamed, repeated } from './fact-cues.js';
import type { Cue } from './fact-cues.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { postEnd, postTitle, withoutHolder } from './posts.js';
import type { PostCase } from './posts.js';
import { nobody, takeSubordinates } from './subordinates.js';
import { fate, mapped } from './work.js';
import type { Ground, Work } from './work.js';
import { findPhrase, firstOf, levelled, stemOf, wordsOf } from './words.js';

/** «Подчиняется …» and «ему подчиняются …» in one sentence, each to its end. */
export function linesOfCommand(line: Line, cues: readonly Cue[], work: Work): boolean {
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
    if (cue.key === 'reportsTo' && isCounted(part.text.slice(0, shifted.at), work)) {
      taken = isHolder(part.text.slice(shifted.at + cue.phrase.length), work)
        ? takeSubordinates(part, part.text.slice(0, shifted.at).trim(), 'nominative', work, ground) || taken
        : taken;
      continue;
    }
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

/** “9–12 beertenders report to …”: several people, who are not the holder. */
const isCounted = (before: string, { rules }: Work): boolean =>
  rules.patterns.countStart.test(before.trim()) &&
  !rules.phrases(rules.words.counts[1]).some((one) => levelled(before).startsWith(`${one} `));

/** Whether the holder is named: by the title, or as such. */
function isHolder(text: string, { draft, rules }: Work): boolean {
  const [phrase = ''] = text.split(/[.,;(]/u);
  const own = new Set(wordsOf(inOne(draft.title ?? '')).map(stemOf));
  const named = wordsOf(phrase.replace(rules.patterns.postStart, '').trim());
  const isUsual = firstOf(levelled(phrase), rules.phrases(rules.words.patterns.subjects)) !== null;
  return isUsual || (named.length > 0 && named.some((word) => own.has(stemOf(word))) && postTitle(phrase, 'nominative', rules) !== null);
}

/** The word before the cue belongs to it: “and leads”, «а также руководит». */
const startOfCue = (text: string, at: number, { rules }: Work): number => {
  const before = rules.patterns.jointAtEnd.exec(text.slice(0, at));
  return before ? at - before[0].length + 1 : at;
};

export function superiorIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  const { draft, ledger, rules } = work;
  const behind = withoutHolder(unnamed(line.text.slice(cue.at + cue.phrase.length), work).replace(/^[\s:–—-]+/u, ''), rules);
  const phrases = phrasesOf(behind, work);
  const titles = phrases
    .map((one) => postTitle(one, rules.language === 'ru' ? 'dative' : 'nominative', rules))
    .filter((one) => one !== null);
  const [title] = titles;
  if (title === undefined) return false;
  const ids = titles.map((one) => knownAs(one, work) ?? draft.postOf(one));
  if (draft.superiors.length > 0 && !ids.some((id) => draft.superiors.includes(id))) return repeated(line, work);
  const [id = ''] = ids;
  for (const one of ids) if (!draft.superiors.includes(one)) draft.superiors.push(one);
  const lead = professionalIn(behind.slice(phrases[0]?.length ?? 0), work);
  ledger.give(
    line,
    fate(ground, [
      draft.to(draft.superiors, '0'),
      draft.to(draft.posts[id] ?? {}, 'title'),
      ...(ids.length > 1 ? [draft.at('superiors')] : []),
      ...(lead ? [draft.at('professional')] : []),
    ]),
  );
  return true;
}

/** «Директору, а также логисту»: each of the posts that stand beside each other, as long as nothing else follows one. */
function phrasesOf(text: string, { rules }: Work): string[] {
  const phrases: string[] = [];
  for (const part of text.split(rules.patterns.postAlso)) {
    const end = postEnd(part, rules);
    phrases.push(part.slice(0, end));
    if (end < part.length) break;
  }
  return phrases;
}

/** ‘de teammanager’ in a sentence is the ‘teammanager wonen’ of the form above it. */
function knownAs(title: string, { draft }: Work): string | null {
  const isShort = (one: string, other: string): boolean => other === one || other.startsWith(`${one} `);
  const found = draft.superiors.find((id) => {
    const known = inOne(draft.posts[id]?.title);
    return isShort(title, known) || isShort(known, title);
  });
  return found ?? null;
}

/** How far behind the words for it the professional superior may be named: «функционально (по вопросам качества) — главному технологу». */
const farthestDash = 60;

/** «…, функционально – механику», ‘… en ontvangt functioneel leiding van de secretaris’: whether the rest names who leads professionally. */
function professionalIn(rest: string, { draft, rules }: Work): boolean {
  const found = draft.professional === null ? firstOf(levelled(rest), rules.phrases(rules.words.patterns.professionals)) : null;
  if (!found) return false;
  const behind = rest.slice(found.at + found.phrase.length);
  const dash = /[—–-]\s/u.exec(behind);
  const named = dash && dash.index < farthestDash ? behind.slice(dash.index + dash[0].length) : behind;
  const title = postTitle(named.slice(0, postEnd(named, rules)), rules.language === 'ru' ? 'dative' : 'nominative', rules);
  if (title === null) return false;
  draft.professional = draft.postOf(title);
  return true;
}

/** Whether a “no” stands right before the words for command: “has no supervision over”. */
const isDenied = (before: string, { rules }: Work): boolean => {
  const { denials } = rules.words.patterns;
  return wordsOf(before)
    .slice(-2)
    .some((word) => denials.includes(word));
};

function subordinatesIn(line: Line, cue: Cue, work: Work, ground: Ground): boolean {
  if (isDenied(line.text.slice(0, cue.at), work)) {
    work.ledger.give(line, nobody(work));
    return true;
  }
  // “No supervisory responsibilities. Gives work direction to 14 technicians”: of whom one directs the work, nobody is made a subordinate.
  if (work.draft.saysNobody && work.draft.subordinates.length === 0) {
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return true;
  }
  const behind = unnamed(line.text.slice(cue.at + cue.phrase.length), work).replace(/^[\s:–—-]+/u, '');
  // «В подчинении медсестры находится санитарка»: whose they are, and behind the verb who.
  const verb = work.rules.patterns.areBelow.exec(behind);
  const named = verb && verb.index < farthestDash ? behind.slice(verb.index + verb[0].length) : behind;
  const end = /[.(]/u.exec(named)?.index ?? named.length;
  const from: PostCase = work.rules.patterns.instrumental.test(cue.phrase) ? 'instrumental' : 'nominative';
  return takeSubordinates(line, named.slice(0, end), from, work, ground);
}
