/** Rolewright: from the role and the person to bytes. */
import { printFor } from './job.mjs';

const entrant = (format) => ({
  title: `Rolewright ${format.toUpperCase()}`,
  format,
  packages: [],
  prepare: () => (content, at) => printFor(at, format),
});

export const docx = entrant('docx');
export const pdf = entrant('pdf');
