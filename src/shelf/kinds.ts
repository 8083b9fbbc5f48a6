/** Kinds of document: what their files say, asked in the words of the house. */
import type { Locale } from '../document/document.js';
import type { Kind } from './kind.generated.js';

export type { Kind } from './kind.generated.js';

/** What the role lacks for a kind of document, or null when the document can be made. */
export function lackingFor(
  { needs }: Pick<Kind, 'needs'>,
  role: { onboarding?: unknown; kpis?: readonly unknown[] },
): 'onboarding' | 'kpis' | null {
  const there = needs === undefined || (needs === 'kpis' ? (role.kpis ?? []).length > 0 : role.onboarding !== undefined);
  return there ? null : needs;
}

/** Whether employees acknowledge what it says, so that other words want another signature; of other papers they sign results. */
export const isAcknowledged = ({ signs }: Kind): boolean =>
  (signs ?? []).some(({ who, as }) => who === 'employee' && as === 'acknowledges');

/** What people call it in a language, or in one that it has a name in. */
export const kindName = ({ id, name }: Kind, language: Locale): string => name[language] ?? name.en ?? name.ru ?? name.nl ?? id;

/** What its files are called in a language, before that and the ending. */
export const fileStem = ({ id, file }: Kind, locale: Locale): string => (typeof file === 'string' ? file : (file?.[locale] ?? id));

/** By their places, those without one last. */
export const inPlace = (kinds: readonly Kind[]): Kind[] =>
  [...kinds].sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.id < b.id ? -1 : 1));
