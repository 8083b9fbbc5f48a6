import { readFileSync } from 'node:fs';
import { readWord } from '../../dist/ooxml/word/read-word.js';
import { follow, plain, readings } from '../words.mjs';

/**
 * What our own reader of Word files finds is what LibreOffice shows, number by number: two programs that count automatic
 * numbers, each in its own way. Text boxes, headers and notes are not in the text that LibreOffice saves.
 */
export const docxRead = {
  name: 'docx-read',
  formats: ['docx'],
  programs: ['soffice'],
  async find(document, { libreOffice }) {
    const shown = (await libreOffice())(document);
    return shown
      ? follow(passagesRead(readWord(readFileSync(document.path))), shown.text, { spaces: false })
      : [{ place: 'file', message: 'there is no text to compare' }];
  },
};

export const passagesRead = ({ pieces }) =>
  pieces
    .filter(({ kind, place, hidden }) => kind === 'paragraph' && place.area === 'body' && place.box === null && !hidden)
    .map(({ number, typed, text }, at) => ({
      place: `piece ${at + 1}`,
      words: plain(`${numberIn(number)} ${typed ? `${typed.shown}${typed.gap}` : ''}${text}`),
    }))
    .filter(({ words }) => words !== '');

/** LibreOffice has a sign of its own for all bullets of a level. */
const numberIn = (number) => (number?.isBullet ? (readings.docx.signs[number.level] ?? number.shown) : (number?.shown ?? ''));
