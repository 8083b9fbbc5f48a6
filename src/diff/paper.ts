/** The papers of a role as a comparison sees them: what can be told apart, and a mark of what each says. */
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import type { Role } from '../role/role.generated.js';

/**
 * What tells one paper of a role from another. How much it says may become a further field: a fingerprint is of words
 * alone, so papers whose text stays keep theirs.
 */
export interface Paper {
  /** The kind of document, such as `job-description`. */
  kind: string;
  /** The country whose law it follows. */
  jurisdiction: JurisdictionId;
  locale: Locale;
}

export interface Papers {
  /** All that are to be compared. */
  list: readonly Paper[];
  /** Whether employees sign for what the paper says, under the law of its country. */
  isSigned(paper: Paper): boolean;
  /** The same for papers that read the same; null when the role has no such paper. Throws a Refusal when it cannot be made. */
  fingerprint(role: Role, paper: Paper): string | null;
  /** The ids of the entries of the role that have a place of their own in a paper: a clause, an item, a row. */
  entries(role: Role, paper: Paper): ReadonlySet<string>;
}

/** One paper of both roles. */
export interface ComparedPaper extends Paper {
  signed: boolean;
  /** The fingerprint; null when the older or newer role has no such paper. */
  before: string | null;
  after: string | null;
  changed: boolean;
}

/** `after` is null when the newer role says what the older one does. */
export const comparedPapers = (before: Role, after: Role | null, papers: Papers): ComparedPaper[] =>
  papers.list.flatMap((paper): ComparedPaper[] => {
    const old = papers.fingerprint(before, paper);
    const young = after ? papers.fingerprint(after, paper) : old;
    if (old === null && young === null) return [];
    return [{ ...paper, signed: papers.isSigned(paper), before: old, after: young, changed: old !== young }];
  });
