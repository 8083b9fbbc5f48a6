/** The role while it is gathered: lists that grow in the order of the file, ids made from words, and what the schema demands filled at the end. */
import type {
  Clause,
  Condition,
  Criterion,
  DutyGroup,
  Education,
  Experience,
  Facts,
  Flsa,
  Kpi,
  Liability,
  Limit,
  Post,
  Relation,
  Report,
  Requirement,
  Right,
  Role,
  RoleCompetency,
  ServiceLevel,
  Table,
} from '../role/role.generated.js';
import { freeName, shortName } from './draft-values.js';
import type { Target } from './ledger.js';
import type { PlaceholderName } from './import-words.js';
import type { Rules } from './rules.js';
import { addMissingCriteria, addMissingRequirements } from './missing-criteria.js';
import { levelled, stemOf, wordsOf } from './words.js';

/** A sentence in which the superior, a deputy or the like stands under a short name. */
export type PostId = string;

export class RoleDraft {
  title: string | null = null;
  department: string | null = null;
  category: Role['category'] | null = null;
  purpose: string | null = null;
  summary: string | null = null;
  version: string | null = null;
  appointment: { by: PostId; instrument: Role['appointment']['instrument']; proposedBy?: PostId[]; consentOf?: PostId[] } | null = null;
  superiors: PostId[] = [];
  /** Whether each of several superiors is one, or one of them. */
  superiorMode: 'all' | 'any' = 'all';
  /** Who leads professionally, where that is another than the superior. */
  professional: PostId | null = null;
  subordinates: PostId[] = [];
  /** The file speaks of people below the holder whose posts could not be read. */
  hasUnreadSubordinates = false;
  /** The file says that nobody reports to the holder. */
  saysNobody = false;
  deputising: NonNullable<Role['deputising']> | null = null;
  experience: Experience | null = null;
  grade: string | null = null;
  readonly posts: Record<PostId, Post> = {};
  readonly facts: Facts = {};
  flsa: Flsa | null = null;
  readonly guidedBy: Clause[] = [];
  readonly education: Education[] = [];
  readonly skills: Requirement[] = [];
  /** Skills before which the file says “able to”. */
  readonly abilities = new Set<Requirement>();
  readonly extra: Requirement[] = [];
  readonly qualities: Requirement[] = [];
  readonly knowledge: Clause[] = [];
  readonly criteria: Criterion[] = [];
  readonly competencies: RoleCompetency[] = [];
  readonly duties: DutyGroup[] = [];
  readonly rights: Right[] = [];
  readonly limits: Limit[] = [];
  readonly responsibility: Liability[] = [];
  readonly relations: Relation[] = [];
  readonly conditions: Condition[] = [];
  readonly physicalDemands: Clause[] = [];
  readonly kpis: Kpi[] = [];
  readonly reports: Report[] = [];
  readonly serviceLevels: ServiceLevel[] = [];
  readonly procedures: NonNullable<Role['procedures']> = [];
  readonly tables: Table[] = [];
  readonly payComponents: Clause[] = [];
  readonly unplaced: NonNullable<Role['unplaced']> = [];
  readonly #ids = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** Whether the education says which experience goes with it, or instead of it. */
  isExperienceStated = false;
  readonly #assumed: { readonly owner: object; readonly key: string }[] = [];

  constructor(readonly rules: Rules) {}

  /** A short name from the words of a text, which no other entry has. */
  idFor(text: string, otherwise: string): string {
    const id = freeName(text, otherwise, (one) => this.#ids.has(one), this.#counts);
    this.#ids.add(id);
    return id;
  }

  /** The post of this title; the one that is known by the same words, or a new one, whose id is made of `name`. */
  postOf(title: string, name = title): PostId {
    const known = Object.entries(this.posts).find(([, post]) => post.title === title);
    if (known) return known[0];
    const id = freeName(name, 'post', (one) => this.posts[one] !== undefined);
    this.posts[id] = { title };
    return id;
  }

  to(owner: object, key: string | null = null): Target {
    return { draft: 'role', owner, key };
  }

  /** A value of the role itself. */
  at(key: string): Target {
    return { draft: 'role', owner: this, key };
  }

  /** The group into which the next duty goes. */
  openGroup(heading: string): DutyGroup {
    const group: DutyGroup = { id: this.idFor(heading, 'area'), heading, duties: [] };
    this.duties.push(group);
    return group;
  }

  /** The role, complete: what the schema demands and the file does not say stands in brackets, and `filled` names it. */
  complete(options: { id: string | null; sources: Readonly<Record<string, string>>; jurisdiction: string }): {
    role: Role;
    filled: string[];
  } {
    const { placeholders } = this.rules.words;
    const filled: string[] = [];
    const orText = (value: string | null, name: PlaceholderName, pointer: string): string => {
      if (value !== null && value !== '') return value;
      filled.push(pointer);
      return placeholders[name];
    };
    const title = orText(this.title, 'title', '/title');
    const purpose = orText(this.purpose ?? null, 'purpose', '/purpose');
    if (this.superiors.length === 0) {
      this.superiors.push(this.postOf(placeholders.superior, 'superior'));
      filled.push('/reportsTo/posts/0');
    }
    // A paper would say that nobody reports to the holder.
    if (this.subordinates.length === 0 && this.hasUnreadSubordinates) {
      this.subordinates.push(this.postOf(placeholders.subordinates, 'subordinates'));
      filled.push('/subordinates/0');
    }
    // Without a word of them a paper must not say that there are none.
    if (this.subordinates.length === 0 && !this.saysNobody) this.facts.reports ??= null;
    if (!this.appointment) {
      this.appointment = { by: this.postOf(placeholders.appointer, 'appointer'), instrument: 'order' };
      filled.push('/appointment');
    }
    if (this.education.length === 0) {
      this.education.push({ id: this.idFor('education', 'education'), level: 'stated', field: placeholders.field });
      filled.push('/requirements/education/options/0');
    }
    // A wish for no years says nothing of experience of its own.
    if (!this.experience && this.isExperienceStated) this.experience = { min: 0, desirable: true };
    if (!this.experience) {
      this.experience = { min: null, desirable: true, field: placeholders.experience };
      filled.push('/requirements/experience');
    }
    const orEntry = <T>(list: T[], pointer: string, entry: () => T): void => {
      if (list.length > 0) return;
      list.push(entry());
      filled.push(pointer);
    };
    orEntry(this.knowledge, '/knowledge/0', () => ({ id: this.idFor('know-first', 'know-first'), text: placeholders.knowledge }));
    orEntry(this.duties, '/duties/0', () => ({
      id: this.idFor('area-main', 'area-main'),
      heading: placeholders.area,
      duties: [{ id: this.idFor('duty-first', 'duty-first'), text: placeholders.duty }],
    }));
    const { rightsUnder } = this.rules.words;
    // What the holder may do is said by the limits, and nobody need say it again; the schema wants a right all the same.
    if (this.rights.length === 0 && this.limits.length > 0 && !rightsUnder.includes(options.jurisdiction))
      this.rights.push({ id: this.idFor('right-first', 'right-first'), text: placeholders.rightOfLimits, jurisdictions: [...rightsUnder] });
    orEntry(this.rights, '/rights/0', () => ({ id: this.idFor('right-first', 'right-first'), text: placeholders.right }));
    orEntry<Liability>(this.responsibility, '/responsibility/0', () => ({
      id: this.idFor('own-duties', 'own-duties'),
      kind: 'performance',
      text: placeholders.responsibility,
    }));
    const category = this.category ?? this.categoryOf(title);
    if (!this.category) filled.push('/category');
    filled.push(...this.#assumptions());
    const list = <K extends string, T>(key: K, all: readonly T[]): Partial<Record<K, readonly T[]>> =>
      all.length > 0 ? ({ [key]: all } as Partial<Record<K, readonly T[]>>) : {};
    const role = {
      schema: 2,
      id: options.id ?? (shortName(title.startsWith('[') ? '' : title) || 'imported-role'),
      version: this.version ?? '1.0.0',
      languages: [this.rules.language],
      ...(Object.keys(options.sources).length > 0 && { sources: options.sources }),
      title,
      category,
      ...(this.grade !== null && { grade: { level: this.grade } }),
      ...(this.department !== null && { department: this.department }),
      purpose,
      ...(this.summary !== null && { summary: this.summary }),
      posts: this.posts,
      appointment: this.appointment,
      reportsTo: {
        ...(this.superiors.length > 1 && { mode: this.superiorMode }),
        posts: this.superiors,
        ...(this.professional !== null && { professional: this.professional }),
      },
      ...list('subordinates', this.subordinates),
      ...(this.deputising && { deputising: this.deputising }),
      ...list('guidedBy', this.guidedBy),
      requirements: {
        education: { options: this.education },
        experience: this.experience,
        ...list('skills', this.skills),
        ...list('extra', this.extra),
        ...list('qualities', this.qualities),
      },
      knowledge: this.knowledge,
      ...list('criteria', this.criteria),
      ...list('competencies', this.competencies),
      duties: this.duties,
      rights: this.rights,
      ...list('limits', this.limits),
      responsibility: this.responsibility,
      ...list('relations', this.relations),
      ...list('conditions', this.conditions),
      ...list('physicalDemands', this.physicalDemands),
      ...(Object.keys(this.facts).length > 0 && { facts: this.facts }),
      ...(this.flsa && { flsa: this.flsa }),
      ...list('kpis', this.kpis),
      ...list('reports', this.reports),
      ...list('procedures', this.procedures),
      ...list('tables', this.tables),
      ...list('serviceLevels', this.serviceLevels),
      ...(this.payComponents.length > 0 && { pay: { components: this.payComponents } }),
      ...list('unplaced', this.unplaced),
    } as Role;
    addMissingRequirements(role, { idFor: (text) => this.idFor(text, 'requirement') });
    addMissingCriteria(role, this.rules, { idFor: (text) => this.idFor(text, 'criterion'), abilities: this.abilities });
    return { role, filled };
  }

  /** A value that the schema demands of an entry and the file does not say. */
  assume(owner: object, key: string): void {
    this.#assumed.push({ owner, key });
  }

  #assumptions(): string[] {
    const lists: readonly (readonly [string, readonly object[]])[] = [
      ['/kpis', this.kpis],
      ['/requirements/education/options', this.education],
      ['/reports', this.reports],
    ];
    return this.#assumed.flatMap(({ owner, key }) => {
      if (owner === this.appointment) return [`/appointment/${key}`];
      if (owner === this.deputising) return [`/deputising/${key}`];
      return lists.flatMap(([pointer, list]) => (list.includes(owner) ? [`${pointer}/${list.indexOf(owner)}/${key}`] : []));
    });
  }

  /** By the first words of the title: «начальник …» manages, «слесарь …» is a worker. */
  categoryOf(title: string): Role['category'] {
    const words = wordsOf(title);
    const { titles } = this.rules.words;
    const has = (key: string): boolean =>
      this.rules
        .phrases(titles[key])
        .some((one) => words.some((word) => word === one || stemOf(word) === stemOf(one) || word.startsWith(levelled(one))));
    for (const key of ['workers', 'clerical-staff', 'managers'] as const) if (has(key)) return key;
    return 'specialists';
  }
}
