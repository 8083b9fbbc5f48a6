/** The papers of a role for an organisation, or for any: what a comparison reads, and what can be matched with a printed code. */
import type { Paper, Papers } from './diff/paper.js';
import type { Locale } from './document.js';
import { jurisdictionIds, kinds, lackingFor, signedKinds } from './library.js';
import type { Kind } from './library.js';
import type { Organisation } from './organisation.generated.js';
import type { Press } from './press.js';
import type { Role } from './role/role.generated.js';

/** A paper that our kinds know. */
export interface KnownPaper extends Paper {
  kind: Kind;
}

/** A paper, and the mark of what it says. */
export interface PaperCode extends KnownPaper {
  /** 64 hexadecimal digits; the first twelve are printed. */
  fingerprint: string;
}

export interface PaperScope {
  /** Null for blank forms, which say nothing of an employer. */
  organisation: Organisation | null;
  locales: readonly Locale[];
  /** When left out that of the organisation; without an organisation all, since nobody knows which law people signed under. */
  jurisdictions?: readonly Paper['jurisdiction'][];
  kinds?: readonly Kind[];
  /** The department whose papers they are, by its id in the organisation. */
  department?: string | null;
}

/** The papers of a scope, to be compared by their fingerprints. */
export function openPapers(press: Press, scope: PaperScope): Papers {
  const { organisation, department = null } = scope;
  return {
    list: papersIn(scope),
    isSigned: (kind) => (signedKinds as readonly string[]).includes(kind),
    fingerprint: (role, paper) => fingerprintIn(press, role, paper as KnownPaper, { organisation, department }),
  };
}

/** The papers that a role has in a scope, with their fingerprints. Throws a Refusal when one cannot be made. */
export const papersOf = (press: Press, role: Role, scope: PaperScope): PaperCode[] =>
  papersIn(scope).flatMap((paper) => {
    const fingerprint = fingerprintIn(press, role, paper, { organisation: scope.organisation, department: scope.department ?? null });
    return fingerprint === null ? [] : [{ ...paper, fingerprint }];
  });

/** Kind by kind, in the order in which kinds, countries and languages are listed. */
export function papersIn({ organisation, locales, jurisdictions, kinds: wanted = kinds }: PaperScope): KnownPaper[] {
  const countries = jurisdictions ?? (organisation ? [organisation.jurisdiction] : jurisdictionIds);
  return wanted.flatMap((kind) => countries.flatMap((jurisdiction) => locales.map((locale) => ({ kind, jurisdiction, locale }))));
}

/** Null when the role has no such paper. */
const fingerprintIn = (
  press: Press,
  role: Role,
  paper: KnownPaper,
  whose: Pick<Required<PaperScope>, 'organisation' | 'department'>,
): string | null =>
  role.languages.includes(paper.locale) && lackingFor(paper.kind, role) === null ? press.fingerprint({ role, ...paper, ...whose }) : null;
