/**
 * Templates checked and compiled. Handlebars itself is loaded when a template is first compiled: those that a build has
 * prepared need its runtime only.
 */
import { closest } from 'fastest-levenshtein';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { handlebars } from '../packages/installed.js';
import type { PreparedTemplate } from '../read/prepared.js';
import { bounds } from './bounds.js';
import { measureBraces } from './braces.js';
import { markTags } from './content.js';
import { codeOf, lineIn, reasonIn, specificationOf, writtenIn } from './handlebars-insides.js';
import type { Specification } from './handlebars-insides.js';
import { placeAt, placeOfCharacter } from './template-source.js';
import type { TemplateSource } from './template-source.js';

export interface CheckedTemplate {
  program: hbs.AST.Program;
  /** The partials that it calls, and where. */
  partials: readonly { name: string; place: Place }[];
  /** How many characters stand between braces. */
  braces: number;
}

/** The helpers of Handlebars that templates may call; each opens a block. */
export const blockHelpers: readonly string[] = ['if', 'unless', 'each', 'with'];

/** An author mends a few at a time, and hostile templates have thousands. */
const mostProblems = 20;

/**
 * Parses a template and checks that it keeps to the house rules. `mark` stands for it in the `at` attribute that each
 * of its tags gets. Throws a Refusal with what is wrong, at most twenty mistakes.
 */
export function checkTemplate(source: TemplateSource, mark: string, helpers: readonly string[]): CheckedTemplate {
  const braces = measureBraces(source);
  if (braces > bounds.braces) throw tooMuchToRead('braces', placeAt(source, 1, 1));
  const program = parse(source);
  const problems: Diagnostic[] = [];
  const partials: { name: string; place: Place }[] = [];
  new (checkerClass())(source, mark, helpers, problems, partials).accept(program);
  if (problems.length > 0) throw new Refusal(problems.slice(0, mostProblems));
  return { program, partials, braces };
}

/** A template is longer than templates may be, by itself or with its parts. */
export const tooMuchToRead = (what: 'braces' | 'source', askedBy: Place): Refusal =>
  new Refusal([diagnostic('template-too-much', { what, limit: bounds[what] }, askedBy)]);

/** A template that a build prepares: what it calls, and the code of its Handlebars specification. Throws as `checkTemplate` does. */
export function precompileTemplate(
  source: TemplateSource,
  mark: string,
  helpers: readonly string[],
): { partials: PreparedTemplate['partials']; code: string } {
  const { program, partials } = checkTemplate(source, mark, helpers);
  return {
    partials: partials.map(({ name, place }) => ({ name, line: place.line ?? 1, column: place.column ?? 1 })),
    code: attempt(source, () => codeOf(program, helpers)),
  };
}

/** A template that runs by the rules of the house when it is given them. Throws as `checkTemplate` does. */
export function compileTemplate(
  source: TemplateSource,
  mark: string,
  helpers: readonly string[],
): CheckedTemplate & { specification: Specification } {
  const checked = checkTemplate(source, mark, helpers);
  return { ...checked, specification: attempt(source, () => specificationOf(checked.program, helpers)) };
}

/** What a step of Handlebars gives, or what it finds wrong in our words. */
function attempt<T>(source: TemplateSource, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new Refusal([handlebarsProblem(error, source)]);
  }
}

/** What Handlebars found wrong with a template: it knows the line, and sometimes the column, from 0. */
function handlebarsProblem(error: unknown, source: TemplateSource): Diagnostic {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  if (error instanceof RangeError) return diagnostic('template-too-much', { what: 'depth', limit: bounds.depth }, placeAt(source, 1, 1));
  return diagnostic('template-syntax', { reason: reasonIn(message) }, placeAt(source, lineNumber ?? lineIn(message), (column ?? 0) + 1));
}

function parse(source: TemplateSource): hbs.AST.Program {
  try {
    return handlebars().parse(source.text);
  } catch (error) {
    const open = unclosedBlock(source.text);
    if (open) throw new Refusal([diagnostic('template-syntax', { reason: `{{#${open.name}}}` }, placeOfCharacter(source, open.at))]);
    throw new Refusal([handlebarsProblem(error, source)]);
  }
}

/** Walks a template before it is compiled: forbids what is unsafe or could do nothing, marks each tag with its place. */
const checkerClass = () =>
  class extends handlebars().Visitor {
    constructor(
      readonly source: TemplateSource,
      readonly mark: string,
      readonly helpers: readonly string[],
      readonly problems: Diagnostic[],
      readonly partials: { name: string; place: Place }[],
    ) {
      super();
    }

    override ContentStatement(content: hbs.AST.ContentStatement): void {
      content.value = markTags(content.value, writtenIn(content), content.loc.start, this.mark, (code, args, line, column, length) => {
        this.add(code, args, () => placeAt(this.source, line, column, length));
      });
    }

    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      if (!mustache.escaped) this.refuse('template-unescaped', {}, mustache);
      const calls = mustache.params.length > 0 || (mustache.hash as unknown) || blockHelpers.includes(nameOf(mustache.path));
      if (calls) this.checkHelper(mustache.path, mustache);
      super.MustacheStatement(mustache);
    }

    override SubExpression(expression: hbs.AST.SubExpression): void {
      this.checkHelper(expression.path, expression);
      super.SubExpression(expression);
    }

    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const name = nameOf(block.path);
      if (!this.helpers.includes(name)) this.refuseHelper(name, block);
      // What another helper gives would stand there as markup; and an inverse alone is `unless` by another name.
      else if (!blockHelpers.includes(name) || !(block.program as unknown))
        this.refuse('template-forbidden', { what: (block.program as unknown) ? `{{#${name}}}` : `{{^${name}}}` }, block);
      else if (block.params.length !== 1) this.refuse('template-syntax', { reason: `{{#${name}}}` }, block);
      for (const part of [block.program, block.inverse] as (hbs.AST.Program | undefined)[])
        this.checkBlockParams(part?.blockParams ?? [], block);
      super.BlockStatement(block);
    }

    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      const { name } = partial;
      if (name.type !== 'PathExpression') this.refuse('template-forbidden', { what: '{{> (…)}}' }, partial);
      else if (!partName.test(name.original)) this.refuse('template-forbidden', { what: `{{> ${name.original}}}` }, partial);
      else this.partials.push({ name: name.original, place: this.placeOf(partial) });
      // Its name is no value that is looked up.
      this.acceptArray(partial.params);
      this.acceptKey(partial, 'hash');
    }

    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      this.refuse('template-forbidden', { what: '{{#> …}}' }, partial);
    }

    override Decorator(decorator: hbs.AST.Decorator): void {
      this.refuse('template-forbidden', { what: '{{* …}}' }, decorator);
    }

    override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
      this.refuse('template-forbidden', { what: '{{#* …}}' }, decorator);
    }

    override PathExpression(path: hbs.AST.PathExpression): void {
      if (path.data && !(path.parts.length > 0 && dataNames.includes(path.parts[0] ?? '')))
        this.refuse('template-missing-value', { name: path.original }, path);
      if (path.parts.length + path.depth > bounds.depth) this.refuse('template-too-much', { what: 'depth', limit: bounds.depth }, path);
    }

    // The typings have no such method of the class above.
    HashPair(pair: hbs.AST.HashPair): void {
      this.checkName(pair.key, pair);
      this.acceptKey(pair, 'value');
    }

    /** `{{#each list as |entry key|}}`, `{{#with value as |name|}}`; Handlebars gives no others. */
    checkBlockParams(names: readonly string[], block: hbs.AST.BlockStatement): void {
      const most = { each: 2, with: 1 }[nameOf(block.path)] ?? 0;
      if (names.length > most) this.refuse('template-forbidden', { what: `as |${names.join(' ')}|` }, block);
      for (const name of names) this.checkName(name, block);
    }

    checkHelper(path: hbs.AST.PathExpression | hbs.AST.Literal, node: hbs.AST.Node): void {
      const name = nameOf(path);
      if (!this.helpers.includes(name)) this.refuseHelper(name, node);
      else if (blockHelpers.includes(name)) this.refuse('template-forbidden', { what: `{{${name} …}}` }, node);
    }

    /** What JavaScript means by a name must not be meant by a template. */
    checkName(name: string, node: hbs.AST.Node): void {
      if (name in Object.prototype) this.refuse('template-forbidden', { what: name }, node);
    }

    refuseHelper(name: string, node: hbs.AST.Node): void {
      this.add('template-unknown-helper', { name, nearest: closest(name, this.helpers) }, () => this.placeOf(node));
    }

    refuse(code: string, args: Diagnostic['args'], node: hbs.AST.Node): void {
      this.add(code, args, () => this.placeOf(node));
    }

    add(code: string, args: Diagnostic['args'], place: () => Place): void {
      if (this.problems.length < mostProblems) this.problems.push(diagnostic(code, args, place()));
    }

    placeOf(node: hbs.AST.Node): Place {
      return placeAt(this.source, node.loc.start.line, node.loc.start.column + 1);
    }
  };

const nameOf = (path: hbs.AST.PathExpression | hbs.AST.Literal): string => ('original' in path ? String(path.original) : '');

/** Of the files below `templates/partials`, none outside it. */
const partName = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:\/[\p{L}\p{N}_][\p{L}\p{N}_-]*)*$/u;

/** What Handlebars itself has for templates. */
const dataNames: readonly string[] = ['root', 'index', 'key', 'first', 'last'];

/** Handlebars reports an unclosed block at the end of the file; its author looks for where it begins. */
function unclosedBlock(text: string): { name: string; at: number } | null {
  const open: { name: string; at: number }[] = [];
  for (const match of text.matchAll(/\{\{~?([#/])\s*([\w.-]+)/g)) {
    if (match[1] === '#') open.push({ name: match[2] ?? '', at: match.index });
    else if (open.at(-1)?.name === match[2]) open.pop();
    else break;
  }
  return open.at(-1) ?? null;
}
