/**
 * Values that can no longer change, and keys that say what a value holds. Two values of the same content have the same
 * key, whoever made them; a value that is edited has another key at its next use.
 */
import { sha256 } from './sha256.js';

/** The type of a value of which nobody can edit anything. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** What was frozen here, with its keys as soon as somebody has asked for them. */
const known = new WeakMap<object, { key: string | null; own: string | null }>();
let numbered = 0;

/**
 * The value itself, which nobody can edit any more, nor anything inside. `key` is that of a value with parts that JSON
 * cannot say, such as functions. Bytes cannot be frozen: a value must hand them out as copies.
 */
export function frozen<T extends object>(value: T, key: string | null = null): T {
  if (!known.has(value)) {
    freeze(value);
    known.set(value, { key, own: null });
  }
  return value;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || known.has(value)) return;
  if (ArrayBuffer.isView(value)) throw new TypeError('Bytes cannot be frozen');
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

/** Whether a value was frozen here, so that it will always be what it is now. */
export const isFrozen = (value: object): boolean => known.has(value);

/** The value, if it is frozen, or else a copy of what it is now that is. For plain data. */
export const frozenCopy = <T extends object>(value: T): T => (known.has(value) ? value : frozen(structuredClone(value)));

/** Makes something of a frozen value once, frozen as well; of any other value anew each time. For plain data. */
export function madeOnce<V extends object, M extends object>(make: (value: V) => M): (value: V) => M {
  const made = new WeakMap<V, M>();
  return (value) => {
    if (!isFrozen(value)) return make(value);
    const before = made.get(value);
    if (before) return before;
    const now = frozen(make(value));
    made.set(value, now);
    return now;
  };
}

/**
 * A key for the content of plain data, such as JSON has. That of a frozen value is worked out once, that of any other at
 * each use.
 */
export function contentKey(value: object | null): string {
  if (value === null) return '-';
  const entry = known.get(value);
  if (!entry) return digestOf(value);
  return (entry.key ??= digestOf(value));
}

/**
 * The same for what rarely comes twice, such as roles: that of a frozen value is a number of its own, which another of the same
 * content does not share. To write a role down and digest it takes a tenth of the time in which its paper is assembled.
 */
export function ownKey(value: object): string {
  const entry = known.get(value);
  return entry ? (entry.own ??= `#${(numbered += 1)}`) : digestOf(value);
}

const digestOf = (value: object): string => sha256(JSON.stringify(value), 'base64');

/** A key for bytes, worked out at each use: nobody can freeze them. */
export const bytesKey = (bytes: Uint8Array): string => sha256(bytes, 'base64');
