import { statSync } from 'node:fs';

/** The document was written. */
export const complete = {
  name: 'complete',
  formats: ['docx', 'pdf', 'html', 'report', 'xlsx'],
  programs: [],
  async find({ path }) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return size > 0 ? [] : [{ place: 'file', message: 'there is no such file, or it is empty' }];
  },
};
