/**
 * Templates checked and compiled. Handlebars itself is loaded when a template is first compiled: those that a build has
 * prepared need its runtime only.
 */
import { closest } from 'fastest-levenshtein';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { handlebars } from '../packages/installed.js';
import type { PreparedTemplate } from '../read/prepared.js';
import { beStrictAbout, codeOf, lineIn, missingValueIn, reasonIn, writtenIn } from './handlebars-insides.js';
import { tags } from './vocabulary.js';

export interface TemplateSource {
  file: string;
  text: string;
  /** What a build has made of this very text. */
  prepared?: PreparedTemplate | null;
}

export interface CheckedTemplate {
  program: hbs.AST.Program;
  /** The partials that it calls, and where. */
  partials: readonly { name: string; place: Place }[];
}

/** A template can call nothing but these helpers, and print no value that is missing. */
export const strictly = (helpers: readonly string[]) => ({
  strict: true,
  knownHelpers: Object.fromEntries(helpers.map((helper) => [helper, true])),
  knownHelpersOnly: true,
});

/**
 * Parses a template and checks that it keeps to the house rules. `mark` stands for it in the `at` attribute that each
 * of its tags gets. Throws a Refusal with everything that is wrong.
 */
export function checkTemplate(source: TemplateSource, mark: string, helpers: readonly string[]): CheckedTemplate {
  const program = parse(source);
  const problems: Diagnostic[] = [];
  const partials: { name: string; place: Place }[] = [];
  new (checkerClass())(source, mark, helpers, problems, partials).accept(program);
  if (problems.length > 0) throw new Refusal(problems);
  return { program, partials };
}

/** A template that a build prepares: what it calls, and the code of its Handlebars specification. Throws as `checkTemplate` does. */
export function precompileTemplate(
  source: TemplateSource,
  mark: string,
  helpers: readonly string[],
): { partials: PreparedTemplate['partials']; code: string } {
  const { program, partials } = checkTemplate(source, mark, helpers);
  return {
    partials: partials.map(({ name, place }) => ({ name, line: place.line ?? 1, column: place.column ?? 1 })),
    // The types take it for an object; it is the code of one.
    code: codeOf(handlebars().precompile(program, strictly(helpers))),
  };
}

function parse(source: TemplateSource): hbs.AST.Program {
  try {
    return handlebars().parse(source.text);
  } catch (error) {
    const open = unclosedBlock(source.text);
    if (open) throw new Refusal([diagnostic('template-syntax', { reason: `{{#${open.name}}}` }, placeAt(source, open.line, open.column))]);
    throw new Refusal([translate(error, source)]);
  }
}

/** Walks a template before it is compiled: forbids what is unsafe, marks each tag with its place, makes paths strict. */
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
      const original = writtenIn(content);
      const starts = [...original.matchAll(tagStart)];
      let next = 0;
      content.value = content.value.replace(tagStart, (written, name: string) => {
        const before = original.slice(0, starts[next++]?.index ?? 0).split('\n');
        const line = content.loc.start.line + before.length - 1;
        const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? content.loc.start.column : 0) + 1;
        if (!Object.hasOwn(tags, name)) {
          const nearest = closest(name, Object.keys(tags));
          this.problems.push(
            diagnostic('template-unknown-tag', { tag: name, nearest }, placeAt(this.source, line, column, written.length)),
          );
        }
        return `${written} at="${this.mark}:${line}:${column}"`;
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
      else this.partials.push({ name: partial.name.original, place: this.placeOf(partial) });
      super.PartialStatement(partial);
    }

    override Decorator(decorator: hbs.AST.Decorator): void {
      this.refuse('template-forbidden', { what: '{{* …}}' }, decorator);
    }

    override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
      this.refuse('template-forbidden', { what: '{{#* …}}' }, decorator);
    }

    override PathExpression(path: hbs.AST.PathExpression): void {
      beStrictAbout(path);
    }

    checkHelper(path: hbs.AST.PathExpression | hbs.AST.Literal, node: hbs.AST.Node): void {
      const name = 'original' in path ? String(path.original) : '';
      if (!this.helpers.includes(name)) this.refuse('template-unknown-helper', { name, nearest: closest(name, this.helpers) }, node);
    }

    refuse(code: string, args: Record<string, string>, node: hbs.AST.Node): void {
      this.problems.push(diagnostic(code, args, this.placeOf(node)));
    }

    placeOf(node: hbs.AST.Node): Place {
      return placeAt(this.source, node.loc.start.line, node.loc.start.column + 1);
    }
  };

const tagStart = /<([A-Za-z][\w-]*)/g;

export function placeAt(source: TemplateSource, line: number, column: number, length = 1): Place {
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

/** What went wrong in a template, in our words. */
export function translate(error: unknown, source: TemplateSource): Diagnostic {
  if (error instanceof RangeError) return diagnostic('template-endless', {}, { file: source.file });
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const line = lineNumber ?? lineIn(message);
  const place = placeAt(source, line, (column ?? 0) + 1);
  const missing = missingValueIn(message);
  if (missing !== undefined) return diagnostic('template-missing-value', { name: missing }, place);
  return diagnostic('template-syntax', { reason: reasonIn(message) }, place);
}
