import { preflight } from '../preflight.mjs';

/** PDFBox finds in the files for Russian electronic papers nothing against PDF/A-1b, of which PDF/A-1a is more. */
export const pdfA1b = {
  name: 'pdf-a1b',
  formats: ['pdf'],
  about: ({ options }) => options.profile === '1a',
  programs: ['preflight'],
  async findAll(documents, { scratch }) {
    const names = new Map(documents.map(({ path, name }) => [path, name]));
    const found = await preflight([...names.keys()], scratch);
    return found.map(({ path, code, message }) => ({ file: names.get(path) ?? path, place: code, message }));
  },
};
