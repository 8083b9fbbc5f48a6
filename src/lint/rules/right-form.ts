/** The grammatical form of rights: an infinitive, in Dutch with «te». */
import { isRecord } from '../../read/schema-walk.js';
import type { Locale } from '../../document/document.js';
import { clauseAt } from '../clause.js';
import { sectionOf } from '../section.js';
import type { LintCheck } from '../rule.js';

const wrong = {
  ru: /(?:ет|ёт|ит|ют|ят|[аяе]ние|[аяис]тие|[аоия]ция)(?:ся)?$/u,
  en: /^to$|ing$|[^suia]s$|^(?:may|can|has|is|the|right|rights)$/u,
};

/** “The clerk has the right to: …”, after which the points are what is asked about. */
const lead: Record<Locale, RegExp> = {
  ru: /^[^:]{0,80}(?:имеет право|вправе)\s*:?\s*/iu,
  en: /^[^:]{0,80}(?:has|have) the right to\s*:?\s*/iu,
  nl: /^[^:]{0,80}(?:heeft|hebben) het recht(?: om)?\s*:?\s*/iu,
};

/** What parts the points of a list within a sentence; a Dutch or English comma may stand inside a point. */
const pointEnd: Record<Locale, RegExp> = { ru: /;|,(?! (?:которы|что|если|когда|чтобы))/u, en: /;/u, nl: /;/u };

export const rule: LintCheck = (context) => {
  const others = new Set(context.list('others'));
  const statements = context.list('statements');
  return sectionOf(context, ['rights/text']).passages.flatMap(({ pointer, text, language, clause }) => {
    const plain = text.toLowerCase();
    // A whole sentence on what somebody is entitled to goes on from no lead.
    if (/^\p{Lu}/u.test(text) && statements.some((one) => plain.includes(one))) return [];
    const right = clauseAt(context.role, clause);
    // Where entries follow, the infinitive may stand in them.
    if (language === 'nl' && isRecord(right) && Array.isArray(right.items)) return [];
    const said = pointsOf(text, language);
    if (said.every((point) => isInfinitive(point, language, others))) return [];
    const found = language === 'nl' ? /^.{1,60}/su.exec(text) : /^\p{L}+/u.exec(text);
    return found ? [{ pointer, range: { start: 0, end: found[0].length } }] : [];
  });
};

function pointsOf(text: string, language: Locale): string[] {
  const opening = lead[language].exec(text)?.[0];
  if (opening === undefined) return [text];
  const rest = text.slice(opening.length);
  return opening.includes(':') ? rest.split(pointEnd[language]).filter((point) => point.trim() !== '') : [rest];
}

function isInfinitive(point: string, language: Locale, others: ReadonlySet<string>): boolean {
  if (language === 'nl') return /(?:^|\s)te\s+\p{L}+/iu.test(point);
  const word = /^\s*(\p{L}+)/u.exec(point)?.[1]?.toLowerCase() ?? '';
  return others.has(word) || !wrong[language].test(word);
}
