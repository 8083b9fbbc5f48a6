/** `--fix`: changes of texts put into the YAML file at the very characters, everything else left as it is. */
import { isScalar, visit } from 'yaml';
import type { Scalar } from 'yaml';
import { sourceText } from '../read/source-text.js';
import { parseYaml } from '../read/yaml.js';
import type { Located } from './lint.js';
import type { Edit } from './rule.js';
import type { LintSource, SourceValue, Span } from './source.js';

/** A file with its new text, and the findings that it mends. */
export interface FixedFile {
  source: LintSource;
  text: string;
  fixed: Located[];
}

/**
 * Applies what can be applied to each file. A change is left out when it overlaps another one, when its characters
 * cannot be found in the file, or when the file would not say exactly what the change wants; it may succeed in the
 * next run.
 */
export function applyFixes(found: readonly Located[]): FixedFile[] {
  const bySource = new Map<LintSource, Located[]>();
  for (const one of found) if (one.fix) bySource.set(one.fix.source, [...(bySource.get(one.fix.source) ?? []), one]);
  return [...bySource].flatMap(([source, list]) => {
    const before = textsOf(source.file, source.text);
    if (!before) return [];
    const good = thoseThatHold(source, before, withoutOverlaps(list.flatMap(changesOf)));
    // Changes that hold apart could still spoil one another.
    const kept = holds(source, before, good) ? good : good.slice(0, 1);
    return kept.length === 0 ? [] : [{ source, text: rewritten(source.text, kept), fixed: kept.map((one) => one.located) }];
  });
}

export interface Change extends Span {
  /** As it has to be written there. */
  text: string;
  located: Located;
  valueStart: number;
  value: string;
  edit: Edit;
}

/** The change of the file that a finding asks for: one or none. */
export function changesOf(located: Located): Change[] {
  const { fix } = located;
  const node = fix?.source.valueAt(fix.valueStart);
  const span = fix && node?.spanOf(fix.value, fix.edit);
  return fix && node && span
    ? [{ ...span, text: asWritten(fix.edit.text, node.type), located, valueStart: fix.valueStart, value: fix.value, edit: fix.edit }]
    : [];
}

/** What the text looks like inside quotes of this kind. */
function asWritten(text: string, type: SourceValue['type']): string {
  if (type === 'QUOTE_SINGLE') return text.replaceAll("'", "''");
  return type === 'QUOTE_DOUBLE' ? text.replace(/["\\]/g, '\\$&') : text;
}

function withoutOverlaps(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const one of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || one.start > last.end || (one.start === last.end && one.start !== one.end)) kept.push(one);
  }
  return kept;
}

function rewritten(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of changes) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Halves are tried before single changes, so that one bad change among many costs little. */
function thoseThatHold(source: LintSource, before: readonly TextValue[], changes: readonly Change[]): readonly Change[] {
  if (changes.length === 0 || holds(source, before, changes)) return changes;
  if (changes.length === 1) return [];
  const middle = changes.length >> 1;
  return [...thoseThatHold(source, before, changes.slice(0, middle)), ...thoseThatHold(source, before, changes.slice(middle))];
}

/** Whether the changed file can be read and differs in the changed texts only. */
function holds(source: LintSource, before: readonly TextValue[], changes: readonly Change[]): boolean {
  const after = textsOf(source.file, rewritten(source.text, changes));
  if (after?.length !== before.length) return false;
  return before.every(({ start, text }, number) => {
    const own = changes.filter((one) => one.valueStart === start);
    const wanted =
      own.length === 0
        ? text
        : [...own]
            .reverse()
            .reduce((value, { edit }) => value.slice(0, edit.start) + edit.text + value.slice(edit.end), own[0]?.value ?? '');
    return oneLine(after[number]?.text ?? '') === oneLine(wanted);
  });
}

const oneLine = (text: string): string =>
  text
    .replace(/[ \t]*[\t\n]\s*/g, ' ')
    .trim()
    .normalize('NFC');

interface TextValue {
  start: number;
  text: string;
}

function textsOf(file: string, text: string): TextValue[] | null {
  const { document } = parseYaml(sourceText(file, text));
  if (!document) return null;
  const found: TextValue[] = [];
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node)) found.push({ start: (node as Scalar.Parsed).range[0], text: String(node.value) });
    },
  });
  return found;
}
