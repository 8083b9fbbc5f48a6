/** Names of files that Rolewright makes: they stay in their folder and mean the same on every system. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Bytes that file systems allow for one name. */
const longest = 255;
const unfit = /[\p{Cc}\p{Cs}<>:"|?*\\]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/** What is wrong with the paths of output files, relative to the folder they go to. */
export function outputNameProblems(paths: readonly string[], folder: string): Diagnostic[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const place = { file: folder };
    if (path === '' || path.startsWith('/') || path.split('/').some((part) => part === '..' || part === '.' || part === '')) {
      return [diagnostic('output-outside', { name: path }, place)];
    }
    const bad = path.split('/').find((part) => unfit.test(part) || new TextEncoder().encode(part).length > longest);
    if (bad !== undefined) return [diagnostic('bad-file-name', { name: bad, limit: longest }, place)];
    // Names that differ only in capitals are one file on most desktops.
    const folded = path.normalize('NFC').toLowerCase();
    const first = seen.get(folded);
    seen.set(folded, path);
    return first === undefined ? [] : [diagnostic('same-target', { name: path, first }, place)];
  });
}
