/**
 * The container of the file. Parts that are the same in one document after another are packed once and serve again,
 * which no library for ZIP offers.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** A part, compressed, with the headers that ZIP wants. */
export interface PackedPart {
  path: string;
  /** Header and content, as they stand in the file. */
  local: Uint8Array;
  /** Its line in the table of contents; where the part begins is filled in there. */
  entry: Uint8Array;
}

/** zlib's usual balance of time and size. */
const level = 6;

/** Version 2.0 of the format: compressed parts in folders. */
const version = 20;
const methods = { stored: 0, deflated: 8 } as const;

/** Noon of the first day that ZIP can write. */
const time = 12 << 11;
const day = (1 << 5) | 1;

const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;
const offsetInEntry = 42;

/** `path` is in ASCII. What compression would not make smaller, such as a photograph, is stored as it is. */
export function packed(path: string, content: Uint8Array): PackedPart {
  const deflated = deflateRawSync(content, { level });
  const smaller = deflated.length < content.length;
  const data = smaller ? deflated : content;
  const name = Buffer.from(path, 'latin1');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(version, 0);
  common.writeUInt16LE(smaller ? methods.deflated : methods.stored, 4);
  common.writeUInt16LE(time, 6);
  common.writeUInt16LE(day, 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const made = Buffer.alloc(2);
  made.writeUInt16LE(version);
  return {
    path,
    local: Buffer.concat([number(signatures.local), common, name, data]),
    entry: Buffer.concat([number(signatures.entry), made, common, Buffer.alloc(14), name]),
  };
}

/** The file, its parts in the order of their paths. */
export function zip(parts: readonly PackedPart[]): Uint8Array {
  const sorted = [...parts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sizeOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((size, piece) => size + piece.length, 0);
  const start = sizeOf(sorted.map(({ local }) => local));
  const length = sizeOf(sorted.map(({ entry }) => entry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);

  const file = new Uint8Array(start + length + end.length);
  const view = new DataView(file.buffer);
  let at = 0;
  let listed = start;
  for (const { local, entry } of sorted) {
    file.set(local, at);
    file.set(entry, listed);
    view.setUint32(listed + offsetInEntry, at, true);
    at += local.length;
    listed += entry.length;
  }
  file.set(end, listed);
  return file;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
