import { readFileSync } from 'node:fs';
import { follow, passagesOf, readings } from '../words.mjs';
import { all, parseXml } from '../word-package.mjs';

/** Elements inside a line: what stands in them belongs to the words around it. */
const inline = new Set(['b', 'strong', 'i', 'em', 'span', 'abbr', 'small', 'label', 'input', 'time', 'a', 'u', 'wbr']);

/** What is on the page and not in the tree. */
const ofThePage = new Set(['progress', 'output', 'summary', 'style', 'script', 'svg']);

/** The page is well-formed, in its language, and says what the tree says, in that order, and nothing else. */
export const htmlText = {
  name: 'html-text',
  formats: ['html'],
  programs: [],
  async find({ path, tree }) {
    const page = parseXml(readFileSync(path, 'utf8'));
    const [title] = all(page, 'title');
    const [main] = all(page, 'main');
    return [
      ...(page.attributes.lang === tree.language
        ? []
        : [{ place: 'html', message: `the language is ${page.attributes.lang} and should be ${tree.language}` }]),
      ...(title?.text === tree.title ? [] : [{ place: 'title', message: `is “${title?.text}” and should be “${tree.title}”` }]),
      ...(main ? follow(passagesOf(tree, readings.html), spoken(main)) : [{ place: 'main', message: 'there is none' }]),
    ];
  },
};

function spoken({ name, attributes, parts }) {
  if (ofThePage.has(name) || attributes.class === 'hint') return '';
  const inside = parts.map((part) => (typeof part === 'string' ? part : spoken(part))).join('');
  return inline.has(name) ? inside : ` ${inside} `;
}
