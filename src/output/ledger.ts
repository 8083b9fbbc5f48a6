/**
 * The memory of an output folder: a journal that grows while documents are made, and the manifest that it becomes. Both
 * hold one line for each file, so that a batch that was killed knows what stands there and what it was made from.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { kill, pid } from 'node:process';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { manifestLineIn, failedIn, manifestFoot, manifestHead } from './manifest-line.js';
import type { ManifestLine, FailedFile } from './manifest-line.js';
import { readLines, writeAll } from './lines.js';
import { codeOf, workFolder } from './out-folder.js';

export const manifestFile = 'manifest.json';
const journalFile = 'journal.jsonl';
const lockFile = 'running';
/** Characters that are gathered before they are written. */
const blockLength = 64 << 10;

/** What an earlier run made at a path; the rest of its line stays on the disk. */
export interface Known {
  person: string;
  list: string;
  row: number;
  inputs: string;
  bytes: number;
}

export interface Ledger {
  known: ReadonlyMap<string, Known>;
  /** Folders in which a run that was cut short may have left files that no line tells of. */
  begun: ReadonlySet<string>;
  failed: FailedFile | null;
  /** Says that files will come to this folder. */
  begin(folder: string): void;
  add(entries: readonly ManifestLine[]): void;
  /** The line of a path, to be told again with another row. */
  entry(path: string): ManifestLine | null;
  /** Makes the manifest of all lines whose file is there, and clears the unfinished work away. */
  finish(failed: FailedFile | null): void;
  /** Leaves the journal for a run that resumes. */
  close(): void;
}

interface Line extends Known {
  file: number;
  offset: number;
  length: number;
}

/** What is kept in memory of a line; the rest is read again when it is asked for. */
const knownOf = ({ person, list, row, inputs, bytes }: ManifestLine): Known => ({ person, list, row, inputs, bytes });

/** The ledger of a folder that is made when there is none. Throws a Refusal when it cannot be written to, and as `openLedger` does. */
export function openOutput(out: string, options: { shown: string; goOn: boolean }): Ledger {
  const { shown } = options;
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK | constants.X_OK);
    return openLedger(out, options);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal([diagnostic('folder-unwritable', { folder: shown, reason: codeOf(error) }, { file: shown })]);
  }
}

/** Throws a Refusal when the folder cannot be used, is in use, or has documents of an earlier run and `goOn` is false. */
export function openLedger(out: string, { shown, goOn }: { shown: string; goOn: boolean }): Ledger {
  const work = join(out, workFolder);
  const journal = join(work, journalFile);
  const manifest = join(out, manifestFile);
  if (!goOn && existsSync(journal)) throw new Refusal([diagnostic('batch-unfinished', { folder: shown }, { file: shown })]);
  if (!goOn && existsSync(manifest)) throw new Refusal([diagnostic('batch-out-used', { folder: shown }, { file: shown })]);
  for (const name of [manifestFile, `${workFolder}/${journalFile}`, `${workFolder}/${lockFile}`])
    if (existsSync(join(out, name)) && sizeOf(join(out, name)) === null)
      throw new Refusal([diagnostic('not-a-file', { file: `${shown}/${name}` }, { file: `${shown}/${name}` })]);
  const lines = new Map<string, Line>();
  const begun = new Set<string>();
  const files: number[] = [];
  let failed: FailedFile | null = null;

  function remember(line: string, offset: number, length: number, file: number): void {
    const entry = manifestLineIn(line);
    if (entry) lines.set(entry.path, { ...knownOf(entry), file, offset, length });
    else if (line.startsWith('{"begun":')) begun.add((JSON.parse(line) as { begun: string }).begun);
    else failed = failedIn(line) ?? failed;
  }

  /** Gives the place behind the last whole line. */
  function recall(path: string, name: string, flags: string): { file: number; end: number } {
    const file = openSync(path, flags);
    files.push(file);
    try {
      return { file, end: readLines(file, (line, offset, length) => remember(line, offset, length, file)) };
    } catch {
      throw new Refusal([diagnostic('batch-manifest-damaged', { file: `${shown}/${name}` }, { file: `${shown}/${name}` })]);
    }
  }

  if (existsSync(manifest)) recall(manifest, manifestFile, 'r');
  mkdirSync(work, { recursive: true });
  lock(join(work, lockFile), shown);
  for (const name of readdirSync(work)) if (name.endsWith('.tmp')) rmSync(join(work, name), { force: true });
  // A line that a kill cut short is not there; the file it would have told of is made again.
  const { file: open, end: whole } = recall(journal, `${workFolder}/${journalFile}`, existsSync(journal) ? 'r+' : 'w+');
  let end = whole;
  ftruncateSync(open, end);

  function append(rows: readonly string[], note: (at: number, offset: number, length: number) => void = () => {}): void {
    const pieces = rows.map((row) => Buffer.from(`${row}\n`));
    writeAll(open, Buffer.concat(pieces), end, journal);
    for (const [at, piece] of pieces.entries()) {
      note(at, end, piece.length - 1);
      end += piece.length;
    }
  }

  function lineAt({ file, offset, length }: Line): string {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, offset);
    return bytes.toString('utf8').replace(/,$/, '');
  }

  function writeManifest(last: FailedFile | null): void {
    const temporary = join(work, 'manifest.tmp');
    const target = openSync(temporary, 'w');
    let at = 0;
    let block = manifestHead;
    const flush = (): void => {
      const bytes = Buffer.from(block);
      writeAll(target, bytes, at, temporary);
      at += bytes.length;
      block = '';
    };
    let first = true;
    for (const path of [...lines.keys()].sort()) {
      const line = lines.get(path);
      if (!line || sizeOf(join(out, path)) === null) continue;
      block += `${first ? '' : ',\n'}${lineAt(line)}`;
      first = false;
      if (block.length > blockLength) flush();
    }
    block += manifestFoot(last);
    flush();
    fsyncSync(target);
    closeSync(target);
    renameSync(temporary, manifest);
  }

  function shut(): void {
    for (const file of files.splice(0)) closeSync(file);
  }

  return {
    known: lines,
    begun,
    failed,
    begin: (folder) => append([JSON.stringify({ begun: folder })]),
    add(entries) {
      if (entries.length === 0) return;
      append(
        entries.map((entry) => JSON.stringify(entry)),
        (at, offset, length) => {
          const entry = entries[at];
          if (entry) lines.set(entry.path, { ...knownOf(entry), file: open, offset, length });
        },
      );
    },
    entry(path) {
      const line = lines.get(path);
      return line ? manifestLineIn(lineAt(line)) : null;
    },
    finish(last) {
      try {
        writeManifest(last);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        throw new Refusal([diagnostic('write-failed', { file: manifestFile, reason: codeOf(error) }, { file: manifest })]);
      }
      shut();
      rmSync(work, { recursive: true, force: true });
    },
    close() {
      shut();
      rmSync(join(work, lockFile), { force: true });
    },
  };
}

/** The bytes of a file on the disk, or null when there is none. */
export function sizeOf(path: string): number | null {
  try {
    const facts = statSync(path, { throwIfNoEntry: false });
    return facts?.isFile() ? facts.size : null;
  } catch {
    // Why it cannot be looked at will be told when it is written.
    return null;
  }
}

/** Two batches in one folder would write the same journal. A lock whose process is gone is what a kill leaves. */
function lock(path: string, shown: string): void {
  const owner = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  if (owner > 0 && owner !== pid && isAlive(owner))
    throw new Refusal([
      diagnostic('batch-running', { folder: shown, file: `${shown}/${workFolder}/${lockFile}`, process: owner }, { file: shown }),
    ]);
  writeFileSync(path, String(pid));
}

function isAlive(id: number): boolean {
  try {
    kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
