/** The roles that there are, with what people call them: the user's own first, then those of the library. */
import type { Locale } from '../document/document.js';
import { Refusal } from '../diagnostic/diagnostic.js';
import { isRecord } from '../read/schema-walk.js';
import { topLevel } from '../read/top-level.js';
import { listRoles } from '../role/read.js';
import type { LibraryRole } from '../role/library.js';
import { keptReading } from '../workspace/kept-reading.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Desk } from './desk.js';

export interface NamedRole extends LibraryRole {
  readonly workspace: Workspace;
  /** In all languages, or those by language; undefined where an overlay leaves the title to the role that it extends. */
  readonly title: string | Readonly<Record<string, unknown>> | undefined;
  /** In any language. */
  readonly synonyms: readonly string[];
  /** Titles that mean something else in some countries: what the title would be if it were translated to the letter. */
  readonly literal: readonly unknown[];
  /** The id or path of the role that an overlay extends. */
  readonly extends: string | undefined;
}

/** A role of the user hides the one of the library with its id. What is wrong with a file is told when it is read whole. */
export function namedRoles({ workspace, shelf }: Desk): NamedRole[] {
  const own = listRoles(workspace).map((role) => named(role, workspace));
  const ids = new Set(own.map(({ id }) => id));
  const shipped = listRoles(shelf).filter(({ id }) => !ids.has(id));
  const placed = (role: LibraryRole): NamedRole =>
    shelf.originOf(role.path) === 'project' ? named({ ...role, path: shelf.shown(role.path) }, workspace) : named(role, shelf, shelf.own);
  return [...own, ...shipped.map(placed)];
}

/** `read` is where its file lies: `workspace` itself, or what that hands on. */
function named(role: LibraryRole, workspace: Workspace, read = workspace): NamedRole {
  const { title, synonyms, titleNotes, extends: base } = topOf(read, role.path);
  return {
    ...role,
    workspace,
    title: typeof title === 'string' || isRecord(title) ? title : undefined,
    synonyms: wordingsIn(synonyms),
    literal: Array.isArray(titleNotes) ? titleNotes.flatMap((one: unknown) => (isRecord(one) ? [one.title] : [])) : [],
    extends: typeof base === 'string' ? base : undefined,
  };
}

/** Of 1,000 roles, 10 ms instead of a second each time that somebody asks for their names. */
const topIn = keptReading((text) => topLevel(text, ['title', 'synonyms', 'titleNotes', 'extends']), { name: 'role names' });

function topOf(workspace: Workspace, path: string): Readonly<Record<string, unknown>> {
  try {
    return topIn(workspace, path);
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}

/**
 * The name in a language by which people may look for a role whose title is another: that of a note on titles, or in
 * English the words of the id where they are a synonym. Undefined where the title is that name.
 */
export function literalName({ id, literal, synonyms }: NamedRole, title: string, language: Locale): string | undefined {
  const noted = literal.flatMap((one) => (isRecord(one) ? wordingsIn(one[language]) : wordingsIn(one)));
  const words = id.replaceAll('-', ' ');
  const names = [...noted, ...(language === 'en' ? synonyms.filter((one) => one.toLowerCase() === words) : [])];
  return names.find((one) => one.toLowerCase() !== title.toLowerCase());
}

/** What the role is called, in any language; what it is called in America alone only there, for elsewhere it may be another’s name. */
export const titlesIn = (title: NamedRole['title'], country: string): string[] =>
  isRecord(title)
    ? wordingsIn(Object.fromEntries(Object.entries(title).filter(([tag]) => tag !== 'en-US' || country === 'us')))
    : wordingsIn(title);

/** All words in a text or list, whatever languages they are in. */
export const wordingsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordingsIn) : [];
