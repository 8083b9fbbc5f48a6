/** The shelf: kinds of document, languages, countries, layout profiles and templates, each read once. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Locale } from '../document/document.js';
import type { Jurisdiction, JurisdictionId } from '../law/jurisdiction.js';
import { createAbbreviations } from '../language/abbreviations.js';
import type { Abbreviations, AbbreviationTable } from '../language/abbreviations.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import type { TemplateSource } from '../template/template.js';
import { ownData } from '../read/own-data.js';
import { prepared } from '../read/prepared.js';
import type { Prepared } from '../read/prepared.js';
import { inPlace } from './kinds.js';
import type { Kind } from './kinds.js';
import type { Theme } from '../theme/theme.js';
import type { Workspace } from '../workspace/workspace.js';

export const locales: readonly Locale[] = ['ru', 'en', 'nl'];
export const jurisdictionIds: readonly JurisdictionId[] = ['ru', 'nl', 'gb', 'us'];
/** The country whose law and paper a language has when nobody names another. */
export const usualJurisdiction: Record<Locale, JurisdictionId> = { ru: 'ru', en: 'gb', nl: 'nl' };

export interface Library {
  /** All kinds of document, in their places. */
  kinds(): readonly Kind[];
  /** A kind by its id. Throws a Refusal with `unknown-kind` where there is none. */
  kind(id: string): Kind;
  phrases(locale: Locale): Phrases;
  abbreviations(locale: Locale): Abbreviations;
  jurisdiction(id: JurisdictionId): Jurisdiction;
  theme(id: string): Theme;
  template(name: string): TemplateSource | null;
}

export function openLibrary(shelf: Workspace, pieces: Prepared = prepared()): Library {
  const data = <T>(path: string): T => ownData(shelf, path, pieces) as T;
  const words = remembered((locale: Locale) => data<{ phrases: unknown; abbreviations: AbbreviationTable }>(`locales/${locale}.yaml`));
  const kinds = once(() =>
    inPlace(
      shelf
        .list('kinds')
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => data<Kind>(`kinds/${name}`)),
    ),
  );
  return {
    kinds,
    kind(id) {
      const found = kinds().find((one) => one.id === id);
      if (found) return found;
      const known = kinds().map((one) => one.id);
      throw new Refusal([diagnostic('unknown-kind', { kind: id, nearest: nearest(id, known), known: known.join(', ') })]);
    },
    phrases: remembered((locale: Locale) => createPhrases(words(locale).phrases, locale)),
    abbreviations: remembered((locale: Locale) => createAbbreviations(words(locale).abbreviations, locale)),
    jurisdiction: remembered((id: JurisdictionId) => data<Jurisdiction>(`jurisdictions/${id}.yaml`)),
    theme: remembered((id: string) => data<Theme>(`themes/${id}.yaml`)),
    template: remembered((name: string) => {
      const file = `templates/${name}.hbs`;
      if (!shelf.exists(file)) return null;
      const text = shelf.readText(file);
      return { file, text, prepared: pieces.template(file, text) };
    }),
  };
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
