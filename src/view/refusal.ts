/** What the record of a refusal says of the case: when the paper was offered, why it was not signed, who was there. */
import { formatDate } from '../language/dates.js';
import { languageTag } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/** Nothing of it is known where a form is wanted. */
export function refusalView({ refused }: Parties, wording: Wording) {
  const witness = (at: number) => {
    const { name = '', post = null } = refused?.witnesses[at] ?? {};
    /** “Mira Vink, team leader”. */
    const named = [name, post].filter(Boolean).join(', ');
    return { name, post, named };
  };
  const by = refused?.offeredBy;
  return {
    /** “Helen Carter, HR adviser”. */
    offeredBy: by ? [by.name, by.post].filter(Boolean).join(', ') : null,
    offerer: by?.name ?? null,
    offererPost: by?.post ?? null,
    /** “no. 1 of 1 December 2026”. */
    replaces: refused?.replaces
      ? wording.phrase('refusal.replaced', {
          number: refused.replaces.number,
          date: formatDate(refused.replaces.date, wording.locale, 'long', languageTag(wording)),
        })
      : null,
    offeredOn: refused ? formatDate(refused.offeredOn, wording.locale, 'long', languageTag(wording)) : null,
    paperDated: refused?.paperDated ? formatDate(refused.paperDated, wording.locale, 'long', languageTag(wording)) : null,
    reason: refused?.reason ?? null,
    /** Whether it is known that no reason was given. */
    silent: refused !== undefined && refused !== null && refused.reason === null,
    first: witness(0),
    second: witness(1),
  };
}
