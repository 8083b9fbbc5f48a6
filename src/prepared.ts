/**
 * Pieces of work that the build has done already: `npm run build` puts them into `dist/prepared`. Each is known by the
 * text that it was made from and serves only as long as that is still the same, so whoever edits a template, a schema
 * or words sees the edit at once. From the sources, without a build, there are none, and everything is worked out anew;
 * what comes out is the same.
 */
import { createRequire } from 'node:module';

export interface Prepared {
  /** The data of one of Rolewright’s own YAML files; undefined when they must be parsed. */
  data(path: string, text: string): unknown;
  /** Whether data keep to a schema; null when the schema must be compiled. `sources` are the schema and those that it refers to. */
  schema(name: string, sources: readonly string[]): ((data: unknown) => boolean) | null;
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

/** The pieces in a folder that ends in a slash, or none when there is no such folder. */
export function openPrepared(folder: URL): Prepared {
  const load = createRequire(folder);
  const isCurrent = (name: string, sources: readonly string[]): boolean => {
    try {
      return load(`./${madeFrom(name)}`) === sourceText(sources);
    } catch {
      // Nothing has been prepared, or it cannot be read: then all work is done here.
      return false;
    }
  };
  return {
    data: (path, text) => (isCurrent(path, [text]) ? (load(`./${path.replace(/\.ya?ml$/, '.json')}`) as unknown) : undefined),
    schema: (name, sources) =>
      isCurrent(`schemas/${name}`, sources) ? (load(`./schemas/${name}.cjs`) as (data: unknown) => boolean) : null,
    template: (path, text) => (isCurrent(path, [text]) ? (load(`./${path.replace(/\.hbs$/, '.cjs')}`) as PreparedTemplate) : null),
  };
}

/** The pieces of this build. */
export const prepared = (): Prepared => (own ??= openPrepared(new URL('./prepared/', import.meta.url)));
let own: Prepared | undefined;

/** Where the texts are that a piece was made from, as one JSON string: comparing them is faster than counting a digest. */
export const madeFrom = (name: string): string => `made-from/${name}.json`;

export const sourceText = (sources: readonly string[]): string => sources.join('\0');
