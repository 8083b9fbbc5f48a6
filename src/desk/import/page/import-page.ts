/** What became of a Word file: first what somebody has to decide, then the file beside its paper. One page that needs nothing but itself. */
import { posix } from 'node:path';
import { element, lines } from '../../../write/html/markup.js';
import { pageHead } from '../../../write/html/page-head.js';
import { figuresOf } from '../import-figures.js';
import type { ReportWords } from '../import-words.js';
import type { Decision } from '../decisions.js';
import type { ImportedFile } from '../word-import.js';
import { besideSections } from './beside.js';
import { comparedSections } from './compared.js';
import { decisions } from './decisions.js';
import { kinSection } from './kin.js';
import { printable, section } from './parts.js';
import type { PageView, Part } from './parts.js';
import { style } from './style.js';
import { wordingSection } from './wording.js';

interface OnPage {
  readonly source: ImportedFile;
  /** The path of the role. */
  readonly shown: string;
  /** What is to decide first; nothing for a comparison. */
  readonly decisions: readonly Decision[];
}

/** The text of an HTML file; the same file gives the same text. */
export function importPage({ source, shown, decisions: open }: OnPage, told: ReportWords): string {
  const words = forPage(told);
  const { say, language } = words;
  const { understood, file } = source;
  const view: PageView = { source, shown, words, open, lang: understood.language === language ? null : understood.language };
  const { comparison } = source;
  const name = printable(posix.basename(file));
  const title = comparison ? say('import.page.comparedTitle', { file: name, id: source.id }) : say('import.page.title', { file: name });
  const first: readonly Part[] = comparison ? comparedSections(view, comparison) : [...decisions(view, open), ...kinSection(view)];
  const then: readonly Part[] = [...(comparison ? [] : wordingSection(view)), ...besideSections(view)];
  const contents = element(
    'nav',
    { 'aria-labelledby': 'first' },
    lines([
      element('h2', { id: 'first' }, say('import.page.nav')),
      first.length === 0
        ? element('p', {}, say(comparison ? 'import.page.nothingGone' : 'import.page.nothingOpen'))
        : element(
            'ol',
            { class: 'contents' },
            lines(
              first.map(({ id, name, count }) =>
                element('li', {}, element('a', { href: `#${id}` }, name), count === null ? null : ` (${String(count)})`),
              ),
            ),
          ),
    ]),
  );
  const main = element(
    'main',
    {},
    lines([
      element('h1', {}, title),
      element(
        'p',
        {},
        comparison
          ? say('import.compared', { file: name, id: source.id, ...comparison.figures })
          : say('import.page.lead', { shown, ...figuresOf(understood.report, open) }),
      ),
      element('p', { class: 'quiet' }, say('import.page.personal')),
      contents,
      ...[...first, ...then].map(section),
    ]),
  );
  return `<!DOCTYPE html>\n${element('html', { lang: language }, lines([pageHead(title, style), element('body', {}, main)])).source}\n`;
}

/** Words that repeat texts of the file, which may hold what no page can. */
const forPage = (words: ReportWords): ReportWords => ({
  ...words,
  why: (part) => printable(words.why(part)),
  change: (change) => printable(words.change(change)),
  subject: (decision) => printable(words.subject(decision)),
  decision: (decision) => printable(words.decision(decision)),
});
