/** Something wrong with data, before its place in a file is known: data may come from a file, a table row or a form. */
import type { Severity } from '../diagnostic/diagnostic.js';
import type { Side } from './yaml-data.js';

export interface Finding {
  code: string;
  args: Record<string, string | number>;
  /** JSON pointer. */
  pointer: string;
  /** Whether the key or its value is meant. */
  side: Side;
  severity: Severity;
}

export const finding = (
  code: string,
  pointer: string,
  args: Finding['args'] = {},
  more: { side?: Side; severity?: Severity } = {},
): Finding => ({
  code,
  args,
  pointer,
  side: more.side ?? 'value',
  severity: more.severity ?? 'error',
});

/** A value as messages quote it: short, and recognisable when it is no text. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
