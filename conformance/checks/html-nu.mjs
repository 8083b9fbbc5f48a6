import { nuErrors } from '../nu.mjs';

/**
 * The Nu Html Checker, which knows HTML as it is written down today, finds no error. Of its warnings two kinds stay, knowingly:
 * lists say that they are lists, for Safari, and it does not count the hashes by which the policy lets in style and script.
 */
export const htmlNu = {
  name: 'html-nu',
  formats: ['html', 'report'],
  programs: ['Nu Html Checker'],
  async findAll(documents, { scratch }) {
    const names = new Map(documents.map(({ path, name }) => [path, name]));
    const found = await nuErrors([...names.keys()], scratch);
    return found.map(({ path, place, message }) => ({ file: names.get(path) ?? path, place, message }));
  },
};
