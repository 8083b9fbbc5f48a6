/** The lines of a calendar file (RFC 5545, section 3.1): names, parameters and values, none of which can pass for another. */

/** Value of a parameter by its name; undefined leaves it out. */
type Parameters = Record<string, string | undefined>;

/** A line whose value needs no escaping: dates, numbers, durations, addresses, words of the standard. */
export const line = (name: string, value: string | number, parameters: Parameters = {}): string =>
  folded(
    `${name}${Object.entries(parameters)
      .map(([key, words]) => (words === undefined ? '' : `;${key}=${parameterValue(words)}`))
      .join('')}:${value}`,
  );

/** A line of words; names that no standard knows are read by programs that expect no parameter there. */
export const textLine = (name: string, words: string, language?: string): string => line(name, escaped(words), { LANGUAGE: language });

/** A line with a list of words. */
export const listLine = (name: string, words: readonly string[], language: string): string =>
  line(name, words.map(escaped).join(','), { LANGUAGE: language });

/** The address of a person as a URI, in which no character can end it or begin another one (RFC 6068). */
export const mailto = (email: string): string => `mailto:${email.replace(/[^\w.!#$&'*+/=^`{|}~@-]/gu, encodeURIComponent)}`;

/** Section 3.3.11: what would end a text or part it is written with a backslash. */
const escaped = (words: string): string =>
  visible(words)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** RFC 6868: a quotation mark or a line break inside quotation marks is written with a circumflex. */
function parameterValue(words: string): string {
  const safe = visible(words).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n');
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

/** The standard forbids controls; whoever hands one over sees that it stood there. */
const visible = (words: string): string => words.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '\uFFFD');

/** Bytes without the line break. */
const longest = 75;

/** Lines of at most 75 bytes; a longer one goes on after a space, never in the middle of a character. */
function folded(whole: string): string {
  let text = '';
  let bytes = 0;
  for (const character of whole) {
    const width = widthOf(character);
    if (bytes + width > longest) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += width;
  }
  return `${text}\r\n`;
}

/** Bytes of a character in UTF-8. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
