/** Parts of the view are made when a template first asks for them: no paper prints all that a role says. */

/** A value that is made when it is first asked for, and once. */
export class Later<T> {
  private made: { readonly value: T } | null = null;

  constructor(private readonly make: () => T) {}

  get value(): T {
    return (this.made ??= { value: this.make() }).value;
  }
}

/** What a part of the view is, made now if it has not been. */
export const made = (part: unknown): unknown => (part instanceof Later ? part.value : part);

/** Values that are each made by themselves. An object that takes them over with a spread shares what has been made. */
export type Lazy<T extends object> = { readonly [K in keyof T]: Later<T[K]> };

export const lazily = <T extends object>(makers: { [K in keyof T]: () => T[K] }): Lazy<T> =>
  Object.fromEntries(Object.entries<() => unknown>(makers).map(([name, make]) => [name, new Later(make)])) as Lazy<T>;
