/** What the terminal says of imported files: of one what is to decide, of many one table, and what to do next. */
import { figuresOf, worstFirst } from '../desk/import/import-figures.js';
import type { FilesOfOne } from '../desk/import/import-files.js';
import { kinText } from '../desk/import/import-words.js';
import type { ReportWords } from '../desk/import/import-words.js';
import { endOf, startOf } from './width.js';

type Shown = (path: string) => string;

/** More stand on the page. */
const mostDecisions = 12;

/** Characters of a text: enough to find it. */
const opening = 60;

/** How much of a file has a place, and what is to decide first. */
export function toldOfOne({ source, role, report, decisions }: FilesOfOne, shown: Shown, words: ReportWords): string {
  const { say } = words;
  const { file, overlay, understood } = source;
  const lines = [say('import.made', { file, role: shown(role), report: shown(report), ...figuresOf(understood.report, decisions) })];
  if (overlay) lines.push(say('import.differs', { base: overlay.draft.extends, ...overlay.figures }));
  const kin = kinText(source, words);
  if (kin !== null) lines.push(kin);
  lines.push(say('import.decideFirst', { count: decisions.length }));
  for (const one of decisions.slice(0, mostDecisions)) {
    const { sort } = one;
    const text = words.subject(one);
    const name = say(`import.page.${sort}`);
    const said = words.decision(one);
    const quote = text === '' ? '' : `: ${startOf(text.replace(/\s+/gu, ' '), opening)}`;
    const where = words.whereabouts(one);
    lines.push(`  ${name}${quote}${where === '' ? '' : ` (${where})`}${said === '' ? '' : ` – ${said}`}`);
  }
  if (decisions.length > mostDecisions) lines.push(`  ${say('import.decideMore', { count: decisions.length - mostDecisions })}`);
  return `${lines.join('\n')}\n`;
}

interface Telling {
  readonly shown: Shown;
  readonly words: ReportWords;
  /** Characters of a line. */
  readonly width: number;
  /** Whether nothing was told of each file before. */
  readonly isTable: boolean;
  /** Whether roles go where the project keeps them, and are known by their ids. */
  readonly usual: boolean;
}

/** A line a file, the worst first, and the steps from there on. */
export function toldOfMany(done: readonly FilesOfOne[], { shown, words, width, isTable, usual }: Telling): string {
  const { say } = words;
  const sorted = worstFirst(done);
  const heads = (['placed', 'guessed', 'unplaced', 'decisions'] as const).map((name) => ({ name, head: say(`import.table.${name}`) }));
  const figures = heads.reduce((sum, { head }) => sum + head.length + 2, 0);
  const names = Math.min(
    Math.max(say('import.table.file').length, ...sorted.map(({ source }) => source.file.length)),
    Math.max(16, width - figures),
  );
  const line = (file: string, cells: readonly string[]): string =>
    `${endOf(file, names).padEnd(names)}${cells.map((cell, at) => `  ${cell.padStart(heads[at]?.head.length ?? 0)}`).join('')}`;
  const [worst] = sorted;
  const kin = done.filter(({ source }) => source.relatives?.base).length;
  const first = sorted.at(-1);
  return [
    say('import.table.lead'),
    line(
      say('import.table.file'),
      heads.map(({ head }) => head),
    ),
    '─'.repeat(names + figures),
    ...sorted.map(({ source, row }) =>
      line(
        source.file,
        heads.map(({ name }) => String(row[name])),
      ),
    ),
    '',
    ...(worst ? [say('import.steps.open', { page: shown(worst.report) })] : []),
    say('import.steps.settle'),
    ...(first ? [say('import.steps.finish', { id: first.source.overlay || !usual ? shown(first.role) : first.source.id })] : []),
    ...(kin > 0 ? [say('import.steps.kin', { count: kin })] : []),
    ...(isTable ? [say('import.steps.verbose')] : []),
    '',
  ].join('\n');
}
