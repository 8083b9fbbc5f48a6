/**
 * Templates: Handlebars, made strict. A template can print what it is given and call the helpers it is given, nothing
 * else; everything it prints is escaped, so data can never become markup. Each tag that stands in a template gets an
 * attribute `at` with its place, so that a mistake in the made markup is reported where the author can mend it.
 */
import type * as HandlebarsLibrary from 'handlebars';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Place } from '../diagnostic/diagnostic.js';
import { handlebars, handlebarsRuntime } from '../packages/installed.js';
import { sharing } from './handlebars-insides.js';
import { checkTemplate, placeAt, strictly, translate } from './template-check.js';
import type { TemplateSource } from './template-check.js';

export type { TemplateSource } from './template-check.js';

export type Helper = HandlebarsLibrary.HelperDelegate;

export interface Templates {
  /** Fills a template. Throws a Refusal when a value is missing, a helper unknown or the template not well formed. */
  render(name: string, view: object): string;
  /** Turns the value of an `at` attribute back into a place. */
  placeOf(at: string): Place;
}

type Run = HandlebarsLibrary.TemplateDelegate;

const builtIn = ['if', 'unless', 'each', 'with'];

/** What templates may call besides the helpers of the house. */
export const knownHelpers = (helpers: Record<string, Helper>): string[] => [...builtIn, ...Object.keys(helpers)];

/**
 * Compiles templates on first use and keeps them. `read` gives the source of a template or partial by name
 * (`ru/job-description`, `partials/stamps`), or null when there is none; helpers are all that templates may call.
 */
export function createTemplates(read: (name: string) => TemplateSource | null, helpers: Record<string, Helper>): Templates {
  const engine = handlebarsRuntime().create();
  for (const name of Object.keys(engine.helpers)) if (!builtIn.includes(name)) engine.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  const known = knownHelpers(helpers);
  /** With the compiler, for templates that are not prepared. */
  let whole: typeof HandlebarsLibrary | undefined;
  const compiler = (): typeof HandlebarsLibrary => (whole ??= sharing(handlebars().create(), engine));

  /** By the marks that stand for them. */
  const sources = new Map<string, TemplateSource>();
  const compiled = new Map<string, Run>();
  const underWay = new Set<string>();

  /** A partial that calls itself is being compiled already; it is there by the time it is called. */
  const needPartial = (partial: string, askedBy: Place): void => {
    if (!underWay.has(`partials/${partial}`)) compile(`partials/${partial}`, askedBy);
  };

  function compile(name: string, askedBy: Place): Run {
    const ready = compiled.get(name);
    if (ready) return ready;
    underWay.add(name);
    const source = read(name);
    if (!source) throw new Refusal([diagnostic('template-missing', { name }, askedBy)]);
    const run = runOf(source);
    const guarded: Run = (context, options) => {
      try {
        return run(context, options);
      } catch (error) {
        throw error instanceof Refusal ? error : new Refusal([translate(error, source)]);
      }
    };
    compiled.set(name, guarded);
    underWay.delete(name);
    if (name.startsWith('partials/')) engine.registerPartial(name.slice('partials/'.length), guarded as HandlebarsLibrary.Template);
    return guarded;
  }

  function runOf(source: TemplateSource): Run {
    const { prepared } = source;
    const mark = prepared?.mark ?? String(sources.size);
    sources.set(mark, source);
    if (prepared) {
      for (const { name, line, column } of prepared.partials) needPartial(name, placeAt(source, line, column));
      return engine.template(prepared.specification);
    }
    const { program, partials } = checkTemplate(source, mark, known);
    for (const { name, place } of partials) needPartial(name, place);
    return compiler().compile(program, strictly(known));
  }

  return {
    render: (name, view) => compile(name, {})(view),
    placeOf(at) {
      const [mark, line, column] = at.split(':');
      const source = sources.get(mark ?? '');
      return source ? placeAt(source, Number(line), Number(column)) : {};
    },
  };
}
