/**
 * Pieces of work that the build has done already: `npm run build` puts them into `dist/prepared`. Each is known by the
 * digest of the text that it was made from and serves only as long as that is still the same, so whoever edits a
 * template or words sees the edit at once. From the sources, without a build, there are none, and everything
 * is worked out anew; what comes out is the same. With them a Word file takes half of the time that it takes without.
 */
import { preparedPiece, zlib } from '../packages/installed.js';

export interface Prepared {
  /** The data of one of Rolewright’s own YAML files; undefined when they must be parsed. */
  data(path: string, text: string): unknown;
  /** A template that has been checked and compiled; null when that must be done now. */
  template(path: string, text: string): PreparedTemplate | null;
}

export interface PreparedTemplate {
  /** Stands in the `at` attributes for the template. */
  mark: string;
  /** The partials that it calls, and where. */
  partials: readonly { name: string; line: number; column: number }[];
  /** What Handlebars makes of it. */
  specification: object;
}

/** The file that has the digests of what all pieces were made from, by their names. */
export const digestsFile = 'digests.json';

/**
 * Length and CRC-32: it has to notice an edit, not a forger, who could as well edit the piece. Loading what Node.js knows
 * of SHA-256 would make `rolewright list` slower by a twenty-fifth.
 */
export const digestOf = (text: string): string => `${text.length} ${zlib().crc32(text).toString(16)}`;

/** Pieces that `load` gives by their paths; it throws where there is none. */
export function openPrepared(load: (path: string) => unknown): Prepared {
  let digests: Readonly<Record<string, string>> | undefined;
  const isCurrent = (name: string, text: string): boolean => {
    digests ??= readDigests(load);
    return Object.hasOwn(digests, name) && digests[name] === digestOf(text);
  };
  return {
    data: (path, text) => (isCurrent(path, text) ? load(path.replace(/\.ya?ml$/, '.json')) : undefined),
    template: (path, text) => (isCurrent(path, text) ? (load(path.replace(/\.hbs$/, '.cjs')) as PreparedTemplate) : null),
  };
}

function readDigests(load: (path: string) => unknown): Readonly<Record<string, string>> {
  try {
    return load(digestsFile) as Readonly<Record<string, string>>;
  } catch {
    // Nothing has been prepared: then all work is done here.
    return {};
  }
}

/** The pieces of this build. */
export const prepared = (): Prepared => (own ??= openPrepared(preparedPiece));
let own: Prepared | undefined;
