import { follow, passagesOf, readings } from '../words.mjs';

/** In LibreOffice, which counts the automatic numbers itself, the document says what the tree says, number by number. */
export const docxText = {
  name: 'docx-text',
  formats: ['docx'],
  programs: ['soffice'],
  async find(document, { libreOffice }) {
    const read = (await libreOffice())(document);
    return read ? follow(passagesOf(document.tree, readings.docx), read.text) : [{ place: 'file', message: 'there is no text to compare' }];
  },
};
