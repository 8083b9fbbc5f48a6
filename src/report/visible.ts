/** Text from files made safe and visible: a terminal must not obey what a file contains. */

/** Controls, halves of characters, private and invisible ones, and what turns the reading order round. */
const hidden = /[\p{Cc}\p{Cs}\p{Co}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFF]/gu;

/** The text with a picture in the place of each control character and U+FFFD for other hidden ones. */
export const visible = (text: string): string => text.replace(hidden, picture);

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}
