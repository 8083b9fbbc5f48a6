/**
 * A ZIP archive as Office files are: its parts by their names, unpacked piece by piece, and never further than was asked
 * for. Only the directory at the end of the file is believed, as programs for spreadsheets do.
 */
import { constants, createInflateRaw } from 'node:zlib';

/** Why a part does not come out. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'too-large';

export interface ArchivePart {
  /** As it is written in the directory, with slashes. */
  readonly name: string;
  /** Bytes that it says it has, unpacked. */
  readonly size: number;
  /** Hands the bytes over in pieces. Calls `refuse`, which throws, beyond `limit` bytes. */
  unpack(take: (bytes: Uint8Array) => void, limit: number, refuse: (fault: ArchiveFault) => never): Promise<void>;
}

/** Unpacked bytes of a piece. */
const pieceLength = 64 << 10;
const signatures = { end: 0x06054b50, entry: 0x02014b50, part: 0x04034b50 };
const lengths = { end: 22, entry: 46, part: 30, comment: 0xffff };
/** What stands for a number that is too large for its field and follows in an extra one. */
const elsewhere = 0xffffffff;

/** The parts in the order of the directory, at most one more than `most`; null for what is no archive. */
export function archiveParts(file: Uint8Array, most: number): ArchivePart[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const end = endOf(view);
  if (end === null) return null;
  const parts: ArchivePart[] = [];
  let at = directoryAt(view, end);
  while (at + lengths.entry <= file.length && view.getUint32(at, true) === signatures.entry && parts.length <= most) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameAt = at + lengths.entry;
    const extraAt = nameAt + (nameLength ?? 0);
    const next = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
    if (next > file.length) return null;
    const [size, packed, offset] = largeNumbers(view, { extraAt, extraEnd: extraAt + (extraLength ?? 0) }, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const name = new TextDecoder().decode(file.subarray(nameAt, extraAt)).replaceAll('\\', '/');
    const entry = { name, size, packed, offset, method: view.getUint16(at + 10, true), flags: view.getUint16(at + 8, true) };
    parts.push({ name, size, unpack: (take, limit, refuse) => unpack(file, entry, take, limit, refuse) });
    at = next;
  }
  return parts.length > 0 ? parts : null;
}

interface Entry {
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
  /** 0 for bytes as they are, 8 for packed ones. */
  readonly method: number;
  readonly flags: number;
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - lengths.end - lengths.comment);
  for (let at = view.byteLength - lengths.end; at >= first; at--) if (view.getUint32(at, true) === signatures.end) return at;
  return null;
}

/** Where the directory begins: as the end says, or as long before the end as it is long, where something stands before the archive. */
function directoryAt(view: DataView, end: number): number {
  const said = view.getUint32(end + 16, true);
  const counted = end - view.getUint32(end + 12, true);
  const isEntry = (at: number): boolean => at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signatures.entry;
  if (isEntry(said)) return said;
  if (isEntry(counted)) return counted;
  // The longer directory of large archives, which some programs write for small ones as well.
  const locator = end - 20;
  return locator >= 0 && view.getUint32(locator, true) === 0x07064b50
    ? longDirectoryAt(view, Number(view.getBigUint64(locator + 8, true)))
    : 0;
}

const longDirectoryAt = (view: DataView, at: number): number =>
  at + 56 <= view.byteLength && view.getUint32(at, true) === 0x06064b50 ? Number(view.getBigUint64(at + 48, true)) : 0;

type Three = readonly [number, number, number];

/** Sizes and offset with those that stand in the extra field of a large archive. */
function largeNumbers(view: DataView, { extraAt, extraEnd }: { extraAt: number; extraEnd: number }, numbers: Three): Three {
  if (!numbers.includes(elsewhere)) return numbers;
  for (let at = extraAt; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    const next = (number: number): number => {
      if (number !== elsewhere || from + 8 > extraEnd) return number;
      from += 8;
      return Number(view.getBigUint64(from - 8, true));
    };
    const [size, packed, offset] = numbers;
    return [next(size), next(packed), next(offset)];
  }
  return numbers;
}

async function unpack(
  file: Uint8Array,
  { packed, offset, method, flags }: Entry,
  take: (bytes: Uint8Array) => void,
  limit: number,
  refuse: (fault: ArchiveFault) => never,
): Promise<void> {
  if ((flags & 1) === 1) refuse('encrypted');
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  if (offset + lengths.part > file.length || view.getUint32(offset, true) !== signatures.part) refuse('damaged');
  const from = offset + lengths.part + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > file.length || (method !== 0 && method !== 8)) refuse('damaged');
  const source = file.subarray(from, from + packed);
  let unpacked = 0;
  try {
    for await (const piece of method === 0 ? inPieces(source) : inflated(source)) {
      unpacked += piece.length;
      if (unpacked > limit) refuse('too-large');
      take(piece);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) refuse('damaged');
    throw error;
  }
}

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

/** What is cut short comes out as far as it goes: whoever reads it sees where it ends. */
function inflated(source: Uint8Array): AsyncIterable<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: pieceLength, finishFlush: constants.Z_SYNC_FLUSH });
  stream.end(source);
  return stream as AsyncIterable<Uint8Array>;
}
