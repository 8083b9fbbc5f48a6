/**
 * All that is used of Handlebars beyond what it documents, read in 4.7.10; `test/insides.test.ts` looks whether it is
 * still there.
 */
import type * as Handlebars from 'handlebars';

/** Lets an engine with the compiler use the helpers and partials of another: those that are prepared need no compiler. */
export const sharing = (engine: typeof Handlebars, other: typeof Handlebars): typeof Handlebars =>
  Object.assign(engine, { helpers: other.helpers, partials: other.partials });

/** Handlebars is strict only about what is printed; with this, arguments of helpers are as strict. */
export function beStrictAbout(path: hbs.AST.PathExpression): void {
  (path as hbs.AST.PathExpression & { strict: boolean }).strict = true;
}

/** The text as the author wrote it, which the typings call strip flags. */
export const writtenIn = (content: hbs.AST.ContentStatement): string => content.original as unknown as string;

/** What a template printed although it has no value; undefined for another mistake. */
export const missingValueIn = (message: string): string | undefined => /^"(.+?)" not defined in/.exec(message)?.[1];

/** What the parser found, without the place that it adds. */
export const reasonIn = (message: string): string => (message.split('\n')[0] ?? message).replace(/ - \d+:\d+$/, '');

/** The line that the parser names; 1 where it names none. */
export const lineIn = (message: string): number => Number(/on line (\d+)/.exec(message)?.[1] ?? 1);

/** What the compiler gives in advance is code, which the typings call a specification. */
export const codeOf = (specification: TemplateSpecification): string => specification as unknown as string;
