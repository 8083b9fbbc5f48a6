/** Which clauses of imported files stand, or nearly, in roles that are there already, in ours, and in the other files: so that forty files become a family. */
import type { Locale } from '../../document/document.js';
import { clausesOf, spokenIn } from '../../import/clause-lists.js';
import type { SpokenClause } from '../../import/clause-lists.js';
import { clauseIndex } from '../../import/likeness.js';
import type { ClauseIndex, KnownClause } from '../../import/likeness.js';
import { valueAt } from '../../import/pointer.js';
import type { Understanding } from '../../import/understand.js';
import { ownData } from '../../read/own-data.js';
import type { Overlay } from '../../role/overlay/overlay.generated.js';
import { listRoles, readRole } from '../../role/read.js';
import type { Role } from '../../role/role.generated.js';
import type { Workspace } from '../../workspace/workspace.js';
import { attempt } from '../attempt.js';
import type { Desk } from '../desk.js';

/** Where a role is from: the user’s project, another file of the same import, or this package. The first is named first. */
export const origins = ['project', 'run', 'library'] as const;
export type Origin = (typeof origins)[number];

/** A clause of the file that another role has, too. */
export interface SharedClause extends SpokenClause {
  readonly role: string;
  readonly origin: Origin;
  /** The other clause, in its own words. */
  readonly other: SpokenClause;
  /** 1 for the same words, from 0.8 on for nearly the same. */
  readonly share: number;
}

/** The role of which a file is best imported as what differs from it. */
export interface Kin {
  readonly id: string;
  readonly origin: Origin;
  /** Clauses in the same words, and those that are nearly so. */
  readonly equal: number;
  readonly near: number;
}

export interface Relatives {
  /** How many clauses the file has. */
  readonly clauses: number;
  /** Each clause once, with the role that has it in the likest words. */
  readonly shared: readonly SharedClause[];
  /** The role that has at least half of the clauses in the same words; null where none has. */
  readonly base: Kin | null;
}

interface Imported {
  readonly id: string;
  readonly understood: Understanding;
}

/** A role whose clauses are known. */
interface Known {
  readonly id: string;
  readonly origin: Origin;
  readonly index: ClauseIndex;
}

/** As many clauses in the same words make two descriptions kin; three stand in every second one. */
const fewestEqual = 4;

/**
 * So many clauses a role must have before it is read, by the bytes that they begin with: nothing of the others is parsed. Reading all
 * thirteen of ours takes 0.5 s of processor time, looking into their bytes 0.04.
 */
const fewestFound = 3;
/** Shorter clauses stand in any text; longer ones may be broken into lines. */
const [shortestFound, longestFound] = [16, 40];

/** The relatives of each file, in their order. */
export function relativesOf(files: readonly Imported[], desk: Desk): Relatives[] {
  const taken = new Set(files.map(({ id }) => id));
  const known = openKnown(desk, taken);
  const own = files.map(({ id, understood }) => clausesSaid(id, understood));
  const inRun = clauseIndexes(files, own);
  /** Files that are a base themselves: no chains. */
  const heads = new Set<string>();
  return files.map(({ id, understood }, at) => {
    const clauses = own[at] ?? [];
    const others = known.like(clauses, understood);
    const run = inRun.get(understood.language);
    const matches = clauses.map((clause): readonly SharedClause[] => [
      ...others.flatMap(({ origin, index }) => index.likeTo(clause).map((one) => shared(clause, one.clause, one.share, origin))),
      ...(run?.likeTo(clause, id).map((one) => shared(clause, one.clause, one.share, 'run')) ?? []),
    ]);
    const best = baseOf(matches, ({ role, origin }) => origin !== 'run' || heads.has(role));
    const base = best && best.equal >= fewestEqual && 2 * best.equal >= clauses.length ? best : null;
    if (!base) heads.add(id);
    const first = (one: SharedClause): readonly number[] => [-one.share, one.role === base?.id ? 0 : 1, origins.indexOf(one.origin)];
    return {
      clauses: clauses.length,
      shared: matches.flatMap((all) => [...all].sort((a, b) => byEach(first(a), first(b))).slice(0, 1)),
      base,
    };
  });
}

const shared = (clause: SpokenClause, { role, ...other }: KnownClause, share: number, origin: Origin): SharedClause => ({
  ...clause,
  role,
  origin,
  other,
  share,
});

/** What the file says itself; texts in brackets are ours. */
function clausesSaid(role: string, { draft, report, language, jurisdiction }: Understanding): KnownClause[] {
  const invented = JSON.stringify(report.filled.map((pointer) => valueAt(draft, pointer)));
  return clausesOf(draft, spokenIn(language, jurisdiction), jurisdiction)
    .filter(({ id }) => !invented.includes(`"id":"${id}"`))
    .map((clause) => ({ ...clause, role }));
}

/** The clauses of all files by their language. */
function clauseIndexes(files: readonly Imported[], own: readonly (readonly KnownClause[])[]): Map<Locale, ClauseIndex> {
  const languages = new Set(files.map(({ understood }) => understood.language));
  return new Map(
    [...languages].map((language) => [language, clauseIndex(own.filter((_, at) => files[at]?.understood.language === language).flat())]),
  );
}

/** The role with most clauses in the same words, of several the one that stands first among the origins. */
function baseOf(matches: readonly (readonly SharedClause[])[], isMeant: (one: SharedClause) => boolean): Kin | null {
  const counts = new Map<string, { id: string; origin: Origin; equal: number; near: number }>();
  for (const one of matches.flat().filter(isMeant)) {
    const key = `${one.origin} ${one.role}`;
    const count = counts.get(key) ?? { id: one.role, origin: one.origin, equal: 0, near: 0 };
    counts.set(key, count);
    count[one.share === 1 ? 'equal' : 'near'] += 1;
  }
  const rank = (one: Kin): readonly number[] => [-one.equal, origins.indexOf(one.origin), -one.near];
  const [best = null] = [...counts.values()].sort((a, b) => byEach(rank(a), rank(b)));
  return best;
}

const byEach = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

interface KnownRoles {
  /** The roles that may have some of the clauses. */
  like(clauses: readonly SpokenClause[], file: Understanding): Known[];
}

/** Roles are read when a file needs them; those that the import is about to write are no relatives of theirs. */
function openKnown(desk: Desk, taken: ReadonlySet<string>): KnownRoles {
  const { workspace, shelf } = desk;
  const ids = new Set(taken);
  const files: { id: string; origin: Origin; workspace: Workspace; path: string; bytes: Buffer }[] = [];
  const list = (from: Workspace, originAt: (path: string) => Origin): void => {
    for (const { id, path } of attempt(() => listRoles(from), []) ?? []) {
      if (ids.has(id)) continue;
      ids.add(id);
      const bytes = attempt(() => from.readBytes(path), []);
      if (bytes)
        files.push({ id, origin: originAt(path), workspace: from, path, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) });
    }
  };
  list(workspace, () => 'project');
  list(shelf, (path) => (shelf.originOf(path) === 'project' ? 'project' : 'library'));
  const read = remembered((at: number): Role | null => {
    const file = files[at];
    if (!file) return null;
    // Our own have been checked; to do it again takes two thirds of the time.
    const own = file.origin === 'library' ? (ownData(shelf.own, file.path) as Role | Overlay) : undefined;
    return own && !('extends' in own) ? own : readRole(file.workspace, file.path, shelf).role;
  });
  const indexed = new Map<string, ClauseIndex | null>();
  return {
    like(clauses, { language, jurisdiction }) {
      const beginnings = clauses.filter(({ text }) => text.length >= shortestFound).map(({ text }) => text.slice(0, longestFound));
      const wanted = [...new Set(beginnings)].map((text) => Buffer.from(text));
      return files.flatMap(({ id, origin, bytes }, at): Known[] => {
        let found = 0;
        if (!wanted.some((one) => bytes.includes(one) && ++found === fewestFound)) return [];
        const key = `${at} ${language} ${jurisdiction}`;
        if (!indexed.has(key)) {
          const role = read(at);
          const said = role?.languages.includes(language) ? clausesOf(role, spokenIn(language, jurisdiction), jurisdiction) : null;
          indexed.set(key, said && clauseIndex(said.map((clause) => ({ ...clause, role: id }))));
        }
        const index = indexed.get(key);
        return index ? [{ id, origin, index }] : [];
      });
    },
  };
}

function remembered<V>(make: (key: number) => V): (key: number) => V {
  const known = new Map<number, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as V;
  };
}
