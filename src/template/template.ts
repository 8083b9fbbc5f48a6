/**
 * Templates: Handlebars, made strict. A template can print what it is given and call the helpers it is given, nothing
 * else; everything it prints is escaped, so data can never become markup, and it ends, whoever wrote it. Each tag that
 * stands in a template gets an attribute `at` with its place, so that a mistake in the made markup is reported where the
 * author can mend it.
 */
import type * as HandlebarsLibrary from 'handlebars';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Place } from '../diagnostic/diagnostic.js';
import { handlebarsRuntime } from '../packages/installed.js';
import { bounds } from './bounds.js';
import { underRules } from './handlebars-insides.js';
import type { Specification } from './handlebars-insides.js';
import { made } from '../view/lazily.js';
import { badArgument } from './given.js';
import { blockHelpers, compileTemplate, tooMuchToRead } from './template-check.js';
import { placeAt } from './template-source.js';
import type { TemplateSource } from './template-source.js';
import { createWatch } from './watch.js';
import type { Helper } from './watch.js';

export type { TemplateSource } from './template-source.js';
export type { Helper } from './watch.js';

export interface Templates {
  /**
   * Fills a template. Throws a Refusal when a value is missing, a helper unknown, the template not well formed, or when it
   * goes on beyond what a document may take.
   */
  render(name: string, view: object): string;
  /** Turns the value of an `at` attribute back into a place. */
  placeOf(at: string): Place;
}

type Run = HandlebarsLibrary.TemplateDelegate;

/** What templates may call besides the helpers of the house. */
export const knownHelpers = (helpers: Record<string, Helper>): string[] => [...blockHelpers, ...Object.keys(helpers)];

/**
 * Compiles templates on first use and keeps them. `read` gives the source of a template or partial by name
 * (`ru/job-description`, `partials/stamps`), or null when there is none; helpers are all that templates may call.
 */
export function createTemplates(read: (name: string) => TemplateSource | null, helpers: Record<string, Helper>): Templates {
  const engine = handlebarsRuntime().create();
  const { document, inside, runtime, watch, watched } = createWatch((text) => engine.escapeExpression(text));
  const register = (name: string, helper: Helper): void => engine.registerHelper(name, watched(helper) as HandlebarsLibrary.HelperDelegate);
  for (const [name, helper] of Object.entries(engine.helpers)) {
    engine.unregisterHelper(name);
    if (blockHelpers.includes(name)) register(name, name === 'each' ? overLists(helper) : helper);
  }
  for (const [name, helper] of Object.entries(helpers)) register(name, helper);
  const known = knownHelpers(helpers);

  /** By the marks that stand for them. */
  const sources = new Map<string, TemplateSource>();
  const compiled = new Map<string, Run>();
  /** Why a template of a document cannot be compiled: it may be needed for thousands of people. */
  const broken = new Map<string, unknown>();
  const underWay = new Set<string>();
  /** What has been read for the document under way. */
  let reading = { braces: 0, source: 0 };

  function compile(name: string, askedBy: Place): Run {
    const ready = compiled.get(name);
    if (ready) return ready;
    const source = read(name);
    if (!source) throw new Refusal([diagnostic('template-missing', { name }, askedBy)]);
    if (underWay.size >= bounds.depth) throw new Refusal([diagnostic('template-endless', { limit: bounds.depth }, askedBy)]);
    underWay.add(name);
    try {
      const run = engine.template(underRules(specificationOf(source, askedBy), runtime, watch));
      const placed: Run = (context, options) => inside(source, () => run(context, options));
      compiled.set(name, placed);
      if (name.startsWith('partials/')) engine.registerPartial(name.slice('partials/'.length), placed as HandlebarsLibrary.Template);
      return placed;
    } finally {
      underWay.delete(name);
    }
  }

  function specificationOf(source: TemplateSource, askedBy: Place): Specification {
    const { prepared } = source;
    const mark = prepared?.mark ?? String(sources.size);
    sources.set(mark, source);
    if (prepared) {
      for (const { name, line, column } of prepared.partials) needPart(name, placeAt(source, line, column));
      return prepared.specification as Specification;
    }
    const from = askedBy.file === undefined ? placeAt(source, 1, 1) : askedBy;
    reading.source += source.text.length;
    if (reading.source > bounds.source) throw tooMuchToRead('source', from);
    const { specification, partials, braces } = compileTemplate(source, mark, known);
    reading.braces += braces;
    if (reading.braces > bounds.braces) throw tooMuchToRead('braces', from);
    for (const { name, place } of partials) needPart(name, place);
    return specification;
  }

  /** A part that calls itself is being compiled already; it is there by the time it is called. */
  function needPart(name: string, askedBy: Place): void {
    if (!underWay.has(`partials/${name}`)) compile(`partials/${name}`, askedBy);
  }

  return {
    render(name, view) {
      if (broken.has(name)) throw broken.get(name);
      reading = { braces: 0, source: 0 };
      let run: Run;
      try {
        run = compile(name, {});
      } catch (error) {
        broken.set(name, error);
        throw error;
      }
      return document(() => run(view));
    },
    placeOf(at) {
      const [mark, line, column] = at.split(':');
      const source = sources.get(mark ?? '');
      return source ? placeAt(source, Number(line), Number(column)) : {};
    },
  };
}

/** Handlebars would pass over a text as over a list without entries; of a group it would hand on what is still to be made. */
const overLists = (each: Helper): Helper =>
  function (this: unknown, ...args: never[]) {
    const [list, ...others] = args as unknown[];
    if (typeof list !== 'object') throw badArgument(list);
    if (list === null || Array.isArray(list)) return each.apply(this, args);
    const group = Object.fromEntries(Object.entries(list).map(([name, value]) => [name, made(value)]));
    return each.apply(this, [group, ...others] as never[]);
  };
