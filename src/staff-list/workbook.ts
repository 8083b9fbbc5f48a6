/** An XLSX workbook: its sheets by name, with what their cells refer to. The sheets themselves are read when they are asked for. */
import { posix } from 'node:path';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { archiveParts } from '../ooxml/archive.js';
import type { ArchiveFault, ArchivePart } from '../ooxml/archive.js';
import { xmlIgnored, xmlStream } from '../ooxml/xml-stream.js';
import type { XmlListener } from '../ooxml/xml-stream.js';
import { shownBy } from './number-formats.js';
import type { Shown } from './number-formats.js';
import type { FoundFile } from './file-kind.js';

const mebibyte = 1 << 20;
/**
 * Bytes of the parts that are read, together, and those that texts take in memory: a hundred thousand people in forty columns
 * have five sixths of the one and a fourth of the other.
 */
const limits = { unpacked: 192 * mebibyte, texts: 128 * mebibyte, parts: 5000, sheets: 500, styles: 70_000 };
/** Characters of one cell that Excel has at most; what is longer it never wrote. */
const longestText = 32_767;

/** A text that cells share, and whether all of it could be read. */
export interface SharedText {
  readonly text: string;
  readonly readable: boolean;
}

export type SharedTexts = (number: number) => SharedText | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Its part in the archive. */
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
  /** How numbers are shown, by the number of a style. */
  readonly shown: readonly Shown[];
  /** The texts that cells share, by their numbers; null for a number that there is no text of. They are read when they are first asked for. */
  texts(): Promise<SharedTexts>;
  /** A text to be kept: apart from the piece of the file that it was read in, and once however often it comes. */
  kept(text: string): string;
  /** Streams a part; `where` tells for a refusal how far it came. False where there is no such part. */
  stream(path: string, listener: XmlListener, where?: () => string): Promise<boolean>;
}

/** Refuses what is no XLSX workbook; says what it is instead. Parts beyond the limits are refused when they are read. */
export async function openWorkbook(bytes: Uint8Array, file: string): Promise<Workbook> {
  const refuse = (code: string, args: Record<string, string | number> = {}): never => {
    throw new Refusal([diagnostic(code, { file, ...args }, { file })]);
  };
  const parts = archiveParts(bytes, limits.parts) ?? refuse('table-damaged', { where: '' });
  if (parts.length > limits.parts) refuse('table-too-large', { what: 'parts', limit: limits.unpacked / mebibyte });
  const known = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  // Two parts of one name: programs differ on which of them counts.
  if (known.size !== parts.length) refuse('table-damaged', { where: '' });
  let left = limits.unpacked;

  async function stream(path: string, listener: XmlListener, where: () => string = () => ''): Promise<boolean> {
    const part = known.get(path.toLowerCase());
    if (!part) return false;
    const onFault = (fault: ArchiveFault): never => {
      if (fault === 'too-large') return refuse('table-too-large', { what: 'parts', limit: limits.unpacked / mebibyte });
      return fault === 'encrypted' ? refuse('table-not-spreadsheet', { found: 'password' }) : refuse('table-damaged', { where: where() });
    };
    if (part.size > left) onFault('too-large');
    const xml = xmlStream(listener, () => refuse('table-damaged', { where: where() }));
    const take = (piece: Uint8Array): void => {
      left -= piece.length;
      xml.write(piece);
    };
    await part.unpack(take, Math.min(left, part.size), (fault) => onFault(fault === 'too-large' && left > 0 ? 'damaged' : fault));
    xml.end();
    return true;
  }

  const main = (await relationshipsOf('', stream)).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const kind = kindOf(parts, main);
  if (kind !== null) refuse('table-not-spreadsheet', { found: kind });
  const targets = await relationshipsOf(main, stream);
  const { sheets, from1904 } = await sheetsOf(main, targets, stream);
  if (sheets.length === 0) refuse('table-damaged', { where: '' });
  const pathOf = (type: string): string | undefined => targets.find((one) => one.type === type)?.path;
  let texts: Promise<SharedTexts> | null = null;
  const kept = keeper(() => refuse('table-too-large', { what: 'texts', limit: limits.texts / mebibyte }));
  return {
    sheets,
    from1904,
    shown: await stylesOf(pathOf('styles'), stream),
    texts: () => (texts ??= textsOf(pathOf('sharedStrings'), stream, kept)),
    kept,
    stream,
  };
}

type Stream = Workbook['stream'];

/** What other programs put into a ZIP archive. */
function kindOf(parts: readonly ArchivePart[], main: string): FoundFile | null {
  const has = (test: RegExp): boolean => parts.some(({ name }) => test.test(name));
  if (has(/^mimetype$/)) return 'ods';
  if (/\.bin$/i.test(main) || has(/^xl\/workbook\.bin$/i)) return 'xlsb';
  if (has(/^word\//i)) return 'docx';
  if (has(/^index\/.*\.iwa$/i)) return 'numbers';
  return has(/workbook[^/]*\.xml$/i) || has(/^xl\//i) ? null : 'other';
}

interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string;
  readonly path: string;
}

async function relationshipsOf(from: string, stream: Stream): Promise<Relationship[]> {
  const found: Relationship[] = [];
  const folder = posix.dirname(from);
  await stream(posix.join(folder, '_rels', `${posix.basename(from)}.rels`), {
    ...xmlIgnored,
    open(name, attribute) {
      if (name !== 'Relationship' || found.length >= limits.parts || attribute('TargetMode') === 'External') return;
      const [id, type, target] = ['Id', 'Type', 'Target'].map((one) => attribute(one) ?? '') as [string, string, string];
      const path = target.replaceAll('\\', '/');
      found.push({ id, type: posix.basename(type), path: path.startsWith('/') ? path.slice(1) : posix.join(folder, path) });
    },
  });
  return found;
}

async function sheetsOf(main: string, targets: readonly Relationship[], stream: Stream): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const sheets: WorkbookSheet[] = [];
  const known = new Map(targets.map((one) => [one.id, one]));
  let from1904 = false;
  await stream(main, {
    ...xmlIgnored,
    open(element, attribute) {
      if (element === 'workbookPr') from1904 = isOn(attribute('date1904'));
      if (element !== 'sheet' || sheets.length >= limits.sheets) return;
      const target = known.get(attribute(':id') ?? '');
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      // Charts have sheets of their own.
      if (target?.type === 'worksheet') sheets.push({ name: attribute('name') ?? '', hidden, path: target.path });
    },
  });
  return { sheets, from1904 };
}

/** XML has `1` and `true` for what is on. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

async function stylesOf(path: string | undefined, stream: Stream): Promise<Shown[]> {
  const codes = new Map<number, string>();
  const shown: Shown[] = [];
  let inCells = false;
  const listener: XmlListener = {
    ...xmlIgnored,
    open(name, attribute) {
      if (name === 'numFmt') {
        if (codes.size < limits.styles) codes.set(Number(attribute('numFmtId')), (attribute('formatCode') ?? '').slice(0, 255));
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && shown.length < limits.styles) {
        const id = Number(attribute('numFmtId') ?? 0);
        shown.push(shownBy(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  if (path !== undefined) await stream(path, listener);
  return shown;
}

async function textsOf(path: string | undefined, stream: Stream, kept: Workbook['kept']): Promise<SharedTexts> {
  const texts: string[] = [];
  const broken = new Set<number>();
  const words = wordsReader();
  const listener: XmlListener = {
    ...words.listener,
    close(name) {
      words.listener.close(name);
      if (name !== 'si') return;
      const { text, readable } = words.take();
      if (!readable) broken.add(texts.length);
      texts.push(kept(text));
    },
  };
  if (path !== undefined) await stream(path, listener);
  return (number) => {
    const text = texts[number];
    return text === undefined ? null : { text, readable: !broken.has(number) };
  };
}

/** What a text takes besides its letters, and how many are looked up again. */
const [besides, remembered] = [56, 100_000];

function keeper(tooLarge: () => never): (text: string) => string {
  const known = new Map<string, string>();
  let bytes = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // V8 keeps the whole of a text as long as one of its parts is in use; what has been joined is none.
    const own = ` ${text}`.slice(1);
    bytes += besides + own.length * 2;
    if (bytes > limits.texts) tooLarge();
    if (known.size < remembered) known.set(own, own);
    return own;
  };
}

/**
 * Gathers the words of one text, which may be cut into runs that look different; readings of East Asian words, which stand
 * beside it, are none of it.
 */
export function wordsReader(): { readonly listener: XmlListener; take(): SharedText } {
  let text = '';
  let readable = true;
  let inText = false;
  let inReading = false;
  return {
    listener: {
      open(name) {
        if (name === 'rPh') inReading = true;
        else if (name === 't') inText = !inReading;
      },
      close(name) {
        if (name === 'rPh') inReading = false;
        else if (name === 't') inText = false;
      },
      text(words) {
        if (inText && text.length <= longestText) text += words.slice(0, longestText + 1);
      },
      unreadable() {
        readable = false;
      },
    },
    take() {
      const taken = { text: unescaped(text), readable: readable && !text.includes('\ufffd') };
      text = '';
      readable = true;
      return taken;
    },
  };
}

/** Characters that XML cannot hold are written by their number: `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
