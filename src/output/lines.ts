/** Files of lines that are read and written piece by piece. */
import { readSync, writeSync } from 'node:fs';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { codeOf } from './out-folder.js';

const blockLength = 64 << 10;

/** Goes through the whole lines of a file and gives the place behind the last. */
export function readLines(file: number, each: (line: string, offset: number, length: number) => void): number {
  const block = Buffer.alloc(blockLength);
  let rest = Buffer.alloc(0);
  let start = 0;
  for (let at = 0; ; ) {
    const count = readSync(file, block, 0, blockLength, at);
    if (count === 0) return start;
    at += count;
    rest = Buffer.concat([rest, block.subarray(0, count)]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      each(rest.subarray(0, end).toString('utf8'), start, end);
      rest = rest.subarray(end + 1);
      start += end + 1;
    }
  }
}

/** Throws a Refusal when not all of the bytes can be written. */
export function writeAll(file: number, bytes: Uint8Array, offset: number, path: string): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, offset + done);
  } catch (error) {
    throw new Refusal([diagnostic('write-failed', { file: path, reason: codeOf(error) }, { file: path })]);
  }
}
