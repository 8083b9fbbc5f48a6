/** How large a file may be, so that a hostile one takes neither minutes nor all memory. */
import { textLimit } from '../workspace/workspace.js';

export interface Bounds {
  /** Of its text. */
  readonly bytes: number;
  /** Signs, words and line ends of YAML. */
  readonly lexemes: number;
  /** Mappings, lists, texts, numbers; those that an alias repeats count again. */
  readonly values: number;
  /** Those of the quick reader, well within the others, so that what is beyond them is refused there. */
  readonly plain: { readonly lines: number; readonly values: number };
}

/** A large role has thirty thousand lexemes. */
export const usualBounds: Bounds = { bytes: textLimit, lexemes: 200_000, values: 100_000, plain: { lines: 20_000, values: 30_000 } };
