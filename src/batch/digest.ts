/** Short marks of data: equal data, in whatever order it was written down, has equal marks. */
import { createHash } from 'node:crypto';

/** So many hexadecimal digits of the SHA-256 of the data. */
export const digestOf = (data: unknown, length: number): string => createHash('sha256').update(JSON.stringify(data, sorted) ?? 'null').digest('hex').slice(0, length);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
