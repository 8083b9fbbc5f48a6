/**
 * Names of posts and departments whose Russian forms are guessed: papers print the guess, and whoever wrote the name is told
 * which forms these are and where to give the right ones. Each name is told once, at the first place where it is written.
 */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { declensionOf } from '../language/cases.js';
import type { RussianCase } from '../language/cases.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { departmentOf, hasPost } from '../organisation/superior.js';
import { readPerson } from '../person/person.js';
import type { Person } from '../person/person.generated.js';
import type { Locate } from '../read/yaml-data.js';
import { segment } from '../read/yaml-data.js';
import type { Forms, Role, Text } from '../role/role.generated.js';
import type { Lines } from '../structure/lines.js';
import type { Desk } from './desk.js';
import { languagesFor } from './documents.js';
import type { DocumentOfRole, Wanted } from './documents.js';
import type { Aim, Order } from './orders.js';
import type { OrganisationFile } from './organisation-file.js';
import type { StructureFile } from './structure-file.js';

/** A role, and where in its files each of its values stands. */
export interface WrittenRole {
  readonly role: Role;
  readonly locate: Locate;
}

/** A person likewise. */
export interface WrittenPerson {
  readonly person: Person;
  readonly locate: Locate;
}

/** A name as a file has it. */
interface Named {
  readonly name: string | undefined;
  readonly forms?: Forms | undefined;
  readonly what: 'post' | 'department';
  /** The key beside the name under which its forms are given; null where there is none. */
  readonly key: 'titleForms' | 'forms' | 'postForms' | null;
  readonly place: Place;
}

/** The cases in which papers print names. */
const printed = {
  post: ['genitive', 'dative', 'accusative', 'instrumental'],
  department: ['genitive', 'prepositional'],
} as const satisfies Record<Named['what'], readonly RussianCase[]>;

/** What Russian papers of these roles for an employer, and for a person where there is one, print of guessed forms. */
export function titleFormProblems(
  roles: readonly WrittenRole[],
  from: Pick<OrganisationFile, 'organisation' | 'file' | 'structure'> | null,
  person: WrittenPerson | null = null,
): Diagnostic[] {
  const organisation = from?.organisation ?? null;
  return told([
    ...roles.flatMap((one) => ofRole(one, organisation)),
    ...(from ? ofOrganisation(from) : []),
    ...(from?.structure ? ofStructure(from.structure, near(from.structure.lines, roles)) : []),
    ...(person ? ofPerson(person, organisation) : []),
  ]);
}

/** The same of an errand, where it makes any paper in Russian. */
export function titleFormWarnings(
  orders: readonly Order[],
  { aims, from, personFile }: { aims: readonly Aim[]; from: OrganisationFile | null; personFile: string | undefined },
  { workspace }: Desk,
): Diagnostic[] {
  const printed = new Set(orders.filter(({ job }) => job.locale === 'ru').map(({ job }) => job.role));
  if (printed.size === 0) return [];
  const roles = aims.flatMap(({ role, locate }) => (printed.has(role) && locate ? [{ role, locate }] : []));
  const { person = null, locate } = personFile === undefined ? {} : readPerson(workspace, personFile);
  return titleFormProblems(roles, from, person && locate ? { person, locate } : null);
}

/** All guessed names of a structure. */
export const structureTitleProblems = (structure: StructureFile): Diagnostic[] => told(ofStructure(structure, null));

/** The same of a list, for the roles of which it has papers in Russian. */
export function listTitleWarnings(roles: readonly WrittenRole[], wanted: Wanted, from: OrganisationFile | null): Diagnostic[] {
  const inRussian = roles.filter(({ role }) => languagesFor(role, wanted, from?.organisation ?? null).includes('ru'));
  return inRussian.length === 0 ? [] : titleFormProblems(inRussian, from);
}

/** What a row of a list says of the person’s department and manager; the place is that of the row. */
export function rowTitleWarnings(
  documents: readonly DocumentOfRole[],
  { person, organisation }: { person: Person; organisation: Organisation | null },
): Diagnostic[] {
  if (!documents.some(({ locale }) => locale === 'ru')) return [];
  return told(ofPerson({ person, locate: () => ({}) }, organisation).map((one) => ({ ...one, key: null })));
}

function told(names: readonly Named[]): Diagnostic[] {
  const seen = new Set<string>();
  return names.flatMap(({ name, forms, what, key, place }) => {
    if (name === undefined || seen.has(name) || printed[what].every((wanted) => forms?.ru?.[wanted] !== undefined)) return [];
    const { inCase, isCertain } = declensionOf(name);
    if (isCertain) return [];
    seen.add(name);
    const formIn = (wanted: Exclude<RussianCase, 'nominative'>): string => forms?.ru?.[wanted] ?? inCase(wanted);
    const example = `{ ru: { ${printed[what].map((wanted) => `${wanted}: ${JSON.stringify(formIn(wanted))}`).join(', ')} } }`;
    const facts = {
      title: name,
      genitive: formIn('genitive'),
      dative: formIn('dative'),
      instrumental: formIn('instrumental'),
      prepositional: formIn('prepositional'),
    };
    return [diagnostic('title-forms-guessed', { what, key: key ?? 'none', ...facts, example }, place, 'warning')];
  });
}

/** The words of a text in Russian; a plain string is in the languages declared. */
const russian = (text: Text | undefined, declared: readonly Locale[]): string | undefined =>
  typeof text === 'string' ? (declared.includes('ru') ? text : undefined) : text?.ru;

/** The title and the posts of a role, as far as the organisation has no names of its own for them. */
function ofRole({ role, locate }: WrittenRole, organisation: Organisation | null): Named[] {
  const { id, title, titleForms, posts, department, languages } = role;
  const isOwn = russian(organisation?.positions?.[id]?.title, organisation?.languages ?? []) !== undefined;
  const general = Object.entries(posts).filter(
    ([ref]) => hasPost(ref, organisation) && organisation?.posts?.[ref]?.title === undefined && organisation?.structure === undefined,
  );
  return [
    ...(isOwn || organisation?.structure !== undefined
      ? []
      : [{ name: russian(title, languages), forms: titleForms, what: 'post', key: 'titleForms', place: locate('/title') } as const]),
    ...general.map(
      ([ref, post]): Named => ({
        name: russian(post.title, languages),
        forms: post.forms,
        what: 'post',
        key: 'forms',
        place: locate(`/posts${segment(ref)}/title`),
      }),
    ),
    ...(organisation?.departments
      ? []
      : [{ name: russian(department, languages), what: 'department', key: null, place: locate('/department') } as const]),
  ];
}

/** Its posts and positions; its departments where no structure has them. */
function ofOrganisation({
  organisation,
  file: { locate },
  structure,
}: Pick<OrganisationFile, 'organisation' | 'file' | 'structure'>): Named[] {
  const { posts = {}, positions = {}, departments = [], languages } = organisation;
  const titled = (key: string, titles: Readonly<Record<string, { title?: Text; forms?: Forms }>>): Named[] =>
    Object.entries(titles).map(([id, { title, forms }]) => ({
      name: russian(title, languages),
      forms,
      what: 'post',
      key: 'forms',
      place: locate(`/${key}${segment(id)}/title`),
    }));
  return [
    ...titled('posts', posts),
    ...titled('positions', positions),
    ...(structure ? [] : departments).map(
      ({ name, forms }, at): Named => ({
        name: russian(name, languages),
        forms,
        what: 'department',
        key: 'forms',
        place: locate(`/departments/${at}/name`),
      }),
    ),
  ];
}

/** The positions of a structure, all or some, with their departments. */
function ofStructure({ lines, file: { locate } }: StructureFile, some: ReadonlySet<string> | null): Named[] {
  const { languages, departments = [] } = lines.structure;
  const places = [...lines.places.values()].filter(({ id }) => some?.has(id) ?? true);
  const homes = new Set(places.map(({ department }) => department?.id));
  return [
    ...departments.flatMap(({ id, name, forms }, at): Named[] =>
      some && !homes.has(id)
        ? []
        : [{ name: russian(name, languages), forms, what: 'department', key: 'forms', place: locate(`/departments/${at}/name`) }],
    ),
    ...places.map(
      ({ id, position: { title, forms } }): Named => ({
        name: russian(title, languages),
        forms,
        what: 'post',
        key: 'forms',
        place: locate(`/positions${segment(id)}/title`),
      }),
    ),
  ];
}

/** Of which positions papers of some roles speak: those of the roles, those above them, and those that the roles name. */
function near(lines: Lines, roles: readonly WrittenRole[]): ReadonlySet<string> {
  const own = roles.flatMap(({ role }) => lines.ofRole(role.id));
  const named = roles.flatMap(({ role }) => Object.keys(role.posts).flatMap((ref) => lines.called(ref)));
  return new Set([...own, ...own.flatMap((id) => lines.above(id)), ...named]);
}

/** A department that the organisation does not list, and the post of a manager. */
function ofPerson({ person, locate }: WrittenPerson, organisation: Organisation | null): Named[] {
  const { department, manager } = person;
  const known = Object.values(organisation?.posts ?? {}).map(({ title }) => russian(title, organisation?.languages ?? [])?.toLowerCase());
  const post = inCyrillic(manager?.post);
  return [
    ...(departmentOf({ person, organisation })
      ? []
      : [{ name: inCyrillic(department), what: 'department', key: null, place: locate('/department') } as const]),
    ...(post !== undefined && known.includes(post.toLowerCase())
      ? []
      : [{ name: post, forms: manager?.postForms, what: 'post', key: 'postForms', place: locate('/manager/post') } as const]),
  ];
}

/** A file about a person declares no languages. */
const inCyrillic = (text: Text | undefined): string | undefined =>
  typeof text === 'string' ? (/\p{Script=Cyrillic}/u.test(text) ? text : undefined) : text?.ru;
