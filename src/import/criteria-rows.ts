/** A row of a person specification: what is essential, what desirable, and how it is assessed. */
import type { Criterion } from '../role/role.generated.js';
import { startsWithVerb } from './duty-verbs.js';
import type { CellBlock, Line } from './lines.js';
import type { Patterns } from './patterns.js';
import { keyOf } from './reading.js';
import type { Reading } from './reading.js';
import { requirementKind } from './requirement.js';
import type { RequirementKind } from './requirement.js';
import { addCriterion, addNeed } from './requirements-section.js';
import { groundOfColumn } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { fate, guessed } from './work.js';
import type { Ground, Work } from './work.js';
import { firstOf, hasWords, levelled } from './words.js';

const isYes = (text: string, { mark }: Patterns): boolean => /^[x×✓✔☒+v]\.?$/iu.test(text.trim()) || mark.test(text.trim());

/** Takes a row, and gives its label back: rows without one go on with that above. */
export function criteriaRow(row: readonly CellBlock[], above: string, read: TableRead, reading: Reading): string {
  const { work } = reading;
  const { patterns } = work.rules;
  const columnsOf = (key: string): number[] => [...read.columns].filter(([, one]) => one.key === key).map(([column]) => column);
  const linesAt = (columns: readonly number[]): readonly Line[] =>
    columns.flatMap((column) => row.find((cell) => cell.column === column)?.lines ?? []);
  const criteria = columnsOf('criterion');
  const assessedLines = linesAt(columnsOf('assessed'));
  const assessed = assessment(assessedLines.map(({ text }) => text).join(', '), work);
  const importance = linesAt(columnsOf('importance'));
  const mentioned = new Set([...read.columns.keys()]);
  const labelLines = criteria.length > 0 ? linesAt(criteria.slice(0, 1)) : (row.find((cell) => !mentioned.has(cell.column))?.lines ?? []);
  const own = labelLines.map(({ text }) => text).join(' ');
  const label = hasWords(own) ? own : above;
  const kind = kindOf(label, reading);
  let given: object | null = null;
  const take = (line: Line, desirable: boolean, why: Ground): void => {
    if (!hasWords(line.text)) return work.ledger.leaveOut(line, 'blank');
    const said = requirementKind(line.text, work.rules)?.kind;
    const own = kind ?? said ?? 'skills';
    // Russian papers have no person specification, and ask for what somebody can do by verbs.
    given =
      (work.rules.language === 'ru'
        ? addNeed(
            line,
            own === 'skills' && !startsWithVerb(line.text, work) ? 'extra' : own,
            { ground: why, own: said ?? null, desirable },
            work,
          )
        : addCriterion(line, own, desirable, why, work, assessed)) ?? given;
  };
  const essential = linesAt(columnsOf('essential'));
  const isTicked = ({ text }: Line): boolean => hasWords(text) || isYes(text, patterns);
  const desirable = linesAt(columnsOf('desirable'));
  const marks = [...essential, ...desirable].every(({ text }) => isYes(text, patterns) || !hasWords(text) || text.length < 3);
  if (
    importance.length > 0 ||
    (marks && (columnsOf('essential').length > 0 || columnsOf('desirable').length > 0)) ||
    columnsOf('essential').length + columnsOf('desirable').length === 0
  ) {
    const isDesirable =
      importance.length > 0
        ? importance.some(({ text }) => patterns.wishMark.test(text.trim()))
        : desirable.some(isTicked) && !essential.some(isTicked);
    // Ticked as both: it is a condition until somebody decides.
    const isBoth = importance.length === 0 && desirable.some(isTicked) && essential.some(isTicked);
    const why = groundOfColumn(read, 'criterion');
    const texts = criteria.length > 1 ? linesAt(criteria.slice(1)) : labelLines;
    for (const line of texts) take(line, isDesirable, isBoth ? guessed('column', why.why.args) : why);
    if (criteria.length > 1)
      for (const line of labelLines) work.ledger.give(line, { certainty: 'mapped', why: { code: 'label', args: { label } } });
    const markedBy = (line: Line): string =>
      importance.includes(line) ? 'importance' : desirable.includes(line) ? 'desirable' : 'essential';
    for (const line of [...importance, ...essential, ...desirable])
      if ((importance.includes(line) ? hasWords(line.text) || isYes(line.text, patterns) : isTicked(line)) && given)
        work.ledger.give(line, fate(groundOfColumn(read, markedBy(line)), [work.draft.to(given, null)]));
      // A box that is not ticked says what the requirement is not.
      else if (line.text.trim() === '☐' && given)
        work.ledger.give(line, fate(groundOfColumn(read, markedBy(line)), [work.draft.to(given, null)]));
      else work.ledger.leaveOut(line, 'blank');
  } else {
    for (const line of labelLines) work.ledger.give(line, { certainty: 'mapped', why: { code: 'label', args: { label } } });
    for (const line of essential) take(line, false, groundOfColumn(read, 'essential'));
    for (const line of desirable) take(line, true, groundOfColumn(read, 'desirable'));
  }
  for (const line of assessedLines)
    if (assessed && given) work.ledger.give(line, fate(groundOfColumn(read, 'assessed'), [work.draft.to(given, 'assessed')]));
    else if (hasWords(line.text) && line.text.trim().length > 2)
      work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    else work.ledger.leaveOut(line, 'blank');
  return label;
}

/** What the label of a row says that it is about. */
function kindOf(label: string, reading: Reading): RequirementKind | null {
  const { work } = reading;
  const heading =
    work.rules.headings.exact(label)[0] ?? (label.split(/\s+/u).length <= 5 ? work.rules.headings.nearest(label)?.wording : undefined);
  const kinds = ['education', 'experience', 'knowledge', 'skills', 'extra', 'qualities'] as const;
  return kinds.find((one) => one === heading?.key) ?? kinds.find((one) => one === keyOf(reading)) ?? null;
}

function assessment(text: string, work: Work): Criterion['assessed'] {
  const words = levelled(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const found = (['application', 'interview', 'task'] as const).filter((one) => {
    const known = work.rules.phrases(work.rules.words.assessed[one]);
    return (
      words.some((word) => known.includes(word)) ||
      firstOf(
        levelled(text),
        known.filter((word) => word.length > 2),
      ) !== null
    );
  });
  return found.length > 0 ? found : undefined;
}
