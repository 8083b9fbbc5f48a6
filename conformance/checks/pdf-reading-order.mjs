import { run } from '../program.mjs';
import { standsInLine } from '../pdf-reader.mjs';
import { follow, passagesOf, readings } from '../words.mjs';

/** Read aloud by its tags, the document says what the tree says, in that order, and nothing else. */
export const pdfReadingOrder = {
  name: 'pdf-reading-order',
  formats: ['pdf'],
  programs: ['pdfinfo'],
  // Poppler reads a file of four pages for six seconds.
  sample: 12,
  async find({ path, tree }) {
    const { output } = await run('pdfinfo', ['-enc', 'UTF-8', '-struct-text', path]);
    return follow(passagesOf(tree, readings.pdf), spoken(output.toString()));
  },
};

/** The field of a blank, by its number in the file. */
const widget = /^Object \d/;

/** The words of poppler's outline of the tags: words in quotes, elements by name, attributes after a slash. */
function spoken(outline) {
  let words = '';
  for (const [, quoted, name] of outline.matchAll(/^ *(?:"([^]*?)"|([^\s"/].*))$/gmu)) {
    if (quoted !== undefined) words += quoted;
    else if (!standsInLine(name) && !widget.test(name)) words += ' ';
  }
  return words;
}
