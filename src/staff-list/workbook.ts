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
/** Of the parts that are read, together; a list of fifty thousand people has as much. */
const limits = { unpacked: 48 * mebibyte, parts: 5000, sheets: 500, styles: 70_000 };
/** Characters of one cell that Excel has at most; what is longer it never wrote. */
const longestText = 32_767;

/** A text that cells share, and whether all of it could be read. */
export interface SharedText {
  readonly text: string;
  readonly readable: boolean;
}

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
  /** A text that cells share by its number; null where there is none. They are read when the first cell asks for one. */
  text(number: number): SharedText | null;
  /** Streams a part; `where` tells for a refusal how far it came. False where there is no such part. */
  stream(path: string, listener: XmlListener, where?: () => string): boolean;
}

/** Refuses what is no XLSX workbook; says what it is instead. Parts beyond the limits are refused when they are read. */
export function openWorkbook(bytes: Uint8Array, file: string): Workbook {
  const refuse = (code: string, args: Record<string, string | number> = {}): never => {
    throw new Refusal([diagnostic(code, { file, ...args }, { file })]);
  };
  const parts = archiveParts(bytes, limits.parts) ?? refuse('table-damaged', { where: '' });
  if (parts.length > limits.parts) refuse('table-too-large', { limit: limits.unpacked / mebibyte });
  const known = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  // Two parts of one name: programs differ on which of them counts.
  if (known.size !== parts.length) refuse('table-damaged', { where: '' });
  let left = limits.unpacked;

  function stream(path: string, listener: XmlListener, where: () => string = () => ''): boolean {
    const part = known.get(path.toLowerCase());
    if (!part) return false;
    const onFault = (fault: ArchiveFault): never => {
      if (fault === 'too-large') return refuse('table-too-large', { limit: limits.unpacked / mebibyte });
      return fault === 'encrypted' ? refuse('table-not-spreadsheet', { found: 'password' }) : refuse('table-damaged', { where: where() });
    };
    if (part.size > left) onFault('too-large');
    const xml = xmlStream(listener, () => refuse('table-damaged', { where: where() }));
    const take = (piece: Uint8Array): void => {
      left -= piece.length;
      xml.write(piece);
    };
    part.unpack(take, Math.min(left, part.size), (fault) => onFault(fault === 'too-large' && left > 0 ? 'damaged' : fault));
    xml.end();
    return true;
  }

  const main = relationshipsOf('', stream).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const kind = kindOf(parts, main);
  if (kind !== null) refuse('table-not-spreadsheet', { found: kind });
  const targets = relationshipsOf(main, stream);
  const { sheets, from1904 } = sheetsOf(main, targets, stream);
  if (sheets.length === 0) refuse('table-damaged', { where: '' });
  const pathOf = (type: string): string | undefined => targets.find((one) => one.type === type)?.path;
  let texts: ((number: number) => SharedText | null) | null = null;
  return {
    sheets,
    from1904,
    shown: stylesOf(pathOf('styles'), stream),
    text: (number) => (texts ??= textsOf(pathOf('sharedStrings'), stream))(number),
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

function relationshipsOf(from: string, stream: Stream): Relationship[] {
  const found: Relationship[] = [];
  const folder = posix.dirname(from);
  stream(posix.join(folder, '_rels', `${posix.basename(from)}.rels`), {
    ...xmlIgnored,
    open(name, attributes) {
      if (name !== 'Relationship' || found.length >= limits.parts) return;
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes();
      if (mode === 'External') return;
      const path = target.replaceAll('\\', '/');
      found.push({ id, type: posix.basename(type), path: path.startsWith('/') ? path.slice(1) : posix.join(folder, path) });
    },
  });
  return found;
}

function sheetsOf(main: string, targets: readonly Relationship[], stream: Stream): Pick<Workbook, 'sheets' | 'from1904'> {
  const sheets: WorkbookSheet[] = [];
  const known = new Map(targets.map((one) => [one.id, one]));
  let from1904 = false;
  stream(main, {
    ...xmlIgnored,
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = isOn(attributes().date1904);
      if (element !== 'sheet' || sheets.length >= limits.sheets) return;
      const { name = '', state = 'visible', ...others } = attributes();
      const [, id = ''] = Object.entries(others).find(([key]) => key.endsWith(':id')) ?? [];
      const target = known.get(id);
      // Charts have sheets of their own.
      if (target?.type === 'worksheet') sheets.push({ name, hidden: state !== 'visible', path: target.path });
    },
  });
  return { sheets, from1904 };
}

/** XML has `1` and `true` for what is on. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function stylesOf(path: string | undefined, stream: Stream): Shown[] {
  const codes = new Map<number, string>();
  const shown: Shown[] = [];
  let inCells = false;
  const listener: XmlListener = {
    ...xmlIgnored,
    open(name, attributes) {
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        if (codes.size < limits.styles) codes.set(Number(numFmtId), formatCode.slice(0, 255));
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && shown.length < limits.styles) {
        const id = Number(attributes().numFmtId ?? 0);
        shown.push(shownBy(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  if (path !== undefined) stream(path, listener);
  return shown;
}

function textsOf(path: string | undefined, stream: Stream): Workbook['text'] {
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
      texts.push(text);
    },
  };
  if (path !== undefined) stream(path, listener);
  return (number) => {
    const text = texts[number];
    return text === undefined ? null : { text, readable: !broken.has(number) };
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
