/** Linting what is printed: a filled paper, after everything has been decided that goes into it. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { plainText, walk } from '../document/reading.js';
import type { Block, Document, Inline, Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import type { LintRule } from './catalogue.js';
import { wordsOf } from './phrase.js';

/** A text of a paper, with the id of the entry that holds it. */
interface Printed {
  readonly id: string;
  readonly text: string;
}

/** What rules for papers find in a text. */
export const foundInText = (text: string, language: Locale, rule: LintRule): string[] =>
  rule
    .phrases(language)
    .matcher(wordsOf(text), 'paper')
    .map(({ start, end }) => text.slice(start, end));

/**
 * The findings of the rules for papers, each wording of an entry once. `severity` is that of the rule when left out. A
 * blank form leaves things open on purpose: whoever asks decides that the paper is none.
 */
export function lintPaper(
  paper: Document,
  country: JurisdictionId,
  rules: readonly LintRule[],
  severity?: Diagnostic['severity'],
): Diagnostic[] {
  const own = rules.filter(({ data, serves }) => data.subjects?.includes('paper') && serves(country));
  // Cells of tables come as paragraphs of their own.
  const texts = [...walk(paper.blocks)].flatMap(textsOf);
  const found = new Map<string, Diagnostic>();
  for (const rule of own)
    for (const { id, text } of texts)
      for (const words of foundInText(text, paper.locale, rule)) {
        const path = [paper.role.id, paper.kind, id].filter(Boolean).join('/');
        found.set(
          `${rule.data.id} ${path} ${words}`,
          diagnostic(`lint/${rule.data.id}`, { words, law: '' }, { path }, severity ?? rule.data.severity),
        );
      }
  return [...found.values()];
}

function textsOf(block: Block): Printed[] {
  const said = (id: string | null, content: readonly Inline[]): Printed => ({ id: id ?? '', text: plainText(content) });
  switch (block.type) {
    case 'paragraph':
      return [said(null, block.content)];
    case 'clause':
      return [said(block.id, block.content)];
    case 'list':
      return block.items.map((item) => said(item.id, item.content));
    case 'facts':
      return block.rows.map((row) => said(null, row.value));
    default:
      return [];
  }
}
