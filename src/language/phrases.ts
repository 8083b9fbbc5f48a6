/** The words of a locale: ICU messages in a nested map, named by a path such as `signature.acquainted`. */
import { createRequire } from 'node:module';
import type * as Icu from 'intl-messageformat';
import { Refusal, diagnostic } from '../diagnostic.js';
import type { Locale } from '../document.js';

export type PhraseArgs = Readonly<Record<string, string | number | undefined>>;

/**
 * The phrase of a key with its arguments filled in. Refuses with `phrase-missing`, with `phrase-malformed` where the
 * message does not follow the ICU syntax, and with `phrase-argument-missing` where an argument has no value.
 */
export type Phrases = (key: string, args?: PhraseArgs) => string;

type Phrase = (args: PhraseArgs) => string;
type Formatters = NonNullable<NonNullable<ConstructorParameters<typeof Icu.IntlMessageFormat>[3]>['formatters']>;

const require = createRequire(import.meta.url);

/**
 * Phrases from a locale file. Messages are parsed when first asked for and kept. `{n, number}` and the `#` of a plural
 * print numbers the way of the locale, a bare `{n}` prints the figure as it is. `<` is plain text.
 */
export function createPhrases(tree: unknown, locale: Locale): Phrases {
  const parsed = new Map<string, Phrase>();
  const formatters = createFormatters();
  const read = (key: string): Phrase => {
    const message = messageAt(tree, key);
    if (message === null) throw new Refusal([diagnostic('phrase-missing', { key, locale })]);
    // Without braces and quotes a message says itself, and a run that needs no others is spared the 10 ms of the parser.
    return /[{}']/u.test(message) ? parse(message, key, locale, formatters) : () => message;
  };
  return (key, args = {}) => {
    const phrase = parsed.get(key) ?? read(key);
    parsed.set(key, phrase);
    return phrase(args);
  };
}

function messageAt(tree: unknown, key: string): string | null {
  let node = tree;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return null;
    node = (node as Record<string, unknown>)[step];
  }
  return typeof node === 'string' ? node : null;
}

let icu: typeof Icu | undefined;

/** The parser of messages. It would look every locale up among all that there are, which takes 10 ms; ours are there. */
function openIcu(): typeof Icu {
  if (icu) return icu;
  icu = require('intl-messageformat') as typeof Icu;
  icu.IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale(String(locales));
  return icu;
}

function parse(message: string, key: string, locale: Locale, formatters: Formatters): Phrase {
  const { IntlMessageFormat, ErrorCode } = openIcu();
  let format: Icu.IntlMessageFormat;
  try {
    format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true, formatters });
  } catch (error) {
    throw new Refusal([diagnostic('phrase-malformed', { key, locale, reason: reasonOf(error) })]);
  }
  return (args) => {
    // A value that is absent must not print as nothing.
    const present = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
    try {
      return String(format.format(present));
    } catch (error) {
      if ((error as { code?: unknown }).code !== ErrorCode.MISSING_VALUE) throw error;
      throw new Refusal([diagnostic('phrase-argument-missing', { key, locale, argument: /"(.+?)"/u.exec(reasonOf(error))?.[1] ?? '' })]);
    }
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Formatters shared by all messages of a locale: each costs more to build than a hundred messages to print. */
function createFormatters(): Formatters {
  const kept = new Map<string, unknown>();
  const keep = <Format>(kind: string, args: unknown[], create: () => Format): Format => {
    const key = kind + JSON.stringify(args);
    if (!kept.has(key)) kept.set(key, create());
    return kept.get(key) as Format;
  };
  return {
    getNumberFormat: (...args) =>
      keep('number', args, () => new Intl.NumberFormat(...(args as ConstructorParameters<typeof Intl.NumberFormat>))),
    getDateTimeFormat: (...args) => keep('date', args, () => new Intl.DateTimeFormat(...args)),
    getPluralRules: (...args) => keep('plural', args, () => new Intl.PluralRules(...args)),
  };
}
