/** What a change notice or an order on changes says: the earlier words, the new ones, and from when these hold. */
import { formatDate } from '../language/dates.js';
import type { ChangedStatement, Statement } from '../document/statements.js';
import type { Role } from '../role/role.generated.js';
import { editionOf } from './edition.js';
import { languageTag } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/** More changes than these are read better as a new edition. */
const fewest = 5;

export function changesView(role: Role, { former, changes, effective, reason }: Parties, wording: Wording) {
  const list = (changes ?? []).map((one, at) => changeView(one, at, wording));
  return {
    list,
    /** Whether they are so many that an order puts a new edition in place of the old one. */
    newEdition: list.length > fewest,
    formerVersion: former ? editionOf(former.version) : null,
    version: editionOf(role.version),
    reason: reason ?? null,
    effective: effective ? formatDate(effective, wording.locale, 'long', languageTag(wording)) : null,
  };
}

/** `where` is how people find the statement; the words of what is new or gone are null on the side that lacks them. */
function changeView({ before, after }: ChangedStatement, at: number, { phrase }: Wording) {
  const known = before ?? after;
  const topic = before !== null && after !== null && before.topic === after.topic ? before.topic : null;
  return {
    id: `change-${at + 1}`,
    sort: before === null ? 'added' : after === null ? 'removed' : 'reworded',
    section: known?.section ?? '',
    number: known?.number ?? null,
    item: known?.item ?? null,
    where: [known && placeOf(known, phrase), topic].filter(Boolean).join(', '),
    before: before && wordsOf(before, after),
    after: after && wordsOf(after, before),
  };
}

const placeOf = ({ section, number, item }: Statement, phrase: Wording['phrase']): string =>
  number !== null ? phrase('changes.clause', { number, item: item ?? 'none' }) : [section, item].filter(Boolean).join(', ');

/** What the other version says in the same words need not be said twice: the topic of a row, or the rest of it. */
function wordsOf({ topic, text }: Statement, other: Statement | null): string {
  if (topic === null || topic === other?.topic) return text;
  return text === other?.text || text === '' ? topic : `${topic}: ${text}`;
}
