/** The structure in a table that a user has: a staffing table in form Т-3, or what a system for personnel gives out. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { createPhrases } from '../language/phrases.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { readOrganisation } from '../organisation/organisation.js';
import { checkText } from '../read/data.js';
import { isRecord } from '../read/schema-walk.js';
import { ownData } from '../read/own-data.js';
import { topLevel } from '../read/top-level.js';
import { locales, usualJurisdiction } from '../shelf/library.js';
import type { ColumnWords } from '../staff-list/columns.js';
import { encodings } from '../content/encoding.js';
import { readGrid } from '../staff-list/grid.js';
import { hasHeadings } from '../structure-table/headings.js';
import { importedFrom } from '../structure-table/import-table.js';
import { knownTitles } from '../structure-table/known-titles.js';
import type { KnownTitles } from '../structure-table/known-titles.js';
import { structureText } from '../structure-table/structure-text.js';
import { withListWords } from '../structure-table/words.js';
import type { TableWords } from '../structure-table/words.js';
import { structureKind } from '../structure/structure.js';
import type { Structure } from '../structure/structure.generated.js';
import { attempt, attemptLater } from './attempt.js';
import { choiceOf } from './choice.js';
import type { Desk } from './desk.js';
import { namedRoles, titlesIn, wordingsIn } from './role-names.js';
import { organisationPath, projectOf } from './settings.js';

export interface TableErrand {
  readonly path: string;
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
  /** Whether rows that are hidden in the spreadsheet are taken. */
  readonly hiddenRows?: boolean | undefined;
  /** The language of the titles; that of the headings when left out. */
  readonly locale?: string | undefined;
  readonly organisation?: string | false | undefined;
  /** The day for which holders are asked, YYYY-MM-DD. */
  readonly day?: string | undefined;
  /** The file that the structure will stand in, from which it names its schema. */
  readonly out?: string | undefined;
}

export interface TableImport {
  /** Null where there are errors. */
  readonly structure: Structure | null;
  /** The file. */
  readonly text: string | null;
  readonly departments: number;
  readonly positions: number;
  readonly holders: number;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing = { structure: null, text: null, departments: 0, positions: 0, holders: 0 };

/** Reads a table. All that is wrong with it comes in one run, in the order of its cells. */
export async function importStructure(errand: TableErrand, desk: Desk, titlesIn = roleTitles(desk)): Promise<TableImport> {
  const problems: Diagnostic[] = [];
  const encoding = choiceOf('--encoding', errand.encoding, encodings, problems);
  const language = choiceOf('--locale', errand.locale, locales, problems);
  const country = countryOf(errand.organisation, desk, problems);
  if (hasErrors(problems)) return { ...nothing, diagnostics: problems };
  const jurisdictionOf = (locale: Locale): JurisdictionId => country ?? usualJurisdiction[locale];
  const listWords = ownData(desk.shelf.own, 'locales/columns.yaml') as ColumnWords;
  const ownWords = ownData(desk.shelf.own, 'locales/structure-columns.yaml') as Omit<TableWords, 'subjects' | 'notes'>;
  const words = withListWords(ownWords, listWords);
  const { values } = listWords;

  const grid = await attemptLater(() => {
    const bytes = desk.workspace.readBytes(errand.path);
    const { sheet, hiddenRows } = errand;
    const usualEncoding = projectOf(desk, [])?.staffList?.encoding;
    return readGrid(
      bytes,
      errand.path,
      { sheet, hiddenRows, encoding: encoding ?? undefined, usualEncoding, fits: (one) => hasHeadings(one, words) },
      problems,
    );
  }, problems);
  const imported =
    grid &&
    attempt(
      () =>
        importedFrom(grid, {
          words,
          values,
          titlesIn,
          language,
          jurisdictionOf,
          day: errand.day ?? null,
        }),
      problems,
    );
  if (!imported) return { ...nothing, diagnostics: bounded(problems) };
  const { structure, remarks, diagnostics } = imported;
  problems.push(...diagnostics);
  if (!structure) return { ...nothing, diagnostics: bounded(problems) };
  const say = createPhrases(ownData(desk.shelf.own, `locales/program.${imported.language}.yaml`), imported.language);
  const out = (errand.out ?? 'structure.yaml').replaceAll('\\', '/');
  const text = structureText(structure, remarks, {
    schema: posix.relative(posix.dirname(out), 'schemas/structure.schema.json'),
    say: (key, args) => say(`structureImport.${key}`, args),
  });
  const positions = Object.values(structure.positions);
  return {
    structure,
    text,
    departments: structure.departments?.length ?? 0,
    positions: positions.length,
    holders: positions.reduce((sum, { holders }) => sum + (holders?.length ?? 0), 0),
    diagnostics: bounded([
      ...problems,
      ...checkText<Structure>(text, out, structureKind).diagnostics.filter(({ severity }) => severity === 'error'),
    ]),
  };
}

/** The country of the organisation that is asked for, or of that of the project; it may name a structure that is not there yet. */
function countryOf(asked: string | false | undefined, desk: Desk, problems: Diagnostic[]): JurisdictionId | null {
  const path = organisationPath(asked, asked === undefined ? projectOf(desk, []) : null, desk, []);
  if (path === null) return null;
  const { organisation, diagnostics } = readOrganisation(desk.workspace, path, desk.shelf);
  if (asked !== undefined) problems.push(...diagnostics);
  return organisation?.jurisdiction ?? null;
}

/** Problems beyond these say that the table is of another kind. */
const mostTold = 200;

const bounded = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  problems.length <= mostTold
    ? problems
    : [
        ...problems.slice(0, mostTold),
        diagnostic('more-problems', { count: problems.length - mostTold }, {}, hasErrors(problems.slice(mostTold)) ? 'error' : 'info'),
      ];

/** What roles and posts are called in a country, in all languages; read once for each. */
export function roleTitles(desk: Desk): (country: JurisdictionId) => KnownTitles {
  const words = ownData(desk.shelf.own, 'locales/structure-columns.yaml') as Pick<TableWords, 'posts'>;
  const known = new Map<JurisdictionId, KnownTitles>();
  return (country) => {
    const titles = known.get(country) ?? titlesFor(desk, words, country);
    known.set(country, titles);
    return titles;
  };
}

function titlesFor(desk: Desk, words: Pick<TableWords, 'posts'>, country: JurisdictionId): KnownTitles {
  const named = namedRoles(desk);
  const posts = new Map<string, string[]>();
  const roles = named.map(({ id, path, workspace, title, synonyms }) => {
    const { posts: own, titleNotes } = attempt(() => topLevel(workspace.readText(path), ['posts', 'titleNotes']), []) ?? {};
    for (const [post, one] of Object.entries(isRecord(own) ? own : {}))
      if (isRecord(one)) posts.set(post, [...(posts.get(post) ?? []), ...titlesIn(one.title as typeof title, country)]);
    const notes = (Array.isArray(titleNotes) ? (titleNotes as unknown[]) : []).filter(isRecord);
    return {
      id,
      titles: titlesIn(title, country),
      synonyms,
      elsewhere: notes
        .filter(({ jurisdictions }) => !Array.isArray(jurisdictions) || jurisdictions.includes(country))
        .flatMap((note) => wordingsIn(note.title)),
    };
  });
  return knownTitles(roles, posts, words);
}
