/**
 * A diagnostic is a value: a stable code, a place and the facts of the case. Its words are in the catalogue of
 * messages of a language (`locales/messages.*.yaml`) and come in only when it is shown. This file imports nothing.
 */

export type Severity = 'error' | 'warning' | 'info';

export interface Place {
  /** The path as the user wrote it, or relative to the working folder. */
  file?: string;
  /** From 1. */
  line?: number;
  /** From 1, in characters. */
  column?: number;
  /** How many characters are meant, for the caret line. */
  length?: number;
  /** The source line itself. */
  sourceLine?: string;
  /** Where in the data, such as `duties/client-work/daily-calls`. */
  path?: string;
}

export interface Diagnostic extends Place {
  code: string;
  severity: Severity;
  /** What the message speaks about, by the names that the catalogue uses. */
  args: Record<string, string | number>;
  /** Where it is told once for many lines of its file: how many others have the same, and the first of them. */
  others?: { readonly count: number; readonly first: readonly number[] };
}

export function diagnostic(
  code: string,
  args: Record<string, string | number> = {},
  place: Place = {},
  severity: Severity = 'error',
): Diagnostic {
  return { code, severity, args, ...place };
}

/** Carries diagnostics out of a step that cannot go on. */
export class Refusal extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((one) => `${one.code} ${JSON.stringify(one.args)}`).join('\n'));
    this.name = 'Refusal';
  }
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((one) => one.severity === 'error');

/** By file, line and column, then by code: the same findings always read in the same order. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (a: Diagnostic, b: Diagnostic): number =>
    (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    a.code.localeCompare(b.code, 'en');
  return [...diagnostics].sort(key);
}
