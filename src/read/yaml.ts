/**
 * YAML text → nodes with positions, under bounds that keep a hostile file from using up time, memory or stack. Only
 * plain YAML is read: one document of mappings, lists, texts, numbers, true, false and null.
 */
import type { Document, Parser as YamlParser } from 'yaml';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { usualBounds } from './bounds.js';
import type { SourceText } from './source-text.js';
import { yaml } from '../packages/installed.js';
import { yamlProblems } from './yaml-problem.js';

/** A large role is some ten levels deep. */
const deepest = 48;
/** The parser makes an error object for each mistake; these bounds keep them few. */
const mostErrors = 100;
const mostEscapes = 10_000;

export interface ParsedYaml {
  document: Document.Parsed | null;
  diagnostics: Diagnostic[];
}

/** Parses the first document of the text, which has at most so many lexemes. With any syntax error the document is null. */
export function parseYaml(source: SourceText, mostLexemes = usualBounds.lexemes): ParsedYaml {
  try {
    const { Composer } = yaml();
    const composer = new Composer({
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      strict: true,
      stringKeys: true,
      logLevel: 'silent',
      prettyErrors: false,
      // Checked while the data are built, where it takes linear time and knows the line of the first key.
      uniqueKeys: false,
    });
    let document: Document.Parsed | null = null;
    for (const one of composer.compose(tokens(source, mostLexemes), true, source.text.length)) {
      if (document) return refuse('yaml-several-documents', source, one.range[0]);
      document = one;
    }
    if (!document) return refuse('empty-file', source, 0);
    const diagnostics = yamlProblems(document, source);
    return { document: diagnostics.length > 0 ? null : document, diagnostics };
  } catch (error) {
    if (error instanceof Refusal) return { document: null, diagnostics: [...error.diagnostics] };
    // The library gives up on some absurd inputs with a RangeError; for the author that is a file too complex.
    return refuse('too-many-values', source, 0);
  }
}

function* tokens(source: SourceText, mostLexemes: number): ReturnType<YamlParser['parse']> {
  const { Lexer, Parser } = yaml();
  const parser = new Parser();
  let [lexemes, errors, escapes] = [0, 0, 0];
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors += 1;
      yield token;
    }
    if (lexeme.startsWith('"')) escapes += lexeme.split('\\').length - 1;
    if (parser.stack.length > deepest) throw new Refusal([diagnostic('too-deep', { limit: deepest }, source.placeAt(parser.offset))]);
    if (++lexemes > mostLexemes || errors > mostErrors || escapes > mostEscapes)
      throw new Refusal([diagnostic('too-many-values', {}, source.placeAt(parser.offset))]);
  }
  yield* parser.end();
}

const refuse = (code: string, source: SourceText, offset: number): ParsedYaml => ({
  document: null,
  diagnostics: [diagnostic(code, {}, source.placeAt(offset))],
});
