/** One line of JSON for each request and each thing that happens. Where a secret stood, the beginning of its hash is printed. */
import { createHash } from 'node:crypto';

export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error';
  readonly event: string;
  readonly [fact: string]: string | number | boolean | null | undefined;
}

export type Log = (entry: LogEntry) => void;

/** Writes entries as lines; `now` is the clock. JSON leaves no line break in any of them. */
export const openLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (entry) =>
    write(`${JSON.stringify({ at: now().toISOString(), ...entry })}\n`);

/** What may be told of a secret: the same secret is told in the same way, and nobody can find it from that. */
export const hashed = (secret: string): string => `#${createHash('sha256').update(secret).digest('hex').slice(0, 12)}`;

/** Ids of ours say nothing; what is as long as a secret and is none of them is taken for one. */
const isId = (part: string): boolean => /^(p|h|pr|d|r|pl|a|k|dp)_[0-9a-z]{1,64}$/.test(part) || /^[0-9a-f]{64}$/.test(part);
const mayBeSecret = (part: string): boolean => part.length >= 16 && /^[\w.~%+=-]+$/.test(part) && /[0-9A-Z]/.test(part) && !isId(part);

/** A path without secrets. Of a query, only the names are kept: its values are searches, tokens and the like. */
export function withoutSecrets(path: string, search: string): string {
  const parts = path.split('/').map((part) => (mayBeSecret(part) ? hashed(part) : part));
  const names = [...new URLSearchParams(search)].map(([name, value]) => `${mayBeSecret(name) ? hashed(name) : name}=${hashed(value)}`);
  return `${parts.join('/').slice(0, 500)}${names.length === 0 ? '' : `?${names.slice(0, 20).join('&').slice(0, 500)}`}`;
}
