/**
 * What papers would say today, without reading again the roles of those whose files are as they were: of 1,000 roles that takes a tenth of a
 * second in place of one and a half minutes. A fingerprint is kept by the digest of all that it is made of, so it is never out of date; what is
 * kept lies beside the register, can be deleted at any time, and nothing is issued by it: whoever issues reads the role.
 */
import { formatsOf, listRoles } from 'rolewright';
import type { Desk, Diagnostic } from 'rolewright';
import type { Aside } from '../storage/aside.js';
import { digestOf, filesBelow, openFileDigests } from './file-digests.js';
import type { FileDigests, Stamped } from './file-digests.js';
import type { Setting } from './setting.js';
import { eachOnce, groupsOf, languagesOf, papersOf, personOf, placedIn, questionOf } from './wanted.js';
import type { Group, GroupPapers, Holder, Question, SeenPaper, WantedOptions } from './wanted.js';

export interface PapersSeen {
  readonly papers: readonly SeenPaper[];
  /** Groups of people whose papers have not been looked at yet. */
  readonly left: number;
}

/**
 * The papers of all holders as `papersFor` has them, but for what they are made of. At most `most` groups of people are looked at anew; the
 * rest is left for the next time.
 */
export async function papersSeen(
  holders: readonly Holder[],
  options: WantedOptions,
  setting: Setting,
  problems: Diagnostic[],
  most = Number.POSITIVE_INFINITY,
): Promise<PapersSeen> {
  const question = questionOf(options, setting);
  const known = knownIn(setting.storage.aside);
  const { keyOf, isSo, entryOf } = openLook(question, setting, known.digests);
  const groups = groupsOf(holders, question.wanted).map((group) => ({ group, key: keyOf(group) }));
  const find = (key: string): Entry | null => {
    const entry = known.get(key);
    return entry && isSo(entry) ? entry : null;
  };
  // What another thread has seen meanwhile need not be looked at once more.
  if (groups.some(({ key }) => find(key) === null)) await known.learn();
  let [looked, left] = [0, 0];
  const papers: SeenPaper[] = [];
  for (const { group, key } of groups) {
    let entry = find(key);
    if (entry === null && Number.isFinite(most) && known.unread.has(key)) continue;
    if (entry === null && looked >= most) {
      left += 1;
      continue;
    }
    if (entry === null) {
      const found = papersOf(group, question, setting);
      looked += 1;
      // Nobody can tell which file would mend a role that cannot be read: it is looked at again once all others have been.
      if (found === null) {
        known.unread.add(key);
        continue;
      }
      entry = entryOf(group, found);
      known.put(key, entry);
    }
    problems.push(...entry.told);
    papers.push(...entry.papers.map((paper) => seenOf(paper, group, setting.desk)));
  }
  if (left === 0) known.unread.clear();
  if (looked > 0) await known.keep();
  return { papers: eachOnce(papers), left };
}

/** A paper as it is kept: who holds it is asked each time. */
type KeptPaper = Omit<SeenPaper, 'kind' | 'holders' | 'department' | 'person' | 'retention'> & {
  readonly kind: string;
  readonly retention: string | null;
};

interface Entry {
  /** The employer’s own files that the role was read from, with their digests. */
  readonly files: readonly (readonly [path: string, digest: string])[];
  /** Where the roles lay that it is put together from: one of the same id nearer by takes their place. */
  readonly roles: readonly (readonly [id: string, place: string])[];
  /** The only day on which it holds, where what is told names that; null for none. */
  readonly day: string | null;
  /** Whether somebody stands in it: that goes with the thread. */
  readonly personal: boolean;
  readonly told: readonly Diagnostic[];
  readonly papers: readonly KeptPaper[];
}

const seenOf = ({ kind, retention, ...paper }: KeptPaper, { person, holders }: Group, desk: Desk): SeenPaper => ({
  ...paper,
  ...{ kind: desk.library.kind(kind), retention: retention ?? undefined, holders, person },
  department: person ? null : (holders[0]?.holding.department ?? null),
});

const keptOf = ({
  stem,
  roleId,
  locale,
  jurisdiction,
  form,
  fingerprint,
  title,
  isDescription,
  kind,
  retention,
}: SeenPaper): KeptPaper => ({
  ...{ stem, roleId, locale, jurisdiction, form, fingerprint, title, isDescription },
  ...{ kind: kind.id, retention: retention ?? null },
});

interface Look {
  /** What tells apart all that the papers of a group are made of, but the files of its role. */
  keyOf(group: Group): string;
  /** Whether the files are as they were. */
  isSo(entry: Entry): boolean;
  entryOf(group: Group, found: GroupPapers): Entry;
}

function openLook(question: Question, setting: Setting, digests: FileDigests): Look {
  const { wanted, organisation, day } = question;
  const { desk } = setting;
  const shared = sharedKey(question, setting, digests);
  const placeOf = openPlaces(desk);
  return {
    keyOf(group) {
      const [first] = group.holders;
      if (!first) return '';
      const { known, position } = placedIn(first.holding, setting);
      return digestOf(
        JSON.stringify([
          shared,
          ...[first.holding.role, first.holding.department, known, position],
          group.kinds.map((kind) => [kind.id, formatsOf(kind).some((format) => wanted.formats.includes(format))]),
          wanted.locales ?? languagesOf(group, organisation),
          group.person && [group.person.id, personOf(first, known)],
        ]),
      );
    },
    isSo: ({ files, roles, day: only }) =>
      (only === null || only === day) &&
      roles.every(([id, place]) => placeOf(id) === place) &&
      files.every(([path, digest]) => digests.of(path, desk.workspace) === digest),
    entryOf(group, { papers, told, role }) {
      const ids = new Set([group.holders[0]?.holding.role ?? role.role.id, role.role.id, ...role.bases.map(({ id }) => id)]);
      return {
        files: role.files.map((path, at) => [path, digestOf(role.texts[at] ?? '')]),
        roles: [...ids].map((id) => [id, placeOf(id)]),
        day: JSON.stringify(told).includes(day) ? day : null,
        personal: group.person !== null,
        told,
        papers: papers.map(keptOf),
      };
    },
  };
}

/** Where the role of an id is read from: see `findRole` and `findBase` of the package. */
function openPlaces({ workspace, shelf }: Desk): (id: string) => string {
  const placed = (roles: ReturnType<typeof listRoles>): ReadonlyMap<string, string> =>
    new Map([...roles].reverse().map(({ id, path }) => [id, path]));
  const [own, shelved] = [placed(listRoles(workspace)), placed(listRoles(shelf))];
  return (id) => {
    const path = own.get(id);
    if (path !== undefined) return `own ${path}`;
    const onShelf = shelved.get(id);
    if (onShelf === undefined) return 'nowhere';
    return shelf.originOf(onShelf) === 'project' ? `project ${shelf.shown(onShelf)}` : `package ${onShelf}`;
  };
}

/** Whoever changes what is kept changes it too, and nothing of before is found. */
const format = 1;

/** What the papers of all groups have in common. */
function sharedKey({ wanted, organisation, day }: Question, { desk, workplace }: Setting, digests: FileDigests): string {
  // Of kinds and formats each group has its own.
  const choices = { ...wanted, kinds: null, formats: null };
  const structure = workplace.structure === null ? null : JSON.stringify(workplace.structure.lines.structure);
  const { logo } = workplace;
  return digestOf(
    JSON.stringify([
      ...[format, packageDigest(desk), projectDigest(desk, digests)],
      ...[choices, organisation, structure && [digestOf(structure), placeAmongDays(day, structure)]],
      logo && [{ ...logo, data: digestOf(logo.data) }],
    ]),
  );
}

/** Who holds a position is asked for a day: between two days that a structure names, it is the same people. */
function placeAmongDays(day: string, structure: string): readonly [before: number, isNamed: boolean] {
  const named = new Set(structure.match(/\d{4}-\d\d-\d\d/g));
  return [[...named].filter((one) => one < day).length, named.has(day)];
}

/** Folders of ours that papers are made of. */
const ours = ['kinds', 'competencies', 'templates', 'themes', 'jurisdictions', 'locales', 'lint', 'roles'];
/** Those that a project may have besides; its roles are looked at one by one. */
const theirs = ours.filter((folder) => folder !== 'roles');

const packages = new WeakMap<object, string>();

/** That of the program and its own files, which stay what they are while it runs. */
function packageDigest({ shelf: { own } }: Desk): string {
  const ready = packages.get(own);
  if (ready !== undefined) return ready;
  const paths = ['package.json', 'dist/built-from.txt'].filter((path) => own.exists(path));
  const all = [...paths, ...ours.flatMap((folder) => filesBelow(folder, own))];
  const digest = digestOf(JSON.stringify(all.map((path) => [path, digestOf(own.readBytes(path))])));
  packages.set(own, digest);
  return digest;
}

function projectDigest({ shelf: { project } }: Desk, digests: FileDigests): string {
  if (project === null) return '';
  const { workspace, folder } = project;
  const at = (name: string): string => (folder === '.' ? name : `${folder}/${name}`);
  const paths = theirs.flatMap((name) => filesBelow(at(name), workspace));
  return digestOf(JSON.stringify(paths.map((path) => [path, digests.of(path, workspace)])));
}

interface Known {
  readonly digests: FileDigests;
  /** Groups whose role could not be read since all were looked at last. */
  readonly unread: Set<string>;
  get(key: string): Entry | undefined;
  put(key: string, entry: Entry): void;
  /** Takes over what lies beside the register. */
  learn(): Promise<void>;
  keep(): Promise<void>;
}

const name = 'papers';
/** The oldest go: papers of a few years of 1,000 roles. */
const mostKept = 20_000;
const inMemory = new WeakMap<Aside, Known>();

function knownIn(aside: Aside): Known {
  const ready = inMemory.get(aside);
  if (ready) return ready;
  const digests = openFileDigests();
  const entries = new Map<string, Entry>();
  const known: Known = {
    ...{ digests, unread: new Set() },
    get: (key) => entries.get(key),
    put(key, entry) {
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > mostKept && oldest !== undefined) entries.delete(oldest);
    },
    async learn() {
      const told = await aside.read(name);
      if (!isTold(told)) return;
      digests.learn(told.files);
      for (const [key, entry] of told.papers) if (!entries.has(key)) entries.set(key, entry);
    },
    keep: () =>
      aside.keep(name, { format, files: digests.told(), papers: [...entries].filter(([, { personal }]) => !personal) } satisfies Told),
  };
  inMemory.set(aside, known);
  return known;
}

interface Told {
  readonly format: typeof format;
  readonly files: readonly Stamped[];
  readonly papers: readonly (readonly [key: string, entry: Entry])[];
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === format && 'files' in value && 'papers' in value;
