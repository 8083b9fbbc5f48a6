/** Passwords: hashed by argon2id, long enough, and none that everybody tries first. */
import { argon2id, argon2Verify } from 'hash-wasm';

/** Hashes and compares; takes a processor for a tenth of a second and more, so a thread of its own does it. */
export interface Hasher {
  hash(password: string, salt: Uint8Array): Promise<string>;
  matches(password: string, hash: string): Promise<boolean>;
}

/** KiB, rounds and lanes: what OWASP’s cheat sheet on storing passwords names as the least for argon2id. */
export interface Cost {
  readonly memory: number;
  readonly rounds: number;
}
export const usualCost: Cost = { memory: 19_456, rounds: 2 };

/** The same password is the same bytes, whatever keyboard it comes from. */
const plain = (password: string): string => password.normalize('NFKC');

/** Hashes in this very thread. */
export const hasherHere = ({ memory, rounds }: Cost = usualCost): Hasher => ({
  hash: (password, salt) =>
    argon2id({
      password: plain(password),
      salt,
      parallelism: 1,
      iterations: rounds,
      memorySize: memory,
      hashLength: 32,
      outputType: 'encoded',
    }),
  matches: (password, hash) => argon2Verify({ password: plain(password), hash }),
});

/** Characters: the least of ASVS 5.0, 6.2.1, and what still costs nobody time to hash. */
const [shortest, longest] = [8, 256];

/** Why a password does not do; null where it does. */
export function passwordFault(
  password: string,
  { common, own }: { readonly common: ReadonlySet<string>; readonly own: readonly string[] },
): 'short' | 'long' | 'common' | 'own' | null {
  const folded = plain(password).toLowerCase();
  const length = [...folded].length;
  if (length < shortest) return 'short';
  if (length > longest) return 'long';
  // With figures or signs put behind it, a word that everybody tries is no better.
  const stem = folded.replace(/[^\p{L}]+$/u, '');
  if (common.has(folded) || common.has(stem) || new Set(folded).size < 4) return 'common';
  // One’s own name with little more than that is the next thing that is tried.
  const told = own.flatMap((name) => name.toLowerCase().split(/[\s@.]+/)).filter((word) => word.length >= 4);
  return told.some((word) => folded.includes(word) && length - [...word].length < shortest) ? 'own' : null;
}

/** The list of `data/common-passwords.txt`: one a line, in lower case. */
export const commonFrom = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
