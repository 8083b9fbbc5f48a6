/** What the YAML parser found wrong, told as the mistake that an author most likely made and shown where it was made. */
import type { Document, ErrorCode, Range, YAMLError } from 'yaml';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceText } from './source-text.js';
import { yaml } from '../packages/installed.js';

const most = 20;
/** Finding where a bracket opened means walking the tree, so that is not done for every echo of one mistake. */
const examined = 50;

interface Mistake {
  code: string;
  args?: Record<string, string | number>;
  start: number;
  end: number;
}

/** At most twenty, one per line: what follows on a line is mostly an echo of its first mistake. */
export function yamlProblems(document: Document.Parsed, source: SourceText): Diagnostic[] {
  const directive = /^%.*/.exec(source.text);
  if (directive) return [diagnostic('yaml-directive', { directive: directive[0] }, source.placeAt(0, directive[0].length))];
  const lines = new Set<number>();
  const starts = new Set<number>();
  const found: Diagnostic[] = [];
  for (const error of document.errors.slice(0, examined)) {
    const mistake = explain(error, document, source.text);
    const place = source.placeAt(mistake.start, mistake.end);
    const echo = lines.has(place.line ?? 0) || starts.has(error.pos[0]);
    lines.add(place.line ?? 0);
    starts.add(error.pos[0]);
    if (echo) continue;
    found.push(diagnostic(mistake.code, mistake.args ?? {}, place));
    if (found.length === most) break;
  }
  return found;
}

type Explain = (error: YAMLError, text: string, document: Document.Parsed) => Mistake;

const at = (error: YAMLError, code: string, args?: Mistake['args']): Mistake => ({
  code,
  ...(args && { args }),
  start: error.pos[0],
  end: error.pos[1],
});
const slice = (error: YAMLError, text: string): string => text.slice(...error.pos);

const explanations: Partial<Record<ErrorCode, Explain>> = {
  TAB_AS_INDENT: (error) => at(error, 'yaml-tab'),
  BAD_INDENT: (error, text, document) =>
    /end with a [\]}]/.test(error.message) ? unclosedBracket(error, text, document) : indentation(error.pos[0], text),
  BLOCK_AS_IMPLICIT_KEY: nestedKey,
  MULTILINE_IMPLICIT_KEY: missingColon,
  BLOCK_IN_FLOW: (error) => at(error, 'yaml-missing-comma'),
  BAD_SCALAR_START: (error, text) => at(error, 'yaml-special-start', { character: slice(error, text) }),
  BAD_DQ_ESCAPE: (error) =>
    at({ ...error, pos: [error.pos[0], error.pos[0] + 2] }, 'yaml-bad-escape', { escape: /\\\S*$/.exec(error.message)?.[0] ?? '\\' }),
  NON_STRING_KEY: (error) => at(error, 'yaml-bad-key'),
  KEY_OVER_1024_CHARS: (error) => at(error, 'yaml-bad-key'),
  BAD_ALIAS: (error, text) => at(error, 'yaml-special-start', { character: slice(error, text).slice(0, 1) }),
  TAG_RESOLVE_FAILED: (error, text) => at(error, 'yaml-tag', { tag: slice(error, text) }),
  MULTIPLE_DOCS: (error) => at(error, 'yaml-several-documents'),
  MISSING_CHAR(error, text, document) {
    if (/closing .quote/.test(error.message)) return unclosedQuote(error, text, document);
    if (/end with a [\]}]/.test(error.message)) return unclosedBracket(error, text, document);
    if (/^Missing , /.test(error.message)) return at(error, 'yaml-missing-comma');
    if (/followed by map values/.test(error.message)) return missingColon(error, text);
    if (/^Comments must/.test(error.message)) return at(error, 'yaml-after-quote', { text: slice(error, text) });
    return at(error, 'yaml-syntax', { reason: error.message });
  },
  UNEXPECTED_TOKEN(error, text) {
    const unexpected = slice(error, text);
    if (/same line with key/.test(error.message)) return at(error, 'yaml-dash-after-key');
    if (/^Not a YAML token/.test(error.message)) return at(error, 'yaml-after-block-sign', { text: unexpected });
    const before = text.slice(text.lastIndexOf('\n', error.pos[0]) + 1, error.pos[0]);
    if (/["']\s*$/.test(before)) return at(error, 'yaml-after-quote', { text: unexpected });
    const alias = /\*\S*\s*$/.exec(before);
    if (alias) return { code: 'yaml-special-start', args: { character: '*' }, start: error.pos[0] - alias[0].length, end: error.pos[0] };
    return at(error, 'yaml-unexpected', { text: unexpected });
  },
};

function explain(error: YAMLError, document: Document.Parsed, text: string): Mistake {
  return explanations[error.code]?.(error, text, document) ?? at(error, 'yaml-syntax', { reason: error.message });
}

/** `text: first: second` needs quotes; the same over two lines is a second line that stands too far to the right. */
function nestedKey(error: YAMLError, text: string): Mistake {
  if (/block sequence/.test(error.message)) return indentation(error.pos[0], text);
  const line = text.slice(error.pos[0], endOfLine(text, error.pos[0]));
  if (/:(\s|$)/.test(line)) return { code: 'yaml-colon-in-text', start: error.pos[0], end: error.pos[0] + line.length };
  return indentation(endOfLine(text, error.pos[0]) + 1, text);
}

/** Shown at the first word of the line, since nobody sees a caret under spaces. */
function indentation(offset: number, text: string): Mistake {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const start = line + (/^ */.exec(text.slice(line, endOfLine(text, line)))?.[0].length ?? 0);
  return { code: 'yaml-indent', start, end: start + 1 };
}

function missingColon(error: YAMLError, text: string): Mistake {
  const [start] = error.pos;
  const line = text.slice(start, endOfLine(text, start)).trimEnd();
  const unspaced = /^[^\s:]+:(?=\S|\u00A0)/.exec(line);
  if (unspaced) return { code: 'yaml-space-after-colon', start: start + unspaced[0].length - 1, end: start + unspaced[0].length };
  return { code: 'yaml-missing-colon', args: { text: line }, start, end: start + line.length };
}

/** The parser notices at the end of the file; the author has to look where the quote opens. */
function unclosedQuote(error: YAMLError, text: string, document: Document.Parsed): Mistake {
  const { isScalar } = yaml();
  const start = startOfLast(
    document,
    (node) => isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'),
    error.pos[0],
  );
  return { code: 'yaml-unclosed-quote', args: { quote: text.slice(start, start + 1) }, start, end: endOfLine(text, start) };
}

function unclosedBracket(error: YAMLError, text: string, document: Document.Parsed): Mistake {
  const { isCollection } = yaml();
  const start = startOfLast(document, (node) => isCollection(node) && node.flow === true, error.pos[0]);
  const comment = /\s#.*[\]}]/.exec(text.slice(start, endOfLine(text, start)));
  if (comment)
    return { code: 'yaml-comment-hides-bracket', start: start + comment.index + 1, end: start + comment.index + comment[0].length };
  return {
    code: 'yaml-unclosed-bracket',
    args: { bracket: text.charAt(start), closing: text.charAt(start) === '[' ? ']' : '}' },
    start,
    end: start + 1,
  };
}

function startOfLast(document: Document.Parsed, fits: (node: unknown) => boolean, before: number): number {
  let start = before;
  yaml().visit(document, {
    Node(_, node) {
      const range: Range | null | undefined = node.range;
      if (range && range[0] < before && range[2] >= before && fits(node)) start = range[0];
    },
  });
  return start;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
