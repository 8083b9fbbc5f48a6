/** Papers read without a change, as few of them as it takes: to make one takes some milliseconds, and roles may differ in hundreds of ways. */
import { frozen, frozenCopy } from '../content/content.js';
import type { Role } from '../role/role.generated.js';
import type { Change, FieldChange } from './change.js';
import type { ComparedPaper, Papers } from './paper.js';
import { withoutEntries } from './variant.js';
import type { Variant } from './variant.js';

type Told = Pick<Change, 'kind' | 'section' | 'id'>;

export interface Reading {
  /** The papers that read otherwise without a change, or without one field of it. */
  seenIn(change: Told, variant: Variant, field?: FieldChange): ComparedPaper[];
}

/** From so many changes of one part of the role on it pays to read papers without all of them first. */
const several = 3;

/** `concerned` are the papers to look into. */
export function openReading(
  roles: Record<Variant['of'], Role>,
  found: readonly { change: Told; without: Variant | null }[],
  concerned: readonly ComparedPaper[],
  papers: Papers,
): Reading {
  /** What a role says in one language under one law is put together once for all kinds of paper. */
  const ordered = [...concerned].sort((a, b) => (tongueOf(a) < tongueOf(b) ? -1 : tongueOf(a) > tongueOf(b) ? 1 : 0));
  const differs = (role: Role, paper: ComparedPaper, of: Variant['of']): boolean => fingerprintOf(role, paper, papers) !== paper[of];

  const without = new Map<string, ReadonlySet<ComparedPaper>>();
  /** Papers that show no change of a part of the role at all. */
  function untouchedBy(part: string): ReadonlySet<ComparedPaper> {
    const known = without.get(part);
    if (known) return known;
    const many = found.filter(({ change }) => partOf(change.section) === part).length >= several;
    const older = frozenCopy({ ...roles.after, [part]: (roles.before as unknown as Record<string, unknown>)[part] });
    const untouched = new Set(many ? ordered.filter((paper) => !differs(older, paper, 'after')) : []);
    without.set(part, untouched);
    return untouched;
  }

  const shown = new Map<string, ReadonlySet<string>>();
  /** Whether an entry has a place of its own in a paper; then it is seen there that it came or went, and what its text is. */
  function showsEntry({ kind, section, id }: Told, field: FieldChange | undefined, of: Variant['of'], paper: ComparedPaper): boolean {
    const tells = field ? field.field === 'text' && field.reason === null : kind === 'added' || kind === 'removed';
    if (id === null || !tells || !hasOwnId(section)) return false;
    const key = `${of} ${paper.kind} ${tongueOf(paper)}`;
    const ids = shown.get(key) ?? papers.entries(roles[of], paper);
    shown.set(key, ids);
    return ids.has(id);
  }

  const silent = new Map<string, boolean>();
  const lacking = new Map<string, Role>();
  /**
   * Whether a paper reads the same without any of the entries of a part that came or went and have no place of their own
   * in it. Of two roles that have little in common a paper shows some hundred not at all, and is read without each of them.
   */
  function hidesEntries(part: string, of: Variant['of'], paper: ComparedPaper): boolean {
    const key = `${part} ${of} ${paper.kind} ${tongueOf(paper)}`;
    const known = silent.get(key);
    if (known !== undefined) return known;
    const entries = found.flatMap(({ change, without }) =>
      without?.lacks && without.of === of && partOf(change.section) === part && !showsEntry(change, undefined, of, paper)
        ? without.lacks
        : [],
    );
    // Papers of one kind often show the same, and then this is one role for all of them.
    const ids = [of, ...entries.map(({ section, id, parent }) => `${section} ${parent?.id ?? ''} ${id ?? ''}`)].join('\n');
    let role = lacking.get(ids);
    if (!role) lacking.set(ids, (role = frozen(withoutEntries(roles[of], entries))));
    const hides = entries.length >= several && !differs(role, paper, of);
    silent.set(key, hides);
    return hides;
  }

  return {
    seenIn(change, variant, field) {
      const part = partOf(change.section);
      const untouched = untouchedBy(part);
      const asked = ordered.filter((paper) => !untouched.has(paper) && (variant.languages?.includes(paper.locale) ?? true));
      const { of, lacks } = variant;
      let role: Role | null = null;
      const seen = new Set(
        asked.filter((paper) => {
          if (showsEntry(change, field, of, paper)) return true;
          if (lacks && hidesEntries(part, of, paper)) return false;
          // Frozen, so that no paper has to make a copy and a key of it anew: that would be a fifth of the time.
          return differs((role ??= frozen(variant.role())), paper, of);
        }),
      );
      return concerned.filter((paper) => seen.has(paper));
    },
  };
}

const tongueOf = ({ jurisdiction, locale }: ComparedPaper): string => `${jurisdiction} ${locale}`;

const partOf = (section: string): string => section.split('/')[0] ?? '';

/** Posts and columns may be called what entries are called. */
const hasOwnId = (section: string): boolean => section !== 'posts' && !section.endsWith('/columns');

/** A role that lacks a change may be none that can be printed, such as a table without a column; then it is another paper. */
function fingerprintOf(role: Role, paper: ComparedPaper, papers: Papers): string | null {
  try {
    return papers.fingerprint(role, paper);
  } catch {
    return 'unprintable';
  }
}
