/** Mistakes in the command line itself, which have an exit code of their own. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Whether the command line names something that there is not. */
export const isUsageProblem = ({ code }: Diagnostic): boolean =>
  [
    'unknown-role',
    'unknown-department',
    'department-needs-organisation',
    'unknown-option-value',
    'kind-not-in-country',
    'date-two-readings',
  ].includes(code);
