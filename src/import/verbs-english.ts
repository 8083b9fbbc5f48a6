/** English clauses are written in the base form, as after “you”; files also say “To ensure”, “Ensures”, “Ensuring”, “You will ensure”. */
import type { ClauseForm, Formed } from './formed.js';
import type { Change } from './report.js';
import type { Rules } from './rules.js';

/** “ensures” and “ensuring” are “ensure”; null for what is no verb that the language’s list has. */
export function baseOf(word: string, verbs: ReadonlySet<string>): string | null {
  const forms = [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  const gerund = /^(.+)ing$/.exec(word)?.[1];
  if (gerund) forms.push(gerund, `${gerund}e`, gerund.replace(/(.)\1$/, '$1'), gerund.replace(/y$/, 'ie'));
  return forms.find((form) => verbs.has(form)) ?? null;
}

export function englishDuty(text: string, form: ClauseForm, rules: Rules): Formed {
  const changes: Change[] = [];
  const { patterns, verbs } = rules;
  const lead = (form === 'duty' ? patterns.dutyStart : patterns.skillStart).exec(text)?.[0];
  let rest = text;
  if (lead) {
    const word = /^[\p{L}-]+/u.exec(text.slice(lead.length))?.[0].toLowerCase() ?? '';
    if (form !== 'duty' || baseOf(word, verbs)) {
      rest = text.slice(lead.length);
      changes.push({ code: 'lead-word', args: { words: lead.trim() } });
    }
  }
  if (form !== 'duty') return { text: rest, changes };
  const pieces = rest.split(/([^\p{L}'’-]+)/u);
  const first = (pieces[0] ?? '').toLowerCase();
  const base = baseOf(first, verbs);
  if (!base || base === first) return { text: rest, changes };
  const isGerund = first.endsWith('ing');
  pieces[0] = base;
  changes.push({ code: 'verb', args: { from: first, to: base } });
  let isChain = true;
  for (let at = 2; at < pieces.length; at += 2) {
    const word = (pieces[at] ?? '').toLowerCase();
    const before = (pieces[at - 2] ?? '').toLowerCase();
    const joined = patterns.conjunction.test(before) || /[,;]/.test(pieces[at - 1] ?? '');
    const other = joined && word.endsWith(isGerund ? 'ing' : 's') && word !== base ? baseOf(word, verbs) : null;
    // “reports and plans”: behind a noun of the same look it may be another noun, so only what an object follows is a verb.
    // A verb joined to the first verb itself, or one that opens a new clause, is one whatever follows.
    const isChained = isChain && /^\s*$|^,\s*$/u.test(pieces[at - 1] ?? '');
    const opens = /;/u.test(pieces[at - 1] ?? '');
    if (!other || other === word || (!isGerund && !isChained && !opens && !hasObject(pieces, at, rules))) {
      isChain &&= patterns.conjunction.test(word);
      continue;
    }
    pieces[at] = other;
    changes.push({ code: 'verb', args: { from: word, to: other } });
  }
  return { text: pieces.join(''), changes };
}

/** Whether an object follows a word: “places product on hold”, and neither “reports and records” nor “records of the team”. */
function hasObject(pieces: readonly string[], at: number, { patterns, verbs }: Rules): boolean {
  const next = pieces[at + 2] ?? '';
  if (patterns.object.test(next)) return true;
  const sign = pieces[at + 1] ?? '';
  if (/^\s+$/.test(sign)) return /^\p{Ll}{3,}$/u.test(next) && !patterns.noObject.test(next);
  // “assigns work, coaches, conducts reviews”: one of a list of verbs.
  return /^,\s+$/.test(sign) && next.endsWith('s') && baseOf(next.toLowerCase(), verbs) !== null;
}
