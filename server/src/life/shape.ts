/**
 * Shapes of values: what is read from a database is not trusted, and becomes a value of a type only by a check. A shape names
 * all members that a value may have; whatever else stands in it is a fault, since nobody of ours can have written it.
 */

/** Checks a value; `path` says where it stands. Throws what `checked` makes a fault of. */
export interface Shape<T> {
  readonly check: (value: unknown, path: string) => T;
}

/** The type of the values that a shape lets through. */
export type Of<S> = S extends Shape<infer T> ? T : never;

/** What is wrong with a value, and where in it: `files/0/sha256`, empty for the value as a whole. */
export interface ShapeFault {
  readonly path: string;
  readonly expected: string;
}

class Misshapen extends Error {
  constructor(readonly fault: ShapeFault) {
    super(`${fault.path}: ${fault.expected} expected`);
  }
}

/** The value, as a new one of known members alone, or what is wrong with it. Nothing else is thrown. */
export function checked<T>(shape: Shape<T>, value: unknown): { readonly value: T } | { readonly fault: ShapeFault } {
  try {
    return { value: shape.check(value, '') };
  } catch (problem) {
    if (problem instanceof Misshapen) return { fault: problem.fault };
    throw problem;
  }
}

const under = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}/${name}`);

function fail(path: string, expected: string): never {
  throw new Misshapen({ path, expected });
}

/** Of a test that says what it wants. */
const tested = <T>(expected: string, test: (value: unknown) => boolean): Shape<T> => ({
  check: (value, path) => (test(value) ? (value as T) : fail(path, expected)),
});

/**
 * A text of so many UTF-16 units, with something in it. Half a character cannot be stored, and PostgreSQL has no NUL; other
 * signs that control a device are of no use in what people read, lines and tabs aside.
 */
export const text = (longest: number): Shape<string> =>
  tested(
    `text of 1 to ${longest}`,
    (value) => typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/\p{Surrogate}|[^\P{Cc}\t\n\r]/u.test(value),
  );

/** A text that matches, of 200 UTF-16 units at most. */
export const matching = (pattern: RegExp, name: string): Shape<string> =>
  tested(name, (value) => typeof value === 'string' && value.length <= 200 && pattern.test(value));

/** A whole number within bounds, both included. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER): Shape<number> =>
  tested(
    `whole number from ${least} to ${most}`,
    (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
  );

export const truth: Shape<boolean> = tested('true or false', (value) => typeof value === 'boolean');

/** One of a few words. */
export const among = <const W extends string>(...words: readonly W[]): Shape<W> =>
  tested(words.join(' | '), (value) => words.some((word) => word === value));

/** A day that the calendar has: 2026-02-28. */
export const day: Shape<string> = tested('day', (value) => typeof value === 'string' && isDay(value));

/** A moment in UTC with milliseconds, as events have it: 2026-02-28T09:30:00.000Z. */
export const moment: Shape<string> = tested('moment', (value) => typeof value === 'string' && isMoment(value));

export const isDay = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00.000Z`).toJSON()?.slice(0, 10) === value;

export const isMoment = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && new Date(value).toJSON() === value;

/** Null, which says that there is none any more, or a value. */
export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  check: (value, path) => (value === null ? null : shape.check(value, path)),
});

/** A record that says something. */
export const filled = <T extends object>(shape: Shape<T>): Shape<T> => ({
  check(value, path) {
    const read = shape.check(value, path);
    return Object.keys(read).length > 0 ? read : fail(path, 'something');
  },
});

/** A list within bounds. */
export const list = <T>(shape: Shape<T>, least: number, most: number): Shape<readonly T[]> => ({
  check(value, path) {
    if (!Array.isArray(value) || value.length < least || value.length > most) return fail(path, `list of ${least} to ${most}`);
    return value.map((one: unknown, at) => shape.check(one, under(path, at)));
  },
});

/** The first of several shapes that fits; if none does, the fault is that of the last. */
export const either = <A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> => ({
  check(value, path) {
    const first = checked(one, value);
    return 'value' in first ? first.value : other.check(value, path);
  },
});

/** A member that may be left out. */
interface Optional<T> extends Shape<T> {
  readonly optional: true;
}

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ ...shape, optional: true });

type Members = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;
type NeededIn<M extends Members> = { [K in keyof M]: M[K] extends Optional<unknown> ? never : K }[keyof M];
type Merged<T> = { [K in keyof T]: T[K] };
type Read<M extends Members> = Merged<
  { readonly [K in NeededIn<M>]: Of<M[K]> } & { readonly [K in Exclude<keyof M, NeededIn<M>>]?: Of<M[K]> }
>;

/** A record of these members and no others. */
export const record = <const M extends Members>(members: M): Shape<Read<M>> => {
  const all = Object.entries(members);
  return {
    check(value, path) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(path, 'record');
      for (const name of Object.keys(value)) if (!Object.hasOwn(members, name)) fail(under(path, name), 'nothing');
      const own = value as Readonly<Record<string, unknown>>;
      const read: Record<string, unknown> = {};
      for (const [name, shape] of all)
        if (!('optional' in shape) || own[name] !== undefined) read[name] = shape.check(own[name], under(path, name));
      return read as Read<M>;
    },
  };
};
