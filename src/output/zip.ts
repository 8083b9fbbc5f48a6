/** The documents of the manifest as archives, written while they are read: no archive is ever in memory. */
import { closeSync, createReadStream, openSync, readFileSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Zip, ZipPassThrough } from 'fflate';
import { manifestLineIn } from './manifest-line.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { leadsInside } from '../workspace/real-path.js';
import { manifestFile } from './ledger.js';
import { codeOf } from './out-folder.js';

/** What an archive of the old kind, which everything opens, has room for. */
const most = { files: 60_000, bytes: 3_500_000_000 };
const archive = /^documents(-\d+)?\.zip$/;

/** Writes `documents.zip`, and `documents-2.zip` and so on where one has no room for all. Gives their names. */
export async function zipAll(out: string): Promise<string[]> {
  const names: string[] = [];
  let current: Archive | null = null;
  try {
    for await (const line of createInterface({ input: createReadStream(join(out, manifestFile)) })) {
      const entry = manifestLineIn(line);
      if (!entry) continue;
      if (current && !current.hasRoom(entry.bytes)) {
        current.end();
        current = null;
      }
      if (!current) {
        names.push(names.length === 0 ? 'documents.zip' : `documents-${names.length + 1}.zip`);
        current = openArchive(out, names.at(-1) ?? '');
      }
      if (!leadsInside(join(out, entry.path), out))
        throw new Refusal([diagnostic('output-outside', { name: entry.path }, { file: entry.path })]);
      current.add(entry.path);
    }
    current?.end();
  } catch (error) {
    current?.drop();
    if (error instanceof Refusal) throw error;
    throw new Refusal([diagnostic('write-failed', { file: names.at(-1) ?? '', reason: codeOf(error) }, { file: names.at(-1) ?? '' })]);
  }
  for (const old of readdirSync(out)) if (archive.test(old) && !names.includes(old)) rmSync(join(out, old));
  return names;
}

interface Archive {
  hasRoom(bytes: number): boolean;
  add(path: string): void;
  end(): void;
  drop(): void;
}

function openArchive(out: string, name: string): Archive {
  const temporary = join(out, `.${name}.tmp`);
  const file = openSync(temporary, 'w');
  let [files, bytes] = [0, 0];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done);
    bytes += chunk.length;
  });
  return {
    hasRoom: (more) => files < most.files && bytes + more < most.bytes,
    add(path) {
      // The documents are compressed already.
      const entry = new ZipPassThrough(path);
      entry.mtime = new Date(1980, 0, 1);
      zip.add(entry);
      entry.push(readFileSync(join(out, path)), true);
      files += 1;
    },
    end() {
      zip.end();
      closeSync(file);
      renameSync(temporary, join(out, name));
    },
    drop() {
      closeSync(file);
      rmSync(temporary, { force: true });
    },
  };
}
