import { follow, passagesOf, readings } from '../words.mjs';

/** pdf.js, following the tags of each page, reads what the tree says, in that order, and nothing else. */
export const pdfStructureText = {
  name: 'pdf-structure-text',
  formats: ['pdf'],
  programs: [],
  async find(document, { pdf }) {
    const { pages } = await pdf(document);
    const words = pages.map(({ tree, runs }) => spoken(tree, wordsByMark(runs))).join('');
    // pdf.js drops spaces and soft hyphens at the end of a line, so that nobody can tell which of them it was.
    return follow(passagesOf(document.tree, readings.pdf), words, { spaces: false });
  },
};

/** The words of each piece of content. */
function wordsByMark(runs) {
  const words = new Map();
  for (const { mark, text } of runs) words.set(mark, `${words.get(mark) ?? ''}${text}`);
  return words;
}

function spoken(element, words) {
  if (element?.type === 'content') return words.get(element.id) ?? '';
  return (element?.children ?? []).map((child) => spoken(child, words)).join('');
}
