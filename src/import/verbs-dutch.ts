/** Dutch duties say what the holder does («beheert de voorraad»); files also say «Het beheren van de voorraad» and «Je beheert de voorraad». */
import type { ClauseForm, Formed } from './formed.js';
import type { Rules } from './rules.js';

export function dutchDuty(text: string, form: ClauseForm, rules: Rules): Formed {
  const { patterns } = rules;
  if (form === 'skill' || form === 'right') {
    const lead = patterns.skillStart.exec(text)?.[0];
    return lead && /\bte\s/u.test(text)
      ? { text: text.slice(lead.length), changes: [{ code: 'lead-word', args: { words: lead.trim() } }] }
      : { text, changes: [] };
  }
  const subject = patterns.subject.exec(text)?.[0];
  if (subject && /^\p{Ll}+t\b/u.test(text.slice(subject.length)))
    return { text: text.slice(subject.length), changes: [{ code: 'lead-word', args: { words: subject.trim() } }] };
  const own = rules.words.verbs;
  const verbs = Array.isArray(own) ? {} : (own as Readonly<Record<string, string>>);
  const noun = /^(?:het\s+)?(\p{L}+)\s+van\s+(.+)$/isu.exec(text);
  const plainVerb = /^(\p{L}+en)\s+(\p{L}+)\s+(.+)$/isu.exec(text);
  const isPlain = plainVerb !== null && patterns.object.test(plainVerb[2] ?? '');
  const infinitive = (noun?.[1] ?? (isPlain ? plainVerb[1] : undefined) ?? '').toLowerCase();
  const finite = verbs[infinitive];
  if (finite === undefined) return { text, changes: [] };
  const [verb = '', particle] = finite.split('|');
  const rest = noun ? (noun[2] ?? '') : `${plainVerb?.[2] ?? ''} ${plainVerb?.[3] ?? ''}`;
  // A part that stands apart goes behind the object, which ends where the next phrase begins.
  if (particle !== undefined && /[,;.]|\ben\b/u.test(rest)) return { text, changes: [] };
  const said = particle === undefined ? `${verb} ${rest}` : `${verb} ${rest} ${particle}`;
  return { text: said, changes: [{ code: 'verb', args: { from: infinitive, to: finite.replace('|', ' … ') } }] };
}
