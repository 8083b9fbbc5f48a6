/** Who appoints, by which paper, and on whose proposal. */
import type { Role } from '../role/role.generated.js';
import { repeated, unnamed } from './fact-cues.js';
import type { Cue } from './fact-cues.js';
import type { Target } from './ledger.js';
import type { Line } from './lines.js';
import { postEnd, postTitle } from './posts.js';
import type { PostCase } from './posts.js';
import { fate, guessed } from './work.js';
import type { Ground, Work } from './work.js';
import { firstOf, levelled } from './words.js';

export function instrumentIn(level: string, work: Work): Role['appointment']['instrument'] | null {
  const { instruments } = work.rules.words;
  for (const one of ['order', 'decision', 'contract'] as const) if (firstOf(level, work.rules.phrases(instruments[one]))) return one;
  return null;
}

/** «… приказом генерального директора по представлению начальника отдела». `also` is what else the sentence says. */
export function appointmentIn(line: Line, cue: Cue, work: Work, ground: Ground, also: readonly Target[] = []): boolean {
  const { draft, ledger } = work;
  if (draft.appointment) return repeated(line, work);
  const level = levelled(line.text);
  const instrument = instrumentIn(level, work);
  const by = instrument === null ? hiredBy(line, level, cue, work) : decidedBy(line, level, { cue, instrument }, work);
  if (by === null) return false;
  draft.appointment = { by: draft.postOf(by), instrument: instrument ?? 'order', ...proposalIn(line, level, work) };
  if (instrument === null) draft.assume(draft.appointment, 'instrument');
  ledger.give(line, fate(instrument === null ? guessed(ground.why.code, ground.why.args) : ground, [draft.at('appointment'), ...also]));
  return true;
}

/** Who signs the paper. */
function decidedBy(
  line: Line,
  level: string,
  { cue, instrument }: { readonly cue: Cue; readonly instrument: Role['appointment']['instrument'] },
  work: Work,
): string | null {
  const { rules } = work;
  const word = firstOf(level, rules.phrases(rules.words.instruments[instrument]));
  const isRussian = rules.language === 'ru';
  const from = isRussian ? (word ? word.at + word.phrase.length : 0) : cue.at + cue.phrase.length;
  const behind = postAt(line.text.slice(from), isRussian ? 'genitive' : 'nominative', work);
  // «На должность назначает генеральный директор по представлению …, приказом»: the paper is named last.
  return behind ?? postAt(line.text.slice(cue.at + cue.phrase.length), 'nominative', work);
}

/** «Принимается на работу и увольняется директором»: without the paper by which it is done. */
function hiredBy(line: Line, level: string, cue: Cue, work: Work): string | null {
  const { rules } = work;
  if (rules.language !== 'ru') return postAt(line.text.slice(cue.at + cue.phrase.length), 'nominative', work);
  // «На должность … назначается лицо, имеющее высшее образование»: it is about the requirements.
  const found = rules.patterns.hires.exec(level);
  return found ? postAt(line.text.slice(found.index + found[0].length), 'instrumental', work) : null;
}

/** «… по представлению главного врача», «… по согласованию с главным инженером». */
function proposalIn(line: Line, level: string, work: Work): Pick<Role['appointment'], 'proposedBy' | 'consentOf'> {
  const { draft, rules } = work;
  const found = firstOf(level, rules.phrases(rules.words.proposal));
  if (!found) return {};
  const isConsent = rules.patterns.consent.test(found.phrase);
  const from = rules.language !== 'ru' ? 'nominative' : isConsent ? 'instrumental' : 'genitive';
  const title = postAt(line.text.slice(found.at + found.phrase.length), from, work);
  if (title === null) return {};
  const posts = [draft.postOf(title)];
  return isConsent ? { consentOf: posts } : { proposedBy: posts };
}

function postAt(text: string, from: PostCase, work: Work): string | null {
  const behind = unnamed(text, work).trim();
  return postTitle(behind.slice(0, postEnd(behind, work.rules)), from, work.rules);
}
