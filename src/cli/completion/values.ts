/** What options and arguments take, by how their help calls it. Each source loads what it needs, so that a shell waits for that alone. */
import type { Employer } from '../../desk/employer.js';
import { namedRoles, wordingsIn } from '../../desk/role-names.js';
import { isRecord } from '../../read/schema-walk.js';
import { printable } from '../../read/printable.js';
import type { Locale } from '../../document/document.js';
import { kindName } from '../../shelf/kinds.js';
import { locales } from '../../shelf/library.js';
import type { Office } from '../office.js';
import type { Offer, Otherwise, Values } from './offers.js';
import { shells } from './shells.js';

export interface Place {
  readonly command: string;
  /** The long name of the option; empty for an argument. */
  readonly option: string;
  /** As help calls what is to be written: `kinds` of `--kind <kinds>`. */
  readonly term: string;
}

/** Options that stand in the line, by their long names. */
type Options = ReadonlyMap<string, string>;
type Source = (office: Office, options: Options) => readonly Offer[] | Promise<readonly Offer[]>;

const plain = (values: readonly string[]): Offer[] => values.map((value) => ({ value, about: '' }));

/** A name in a file, as far as a terminal may be shown it. */
const shown = (name: unknown, language: Locale): string => printable(wordingsIn(isRecord(name) ? (name[language] ?? name) : name)[0] ?? '');

const roles: Source = (office) => namedRoles(office).map(({ id, title }) => ({ value: id, about: shown(title, office.language) }));
const kinds: Source = ({ library, language }) =>
  library.kinds().map((kind) => ({ value: kind.id, about: printable(kindName(kind, language)) }));
/** Names of kinds together. */
const sets: Source = ({ library }) => plain([...new Set([...library.kinds().flatMap((kind) => kind.sets ?? []), 'all'])]);
const countries: Source = ({ library, language }) =>
  library.jurisdictions().map((id) => ({ value: id, about: library.jurisdiction(id).name[language] ?? '' }));
const languages: Source = ({ say }) => locales.map((id) => ({ value: id, about: say(`list.locales.${id}`) }));

/** The employer of the line, else of the project. */
async function employerOf(office: Office, options: Options): Promise<Employer> {
  const [{ employerAt }, { organisationPath, projectOf }] = await Promise.all([
    import('../../desk/employer.js'),
    import('../../desk/settings.js'),
  ]);
  const asked = options.has('--no-organisation') ? false : options.get('--organisation');
  return employerAt(organisationPath(asked, projectOf(office, []), office, []), office, []);
}

const departments: Source = async (office, options) => {
  const { from, structure } = await employerOf(office, options);
  const all = structure ? [...structure.lines.departments.values()] : (from?.organisation.departments ?? []);
  return all.map(({ id, name }) => ({ value: id, about: shown(name, office.language) }));
};
const positions: Source = async (office, options) => {
  const { structure } = await employerOf(office, options);
  const { everyPosition } = await import('../../desk/aims.js');
  return plain([...(structure?.lines.places.keys() ?? []), everyPosition]);
};
const formats: Source = async () => plain([...(await import('../../press/press.js')).formats, 'all']);
const schemas: Source = async () => plain((await import('../../desk/schemas.js')).schemaNames);
const categories: Source = async () => plain((await import('../../desk/new/new-role.js')).categories);
const lists: Source = async () => plain((await import('../list.js')).lists);

const one = (source: Source, otherwise: Otherwise = 'nothing'): Taken => ({ source, otherwise, isList: false });
const several = (...sources: readonly Source[]): Taken => ({
  source: async (office, options) => (await Promise.all(sources.map(async (source) => source(office, options)))).flat(),
  otherwise: 'nothing',
  isList: true,
});

interface Taken extends Omit<Values, 'offers'> {
  readonly source: Source;
}

const nothing = one(() => []);
const files = one(() => [], 'files');

/** By the name of an option, which goes before, else by the term. */
const taken: ReadonlyMap<string, Taken> = new Map([
  ['--department', one(departments)],
  ['--position', several(positions)],
  ['--role', one(roles, 'files')],
  ['structure --format', several(() => plain(['text', 'html', 'pdf']))],
  ['schema name', one(schemas)],
  ['role', one(roles, 'files')],
  ['roles', one(roles, 'files')],
  ['kind', one(kinds)],
  ['kinds', several(kinds, sets)],
  ['locales', several(languages)],
  ['formats', several(formats)],
  ['country', one(countries)],
  ['category', one(categories)],
  ['what', one(lists)],
  ['shell', one(() => plain(shells))],
  ['folder', one(() => [], 'folders')],
  // Arguments that take ids of roles too, yet files above all.
  ['files', one(roles, 'files')],
  ...['file', 'path', 'paths', 'people', 'overlay', 'structure'].map((term) => [term, files] as const),
]);

/** What may stand at a place; `commands` are those that `help` explains there. */
export async function valuesOf(
  { command, option, term }: Place,
  options: Options,
  office: Office,
  commands: () => readonly Offer[] = () => [],
): Promise<Values> {
  if (term.includes('|')) return { offers: plain(term.split('|')), otherwise: 'nothing', isList: false };
  const { source, ...found } =
    taken.get(`${command} ${option || term}`) ?? taken.get(option) ?? taken.get(term) ?? (term === 'command' ? one(commands) : nothing);
  return { ...found, offers: await source(office, options) };
}
