/** The grammatical form of rights: an infinitive, in Dutch with «te». */
import { isRecord } from '../../read/schema-walk.js';
import { clauseAt } from '../clause.js';
import { findAll } from '../place.js';
import { sectionOf } from '../section.js';
import type { LintCheck } from '../rule.js';

const wrong = {
  ru: /(?:ет|ёт|ит|ют|ят|[аяе]ние|[аяис]тие|[аоия]ция)(?:ся)?$/u,
  en: /^to$|ing$|[^suia]s$|^(?:may|can|has|is|the|right|rights)$/u,
};

export const rule: LintCheck = (context) => {
  const others = new Set(context.list('others'));
  const rights = sectionOf(context, ['rights/text']);
  return [
    ...findAll(rights, { ru: /^\p{L}+/gu, en: /^\p{L}+/gu }, (match, { language }) => {
      const word = match[0].toLowerCase();
      return language !== 'nl' && wrong[language].test(word) && !others.has(word) ? {} : null;
    }),
    ...findAll(rights, { nl: /^.{1,60}/gsu }, (_, { text, clause }) => {
      const right = clauseAt(context.role, clause);
      // Where entries follow, the infinitive may stand in them.
      const isLead = isRecord(right) && Array.isArray(right.items);
      return isLead || /(?:^|\s)te\s+\p{L}+/iu.test(text) ? null : {};
    }),
  ];
};
