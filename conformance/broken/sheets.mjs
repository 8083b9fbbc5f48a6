import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync, rmSync } from 'node:fs';
import { makeSheets } from '../sheets.mjs';

/** A spreadsheet broken in the ways in which Excel finds a file damaged. */
export async function breakSheets({ press, save, add, folder }) {
  const made = await makeSheets(folder, press);
  const list = made.find(({ name }) => name.includes('people'));
  const parts = unzipSync(readFileSync(made[0].path));
  const ofList = unzipSync(readFileSync(list.path));
  add('xlsx-opens', 'half of a file', save(readFileSync(list.path).subarray(0, 1000), 'xlsx'), /cannot open/);
  for (const { path } of made) rmSync(path);
  const inPart = (part, parts, done, pattern, replacement, expected) => {
    const before = strFromU8(parts[part]);
    const after = before.replace(pattern, replacement);
    if (after === before) throw new Error(`${done}: nothing in ${part} matches ${pattern}`);
    add('xlsx-schema', done, save(zipSync({ ...parts, [part]: strToU8(after) }), 'xlsx'), expected);
  };
  const inSheet = (...more) => inPart('xl/worksheets/sheet1.xml', parts, ...more);
  inSheet('an element in the wrong place', '<cols>', '<autoFilter ref="A1"/><cols>', /unexpected child element/);
  inSheet('a style that is not there', / s="\d+"/, ' s="999"', /999/);
  const inFonts = (...more) => inPart('xl/styles.xml', ofList, ...more);
  inFonts('what a font is called before how it looks', /<b\/>(.*?)<\/font>/, '$1<b/></font>', /unexpected child element/);
}
