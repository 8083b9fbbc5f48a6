/** Rolewright: from the role and the person, read and checked, to bytes. */
import { jobs, print } from './job.mjs';

const entrant = (format) => ({
  title: `Rolewright ${format.toUpperCase()}`,
  format,
  packages: [],
  ready: (words, at) => jobs[words](at),
  prepare: () => (job) => print(job, format),
});

export const docx = entrant('docx');
export const pdf = entrant('pdf');
