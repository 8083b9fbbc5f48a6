/** The order of the head by which descriptions come into force: which ones, from when, who sees to it, who signs. */
import { branch } from '../language/phrases.js';
import { formatDate } from '../language/dates.js';
import type { Role } from '../role/role.generated.js';
import { editionOf } from './edition.js';
import { documentView, languageTag, numbered } from './parties.js';
import type { Parties } from './parties.js';
import { orderSigners } from './signing.js';
import type { Wording } from './wording.js';

/** For all `roles` of the errand, in their order; for the role of the paper where there are no others. */
export function approvalOrderView(role: Role, parties: Parties, wording: Wording) {
  const { approval } = parties.organisation ?? {};
  const act = approval?.act?.kind === 'order' ? approval.act : undefined;
  const inWords = (date: string | null | undefined): string | null =>
    date ? formatDate(date, wording.locale, 'long', languageTag(wording)) : null;
  const descriptions = (parties.roles ?? [role]).map((one) => {
    const kind = parties.descriptions?.[one.id] ?? parties.description ?? numbered;
    return {
      id: one.id,
      kind: branch(kind),
      title: wording.titleOf(one),
      number: documentView({ ...parties, kind, description: kind }, one, wording).number,
      version: editionOf(one.version),
    };
  });
  const [kind = '', ...others] = new Set(descriptions.map((one) => one.kind));
  return {
    date: inWords(act?.date ?? parties.date),
    number: act?.number ?? null,
    effective: inWords(approval?.effective),
    descriptions,
    /** The kind that all of them are of, as phrases select it. */
    kind: others.length > 0 ? 'mixed' : kind,
    several: descriptions.length > 1,
    count: descriptions.length,
    ...orderSigners(role, parties, wording),
  };
}
