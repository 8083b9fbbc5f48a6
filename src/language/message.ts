/**
 * ICU messages. `{n, number}` and the `#` of a plural print numbers the way of the locale, a bare `{n}` prints the figure
 * as it is; `<` is plain text.
 *
 * Made of the parser and the printer of intl-messageformat. Its class, which has both, looks each locale up among all
 * that there are, and that alone takes 12 % of the time of `rolewright list roles`.
 */
import type { Formatters } from 'intl-messageformat';
import type { Locale } from '../document/document.js';
import { messageFormat, messageParser } from '../packages/installed.js';

/** Prints a message with its arguments. Throws a `MissingArgument` where one has no value, or a `MessageTooLong`. */
export type Message = (args: Readonly<Record<string, string | number>>) => string;

/** `message` names what is missing. */
export class MissingArgument extends Error {}

/** Characters of a printed message; a text of a role has 2,000 at most, and a message may print it several times. */
export const longestMessage = 50_000;

/** A message prints more than that. */
export class MessageTooLong extends Error {}

/** Throws a SyntaxError where the text does not follow the syntax of ICU. */
export function parseMessage(text: string, locale: Locale): Message {
  const { formatToParts, IntlMessageFormat, MissingValueError } = messageFormat();
  const elements = messageParser().parse(text, { ignoreTag: true });
  const formatters = formattersOf(locale);
  return (args) => {
    try {
      let printed = '';
      for (const { value } of formatToParts(elements, locale, formatters, IntlMessageFormat.formats, args)) printed += String(value);
      if (printed.length > longestMessage) throw new MessageTooLong();
      return printed;
    } catch (error) {
      if (!(error instanceof MissingValueError)) throw error;
      throw new MissingArgument(/"(.+?)"/u.exec(error.message)?.[1] ?? '');
    }
  };
}

const shared = new Map<Locale, Formatters>();

/** Formatters shared by all messages of a locale: each costs more to build than a hundred messages to print. */
function formattersOf(locale: Locale): Formatters {
  const ready = shared.get(locale);
  if (ready) return ready;
  const kept = new Map<string, unknown>();
  const keep = <Format>(kind: string, args: unknown[], create: () => Format): Format => {
    const key = kind + JSON.stringify(args);
    if (!kept.has(key)) kept.set(key, create());
    return kept.get(key) as Format;
  };
  const formatters: Formatters = {
    getNumberFormat: (...args) =>
      keep('number', args, () => new Intl.NumberFormat(...(args as ConstructorParameters<typeof Intl.NumberFormat>))),
    getDateTimeFormat: (...args) => keep('date', args, () => new Intl.DateTimeFormat(...args)),
    getPluralRules: (...args) => keep('plural', args, () => new Intl.PluralRules(...args)),
  };
  shared.set(locale, formatters);
  return formatters;
}
