/** One line of the manifest: a file that was made, from what, and how to know it again. */
import type { Locale } from '../document/document.js';
import { outputNameProblems } from '../workspace/output-name.js';

export interface ManifestLine {
  /** Relative to the output folder, with `/` between folders. */
  path: string;
  /** The file name of the list, and the row in it. */
  list: string;
  row: number;
  /** Tells people apart without naming them. */
  person: string;
  role: string;
  version: string;
  kind: string;
  locale: Locale;
  jurisdiction: string;
  format: string;
  /** Of the paper that it is a copy of. */
  fingerprint: string;
  /** Of all that the document was made from. */
  inputs: string;
  bytes: number;
  /** Known for PDF only. */
  pages: number | null;
  sha256: string;
}

/** The rows that came to nothing, and how to know whether somebody has changed them since. */
export interface FailedFile {
  file: string;
  sha256: string;
}

/** What stands before the first and after the last entry of a manifest; entries stand between them, one a line. */
export const manifestHead = '{\n"manifest": 1,\n"files": [\n';
export const manifestFoot = (failed: FailedFile | null): string => `\n],\n"failed": ${JSON.stringify(failed)}\n}\n`;

/** The entry in a line of a manifest or journal; null for other lines. Throws a SyntaxError for a line that is broken or whose path leads out. */
export function manifestLineIn(line: string): ManifestLine | null {
  if (!line.startsWith('{"path":')) return null;
  const entry = JSON.parse(line.replace(/,$/, '')) as ManifestLine;
  if (typeof entry.path !== 'string' || outputNameProblems([entry.path], '').length > 0)
    throw new SyntaxError('a path that leads out of the folder');
  return entry;
}

/** The file of bad rows in the last line of a manifest; undefined for other lines. */
export function failedIn(line: string): FailedFile | null | undefined {
  if (!line.startsWith('"failed":')) return undefined;
  const failed = JSON.parse(line.slice('"failed":'.length)) as FailedFile | null;
  if (failed !== null && !/^failed(-\d+)?\.csv$/.test(failed.file)) throw new SyntaxError('no file of bad rows');
  return failed;
}
