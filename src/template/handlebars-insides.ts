/**
 * All that is used of Handlebars beyond what it documents, read in 4.7.10; `test/insides.test.ts` looks whether it is
 * still there.
 */
import { handlebars } from '../packages/installed.js';

/** What a compiled template asks of those who run it, besides Handlebars itself. Lines from 1, columns from 0. */
export interface Runtime {
  /** The value of a name that stands at a place. */
  own(parent: unknown, name: string, line: number, column: number): unknown;
  /** A part that is called at a place. */
  part(parts: Readonly<Record<string, Part>>, name: string, line: number, column: number): Part;
  /** What is done with a value that may be a function. */
  lambda(value: unknown): unknown;
  /** A value as text of the markup. */
  escapeExpression(value: unknown, line: number, column: number): string;
}

/** What is asked before and after parts of a template run. */
export interface Watch {
  /** Before the inside of a template, block or round; gives what `leave` is to be told. */
  enter(): number;
  leave(entered: number, printed: string): void;
  /** What a part sees that is called with values of its own. */
  merged(context: unknown, values: Readonly<Record<string, unknown>>): object;
}

export type Part = (context: unknown, options: object) => string;

interface Container extends Runtime {
  invokePartial(part: Part, context: unknown, options: { hash?: Record<string, unknown> | undefined }): string;
}

type Program = (
  container: Container,
  context: unknown,
  helpers: unknown,
  parts: unknown,
  data: unknown,
  blockParams: unknown,
  outer: unknown,
) => string;

/** What Handlebars makes of a template: its programs, the outermost of which is `main`, and how to call them. */
export type Specification = Readonly<Record<string, unknown>>;

interface Compiler {
  compile(program: hbs.AST.Program | object, options: object, context?: undefined, asObject?: boolean): unknown;
}

/** The methods of the compiler that are replaced or called. `nameLookup` is documented, the others are not. */
interface JavaScriptCompiler extends Compiler {
  compiler: new () => JavaScriptCompiler;
  source: { currentLocation: { start: { line: number; column: number } } };
  aliasable(name: string): unknown;
  quotedString(text: string): unknown;
  popStack(): unknown;
  pushSource(source: unknown): void;
  appendToBuffer(source: unknown): unknown;
  nameLookup(parent: unknown, name: string, type: 'context' | 'data' | 'helper' | 'partial' | 'decorator'): unknown;
  appendEscaped(): void;
}

interface Compilers {
  Compiler: new () => Compiler;
  JavaScriptCompiler: { new (): JavaScriptCompiler; prototype: JavaScriptCompiler };
}

const compilers = (): Compilers => handlebars() as unknown as Compilers;

/** Each name is looked up by us, with its place, and so is what is printed: Handlebars would print nothing for what it refuses. */
function houseCompiler(): new () => JavaScriptCompiler {
  class HouseCompiler extends compilers().JavaScriptCompiler {
    at(): unknown[] {
      const { line, column } = this.source.currentLocation.start;
      return [', ', line, ', ', column, ')'];
    }

    override nameLookup(parent: unknown, name: string, type: string): unknown {
      if (type === 'helper') return [parent, '[', this.quotedString(name), ']'];
      const look = type === 'partial' ? 'container.part' : 'container.own';
      return [this.aliasable(look), '(', parent, ', ', this.quotedString(name), ...this.at()];
    }

    override appendEscaped(): void {
      this.pushSource(this.appendToBuffer([this.aliasable('container.escapeExpression'), '(', this.popStack(), ...this.at()]));
    }
  }
  HouseCompiler.prototype.compiler = HouseCompiler;
  return HouseCompiler;
}

let house: (new () => JavaScriptCompiler) | undefined;

/** A template can call nothing but these helpers. With `assumeObjects` nothing but `nameLookup` looks at a value. */
const optionsFor = (helpers: readonly string[]): object => ({
  data: true,
  assumeObjects: true,
  knownHelpers: Object.fromEntries(helpers.map((helper) => [helper, true])),
  knownHelpersOnly: true,
});

function compile(program: hbs.AST.Program, helpers: readonly string[], asObject: boolean): unknown {
  house ??= houseCompiler();
  const options = optionsFor(helpers);
  return new house().compile(new (compilers().Compiler)().compile(program, options) as object, options, undefined, asObject);
}

/**
 * What runs a template.
 * @internal
 */
export const specificationOf = (program: hbs.AST.Program, helpers: readonly string[]): Specification =>
  compile(program, helpers, true) as Specification;

/**
 * The code of what runs a template.
 * @internal
 */
export const codeOf = (program: hbs.AST.Program, helpers: readonly string[]): string => compile(program, helpers, false) as string;

/**
 * The same template, run by the rules of the house. The specification itself stays as it is: others may use it.
 * @internal
 */
export function underRules(specification: Specification, runtime: Runtime, watch: Watch): TemplateSpecification {
  let ready = false;
  const equip = (container: Container): void => {
    ready = true;
    const { invokePartial } = container;
    Object.assign(container, runtime);
    container.invokePartial = (part, context, options) => {
      const { hash } = options;
      if (!hash) return invokePartial.call(container, part, context, options);
      options.hash = undefined;
      return invokePartial.call(container, part, watch.merged(context, hash), options);
    };
  };
  const watched =
    (program: Program): Program =>
    // As many arguments as Handlebars gives, one by one: a list of them takes longer than the rest of this.
    (container, context, helpers, parts, data, blockParams, outer) => {
      if (!ready) equip(container);
      const entered = watch.enter();
      const printed = program(container, context, helpers, parts, data, blockParams, outer);
      watch.leave(entered, printed);
      return printed;
    };
  return Object.fromEntries(
    Object.entries(specification).map(([name, value]) => [name, name === 'main' || /^\d+$/.test(name) ? watched(value as Program) : value]),
  );
}

/**
 * The text as the author wrote it, which the typings call strip flags.
 * @internal
 */
export const writtenIn = (content: hbs.AST.ContentStatement): string => content.original as unknown as string;

/** What the parser found, without the place that it adds. */
export const reasonIn = (message: string): string => (message.split('\n')[0] ?? message).replace(/ - \d+:\d+$/, '');

/** The line that the parser names; 1 where it names none. */
export const lineIn = (message: string): number => Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
