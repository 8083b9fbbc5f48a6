/**
 * Files whose key is known, a line a paragraph: its section, its number, `b` where it is bold and `o` where it is outlined, its cell, its
 * text, with tabs between. The descriptions are made up, in the forms that such files have; the key was set before any program read them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All files of one language, in the order of their names. */
export const knownFiles = (root, language) =>
  readdirSync(join(root, 'scripts/sections/files'))
    .filter((file) => file.startsWith(`${language}-`))
    .sort()
    .map((file) =>
      readFileSync(join(root, 'scripts/sections/files', file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map(lineOf),
    );

function lineOf(written) {
  const [section, number, look, cell, ...text] = written.split('\t');
  const [table, row, column] = cell.split('.').map(Number);
  return {
    ...{ text: text.join(' '), number, isBold: look.includes('b'), isOutlined: look.includes('o') },
    ...{ cell: cell === '' ? null : { table, row, column }, section: section === '' ? null : section },
  };
}
