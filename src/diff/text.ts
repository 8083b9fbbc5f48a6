/** A comparison for a terminal or a mail: in colours, or with [-…-] and {+…+} where there are none. */
import picocolors from 'picocolors';
import type { RoleDiff } from './change.js';
import { reportOf } from './rows.js';
import type { ReportEntry } from './rows.js';
import { summaryOf } from './summary.js';
import type { ChangeWording } from './wording.js';
import type { Words } from './words.js';

/** The lines of the report, ending in a line break. */
export function diffText(diff: RoleDiff, wording: ChangeWording, { colour }: { colour: boolean }): string {
  const paint = picocolors.createColors(colour);
  const { changes, aside, verdict, papers } = summaryOf(diff, wording);
  const marks: Record<Words['kind'], (text: string) => string> = colour
    ? { same: (text) => text, removed: (text) => paint.red(paint.strikethrough(text)), added: (text) => paint.green(paint.underline(text)) }
    : { same: (text) => text, removed: (text) => `[-${text}-]`, added: (text) => `{+${text}+}` };
  const written = (words: readonly Words[]): string => words.map(({ kind, text }) => marks[kind](text)).join('');
  const entry = ({ change, kind, name, group, reason, rows }: ReportEntry): string[] => [
    [
      change.material ? paint.bold(paint.yellow('!')) : ' ',
      paint.bold(kind),
      name,
      // Title, department and purpose stand in no group and have no id.
      group || change.id ? paint.dim(`[${[group, change.id].filter(Boolean).join(' · ')}]`) : '',
      reason === null ? '' : paint.dim(`(${reason})`),
    ]
      .filter((part) => part !== '')
      .join(' '),
    ...rows.map(
      ({ label, words, reason: own }) =>
        `    ${label === '' ? '' : `${label}: `}${written(words)}${own === null ? '' : paint.dim(` (${own})`)}`,
    ),
  ];
  const sections = reportOf(diff, wording).flatMap(({ name, entries }) => ['', paint.bold(paint.cyan(name)), ...entries.flatMap(entry)]);
  const version = ({ id, version: number }: RoleDiff['before']): string => `${id} ${number}`;
  const head = [
    paint.dim(wording.say('summary.versions', { before: version(diff.before), after: version(diff.after) })),
    ...[changes, aside, ...(diff.changes.length > 0 ? [verdict, ...papers] : [])].filter((line) => line !== null && line !== ''),
    ...(diff.signed === null && diff.languages.length > 1 && diff.material ? [paint.dim(wording.say('summary.any'))] : []),
  ];
  return `${[...head, ...sections].join('\n')}\n`;
}
