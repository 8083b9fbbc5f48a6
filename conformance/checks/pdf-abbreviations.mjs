import { contents, walk } from '../../dist/index.js';
import { charactersOf, pagesOf, paintedIn, readObjects, structureOf, wordsOf } from '../pdf-objects.mjs';

/** Each abbreviation of the tree stands in an element of its own that says what it stands for, in the order of reading. */
export const pdfAbbreviations = {
  name: 'pdf-abbreviations',
  formats: ['pdf'],
  programs: ['qpdf'],
  async find({ path, tree, options }) {
    const file = await readObjects(path);
    const words = wordsByMark(file);
    const is = structureOf(file)
      .filter(({ dictionary }) => dictionary['/E'] !== undefined)
      .map(({ role, dictionary, marks }) => {
        const pieces = marks.map(({ page, mark }) => words.get(`${page} ${mark}`));
        return {
          role,
          expansion: wordsOf(dictionary['/E']),
          text: pieces.map((piece) => piece?.text ?? '').join(''),
          expanded: pieces.every((piece) => piece?.expanded),
        };
      });
    const should = abbreviationsIn(tree.blocks);
    const shown = (one) => (one ? `“${plain(one.text)}” for “${one.expansion}”` : 'nothing');
    const differences = Array.from({ length: Math.max(is.length, should.length) }, (_, at) => at)
      .filter((at) => shown(is[at]) !== shown(should[at]))
      .map((at) => ({ place: `abbreviation ${at + 1}`, message: `is ${shown(is[at])} and should be ${shown(should[at])}` }));
    return [
      ...differences.slice(0, 1),
      ...is
        .filter(({ role }) => role !== 'Span')
        .map((one) => ({ place: one.text, message: `stands in ${one.role} and should stand in Span` })),
      // Before PDF 1.5, readers look for it in the content.
      ...is
        .filter(({ expanded }) => options.profile === '1a' && !expanded)
        .map((one) => ({ place: one.text, message: 'is not explained in the content' })),
    ];
  },
};

function abbreviationsIn(blocks) {
  const hidden = new Set([...walk(blocks)].filter(({ captionHidden }) => captionHidden).map(({ caption }) => caption));
  return [...contents(blocks)]
    .filter((content) => !hidden.has(content))
    .flat()
    .filter(({ type, expansion }) => type === 'text' && expansion !== undefined)
    .map(({ value, expansion }) => ({ text: value, expansion }));
}

const plain = (text) => text.normalize('NFC').replaceAll('\u00A0', ' ').trim();

function wordsByMark(file) {
  const words = new Map();
  for (const { reference, page } of pagesOf(file)) {
    const fonts = Object.entries(file.get(file.get(page['/Resources'])?.['/Font']) ?? {}).map(([name, font]) => [
      name.slice(1),
      charactersOf(file.bytesOf(file.get(font)['/ToUnicode'])),
    ]);
    const characters = new Map(fonts);
    for (const { mark, font, codes = [], expanded } of paintedIn(file.bytesOf(page['/Contents']))) {
      if (typeof mark !== 'number') continue;
      const key = `${reference} ${mark}`;
      words.set(key, {
        expanded,
        text: (words.get(key)?.text ?? '') + codes.map((code) => characters.get(font)?.get(code) ?? '\uFFFD').join(''),
      });
    }
  }
  return words;
}
