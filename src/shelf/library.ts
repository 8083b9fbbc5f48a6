/** The shelf: kinds of document, languages, countries, layout profiles and templates, each read once. */
import { locales } from '../document/document.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Locale } from '../document/document.js';
import type { Jurisdiction, JurisdictionId } from '../law/jurisdiction.js';
import { americanTag, createAmerican } from '../language/american.js';
import type { American, AmericanWords } from '../language/american.js';
import { createAbbreviations } from '../language/abbreviations.js';
import type { Abbreviations } from '../language/abbreviations.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import type { TemplateSource } from '../template/template.js';
import { ownData } from '../read/own-data.js';
import { prepared } from '../read/prepared.js';
import type { Prepared } from '../read/prepared.js';
import { inPlace, sameStems } from './kinds.js';
import type { Kind } from './kinds.js';
import type { Theme } from '../theme/theme.js';
import type { Reading } from '../read/data.js';
import { idsIn } from '../read/known-ids.js';
import { frozen } from '../content/content.js';
import { layered, projectFileAt } from '../workspace/layered.js';
import type { Shelf } from '../workspace/layered.js';
import type { Workspace } from '../workspace/workspace.js';
import { readCompetency } from './competency-file.js';
import type { Competency } from './competency-file.js';
import { readJurisdiction } from './jurisdiction-file.js';
import { readKind } from './kind-file.js';
import { mergedWords, readWords, rewords } from './phrase-file.js';
import type { OwnWords, Words, WordsReading } from './phrase-file.js';
import { readTheme } from './theme-file.js';

/** Our own countries, in the order in which they are listed. */
export const jurisdictionIds: readonly JurisdictionId[] = ['ru', 'nl', 'gb', 'us'];
export { locales } from '../document/document.js';

/** The country whose law and paper a language has when nobody names another. */
export const usualJurisdiction: Record<Locale, JurisdictionId> = { ru: 'ru', en: 'gb', nl: 'nl' };

export interface Library {
  /** The files that it reads. */
  readonly shelf: Shelf;
  /** All kinds of document, in their places. */
  kinds(): readonly Kind[];
  /** A kind by its id. Throws a Refusal with `unknown-kind` where there is none. */
  kind(id: string): Kind;
  /** A competency of the dictionary; null where there is none of the name. */
  competency(id: string): Competency | null;
  /** The ids of all countries. */
  jurisdictions(): readonly JurisdictionId[];
  /** The phrases of a language, as the country of a language tag writes them: `en-US` has some of its own. */
  phrases(locale: Locale, tag?: string): Phrases;
  /** English in American spelling. */
  american: American;
  abbreviations(locale: Locale): Abbreviations;
  /** Whether the project says something of ours otherwise in this language. */
  reworded(locale: Locale): boolean;
  jurisdiction(id: JurisdictionId): Jurisdiction;
  theme(id: string): Theme;
  template(name: string): TemplateSource | null;
}

/**
 * What the shelf has. Our own files are taken as they are; those of a project are checked when they are first needed, and
 * what is wrong with one is thrown as a Refusal with its place.
 */
export function openLibrary(files: Workspace | Shelf, pieces: Prepared = prepared()): Library {
  const shelf = 'originOf' in files ? files : layered(files, null);
  const ours = <T>(path: string): T => ownData(shelf.own, path, pieces) as T;
  const data = <T extends object>(path: string, read: (workspace: Workspace, path: string) => Reading<T>): T => {
    const theirs = shelf.project && shelf.originOf(path) === 'project' ? projectFileAt(shelf.project, path) : null;
    return theirs ? checked(read(theirs.workspace, theirs.path)) : ours(path);
  };
  const ourWords = remembered((locale: Locale) => ours<Words>(`locales/${locale}.yaml`));
  const projectWords = remembered((locale: Locale): OwnWords => {
    const theirs = shelf.project && projectFileAt(shelf.project, `locales/${locale}.yaml`);
    if (!theirs) return {};
    const { words: own, diagnostics } = readOwnWords(theirs.workspace, theirs.path, shelf, pieces);
    if (!own) throw new Refusal(diagnostics);
    return own;
  });
  const words = remembered((locale: Locale) => mergedWords(ourWords(locale), projectWords(locale)));
  // What a project says in English it says in America too.
  const americanWords = once(
    (): Words => mergedWords(mergedWords(ourWords('en'), ours<OwnWords>(`locales/${americanTag}.yaml`)), projectWords('en')),
  );
  const americanPhrases = once(() => createPhrases(americanWords().phrases, 'en'));
  const kinds = once(() => {
    const ids = idsIn(shelf, 'kinds');
    const known = { countries: idsIn(shelf, 'jurisdictions'), kinds: ids };
    const all = inPlace(ids.map((id) => data(`kinds/${id}.yaml`, (workspace, path) => readKind(workspace, path, known))));
    const same = sameStems(all);
    if (!same) return all;
    // Ours have names of their own, so at least one of the two is the project’s.
    const [kind, other] = shelf.originOf(`kinds/${same[0].id}.yaml`) === 'project' ? same : [same[1], same[0]];
    throw new Refusal([diagnostic('kind-file-taken', { stem: same[2], other: other.id }, { file: shelf.shown(`kinds/${kind.id}.yaml`) })]);
  });
  const phrases = remembered((locale: Locale) => createPhrases(words(locale).phrases, locale));
  const american = once(() => createAmerican(ours<AmericanWords>('locales/american.yaml')));
  return {
    shelf,
    kinds,
    kind(id) {
      const found = kinds().find((one) => one.id === id);
      if (found) return found;
      const known = kinds().map((one) => one.id);
      throw new Refusal([diagnostic('unknown-kind', { kind: id, nearest: nearest(id, known), known: known.join(', ') })]);
    },
    competency: remembered((id: string) =>
      shelf.exists(`competencies/${id}.yaml`) ? data(`competencies/${id}.yaml`, readCompetency) : null,
    ),
    jurisdictions: once(() => {
      const there = idsIn(shelf, 'jurisdictions');
      return [...jurisdictionIds, ...there.filter((id) => !jurisdictionIds.includes(id))];
    }),
    phrases: (locale, tag) => (locale === 'en' && tag === americanTag ? americanPhrases() : phrases(locale)),
    american: (text) => american()(text),
    abbreviations: remembered((locale: Locale) => createAbbreviations(words(locale).abbreviations, locale)),
    reworded: (locale) => rewords(ourWords(locale), projectWords(locale)),
    jurisdiction: remembered((id: JurisdictionId) =>
      data(`jurisdictions/${id}.yaml`, (workspace, path) => {
        const { jurisdiction, ...rest } = readJurisdiction(workspace, path, idsIn(shelf, 'themes'));
        return { data: jurisdiction, ...rest };
      }),
    ),
    theme: remembered((id: string) =>
      data(`themes/${id}.yaml`, (workspace, path) => {
        const { theme, ...rest } = readTheme(workspace, path);
        return { data: theme, ...rest };
      }),
    ),
    template: remembered((name: string) => {
      const file = `templates/${name}.hbs`;
      if (!shelf.exists(file)) return null;
      const text = shelf.readText(file);
      return { file: shelf.shown(file), text, prepared: pieces.template(file, text) };
    }),
  };
}

/** Words of a project, against ours. */
export function readOwnWords(workspace: Workspace, path: string, { own }: Shelf, pieces: Prepared = prepared()): WordsReading {
  const ours = (locale: Locale): Words => ownData(own, `locales/${locale}.yaml`, pieces) as Words;
  return readWords(workspace, path, Object.fromEntries(locales.map((locale) => [locale, ours(locale)])) as Record<Locale, Words>);
}

/** The data that were read, frozen: all who ask for them share them. */
function checked<T extends object>({ data, diagnostics }: Reading<T>): T {
  if (!data) throw new Refusal(diagnostics);
  return frozen(data);
}

function once<V>(make: () => V): () => V {
  const known = remembered(make);
  return () => known(undefined);
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
