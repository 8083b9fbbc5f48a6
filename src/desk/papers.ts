/** The papers of a role for an organisation, or for any: what a comparison reads, and what can be matched with a printed code. */
import type { Paper, Papers } from '../diff/paper.js';
import { walk } from '../document/reading.js';
import type { Block, Locale } from '../document/document.js';
import { isAcknowledged, isFor, isIn, lackingFor, standsFor } from '../shelf/kinds.js';
import type { Library } from '../shelf/library.js';
import { fingerprintOf } from '../paper/fingerprint.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Press } from '../press/press.js';
import type { Role } from '../role/role.generated.js';

/** A paper, and the mark of what it says. */
export interface PaperCode extends Paper {
  /** 64 hexadecimal digits; the first twelve are printed. */
  fingerprint: string;
}

export interface PaperScope {
  /** Null for blank forms, which say nothing of an employer. */
  organisation: Organisation | null;
  locales: readonly Locale[];
  /** When left out that of the organisation; without an organisation all, since nobody knows which law people signed under. */
  jurisdictions?: readonly Paper['jurisdiction'][];
  /** Ids of kinds; all when left out. */
  kinds?: readonly string[];
  /** The department whose papers they are, by its id in the organisation. */
  department?: string | null;
}

/** The papers of a scope, to be compared by their fingerprints. */
export function openPapers(press: Press, scope: PaperScope): Papers {
  const { organisation, department = null } = scope;
  return {
    list: papersIn(press.library, scope),
    isSigned: ({ kind, jurisdiction }) => isAcknowledged(press.library.kind(kind), jurisdiction),
    // Of hundreds of roles that differ in one change each, none is asked for twice: to find it kept would cost a fifth more.
    fingerprint: (role, paper) =>
      hasPaper(press.library, role, paper) ? fingerprintOf(press.blank({ role, ...paper, organisation, department })) : null,
    entries: (role, paper) => idsIn(press.blank({ role, ...paper, organisation, department }).blocks),
  };
}

function idsIn(blocks: readonly Block[]): ReadonlySet<string> {
  const ids = new Set<string | null>();
  for (const block of walk(blocks)) {
    if (block.type === 'clause' || block.type === 'section') ids.add(block.id);
    for (const { id } of block.type === 'list' ? block.items : block.type === 'table' ? block.rows : []) ids.add(id);
  }
  ids.delete(null);
  return ids as ReadonlySet<string>;
}

/** The papers that a role has in a scope, with their fingerprints. Throws a Refusal when one cannot be made. */
export const papersOf = (press: Press, role: Role, scope: PaperScope): PaperCode[] =>
  papersIn(press.library, scope)
    .filter((paper) => hasPaper(press.library, role, paper))
    .map((paper) => {
      const { organisation, department = null } = scope;
      return { ...paper, fingerprint: press.fingerprint({ role, ...paper, organisation, department }) };
    });

/** Kind by kind, in the order in which kinds, countries and languages are listed; without those that no change of a role changes. */
export function papersIn(library: Library, { organisation, locales, jurisdictions, kinds }: PaperScope): Paper[] {
  const wanted = kinds?.map((id) => library.kind(id)) ?? library.kinds().filter(({ compared }) => compared !== false);
  const countries = jurisdictions ?? (organisation ? [organisation.jurisdiction] : library.jurisdictions());
  return wanted.flatMap((kind) =>
    countries
      .filter((jurisdiction) => isIn(kind, jurisdiction))
      .flatMap((jurisdiction) => locales.map((locale) => ({ kind: kind.id, jurisdiction, locale }))),
  );
}

/** A paper that another stands for is none of the role's: it is made only where somebody insists. */
function hasPaper(library: Library, role: Role, { kind: id, locale, jurisdiction }: Paper): boolean {
  const kind = library.kind(id);
  return (
    role.languages.includes(locale) &&
    isFor(kind, role.category) &&
    standsFor(kind, library.kinds(), jurisdiction, role.category) === undefined &&
    lackingFor(kind, role) === null
  );
}
