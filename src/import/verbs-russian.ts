/** Russian duties say what is done («обеспечивает»); files often say what is to be done («Обеспечивать»). */
import type { ClauseForm, Formed } from './formed.js';
import type { Change } from './report.js';
import type { Rules } from './rules.js';

export const isInfinitive = (word: string): boolean =>
  /(?:[аеиоуыяю]ть|[сз]ти|чь)(?:ся|сь)?$/u.test(word) && !/(?:[еоа]сть|ность|мочь|область|печать|дочь)$/u.test(word);
const isAdverb = (word: string): boolean => /^(?:не|лично|регулярно|также|совместно)$|(?:но|во|ски|чески|льно)$/u.test(word);
const joiners = new Set(['и', 'или', 'а', 'также', 'либо']);

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
  if (form === 'skill') {
    const lead = /^(?:умение|способность|навыки?|умеет)\s+(?=\p{L}+(?:ть|ти|чь)(?:ся)?(?:\s|$))/iu.exec(text)?.[0];
    return lead ? { text: text.slice(lead.length), changes: [{ code: 'lead-word', args: { words: lead.trim() } }] } : { text, changes: [] };
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
    if (hasFirst && /^(?:чтобы|для)$/u.test(lower)) break;
    if (/[,;]/u.test(signs) || joiners.has(lower)) atStart = true;
    if (word === '' || joiners.has(lower) || isAdverb(lower)) continue;
    if (atStart && isInfinitive(lower)) {
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
