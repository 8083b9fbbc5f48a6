import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync, rmSync } from 'node:fs';
import { makeSheets } from '../sheets.mjs';

/** A spreadsheet broken in the ways in which Excel finds a file damaged. */
export async function breakSheets({ press, save, add, folder }) {
  const [{ path }] = await makeSheets(folder, press);
  const parts = unzipSync(readFileSync(path));
  rmSync(path);
  const inSheet = (done, pattern, replacement, expected) => {
    const part = 'xl/worksheets/sheet1.xml';
    const before = strFromU8(parts[part]);
    const after = before.replace(pattern, replacement);
    if (after === before) throw new Error(`${done}: nothing in ${part} matches ${pattern}`);
    add('xlsx-schema', done, save(zipSync({ ...parts, [part]: strToU8(after) }), 'xlsx'), expected);
  };
  inSheet('an element in the wrong place', '<cols>', '<autoFilter ref="A1"/><cols>', /unexpected child element/);
  inSheet('a style that is not there', / s="\d+"/, ' s="999"', /999/);
}
