import { readFileSync } from 'node:fs';

/** The validator has one place for the file that it works on, so that files have to queue. */
let queue = Promise.resolve();

async function findings(path, format) {
  // Large and slow to start: those who check nothing else should not wait for it.
  const { default: validate } = await import('@ooxml-tools/validate');
  const turn = queue.then(() => validate(new Uint8Array(readFileSync(path)), format));
  queue = turn.catch(() => {});
  const errors = await turn;
  return errors.map(({ path: where, description }) => ({ place: where ? `${where.partUri}${where.xpath}` : 'file', message: description }));
}

/** The Open XML SDK, which knows the schema that Word reads by, has nothing to object. */
export const docxSchema = {
  name: 'docx-schema',
  formats: ['docx', 'redline'],
  programs: ['Open XML SDK'],
  find: ({ path }) => findings(path, 'docx'),
};

/** Nor has it to the schema that Excel reads by. */
export const xlsxSchema = {
  name: 'xlsx-schema',
  formats: ['xlsx'],
  programs: ['Open XML SDK'],
  find: ({ path }) => findings(path, 'xlsx'),
};
