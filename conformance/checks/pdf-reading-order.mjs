import { run } from '../program.mjs';
import { follow, passagesOf, readings } from '../words.mjs';

/** Elements inside a line: what stands in them belongs to the words around it. */
const inline = /^(Form|Span|Link|Quote|Reference|Annot)\b/;

/** Read aloud by its tags, the document says what the tree says, in that order, and nothing else. */
export const pdfReadingOrder = {
  name: 'pdf-reading-order',
  formats: ['pdf'],
  programs: ['pdfinfo'],
  async find({ path, tree }) {
    const { output } = await run('pdfinfo', ['-enc', 'UTF-8', '-struct-text', path]);
    return follow(passagesOf(tree, readings.pdf), spoken(output.toString()));
  },
};

/** The words of poppler's outline of the tags: words in quotes, elements by name, attributes after a slash. */
function spoken(outline) {
  let words = '';
  for (const [, quoted, name] of outline.matchAll(/^ *(?:"([^]*?)"|([^\s"/].*))$/gmu)) {
    if (quoted !== undefined) words += quoted;
    else if (!inline.test(name)) words += ' ';
  }
  return words;
}
