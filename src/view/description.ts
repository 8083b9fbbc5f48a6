/** The description as other papers name it: acts, sheets and orders that are about it. */
import { formatDate } from '../language/dates.js';
import { branch } from '../language/phrases.js';
import type { Role } from '../role/role.generated.js';
import { editionOf } from './edition.js';
import { documentView, languageTag, numbered } from './parties.js';
import type { Parties } from './parties.js';
import { approvalView } from './signing.js';
import type { Wording } from './wording.js';

/** Null where something is not known and is written in by hand. */
export function descriptionView(role: Role, parties: Parties, wording: Wording) {
  const { paperDated } = parties.refused ?? {};
  const own: Parties = { ...parties, kind: parties.description ?? numbered };
  return {
    /** As phrases select it: the papers of workers may have a name of their own. */
    kind: branch(parties.description ?? numbered),
    // A record of a refusal is made after the paper, and bears a date of its own.
    date:
      paperDated === undefined
        ? approvalView(role, own, wording).date
        : formatDate(paperDated, wording.locale, 'long', languageTag(wording)),
    number: documentView(own, role, wording).number,
    version: editionOf(role.version),
  };
}
