/** The employer as the screen shows it: what papers print of it, its departments and posts, and what stays in the file alone. */
import type { Locale } from 'rolewright';
import { isList, isMap, valueAt } from '../edits.js';
import type { Value } from '../edits.js';
import { countriesOf } from '../countries.js';
import { dataOf } from '../role-text.js';
import { titlesIn } from '../titles.js';
import { hashOf } from '../studio.js';
import type { Studio } from '../studio.js';
import { refusal } from '../../register/setting.js';

/** One text in the languages of the file; empty for none. */
export type Wordings = Readonly<Partial<Record<Locale, string>>>;

export const employerTexts = ['name', 'shortName', 'legalForm', 'place', 'address', 'registration'] as const;
export const whoSign = ['approver', 'unitHead', 'hr', 'employer'] as const;
export const nameParts = ['last', 'particle', 'first', 'middle'] as const;

export interface PostForm {
  /** Its short name; that of one which is new is the screen’s own. */
  readonly id: string;
  readonly title: Wordings;
  readonly holder: Readonly<Record<(typeof nameParts)[number], string>>;
  /** Empty where it is not said. */
  readonly gender: '' | 'male' | 'female';
  readonly acting: boolean;
  readonly isNew?: boolean;
}

export interface DepartmentForm {
  readonly id: string;
  readonly name: Wordings;
  /** A post; empty for none. */
  readonly head: string;
  readonly isNew?: boolean;
}

/** What the screen shows and gives back. */
export interface EmployerForm {
  readonly texts: Readonly<Record<(typeof employerTexts)[number], Wordings>>;
  readonly country: string;
  readonly languages: readonly Locale[];
  readonly numbering: string;
  readonly signatories: Readonly<Record<(typeof whoSign)[number], string>>;
  readonly departments: readonly DepartmentForm[];
  readonly posts: readonly PostForm[];
  readonly superiors: readonly { readonly role: string; readonly post: string }[];
}

/** A post that roles name, and the employer does not have. */
export interface LackingPost {
  readonly id: string;
  readonly title: Wordings;
  /** Whether it is a superior of one of them. */
  readonly isSuperior: boolean;
  /** The titles of the roles. */
  readonly roles: readonly string[];
}

export interface EmployerShown {
  readonly file: string;
  /** That of the text that was read: who saves says by it what was changed. */
  readonly base: string;
  readonly form: EmployerForm;
  readonly countries: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly lacking: readonly LackingPost[];
  /** The file of the structure, where that has the posts and the departments. */
  readonly structure: string | null;
  /** Holders whose names are spelt otherwise in each language: those are changed in the file. */
  readonly spelt: readonly string[];
  /** The keys of the file that no field is for. */
  readonly inFile: readonly string[];
  readonly canUndo: boolean;
}

const shownKeys = new Set<string>([
  ...employerTexts,
  ...[
    '$schema',
    'schema',
    'jurisdiction',
    'languages',
    'numbering',
    'posts',
    'superiors',
    'signatories',
    'departments',
    'structure',
    'brand',
  ],
]);

export const textOf = (value: Value | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const entriesOf = (value: Value | undefined): readonly (readonly [string, Value])[] => (isMap(value) ? Object.entries(value) : []);

/** A plain text is in the one language that there is. */
export function wordingsOf(value: Value | undefined, languages: readonly Locale[]): Wordings {
  if (!isMap(value)) return Object.fromEntries(languages.map((tag) => [tag, textOf(value)]));
  return Object.fromEntries(languages.map((tag) => [tag, textOf(value[tag])]));
}

/** Whether a name is written once, and not for each language. */
export const isPlainName = (holder: Value | undefined): boolean =>
  holder === undefined || (isMap(holder) && typeof holder['last'] === 'string');

export interface EmployerFile {
  readonly path: string;
  readonly text: string;
  readonly data: Value;
  readonly structure: string | null;
}

/** Throws a Refusal where there is none. */
export function employerFile(studio: Studio): EmployerFile {
  const { from } = studio.workplace([]);
  if (!from) throw refusal('register-needs-organisation');
  const { path } = from.file;
  const text = studio.workspace.readText(path);
  return { path, text, data: dataOf(text), structure: from.structure?.file.path ?? null };
}

export function formOf(data: Value): EmployerForm {
  const at = (...path: readonly string[]): Value | undefined => valueAt(data, path);
  const spoken = at('languages');
  const languages = (isList(spoken) ? spoken.filter((one) => typeof one === 'string') : []) as readonly Locale[];
  const departments = at('departments');
  const words = (value: Value | undefined): Wordings => wordingsOf(value, languages);
  return {
    texts: recordOf(employerTexts, (key) => words(at(key))),
    ...{ country: textOf(at('jurisdiction')), languages, numbering: textOf(at('numbering', 'pattern')) },
    signatories: recordOf(whoSign, (key) => textOf(at('signatories', key))),
    departments: (isList(departments) ? departments.filter(isMap) : []).map((one) => ({
      ...{ id: textOf(one['id']), name: words(one['name']), head: textOf(one['head']) },
    })),
    posts: entriesOf(at('posts')).map(([id, post]) => {
      const gender = textOf(valueAt(post, ['holderGender']));
      const holder = valueAt(post, ['holder']);
      const spelling = isPlainName(holder) ? holder : entriesOf(holder)[0]?.[1];
      return {
        ...{ id, title: words(valueAt(post, ['title'])), acting: valueAt(post, ['acting']) === true },
        holder: recordOf(nameParts, (part) => textOf(valueAt(spelling, [part]))),
        gender: gender === 'male' || gender === 'female' ? gender : '',
      };
    }),
    superiors: entriesOf(at('superiors')).map(([role, post]) => ({ role, post: textOf(post) })),
  };
}

const recordOf = <K extends string, T>(keys: readonly K[], value: (key: K) => T): Readonly<Record<K, T>> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, T>;

/** `undoable` is the hash of the text that was saved last here. */
export function employerShown(language: Locale, undoable: string | null, studio: Studio): EmployerShown {
  const { path, text, data, structure } = employerFile(studio);
  const base = hashOf(text);
  const form = formOf(data);
  const titles = titlesIn(language, studio);
  const order = new Intl.Collator(language);
  return {
    ...{ file: path, base, form, structure, countries: countriesOf(language, studio) },
    roles: studio
      .named()
      .map(({ id }) => ({ id, name: titles.get(id) ?? id }))
      .sort((one, other) => order.compare(one.name, other.name)),
    lacking: structure === null ? lackingPosts(form, language, studio) : [],
    spelt: entriesOf(valueAt(data, ['posts'])).flatMap(([id, post]) => (isPlainName(valueAt(post, ['holder'])) ? [] : [id])),
    inFile: Object.keys(isMap(data) ? data : {}).filter((key) => !shownKeys.has(key)),
    canUndo: undoable === base,
  };
}

/** Posts of the project’s own roles that the employer lacks, superiors first: papers name no title for them. */
export function lackingPosts(
  { posts, languages }: Pick<EmployerForm, 'posts' | 'languages'>,
  language: Locale,
  studio: Studio,
): readonly LackingPost[] {
  const titles = titlesIn(language, studio);
  const has = new Set(posts.map(({ id }) => id));
  const found = new Map<string, { title: Wordings; isSuperior: boolean; roles: Set<string> }>();
  for (const role of studio.named().filter((one) => studio.isOwn(one))) {
    const { data } = studio.role(role.id);
    const above = valueAt(data, ['reportsTo', 'posts']);
    for (const [id, post] of entriesOf(valueAt(data, ['posts']))) {
      if (has.has(id)) continue;
      const said = isMap(post) && post['title'] !== undefined ? post['title'] : post;
      const one = found.get(id) ?? { title: wordingsOf(said, languages), isSuperior: false, roles: new Set<string>() };
      one.roles.add(titles.get(role.id) ?? role.id);
      one.isSuperior ||= isList(above) && above.includes(id);
      found.set(id, one);
    }
  }
  return [...found]
    .map(([id, { roles, ...one }]) => ({ id, ...one, roles: [...roles] }))
    .sort((one, other) => Number(other.isSuperior) - Number(one.isSuperior));
}
