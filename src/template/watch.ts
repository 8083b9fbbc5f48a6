/**
 * What a template is kept to while it is filled: it sees own values of what it is given and nothing else, prints text and
 * nothing else, and comes to an end. Whatever it does otherwise is refused at the place where it does it.
 */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { bounds } from './bounds.js';
import type { Bound } from './bounds.js';
import { badArgument, kindOf } from './given.js';
import { made } from '../view/lazily.js';
import { reasonIn } from './handlebars-insides.js';
import type { Part, Runtime, Watch } from './handlebars-insides.js';
import { placeAt } from './template-source.js';
import type { TemplateSource } from './template-source.js';

/** Called with the arguments that stand in the template, and then with what Handlebars adds. */
export type Helper = (this: unknown, ...args: never[]) => unknown;

/** What Handlebars gives a helper after its arguments. */
interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  /** Missing where a helper calls another, as `unless` calls `if`. */
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
  /** The inside of a block. */
  readonly fn?: unknown;
}

export interface TemplateWatch {
  readonly runtime: Runtime;
  readonly watch: Watch;
  /** Fills the template of a document. */
  document(fill: () => string): string;
  /** Fills a template, which may stand within another. */
  inside(source: TemplateSource, fill: () => string): string;
  /** The helper, called as long as the bounds allow it; what it refuses has a place. */
  watched(helper: Helper): Helper;
}

/** Characters given to a helper, or by it, that count as a step: there are helpers that look at each of them. */
const perStep = 8;

/** `escape` makes a text safe to stand in markup. */
export function createWatch(escape: (text: string) => string): TemplateWatch {
  let source: TemplateSource | null = null;
  let line = 1;
  let column = 0;
  let steps = 0;
  let characters = 0;
  let depth = 0;

  const here = (): Place => (source ? placeAt(source, line, column + 1) : {});
  const refuse = (code: string, args: Diagnostic['args']): never => {
    throw new Refusal([diagnostic(code, args, here())]);
  };
  const tooMuch = (what: Bound): never => refuse('template-too-much', { what, limit: bounds[what] });
  const step = (more: number): void => {
    steps += more;
    if (steps > bounds.steps) tooMuch('steps');
  };
  const print = (all: number): void => {
    characters = all;
    if (characters > bounds.characters) tooMuch('characters');
  };

  const runtime: Runtime = {
    own(parent, name, atLine, atColumn) {
      line = atLine;
      column = atColumn;
      step(1);
      // Own values only, and no functions: whatever JavaScript adds to texts, lists and groups is not there.
      if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, name)) return refuse('template-missing-value', { name });
      const value = made((parent as Readonly<Record<string, unknown>>)[name]);
      return typeof value === 'function' ? refuse('template-missing-value', { name }) : value;
    },
    lambda: (value) => value,
    part(parts, name, atLine, atColumn) {
      line = atLine;
      column = atColumn;
      if (depth >= bounds.depth) refuse('template-endless', { limit: bounds.depth });
      return parts[name] as Part;
    },
    escapeExpression(value, atLine, atColumn) {
      if (value === null || value === undefined) return '';
      line = atLine;
      column = atColumn;
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return refuse('template-not-text', { given: kindOf(value) });
      const printed = escape(String(value));
      print(characters + printed.length);
      return printed;
    },
  };

  const watch: Watch = {
    enter() {
      step(1);
      if (depth >= bounds.depth) tooMuch('depth');
      depth += 1;
      return characters;
    },
    leave(entered, printed) {
      depth -= 1;
      // All that was counted on the way is in it, and so are the words of the template itself.
      print(entered + printed.length);
    },
    merged(context, values) {
      const all: object = { ...(context as object), ...values };
      step(Object.keys(all).length);
      return all;
    },
  };

  /** By what a helper is given; lists are gone through, and something may stand between their entries. */
  function stepsFor(given: readonly unknown[]): number {
    let text = 0;
    let entries = 0;
    for (const one of given) {
      if (typeof one === 'string') text += one.length;
      else if (Array.isArray(one)) entries += one.length;
    }
    return 1 + entries + Math.floor((text * Math.max(1, entries)) / perStep);
  }

  return {
    runtime,
    watch,
    document(fill) {
      [source, line, column] = [null, 1, 0];
      [steps, characters, depth] = [0, 0, 0];
      try {
        return fill();
      } catch (error) {
        if (error instanceof Refusal) throw error;
        return refuse('template-syntax', { reason: reasonIn((error as Error).message) });
      }
    },
    inside(inner, fill) {
      const outer = { source, line, column };
      source = inner;
      const printed = fill();
      ({ source, line, column } = outer);
      return printed;
    },
    watched: (helper) =>
      function (this: unknown, ...args: never[]) {
        const options: unknown = args.at(-1);
        const { hash, loc, fn } = options as HelperOptions;
        if (loc) ({ line, column } = loc.start);
        step(stepsFor(args) + (fn === undefined ? stepsFor(Object.values(hash)) : 0));
        try {
          const given = helper.apply(this, args);
          // What Handlebars adds to the arguments stands where one has been left out.
          if (given === options) throw badArgument(null);
          if (fn === undefined && typeof given === 'string') step(Math.floor(given.length / perStep));
          return given;
        } catch (error) {
          if (!(error instanceof Refusal) || error.diagnostics.every(({ file }) => file !== undefined)) throw error;
          // A phrase that is missing, or a value that does not fit, is a matter of the template.
          throw new Refusal(error.diagnostics.map((one) => (one.file === undefined ? { ...here(), ...one } : one)));
        }
      },
  };
}
