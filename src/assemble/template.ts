/**
 * Templates: Handlebars, made strict. A template can print what it is given and call the helpers it is given, nothing
 * else; everything it prints is escaped, so data can never become markup. Each tag that stands in a template gets an
 * attribute `at` with its place, so that a mistake in the made markup is reported where the author can mend it.
 */
import Handlebars from 'handlebars';
import { closest } from 'fastest-levenshtein';
import { diagnostic, Refusal } from '../diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import { tags } from './vocabulary.js';

export interface TemplateSource {
  file: string;
  text: string;
}

export type Helper = Handlebars.HelperDelegate;

export interface Templates {
  /** Fills a template. Throws a Refusal when a value is missing, a helper unknown or the template not well formed. */
  render(name: string, view: object): string;
  /** Turns the value of an `at` attribute back into a place. */
  placeOf(at: string): Place;
}

const builtIn = ['if', 'unless', 'each', 'with'];

/**
 * Compiles templates on first use and keeps them. `read` gives the source of a template or partial by name
 * (`ru/job-description`, `partials/stamps`), or null when there is none; helpers are all that templates may call.
 */
export function createTemplates(read: (name: string) => TemplateSource | null, helpers: Record<string, Helper>): Templates {
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers)) if (!builtIn.includes(name)) engine.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  const known = Object.keys(engine.helpers);

  const sources: TemplateSource[] = [];
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const underWay = new Set<string>();
  /** As many as there are tags in the templates. */
  const places = new Map<string, Place>();

  /** A partial that calls itself is being compiled already; it is there by the time it is called. */
  const needPartial = (partial: string, askedBy: Place): void => {
    if (!underWay.has(`partials/${partial}`)) compile(`partials/${partial}`, askedBy);
  };

  function compile(name: string, askedBy: Place): Handlebars.TemplateDelegate {
    const ready = compiled.get(name);
    if (ready) return ready;
    underWay.add(name);
    const source = read(name);
    if (!source) throw new Refusal([diagnostic('template-missing', { name }, askedBy)]);
    const number = sources.push(source) - 1;
    const program = parse(source);
    const problems: Diagnostic[] = [];
    new Checker(source, number, known, problems, needPartial).accept(program);
    if (problems.length > 0) throw new Refusal(problems);
    const run = engine.compile(program, {
      strict: true,
      knownHelpers: Object.fromEntries(known.map((helper) => [helper, true])),
      knownHelpersOnly: true,
    });
    const guarded: Handlebars.TemplateDelegate = (context, options) => {
      try {
        return run(context, options);
      } catch (error) {
        throw error instanceof Refusal ? error : new Refusal([translate(error, source)]);
      }
    };
    compiled.set(name, guarded);
    underWay.delete(name);
    if (name.startsWith('partials/')) engine.registerPartial(name.slice('partials/'.length), guarded as Handlebars.Template);
    return guarded;
  }

  return {
    render: (name, view) => compile(name, {})(view),
    placeOf(at) {
      const known = places.get(at);
      if (known) return known;
      const [number, line, column] = at.split(':').map(Number);
      const source = sources[number ?? -1];
      const place = source ? placeAt(source, line ?? 1, column ?? 1) : {};
      places.set(at, place);
      return place;
    },
  };
}

function parse(source: TemplateSource): hbs.AST.Program {
  try {
    return Handlebars.parse(source.text);
  } catch (error) {
    const open = unclosedBlock(source.text);
    if (open) throw new Refusal([diagnostic('template-syntax', { reason: `{{#${open.name}}}` }, placeAt(source, open.line, open.column))]);
    throw new Refusal([translate(error, source)]);
  }
}

/** Walks a template before it is compiled: forbids what is unsafe, marks each tag with its place, makes paths strict. */
class Checker extends Handlebars.Visitor {
  constructor(
    private readonly source: TemplateSource,
    private readonly number: number,
    private readonly helpers: string[],
    private readonly problems: Diagnostic[],
    private readonly needPartial: (name: string, place: Place) => void,
  ) {
    super();
  }

  override ContentStatement(content: hbs.AST.ContentStatement): void {
    // The typings call `original` strip flags; it is the text as the author wrote it.
    const original = content.original as unknown as string;
    const starts = [...original.matchAll(tagStart)];
    let next = 0;
    content.value = content.value.replace(tagStart, (written, name: string) => {
      const before = original.slice(0, starts[next++]?.index ?? 0).split('\n');
      const line = content.loc.start.line + before.length - 1;
      const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? content.loc.start.column : 0) + 1;
      if (!Object.hasOwn(tags, name)) {
        const nearest = closest(name, Object.keys(tags));
        this.problems.push(diagnostic('template-unknown-tag', { tag: name, nearest }, placeAt(this.source, line, column, written.length)));
      }
      return `${written} at="${this.number}:${line}:${column}"`;
    });
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.refuse('template-unescaped', {}, mustache);
    if (mustache.params.length > 0) this.checkHelper(mustache.path, mustache);
    super.MustacheStatement(mustache);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.checkHelper(expression.path, expression);
    super.SubExpression(expression);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.checkHelper(block.path, block);
    super.BlockStatement(block);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type !== 'PathExpression') this.refuse('template-forbidden', { what: '{{> (…)}}' }, partial);
    else this.needPartial((partial.name as hbs.AST.PathExpression).original, this.placeOf(partial));
    super.PartialStatement(partial);
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse('template-forbidden', { what: '{{* …}}' }, decorator);
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.refuse('template-forbidden', { what: '{{#* …}}' }, decorator);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    // Handlebars is strict only about what is printed; arguments of helpers must be as strict.
    (path as hbs.AST.PathExpression & { strict: boolean }).strict = true;
  }

  private checkHelper(path: hbs.AST.PathExpression | hbs.AST.Literal, node: hbs.AST.Node): void {
    const name = 'original' in path ? String(path.original) : '';
    if (!this.helpers.includes(name)) this.refuse('template-unknown-helper', { name, nearest: closest(name, this.helpers) }, node);
  }

  private refuse(code: string, args: Record<string, string>, node: hbs.AST.Node): void {
    this.problems.push(diagnostic(code, args, this.placeOf(node)));
  }

  private placeOf(node: hbs.AST.Node): Place {
    return placeAt(this.source, node.loc.start.line, node.loc.start.column + 1);
  }
}

const tagStart = /<([A-Za-z][\w-]*)/g;

function placeAt(source: TemplateSource, line: number, column: number, length = 1): Place {
  return { file: source.file, line, column, length, sourceLine: source.text.split('\n')[line - 1] ?? '' };
}

/** Handlebars reports an unclosed block at the end of the file; its author looks for where it begins. */
function unclosedBlock(text: string): { name: string; line: number; column: number } | null {
  const open: { name: string; index: number }[] = [];
  for (const match of text.matchAll(/\{\{~?([#/])\s*([\w.-]+)/g)) {
    if (match[1] === '#') open.push({ name: match[2] ?? '', index: match.index });
    else if (open.at(-1)?.name === match[2]) open.pop();
    else break;
  }
  const last = open.at(-1);
  if (!last) return null;
  const before = text.slice(0, last.index).split('\n');
  return { name: last.name, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function translate(error: unknown, source: TemplateSource): Diagnostic {
  if (error instanceof RangeError) return diagnostic('template-endless', {}, { file: source.file });
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const place = placeAt(source, line, (column ?? 0) + 1);
  const missing = /^"(.+?)" not defined in/.exec(message);
  if (missing) return diagnostic('template-missing-value', { name: missing[1] ?? '' }, place);
  return diagnostic('template-syntax', { reason: (message.split('\n')[0] ?? message).replace(/ - \d+:\d+$/, '') }, place);
}
