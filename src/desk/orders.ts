/** Documents that are to be made of roles, and their making, one after another. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Document } from '../document/document.js';
import type { LintRule } from '../lint/catalogue.js';
import { createPress, isPaper } from '../press/press.js';
import type { Format, Job, Printed, PrintOptions } from '../press/press.js';
import { forVersion } from '../organisation/version.js';
import type { BaseRole } from '../organisation/version.js';
import type { Locate } from '../read/yaml-data.js';
import type { Role } from '../role/role.generated.js';
import { fileStem } from '../shelf/kinds.js';
import type { Library } from '../shelf/library.js';
import { openCalendars } from './calendars.js';
import type { Desk } from './desk.js';
import type { StructureFile } from './structure-file.js';
import { placementOf, placementWarnings } from './placement.js';
import { seenForAll } from '../structure/seen-from.js';
import { peopleOf } from '../structure/people.js';
import { documentsOf, probationWarnings, superiorWarnings, withoutVoidReviews, workDayWarnings } from './documents.js';
import type { DocumentOfRole, Wanted } from './documents.js';
import { readFonts } from './fonts.js';
import { roleData } from './role-data.js';
import { starterWarnings } from './starter-texts.js';
import { attemptLater } from './attempt.js';

/** One document to be made. */
export interface Order {
  readonly job: Job;
  readonly format: Format;
  /** Relative to the output folder. */
  readonly path: string;
}

/** What all documents of an errand have in common. */
export type Common = Pick<
  Job,
  | 'organisation'
  | 'person'
  | 'logo'
  | 'date'
  | 'department'
  | 'fingerprint'
  | 'detail'
  | 'former'
  | 'effective'
  | 'reason'
  | 'refused'
  | 'results'
> & {
  /** Who reports to whom; without it the organisation says so itself. */
  readonly structure?: StructureFile | null;
};

/** A role whose documents are wanted, for one of its positions where that is named. */
export interface Aim {
  readonly role: Role;
  /** The roles that it is a version of: it has their position where the structure has none of its own, and what the organisation says of them. */
  readonly bases?: readonly BaseRole[];
  /** Where in its files each value of the role stands. */
  readonly locate?: Locate;
  /** The id of a position in the structure. */
  readonly position: string | null;
}

/** The wanted documents of all roles, one role after another, and last those that are for all of them together. */
export const ordersForAll = (roles: readonly Role[], wanted: Wanted, common: Common, desk: Desk, problems: Diagnostic[]): Order[] =>
  ordersForAims(
    roles.map((role) => ({ role, position: null })),
    wanted,
    common,
    desk,
    problems,
  );

/** The same, of which some may be for single positions: these have folders of their own. */
export function ordersForAims(aims: readonly Aim[], wanted: Wanted, common: Common, desk: Desk, problems: Diagnostic[]): Order[] {
  const [each, all] = [
    wanted.kinds.filter(({ together }) => together !== 'roles'),
    wanted.kinds.filter(({ together }) => together === 'roles'),
  ];
  const roles = [...new Map(aims.map(({ role }) => [role.id, role])).values()];
  problems.push(...starterWarnings({ ...common, roles }, desk.library));
  return [
    ...aims.flatMap((aim) => ordersForAim(aim, { ...wanted, kinds: each }, common, desk, problems)),
    ...(all.length > 0 ? jointOrders(roles, { ...wanted, kinds: all }, seenForAllRoles(roles, ofVersions(aims, common)), desk) : []),
  ];
}

/** With what the organisation says of the roles that those of the aims are versions of. */
const ofVersions = (aims: readonly Aim[], common: Common): Common => ({
  ...common,
  organisation: common.organisation && aims.reduce((seen, { role, bases = [] }) => forVersion(seen, role, bases), common.organisation),
});

/** What is for several roles is signed by those who sign for all of the organisation. */
export function seenForAllRoles(roles: readonly Role[], { structure = null, ...common }: Common): Omit<Common, 'structure'> {
  const { organisation, date } = common;
  return structure && organisation ? { ...common, organisation: seenForAll(structure.lines, organisation, roles, date) } : common;
}

/** One document for all roles that have it, in the folder itself: it belongs to none of them. What it says is no one role's, so it has no code. */
export function jointOrders(roles: readonly Role[], wanted: Wanted, common: Omit<Common, 'structure'>, { library }: Desk): Order[] {
  const groups = new Map<string, { document: DocumentOfRole; roles: Role[] }>();
  for (const role of roles)
    for (const document of documentsOf(role, wanted, common.organisation, common.person, [])) {
      const key = [document.kind, document.jurisdiction, document.locale, document.format].join(' ');
      const group = groups.get(key) ?? { document, roles: [] };
      groups.set(key, { ...group, roles: [...group.roles, role] });
    }
  return [...groups.values()].flatMap(({ document: { kind, locale, jurisdiction, format }, roles: its }) => {
    const [role] = its;
    if (!role) return [];
    const job: Job = { ...common, role, roles: its, kind, locale, jurisdiction, person: null, fingerprint: false };
    return [{ job, format, path: `${fileStem(library.kind(kind), locale)}.${locale}.${format}` }];
  });
}

/** The wanted documents of a role, in the order in which they are made; what a role lacks goes to `problems`. */
export const ordersFor = (role: Role, wanted: Wanted, common: Common, desk: Desk, problems: Diagnostic[]): Order[] =>
  ordersForAim({ role, position: null }, wanted, common, desk, problems);

/** The same, of a position where one is named. */
function ordersForAim(
  { role, bases, position: asked }: Aim,
  wanted: Wanted,
  { structure = null, ...general }: Common,
  { library }: Desk,
  problems: Diagnostic[],
): Order[] {
  const { date, department = null } = general;
  const placed = placementOf(role, { ...general, bases, department, structure, position: asked, date }, problems);
  problems.push(...placementWarnings(role, placed, structure, date));
  const { position, ...placement } = placed;
  const common = { ...general, ...placement };
  const wished = documentsOf(role, wanted, common.organisation, common.person, problems, Boolean(common.former));
  const documents = withoutVoidReviews(role, wished, common, library, problems);
  problems.push(...probationWarnings(role, documents, common, library));
  problems.push(...superiorWarnings(role, documents, common, library), ...workDayWarnings(role, documents, common, library));
  const holders = structure && asked !== null ? peopleOf(structure.lines, position, date) : [];
  return documents.map(({ kind, locale, jurisdiction, format }) => ({
    job: {
      role,
      kind,
      locale,
      jurisdiction,
      ...common,
      ...(holders.length > 0 && library.kind(kind).together === 'people' && { people: holders }),
    },
    format,
    path: `${asked ?? role.id}/${fileStem(library.kind(kind), locale)}.${locale}.${format}`,
  }));
}

export interface MadeOrder extends Order, Printed {}

export interface MakingOptions extends PrintOptions {
  /** Is told of each document before it is made. */
  readonly begin?: (order: Order) => void;
}

/** Makes all documents in turn. One that cannot be made is left out, and `problems` says why. */
export const makeOrders = (
  orders: readonly Order[],
  options: MakingOptions,
  { library }: Desk,
  problems: Diagnostic[],
): Promise<MadeOrder[]> => openMaking(library)(orders, options, problems);

/** The same for errand after errand with one library, of which each finds ready what those before it have prepared. */
export function openMaking(
  library: Library,
): (orders: readonly Order[], options: MakingOptions, problems: Diagnostic[]) => Promise<MadeOrder[]> {
  const press = createPress(library, readFonts);
  const calendarFor = openCalendars(library);
  let rules: Promise<readonly LintRule[]> | null = null;
  return async (orders, { begin, ...print }, problems) => {
    const paperRules = orders.some(({ job, format }) => job.organisation && isPaper(format))
      ? await (rules ??= rulesForPapers(library))
      : [];
    const told = new Set<string>();
    const made: MadeOrder[] = [];
    // A tree serves all formats of its document, which follow one another.
    let last: { readonly job: Job; readonly tree: Document } | null = null;
    const treeOf = (job: Job, dated: Job): Document => {
      last = last && isSame(last.job, job) ? last : { job, tree: press.assemble(dated) };
      return last.tree;
    };
    for (const order of orders) {
      const { job, format } = order;
      begin?.(order);
      const printed = await attemptLater(async () => {
        const dated = { ...job, calendar: calendarFor(job) };
        if (!isPaper(format)) return press.transfer(dated, format);
        const tree = treeOf(job, dated);
        // A paper that leaves something open is made all the same: whoever reads the warning may want to see it.
        for (const one of job.organisation ? await findingsIn(tree, job, paperRules) : []) {
          const key = JSON.stringify(one);
          if (!told.has(key)) problems.push(one);
          told.add(key);
        }
        // Only this profile may carry another file.
        const attachment = print.profile === '3a' ? roleData(job, tree.title) : null;
        return press.print(tree, format, { ...print, attachment });
      }, problems);
      if (printed) made.push({ ...order, ...printed });
    }
    return made;
  };
}

/** Whether two jobs have the very same parts. */
const isSame = (one: Job, other: Job): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => one[key as keyof Job] === other[key as keyof Job]);

/** Read only where a paper is filled for somebody: a form leaves things open on purpose. */
const rulesForPapers = async ({ shelf }: Library): Promise<readonly LintRule[]> =>
  (await import('../lint/catalogue.js')).readRules(shelf).rules.filter(({ data }) => data.subjects?.includes('paper'));

const findingsIn = async (tree: Document, { jurisdiction }: Job, rules: readonly LintRule[]): Promise<Diagnostic[]> =>
  rules.length === 0 ? [] : (await import('../lint/paper.js')).lintPaper(tree, jurisdiction, rules, 'warning');
