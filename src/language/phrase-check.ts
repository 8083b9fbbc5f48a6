/** What is wrong with a phrase before it is printed for the first time. */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Locale } from '../document/document.js';
import { messageParser } from '../packages/installed.js';

export type PhraseProblem =
  /** Not ICU MessageFormat; `reason` is what the parser calls it. */
  | { readonly kind: 'malformed'; readonly reason: string }
  /** A value that the phrase is never given. */
  | { readonly kind: 'unknown-value'; readonly value: string }
  /** A value printed as a day or an hour; phrases are given texts and numbers only. */
  | { readonly kind: 'date'; readonly value: string };

/**
 * Everything that would make a phrase fail when it is printed, in the order of the text, each once. `values` are the
 * names of the values that it can be given; null when they are not known.
 */
export function phraseProblems(text: string, locale: Locale, values: ReadonlySet<string> | null): PhraseProblem[] {
  let elements: MessageFormatElement[];
  try {
    elements = messageParser().parse(text, { ignoreTag: true });
  } catch (error) {
    return [{ kind: 'malformed', reason: error instanceof Error ? error.message : String(error) }];
  }
  const problems = placeholdersIn(elements).flatMap((element) => problemsOf(element, locale, values));
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}

/** The names of the values that a phrase uses, in whichever of its branches; none when it is malformed. */
export function valuesIn(text: string): string[] {
  try {
    return placeholdersIn(messageParser().parse(text, { ignoreTag: true })).map(({ value }) => value);
  } catch {
    return [];
  }
}

type Placeholder = Exclude<MessageFormatElement, { type: 0 | 7 | 8 }>;

function placeholdersIn(elements: readonly MessageFormatElement[]): Placeholder[] {
  const { isLiteralElement, isPoundElement, isTagElement } = messageParser();
  return elements.flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element) || isTagElement(element)) return [];
    const branches = 'options' in element ? Object.values(element.options) : [];
    return [element, ...branches.flatMap(({ value }) => placeholdersIn(value))];
  });
}

function problemsOf(element: Placeholder, locale: Locale, values: ReadonlySet<string> | null): PhraseProblem[] {
  const { isDateElement, isNumberElement, isNumberSkeleton, isTimeElement } = messageParser();
  const { value } = element;
  if (values && !values.has(value)) return [{ kind: 'unknown-value', value }];
  if (isDateElement(element) || isTimeElement(element)) return [{ kind: 'date', value }];
  if (!isNumberElement(element) || !element.style || !isNumberSkeleton(element.style)) return [];
  try {
    new Intl.NumberFormat(locale, element.style.parsedOptions);
    return [];
  } catch {
    return [{ kind: 'malformed', reason: 'INVALID_NUMBER_SKELETON' }];
  }
}
