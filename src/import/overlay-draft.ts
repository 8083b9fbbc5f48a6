/** A file as what differs from a role that is there: an overlay, so that forty descriptions become a family. */
import type { Locale } from '../document/document.js';
import type { Role } from '../role/role.generated.js';
import { idsIn } from './comparison.js';
import { clauseLists, valueOf } from './clause-lists.js';
import type { ClauseList, Entry } from './clause-lists.js';
import { shareOf, stemsOf } from './likeness.js';
import { plain } from './words.js';

/** From this share of common stems on, one wording is another of the same clause. */
const alike = 0.6;

export type Change =
  | { readonly add: object; readonly in: string }
  | ({ readonly change: string } & Readonly<Record<string, unknown>>)
  | { readonly remove: string };

export interface OverlayDraft {
  readonly schema: 2;
  readonly extends: string;
  readonly id: string;
  readonly version: string;
  readonly languages: readonly [Locale];
  readonly sources?: Role['sources'];
  readonly [single: string]: unknown;
}

export interface OverlayFigures {
  /** Clauses in the same words as those of the base. */
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * What a draft says otherwise than its base, in the language and under the law of the draft. What the base has for other countries
 * stays. `filled` are the pointers of what the draft had to invent: it is in no file, and changes nothing.
 */
export function overlayDraft(
  draft: Role,
  base: Role,
  facts: { readonly language: Locale; readonly jurisdiction: string; readonly filled: readonly string[]; readonly id: string },
): { overlay: OverlayDraft; figures: OverlayFigures; ids: ReadonlyMap<string, string> } {
  const { language, jurisdiction, id } = facts;
  const filled = new Set(facts.filled);
  const spoken = (value: unknown): string =>
    typeof value === 'string' ? value : String((value as Record<string, string> | undefined)?.[language] ?? '');
  const holds = (one: Entry): boolean => one.jurisdictions?.includes(jurisdiction) ?? true;
  const taken = new Set(idsIn(base));
  const changes: Change[] = [];
  /** Of the entries of the draft, the ids that they have where the overlay is put on its base. */
  const ids = new Map<string, string>();
  const figures = { same: 0, changed: 0, added: 0, removed: 0 };

  /** Numbers and choices by what they are, texts by their words. */
  const differs = (then: unknown, now: unknown): boolean =>
    now !== undefined &&
    now !== null &&
    (isText(now) ? plain(spoken(then)) !== plain(spoken(now)) : JSON.stringify(then) !== JSON.stringify(now));

  /** The pairs of two lists; what is left of the older one is removed, what is left of the newer one is added by `add`. */
  const compare = (
    older: readonly Entry[],
    newer: readonly Entry[],
    { words: key, also = [] }: Pick<ClauseList, 'words' | 'also'>,
    add: (one: Entry) => Change,
  ): void => {
    const wording = (one: Entry): string => spoken(valueOf(one, key));
    const own = older.filter((one) => holds(one) && wording(one) !== '');
    const pairs = pairsOf(own.map(wording), newer.map(wording));
    for (const [at, one] of newer.entries()) {
      const before = own[pairs.get(at) ?? -1];
      if (!before) {
        changes.push(add(one));
        figures.added += 1;
        continue;
      }
      ids.set(one.id, before.id);
      const other: Record<string, unknown> = {};
      if (plain(wording(before)) !== plain(wording(one))) other[key] = wording(one);
      for (const name of also) if (differs(valueOf(before, name), valueOf(one, name))) other[name] = valueOf(one, name);
      if (Object.keys(other).length > 0) changes.push({ change: before.id, ...other });
      figures[Object.keys(other).length > 0 ? 'changed' : 'same'] += 1;
    }
    const kept = new Set(pairs.values());
    for (const [at, one] of own.entries())
      if (!kept.has(at)) {
        changes.push({ remove: one.id });
        figures.removed += 1;
      }
  };
  const free = <E extends Entry>(one: E): E => {
    let made = one.id;
    for (let next = 2; taken.has(made); next += 1) made = `${one.id.slice(0, 60)}-${next}`;
    taken.add(made);
    ids.set(one.id, made);
    return { ...one, id: made };
  };

  for (const list of clauseLists) {
    const { name, of } = list;
    const path = `/${name.replaceAll('.', '/')}`;
    const newer = (of(draft) ?? []).filter((one, at) => holds(one) && !filled.has(`${path}/${at}`) && !filled.has(path));
    // A section that the file does not have may stand in another paper of the firm: nothing is taken away.
    if (newer.length > 0) compare(of(base) ?? [], newer, list, (one) => ({ add: free(one), in: name }));
  }
  compareDuties();

  function compareDuties(): void {
    const groups = draft.duties.filter((_, at) => !filled.has(`/duties/${at}`));
    if (groups.length === 0) return;
    const own = base.duties.filter(holds);
    const headings = pairsOf(
      own.map((one) => spoken(one.heading)),
      groups.map((one) => spoken(one.heading)),
    );
    const homes = new Map(
      groups.flatMap((group, at) => group.duties.map((duty) => [duty.id, { group, home: own[headings.get(at) ?? -1] }] as const)),
    );
    const added = new Map<string, { readonly group: (typeof groups)[number]; readonly duties: Entry[] }>();
    const before = changes.length;
    compare(
      own.flatMap(({ duties }) => duties),
      groups.flatMap(({ duties }) => duties),
      { words: 'text' },
      (one) => {
        const { group, home } = homes.get(one.id) ?? {};
        if (home) return { add: free(one), in: home.id };
        const known = added.get(group?.id ?? '') ?? (group ? { group, duties: [] } : null);
        if (group && known) added.set(group.id, known);
        known?.duties.push(free(one));
        return { add: one, in: '' };
      },
    );
    // Duties of a group that the base does not have come with it.
    const kept = changes.splice(before).filter((one) => !('in' in one && one.in === ''));
    for (const { group, duties } of added.values()) changes.push({ add: { ...free(group), duties }, in: 'duties' });
    changes.push(...kept);
  }

  const singles = (['title', 'department', 'purpose'] as const).flatMap((key) => {
    const [now, then] = [spoken(draft[key]), spoken(base[key])];
    return now !== '' && !filled.has(`/${key}`) && plain(now) !== plain(then) ? [[key, now] as const] : [];
  });
  return {
    figures,
    ids,
    overlay: {
      schema: 2,
      extends: base.id,
      id,
      version: '1.0.0',
      languages: [language],
      ...(draft.sources && { sources: draft.sources }),
      ...Object.fromEntries(singles),
      ...(changes.length > 0 && { changes }),
      ...(draft.unplaced && { unplaced: draft.unplaced }),
      base: { version: base.version },
    },
  };
}

/** Of each newer wording, which older one it is: the same words first, then those that share most. */
function pairsOf(older: readonly string[], newer: readonly string[]): Map<number, number> {
  const [before, after] = [older.map(stemsOf), newer.map(stemsOf)];
  const likely = after.flatMap((young, at) =>
    before.flatMap((old, place) => {
      const share = plain(older[place] ?? '') === plain(newer[at] ?? '') ? 2 : shareOf(old, young);
      return share >= alike ? [{ at, place, share }] : [];
    }),
  );
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { at, place } of likely.sort((a, b) => b.share - a.share || a.at - b.at || a.place - b.place)) {
    if (pairs.has(at) || used.has(place)) continue;
    pairs.set(at, place);
    used.add(place);
  }
  return pairs;
}

const isText = (value: unknown): boolean =>
  (typeof value === 'string' && /\s/.test(value)) || (typeof value === 'object' && !Array.isArray(value));
