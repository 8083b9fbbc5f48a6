/**
 * A look at the braces of a template before Handlebars reads it: its parser takes the square of the time for blocks in
 * blocks, and 40 s for 10,000 brackets in brackets, so what is deep beyond all bounds must not come to it.
 */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { bounds } from './bounds.js';
import { placeOfCharacter } from './template-source.js';
import type { TemplateSource } from './template-source.js';

/**
 * How many characters stand between braces. Throws a Refusal where blocks or brackets are too deep; other mistakes are
 * for the parser, and where it will stop, this stops too.
 */
export function measureBraces(source: TemplateSource): number {
  const { text } = source;
  /** For each open block how many levels it makes: `{{else if …}}` is a block in the one before. */
  const open: number[] = [];
  let depth = 0;
  let inside = 0;
  let at = text.indexOf('{{');
  while (at >= 0) {
    if (isEscaped(text, at)) {
      at = text.indexOf('{{', at + 2);
      continue;
    }
    if (text.startsWith('{{{{', at)) refuse('template-forbidden', { what: '{{{{ … }}}}' }, source, at);
    const isComment = stands(comment, text, at);
    const { end, brackets } = isComment ? { end: endOfComment(text, at), brackets: 0 } : readBraces(text, at);
    if (stands(opening, text, at)) open.push(1);
    else if (stands(continuing, text, at)) open.push((open.pop() ?? 0) + 1);
    else if (stands(closing, text, at)) depth -= (open.pop() ?? 0) + 1;
    else depth -= 1;
    depth += 1;
    if (Math.max(depth, brackets) > bounds.depth) refuse('template-too-much', { what: 'depth', limit: bounds.depth }, source, at);
    if (end === null) break;
    // Comments are skipped at once, however long they are.
    inside += isComment ? '{{!}}'.length : end - at;
    at = text.indexOf('{{', end);
  }
  return inside;
}

const refuse = (code: string, args: Record<string, string | number>, source: TemplateSource, at: number): never => {
  throw new Refusal([diagnostic(code, args, placeOfCharacter(source, at))]);
};

// As the grammar of Handlebars has them; each is looked for where a search stands, and nowhere else.
const comment = /\{\{~?!/y;
const longComment = /\{\{~?!--/y;
const opening = /\{\{~?(?:#|\^(?!\s*~?\}\}))/y;
const continuing = /\{\{~?\s*else\b(?!\s*~?\}\})/y;
const closing = /\{\{~?\//y;
const quoted: Readonly<Record<string, RegExp>> = { '"': /"(?:\\"|[^"])*"/y, "'": /'(?:\\'|[^'])*'/y, '[': /\[(?:\\\]|[^\]])*\]/y };

function stands(what: RegExp, text: string, at: number): boolean {
  what.lastIndex = at;
  return what.test(text);
}

const isEscaped = (text: string, at: number): boolean => text[at - 1] === '\\' && text[at - 2] !== '\\';

function endOfComment(text: string, at: number): number | null {
  const end = stands(longComment, text, at) ? /--~?\}\}/g : /\}\}/g;
  end.lastIndex = at;
  return end.test(text) ? end.lastIndex : null;
}

/** Where the braces that open at a place end, null when they do not, and how deep brackets stand in brackets. */
function readBraces(text: string, start: number): { end: number | null; brackets: number } {
  let open = 0;
  let brackets = 0;
  for (let at = start + 2; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '}' && text[at + 1] === '}') return { end: at + 2, brackets };
    if (character === '(') brackets = Math.max(brackets, (open += 1));
    else if (character === ')') open -= 1;
    const string = quoted[character];
    if (!string) continue;
    if (!stands(string, text, at)) break;
    at = string.lastIndex - 1;
  }
  return { end: null, brackets };
}
