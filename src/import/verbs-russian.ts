/** Russian duties say what is done («обеспечивает»); files often say what is to be done («Обеспечивать»). */
import type { ClauseForm, Formed } from './formed.js';
import type { Patterns } from './patterns.js';
import type { Change } from './report.js';
import type { Rules } from './rules.js';

export const isInfinitive = (word: string, { infinitive, noInfinitive }: Patterns): boolean =>
  infinitive.test(word) && !noInfinitive.test(word);

/** What the holder does, of what is to be done; null where no rule knows, or where it would say what he will do once. */
export function presentOf(infinitive: string, rules: Rules): string | null {
  const own = rules.words.verbs;
  const known = Array.isArray(own) ? undefined : (own as Readonly<Record<string, string>>)[infinitive];
  if (known) return known;
  if ((rules.words.once ?? []).includes(infinitive)) return null;
  const reflexive = /^(.+)ся$/u.exec(infinitive)?.[1];
  if (reflexive) {
    const plainForm = presentOf(reflexive, rules);
    return plainForm && `${plainForm}ся`;
  }
  if (/(?:да|зна|ста)вать$/u.test(infinitive)) return infinitive.replace(/вать$/u, 'ёт');
  if (/[ое]вать$/u.test(infinitive) && !/(?:деват|леват|зреват|певат|севат|греват|довевать)/u.test(infinitive))
    return infinitive.replace(/[ое]вать$/u, 'ует');
  if (/[ая]ть$/u.test(infinitive)) return infinitive.replace(/ть$/u, 'ет');
  return null;
}

export function russianDuty(text: string, form: ClauseForm, rules: Rules): Formed {
  const { patterns } = rules;
  if (form === 'skill') {
    const lead = patterns.skillStart.exec(text)?.[0] ?? '';
    const [word = ''] = /^\p{L}+/u.exec(text.slice(lead.length)) ?? [];
    return lead !== '' && isInfinitive(word, patterns)
      ? { text: text.slice(lead.length), changes: [{ code: 'lead-word', args: { words: lead.trim() } }] }
      : { text, changes: [] };
  }
  if (form !== 'duty') return { text, changes: [] };
  const pieces = text.split(/([^\p{L}\p{N}-]+)/u);
  const changes: Change[] = [];
  let hasFirst = false;
  let atStart = true;
  for (let at = 0; at < pieces.length; at += 2) {
    const word = pieces[at] ?? '';
    const lower = word.toLowerCase();
    const signs = pieces[at - 1] ?? '';
    if (hasFirst && patterns.purpose.test(lower)) break;
    if (/[,;]/u.test(signs) || patterns.conjunction.test(lower)) atStart = true;
    if (word === '' || patterns.conjunction.test(lower) || patterns.adverb.test(lower)) continue;
    if (atStart && isInfinitive(lower, patterns)) {
      const present = presentOf(lower, rules);
      if (present === null) return { text, changes: [] };
      pieces[at] = present;
      changes.push({ code: 'verb', args: { from: lower, to: present } });
      hasFirst = true;
    } else if (!hasFirst) return { text, changes: [] };
    atStart = false;
  }
  return { text: pieces.join(''), changes };
}
