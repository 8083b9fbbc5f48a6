/** From the bytes of a text file of unknown origin to its text: spreadsheets and editors save in several encodings. */

/** By the names that people know; `label` is that of the Encoding Standard. */
const labels = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1250': 'windows-1250',
  cp866: 'ibm866',
  'koi8-r': 'koi8-r',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
} as const;

export type Encoding = keyof typeof labels;
export const encodings = Object.keys(labels) as readonly Encoding[];

/** What a text is most likely in, and whether anything else is about as likely. */
export interface EncodingFound {
  readonly encoding: Encoding;
  /** Others that its letters allow; empty where it is sure. */
  readonly others: readonly Encoding[];
}

/** The text without its byte order mark. What cannot be decoded becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Encoding = encodingOf(bytes).encoding): string {
  const text = new TextDecoder(labels[encoding]).decode(bytes);
  return encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (control) => inPlaceOfControls[control.charCodeAt(0) - 0x80] ?? control)
    : text;
}

/** Node.js 20 to 23 take windows-1252 for ISO 8859-1, which has control characters where it has quotes, dashes and Š. */
const inPlaceOfControls = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/**
 * By the byte order mark; without one by the high bytes of UTF-16, then by whether it is UTF-8 but for single broken
 * letters; of the encodings with one byte for a letter it is that in which the letters make words.
 */
export function encodingOf(bytes: Uint8Array): EncodingFound {
  const sure = (encoding: Encoding): EncodingFound => ({ encoding, others: [] });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return sure('utf-8');
  const head = bytes.subarray(0, sample.head);
  if (pages(head, 1) > head.length / 4) return sure('utf-16le');
  if (pages(head, 0) > head.length / 4) return sure('utf-16be');
  return isMostlyUtf8(bytes) ? sure('utf-8') : byLetters(bytes);
}

/** Bytes: of the start of the file, and around letters beyond ASCII wherever they are. */
const sample = { head: 64 << 10, letters: 32 << 10, around: 12 };

/** Bytes at even or odd places that say, in UTF-16, that a Latin or Cyrillic letter is meant; other encodings have hardly any. */
const pages = (bytes: Uint8Array, parity: 0 | 1): number =>
  bytes.reduce((count, byte, at) => count + (at % 2 === parity && (byte === 0 || byte === 4) ? 1 : 0), 0);

/** Letters of several bytes, and bytes that are part of none: other encodings hardly ever come to letters of several bytes by chance. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [letters, broken] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let following = 0;
    while (following < more && ((bytes[at + 1 + following] ?? 0) & 0xc0) === 0x80) following++;
    if (more > 0 && following === more) letters += 1;
    else broken += 1;
    at += following;
  }
  return broken === 0 || letters >= broken * 4;
}

/** In the order in which they are met; the earlier wins where both fit. */
const eightBit = ['windows-1252', 'windows-1251', 'koi8-r', 'cp866', 'mac-roman', 'mac-cyrillic', 'windows-1250'] as const;

function byLetters(bytes: Uint8Array): EncodingFound {
  const around = aroundLetters(bytes);
  const scores = eightBit.map((encoding) => ({ encoding, text: decodeText(around, encoding), ...likeness(decodeText(around, encoding)) }));
  const [best, ...rest] = scores.sort((one, other) => other.sum - one.sum);
  if (!best) return { encoding: 'windows-1252', others: [] };
  // Where the letters are few they may be words in more than one.
  const close = rest.filter(({ sum, text }) => text !== best.text && sum > best.sum - evidence).map(({ encoding }) => encoding);
  return { encoding: best.encoding, others: best.sum > best.count * plausible ? close : rest.map(({ encoding }) => encoding) };
}

/** What one letter in its place weighs about, and what a text of words has for each letter at least. */
const [evidence, plausible] = [0.5, 0.25];

/** The words that have letters beyond ASCII, each with what stands around it. */
function aroundLetters(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length < sample.letters; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    let end = at;
    while (end < bytes.length && end - at < sample.head && bytes.subarray(end, end + sample.around).some((byte) => byte >= 0x80)) end++;
    const piece = bytes.subarray(Math.max(0, at - sample.around), end + sample.around);
    pieces.push(piece, Uint8Array.of(0x0a));
    length += piece.length + 1;
    at = end + sample.around - 1;
  }
  const joined = new Uint8Array(length);
  let from = 0;
  for (const piece of pieces) {
    joined.set(piece, from);
    from += piece.length;
  }
  return joined;
}

/** Russian letters by how often they are met, from О to Ъ, in classes; those of its neighbours are met in some names. */
const cyrillic = new Map(
  Object.entries({ оеаинт: 1, срвлк: 0.85, мдпуя: 0.6, ыьгзбчй: 0.35, іїєґўё: 0.2, хжшюц: 0, щэфъ: -0.2 }).flatMap(([letters, weight]) =>
    [...letters].map((letter) => [letter, weight] as const),
  ),
);
const latin = new Set('éèëêïüöäáàåøæñçíóúšžôâîœßãõýðþ');
const quiet = new Set('«»„“”‘’–—…№§°·•€™®©\u00a0');

/** How much letters beyond ASCII look like words: for each from −2 to 1, how it goes with its neighbours. */
function likeness(text: string): { sum: number; count: number } {
  const characters = [...text];
  let [sum, count] = [0, 0];
  for (const [at, character] of characters.entries()) {
    if (character < '\u0080') continue;
    count += 1;
    sum += fitOf(character, characters[at - 1] ?? ' ', characters[at + 1] ?? ' ');
  }
  return { sum, count };
}

const isLetter = (one: string): boolean => /\p{L}/u.test(one);
const isLower = (one: string): boolean => /\p{Ll}/u.test(one);
const isUpper = (one: string): boolean => /\p{Lu}/u.test(one);
const isCyrillic = (one: string): boolean => /\p{Script=Cyrillic}/u.test(one);

function fitOf(character: string, before: string, after: string): number {
  const neighbours = [before, after].filter(isLetter);
  if (quiet.has(character)) return isLetter(before) && isLetter(after) && character !== '’' ? -1 : 0.3;
  if (!isLetter(character)) return neighbours.length > 0 ? -2 : -1;
  if (neighbours.length === 0) return -0.5;
  // No word is in two scripts.
  if (neighbours.some((one) => isCyrillic(one) !== isCyrillic(character))) return -1.5;
  const lower = isLower(character);
  // A capital stands at the front of a word or among capitals.
  if (!lower && isLower(before)) return -2;
  if (lower && isUpper(before) && isUpper(after)) return -1;
  if (isCyrillic(character)) return cyrillic.get(character.toLowerCase()) ?? -0.8;
  // Letters with marks hardly ever follow one another.
  const marked = neighbours.filter((one) => one >= '\u0080').length;
  return marked === 2 ? -0.7 : (latin.has(character.toLowerCase()) ? 1 : 0.4) - marked * 0.5;
}
