/** Which papers the people of the register should hold, as their roles read today. */
import { descriptionFor, fingerprintOf, isAcknowledged, ordersForAims, wantedBy } from 'rolewright';
import type { DepartmentRole, Diagnostic, DocumentOptions, Kind, Locale, Order, Organisation, Person, Role, Wanted } from 'rolewright';
import { namesIn } from '../life/person.js';
import { classOf } from '../life/retention.js';
import type { Queries } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { all, everybody, someone } from './find.js';
import type { Someone } from './find.js';
import { employerOf, orRefuse } from './setting.js';
import type { Setting } from './setting.js';

/** Somebody in a post. */
export interface Holder {
  readonly person: Someone;
  readonly holding: ViewRow<'holding'>;
}

/** Whose papers are meant; all are where nothing is named. */
export interface Scope {
  readonly role?: string | undefined;
  readonly department?: string | undefined;
  readonly person?: string | undefined;
}

/** A paper in one language, for those who hold it. */
export interface WantedPaper {
  readonly kind: Kind;
  readonly role: Role;
  /** The id of the role as people hold it: that of the paper is another where the department has its own version. */
  readonly roleId: string;
  /** The paths of the employer’s own files that the role is read from: that of a variant with those that it extends. */
  readonly files: readonly string[];
  readonly locale: Locale;
  readonly jurisdiction: string;
  readonly form: 'brief' | 'full';
  /** That of its PDF. */
  readonly profile: NonNullable<Wanted['profile']>;
  /** That of its words; papers with the same one read the same. */
  readonly fingerprint: string;
  readonly title: string;
  readonly department: string | null;
  /** The only one whom it is for; null for whoever holds the post. */
  readonly person: Someone | null;
  readonly holders: readonly Holder[];
  /** Whether it is the paper that describes the work. */
  readonly isDescription: boolean;
  /** How it is made, a job for each format; without number and date. */
  readonly orders: readonly Order[];
  readonly retention: string | undefined;
  /** What tells it from every other paper, whatever its words are; documents that have it in common follow one another. */
  readonly stem: string;
}

/** Those who hold a post, in the order of their posts. Of a person or department nobody else is read. */
export async function holdersIn(read: Queries, scope: Scope, day: string): Promise<readonly Holder[]> {
  const { role, department, person: only } = scope;
  const narrowed = { ...(role !== undefined && { role }), ...(department !== undefined && { department }) };
  const holdings = only === undefined ? await all((page) => read.holdings({ ...page, ...narrowed })) : await read.holdingsOf(only);
  const held = holdings.filter(
    (one) =>
      (one.to_day === null || one.to_day >= day) &&
      (role === undefined || one.role === role) &&
      (department === undefined || one.department === department),
  );
  const people = new Map((await peopleOf(held, scope, read)).map((one) => [one.id, one]));
  const holders = held
    .flatMap((holding) => {
      const person = people.get(holding.person ?? '');
      return person && person.known !== null && (person.leftOn === null || person.leftOn >= day) ? [{ person, holding }] : [];
    })
    .map((holder) => ({ holder, place: placeOf(holder) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ holder }) => holder);
  // Whoever left and came back, on one day even, is in a post once: since they are back in it.
  const posts = new Map<string, Holder>();
  for (const one of holders) {
    const { holding } = one;
    const post = [one.person.id, holding.role, holding.department, holding.position].join(' ');
    const other = posts.get(post)?.holding;
    if (other === undefined || (other.to_day !== null && (holding.to_day === null || (other.from_day ?? '') < (holding.from_day ?? ''))))
      posts.set(post, one);
  }
  return [...posts.values()];
}

async function peopleOf(
  holdings: readonly Holder['holding'][],
  { role, department, person }: Scope,
  read: Queries,
): Promise<readonly Someone[]> {
  if (role === undefined && department === undefined && person === undefined) return await everybody(read);
  return (await read.peopleAmong([...new Set(holdings.flatMap((one) => one.person ?? []))])).map(someone);
}

/** By department, role and name: ids are drawn by chance, and numbers should follow something that people see. */
function placeOf({ person, holding }: Holder): string {
  const name = person.known === null ? undefined : namesIn(person.known)[0];
  return [holding.department, holding.role, name?.last, name?.first, person.externalId, person.id].map((part) => part ?? '').join('\u0000');
}

/** Where nobody names kinds: what describes the work and is acknowledged. */
function kindsFor(options: DocumentOptions, setting: Setting, usage: Diagnostic[]): Wanted {
  const { desk } = setting;
  const country = employerOf(setting).jurisdiction;
  const wanted = wantedBy({ ...options, format: options.format ?? 'pdf,docx' }, desk.library, usage);
  if (options.kind !== undefined) return wanted;
  return { ...wanted, kinds: wanted.kinds.filter((kind) => kind.for === 'post' && isAcknowledged(kind, country)) };
}

/** What is known of a paper without the role that it is made of. */
export type SeenPaper = Omit<WantedPaper, 'role' | 'files' | 'orders'>;

/** The papers of all holders, each once. `given` has what lists know of people and the register does not. */
export function papersFor(
  holders: readonly Holder[],
  options: WantedOptions,
  setting: Setting,
  problems: Diagnostic[],
  given: ReadonlyMap<string, Person> = new Map(),
): readonly WantedPaper[] {
  const question = questionOf(options, setting);
  const papers = groupsOf(holders, question.wanted).flatMap((group): readonly WantedPaper[] => {
    const found = papersOf(group, question, setting, given);
    problems.push(...(found?.told ?? []));
    return found?.papers ?? [];
  });
  return eachOnce(papers);
}

export type WantedOptions = DocumentOptions & { readonly day: string };

/** What is asked of each group. */
export interface Question {
  readonly wanted: Wanted;
  readonly organisation: Organisation;
  readonly day: string;
}

/** Throws a Refusal for options that say nothing. */
export function questionOf(options: WantedOptions, setting: Setting): Question {
  const usage: Diagnostic[] = [];
  const wanted = kindsFor(options, setting, usage);
  orRefuse(usage);
  return { wanted, organisation: employerOf(setting), day: options.day };
}

/** Papers that are for several groups are one, for all of their holders. */
export function eachOnce<T extends SeenPaper>(papers: readonly T[]): readonly T[] {
  const once = new Map<string, T>();
  for (const paper of papers) {
    const before = once.get(paper.stem);
    once.set(paper.stem, before ? { ...before, holders: [...before.holders, ...paper.holders] } : paper);
  }
  return [...once.values()];
}

export interface GroupPapers {
  readonly papers: readonly WantedPaper[];
  readonly told: readonly Diagnostic[];
  /** The role as it was read for them. */
  readonly role: DepartmentRole;
}

/** The papers of a group, as its role reads now; null where that cannot be read. */
export function papersOf(
  group: Group,
  { wanted, organisation, day }: Question,
  setting: Setting,
  given: ReadonlyMap<string, Person> = new Map(),
): GroupPapers | null {
  const { workplace, desk, press } = setting;
  const [first] = group.holders;
  const role = first && workplace.role(first.holding.role ?? '', first.holding.department);
  if (!first || !role) return null;
  const { department } = first.holding;
  const { known, position } = placedIn(first.holding, setting);
  const person = group.person ? personOf(first, known, given.get(first.person.id)) : null;
  const aims = [{ role: role.role, bases: role.bases, locate: role.locate, position }];
  const common = {
    ...{ organisation, logo: workplace.logo, structure: workplace.structure, person, department: known },
    ...{ fingerprint: true, date: day, detail: wanted.detail },
  };
  const spoken = wanted.locales === null ? { locales: languagesOf(group, organisation), localesOfProject: true } : {};
  const told: Diagnostic[] = [];
  const orders = ordersForAims(aims, { ...wanted, ...spoken, kinds: group.kinds }, common, desk, told);
  const papers = [...byPaper(orders)].flatMap((own): WantedPaper[] => {
    const job = own[0]?.job;
    if (!job) return [];
    const kind = desk.library.kind(job.kind);
    const form = kind.detail ? (job.detail ?? organisation.detail ?? 'brief') : 'full';
    const roleId = first.holding.role ?? role.role.id;
    const keep = kind.keep?.[job.jurisdiction];
    const blank = press.blank(job);
    return [
      {
        ...{ kind, role: role.role, roleId, files: role.files, locale: job.locale, jurisdiction: job.jurisdiction, form },
        stem: [kind.id, roleId, group.person?.id ?? department ?? '-', job.locale, form].join('/'),
        fingerprint: fingerprintOf(blank),
        profile: wanted.profile ?? organisation.pdfProfile ?? '2a',
        title: blank.title,
        department: group.person ? null : department,
        person: group.person,
        isDescription: kind.id === descriptionFor(desk.library.kinds(), job.jurisdiction, role.role.category),
        orders: own,
        retention: keep && classOf(keep),
        holders: group.holders,
      },
    ];
  });
  return { papers, told, role };
}

/** Whether a paper of this stem can be for somebody in this post: what else papers of others are made of need not be read for it. */
export function mayHold({ person, holding }: Holder, stem: string): boolean {
  const [, role, whose] = stem.split('/');
  return (holding.role ?? '') === role && (whose === person.id || whose === (holding.department ?? '-'));
}

export interface Group {
  readonly kinds: readonly Kind[];
  readonly person: Someone | null;
  readonly holders: readonly Holder[];
}

/** What is for a post is made once for all who hold it in a department; what is for a person, for each. */
export function groupsOf(holders: readonly Holder[], { kinds }: Wanted): readonly Group[] {
  const groups: Group[] = [];
  const personal = kinds.filter((kind) => kind.for === 'person');
  const shared = kinds.filter((kind) => kind.for === 'post');
  const posts = new Map<string, Holder[]>();
  for (const one of holders) {
    const key = `${one.holding.role} ${one.holding.department}`;
    const own = posts.get(key);
    if (own) own.push(one);
    else posts.set(key, [one]);
  }
  for (const own of posts.values()) {
    if (shared.length > 0) groups.push({ kinds: shared, person: null, holders: own });
    if (personal.length > 0) for (const one of own) groups.push({ kinds: personal, person: one.person, holders: [one] });
  }
  return groups;
}

/** What holders read, as far as the employer writes it: a paper in a language that nobody reads would wait for nobody. */
export function languagesOf({ holders }: Group, { languages }: Organisation): Locale[] {
  const read = new Set(holders.map(({ person }) => languages.find((one) => one === person.known?.locale) ?? languages[0] ?? 'en'));
  return languages.filter((one) => read.has(one));
}

/** The formats of a paper together. */
function byPaper(orders: readonly Order[]): Iterable<readonly Order[]> {
  const papers = new Map<string, Order[]>();
  for (const order of orders) {
    const key = `${order.job.kind} ${order.job.locale}`;
    papers.set(key, [...(papers.get(key) ?? []), order]);
  }
  return papers.values();
}

/** The department and the position of a post, as far as the organisation and its structure have them: what they lack, no paper can name. */
export function placedIn({ department, position }: ViewRow<'holding'>, { workplace }: Pick<Setting, 'workplace'>) {
  return {
    known: workplace.organisation?.departments?.some(({ id }) => id === department) ? department : null,
    position: position !== null && workplace.structure?.lines.places.has(position) ? position : null,
  };
}

/**
 * The person as papers see them: with all that a list knows, as far as one is at hand. `department` is one that the organisation has; an id
 * that it lacks would be printed as if it were a name.
 */
export function personOf({ person, holding }: Holder, department: string | null, given?: Person): Person {
  const { names, gender, externalId, locale } = person.known ?? { names: { last: '' } };
  return {
    ...given,
    name: names,
    ...(gender && { gender }),
    ...(externalId !== undefined && { personnelNumber: externalId }),
    ...(locale && { language: locale }),
    ...(department !== null && { department }),
    ...(holding.position !== null && { position: holding.position }),
    ...(holding.from_day !== null && { hireDate: given?.hireDate ?? holding.from_day }),
  };
}
