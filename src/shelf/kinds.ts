/** Kinds of document: what their files say, asked in the words of the house. */
import { locales } from '../document/document.js';
import type { Locale } from '../document/document.js';
import type { Kind } from './kind.generated.js';

export type { Kind } from './kind.generated.js';

/** What `--kind` takes for several kinds at once. */
export const setNames = ['all', 'usual', 'onboarding', 'hiring', 'change'] as const;

/** Two kinds whose files would have one name in a language, the later one first; null where none have. */
export function sameStems(kinds: readonly Kind[]): readonly [Kind, Kind, string] | null {
  for (const locale of locales) {
    const taken = new Map<string, Kind>();
    for (const kind of kinds) {
      // Some file systems take letters of either size for the same.
      const stem = fileStem(kind, locale).toLowerCase();
      const other = taken.get(stem);
      if (other) return [kind, other, fileStem(kind, locale)];
      taken.set(stem, kind);
    }
  }
  return null;
}

/** What a handbook tells besides the duties. */
type HandbookParts = Readonly<Partial<Record<'procedures' | 'tables' | 'serviceLevels' | 'reports', readonly unknown[]>>>;

/** What a paper is made from besides the role. */
export interface Circumstances {
  /** Whether there is an earlier version of the role; false when left out. */
  readonly former?: boolean;
  /** Whether a probation may be agreed, and whether somebody may be a mentor; true when left out. */
  readonly probation?: boolean;
  readonly mentor?: boolean;
}

/** What there is not of what a kind of document needs, or null when it can be made. */
export function lackingFor(
  { needs }: Pick<Kind, 'needs'>,
  role: HandbookParts & { onboarding?: unknown; kpis?: readonly unknown[]; evaluation?: { factors?: unknown } },
  { former = false, probation = true, mentor = true }: Circumstances = {},
): NonNullable<Kind['needs']> | null {
  const filled = (lists: readonly (readonly unknown[] | undefined)[]): boolean => lists.some((list) => (list ?? []).length > 0);
  const there = {
    onboarding: () => role.onboarding !== undefined,
    kpis: () => filled([role.kpis]),
    changes: () => former,
    probation: () => probation,
    mentor: () => mentor && role.onboarding !== undefined,
    evaluation: () => role.evaluation?.factors !== undefined,
    handbook: () => filled([role.procedures, role.tables, role.serviceLevels, role.reports]),
  };
  return needs === undefined || there[needs]() ? null : needs;
}

/**
 * Whether employees acknowledge what it says, so that other words want another signature; of other papers they sign results.
 * Under the law of a country, or of any.
 */
export const isAcknowledged = (kind: Kind, country?: string): boolean =>
  (country === undefined || isIn(kind, country)) &&
  (kind.signs ?? []).some(
    ({ who, as, countries }) =>
      who === 'employee' && as === 'acknowledges' && (country === undefined || (countries?.includes(country) ?? true)),
  );

/** Whether a country has such a paper. */
export const isIn = ({ jurisdictions }: Kind, country: string): boolean => jurisdictions?.includes(country) ?? true;

/** Whether roles of a category of staff have such a paper. */
export const isFor = ({ categories }: Kind, category: string): boolean => categories?.some((one) => one === category) ?? true;

/** The kind that takes the place of another in a country and for a category of staff; undefined where none does. */
export const standsFor = (kind: Kind, kinds: readonly Kind[], country: string, category: string): Kind | undefined =>
  kinds.find((one) => one.instead === kind.id && isIn(one, country) && isFor(one, category));

/** The kind that describes the work, where no other stands for it. */
const description = 'job-description';

/** The id of the kind that describes the work of a category of staff in a country. */
export const descriptionFor = (kinds: readonly Kind[], country: string, category: string): string => {
  const usual = kinds.find(({ id }) => id === description);
  return (usual && standsFor(usual, kinds, country, category)?.id) ?? description;
};

/** What people call it in a language, or in one that it has a name in. */
export const kindName = ({ id, name }: Kind, language: Locale): string => name[language] ?? name.en ?? name.ru ?? name.nl ?? id;

/** What its files are called in a language, before that and the ending. */
export const fileStem = ({ id, file }: Kind, locale: Locale): string => (typeof file === 'string' ? file : (file?.[locale] ?? id));

/** By their places, those without one last. */
export const inPlace = (kinds: readonly Kind[]): Kind[] =>
  [...kinds].sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.id < b.id ? -1 : 1));
