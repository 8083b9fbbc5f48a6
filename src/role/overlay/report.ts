/** What goes wrong while an overlay is applied, shown where the overlay says it. */
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.js';
import type { Side } from '../../read/yaml-data.js';
import type { Origin } from './tree.js';

export interface Report {
  (code: string, at: Origin, args?: Diagnostic['args'], more?: { side?: Side; severity?: Severity }): void;
  diagnostics: Diagnostic[];
  /** Whether more would tell nothing new: the overlay belongs to another role. */
  full(): boolean;
  failed(): boolean;
}

const most = 100;

export function openReport(): Report {
  const diagnostics: Diagnostic[] = [];
  const report = (
    code: string,
    { file, pointer }: Origin,
    args: Diagnostic['args'] = {},
    { side, severity }: { side?: Side; severity?: Severity } = {},
  ): void => {
    diagnostics.push(diagnostic(code, args, file.locate(pointer, side), severity));
  };
  return Object.assign(report, { diagnostics, full: () => diagnostics.length >= most, failed: () => hasErrors(diagnostics) });
}
