/** Rolewright's own shelf: languages, countries, layout profiles and templates, each read once */
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
import type { Theme } from '../theme/theme.js';
import type { Workspace } from '../workspace/workspace.js';

export const locales: readonly Locale[] = ['ru', 'en', 'nl'];
export const jurisdictionIds: readonly JurisdictionId[] = ['ru', 'nl', 'gb', 'us'];
export const kinds = [
  'job-description',
  'onboarding-checklist',
  'onboarding-plan-manager',
  'onboarding-plan-hr',
  'acknowledgement-sheet',
  'kpi-scorecard',
  'probation-review',
] as const;
export type Kind = (typeof kinds)[number];

/** What is made when nobody names a kind. */
export const usualKinds: readonly Kind[] = ['job-description', 'onboarding-checklist'];

/** The part of a role without which there is nothing to print; null for kinds that every role has. */
const needs: Record<Kind, 'onboarding' | 'kpis' | null> = {
  'job-description': null,
  'onboarding-checklist': 'onboarding',
  'onboarding-plan-manager': 'onboarding',
  'onboarding-plan-hr': 'onboarding',
  'acknowledgement-sheet': null,
  'kpi-scorecard': 'kpis',
  'probation-review': null,
};

/** What the role lacks for a kind of document, or null when the document can be made. */
export function lackingFor(kind: Kind, role: { onboarding?: unknown; kpis?: readonly unknown[] }): 'onboarding' | 'kpis' | null {
  const part = needs[kind];
  const there = part === null || (part === 'kpis' ? (role.kpis ?? []).length > 0 : role.onboarding !== undefined);
  return there ? null : part;
}

/** What employees read and sign for, so that other words want another signature; of other papers they sign results. */
export const signedKinds: readonly Kind[] = ['job-description', 'onboarding-checklist', 'kpi-scorecard'];

/** The country whose law and paper a language has when nobody names another. */
export const usualJurisdiction: Record<Locale, JurisdictionId> = { ru: 'ru', en: 'gb', nl: 'nl' };

export interface Library {
  phrases(locale: Locale): Phrases;
  abbreviations(locale: Locale): Abbreviations;
  jurisdiction(id: JurisdictionId): Jurisdiction;
  theme(id: string): Theme;
  template(name: string): TemplateSource | null;
}

export function openLibrary(shelf: Workspace, pieces: Prepared = prepared()): Library {
  const data = <T>(path: string): T => ownData(shelf, path, pieces) as T;
  const words = remembered((locale: Locale) => data<{ phrases: unknown; abbreviations: AbbreviationTable }>(`locales/${locale}.yaml`));
  return {
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
