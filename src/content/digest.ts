/** Short marks of data: equal data, in whatever order it was written down, has equal marks. */
import { sha256 } from './sha256.js';

/** So many hexadecimal digits of the SHA-256 of the data. */
export const digestOf = (data: unknown, length: number): string => sha256(JSON.stringify(data, sorted) ?? 'null', 'hex').slice(0, length);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
