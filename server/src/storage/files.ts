/**
 * Files by their SHA-256: `ab/cdef…` below one folder. A file is written beside its place, brought to the disk and then renamed, so that
 * under its name there is all of it or nothing; it never changes afterwards.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageRefusal } from './errors.js';

export interface Files {
  /** Keeps bytes; gives their SHA-256 once they are on the disk. The same bytes are kept once. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes; throws a StorageRefusal where they are missing or not what they were. */
  read(sha256: string): Promise<Uint8Array>;
  /** What stands there, without keeping it in memory. */
  check(sha256: string): Promise<'whole' | 'missing' | 'changed'>;
  /** Removes a file; one that is not there is no error. */
  remove(sha256: string): Promise<void>;
  /** The names of all files, as SHA-256, folder by folder in order; those whose names are none are passed over. */
  names(): AsyncGenerator<string>;
  /** Removes what writers that were killed have left, begun before a time; gives how many. */
  sweepParts(before: Date): Promise<number>;
  /** Where a file stands. */
  pathOf(sha256: string): string;
}

/** How the name of a file ends that is being written. */
const partEnding = '.part';

/** The store in a folder, which comes into being with the first file. `unique` gives a name that nobody else uses. */
export function openFiles(folder: string, unique: () => string): Files {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`no SHA-256: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256.slice(2));
  };

  async function check(sha256: string): Promise<'whole' | 'missing' | 'changed'> {
    const hash = createHash('sha256');
    try {
      for await (const part of createReadStream(pathOf(sha256))) hash.update(part as Uint8Array);
    } catch (error) {
      if (isMissing(error)) return 'missing';
      throw error;
    }
    return hash.digest('hex') === sha256 ? 'whole' : 'changed';
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = pathOf(sha256);
    // What somebody changed is put right, since the bytes are at hand.
    if ((await check(sha256)) === 'whole') return sha256;
    await mkdir(dirname(path), { recursive: true });
    const beside = join(folder, unique() + partEnding);
    try {
      const file = await open(beside, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await bringToDisk(dirname(path));
    await bringToDisk(folder);
    return sha256;
  }

  return {
    put,
    check,
    pathOf,
    async read(sha256) {
      try {
        const bytes = await readFile(pathOf(sha256));
        if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new StorageRefusal('file-changed', { sha256 });
        return bytes;
      } catch (error) {
        if (isMissing(error)) throw new StorageRefusal('file-missing', { sha256 }, { cause: error });
        throw error;
      }
    },
    async sweepParts(before) {
      let count = 0;
      for (const name of (await namesIn(folder)).filter((one) => one.endsWith(partEnding))) {
        const path = join(folder, name);
        // Somebody else may have swept it meanwhile.
        const found = await stat(path).catch(() => null);
        if (!found?.isFile() || found.mtime >= before) continue;
        await rm(path, { force: true });
        count += 1;
      }
      return count;
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *names() {
      for (const start of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
        for (const rest of await namesIn(join(folder, start))) if (/^[0-9a-f]{62}$/.test(rest)) yield start + rest;
    },
  };
}

/** A name in a folder lasts only once the folder is on the disk. Windows neither needs nor allows it. */
async function bringToDisk(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes(codeOf(error))) throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
