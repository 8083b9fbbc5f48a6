/** Which namespace the names of elements are in, as declarations come and go with the elements that have them (Namespaces in XML 1.0, 6). */

export interface Scopes {
  /** Those of an element that lies so deep. */
  declare(depth: number, declared: readonly (readonly [prefix: string, uri: string])[]): void;
  /** That an element so deep has ended. */
  leave(depth: number): void;
  /**
   * A name without its prefix; null in another namespace than that of the first name that was asked for. A prefix that
   * nobody has declared counts for nothing, since readers of spreadsheets have always let it pass.
   */
  localName(name: string): string | null;
}

interface Scope {
  readonly depth: number;
  readonly prefix: string;
  readonly uri: string;
}

export function openScopes(): Scopes {
  const scopes: Scope[] = [];
  let root: string | null | undefined;
  /** Of names without a prefix, which most are. */
  let usual: string | null = null;

  const uriOf = (prefix: string): string | null => scopes.findLast((one) => one.prefix === prefix)?.uri ?? null;

  return {
    declare(depth, declared) {
      for (const [prefix, uri] of declared) scopes.push({ depth, prefix, uri });
      usual = uriOf('');
    },
    leave(depth) {
      if ((scopes.at(-1)?.depth ?? -1) < depth) return;
      while ((scopes.at(-1)?.depth ?? -1) >= depth) scopes.pop();
      usual = uriOf('');
    },
    localName(name) {
      const colon = name.indexOf(':');
      const uri = colon < 0 ? usual : uriOf(name.slice(0, colon));
      if (root === undefined) root = uri;
      return uri !== null && root !== null && uri !== root ? null : name.slice(colon + 1);
    },
  };
}
