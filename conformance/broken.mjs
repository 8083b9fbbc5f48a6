/** Good documents broken in one way each, for the self-test: what a check is for, it must find. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakClaims } from './broken/claims.mjs';
import { breakLooks } from './broken/looks.mjs';
import { breakPage } from './broken/page.mjs';
import { breakPdf } from './broken/pdf.mjs';
import { breakSheets } from './broken/sheets.mjs';
import { breakWord } from './broken/word.mjs';

/**
 * The cases: the name of the check, what was `done` to a document, the document, and a pattern that the message has to
 * match. `form` is a document with blanks, stamps and numbered clauses; the files go to `folder`.
 */
export async function brokenDocuments(form, press, folder) {
  const cases = [];
  const save = (bytes, format, { tree = form, options = {} } = {}) => {
    const name = `${cases.length + 1}.${format}`;
    const path = join(folder, name);
    if (bytes) writeFileSync(path, bytes);
    return { name, path, twin: join(folder, `${cases.length + 1}.pdf`), format, tree, options };
  };
  const add = (check, done, document, expected) => {
    cases.push({ check, done, document, expected });
  };

  add('complete', 'the file is missing', save(null, 'docx'), /no such file/);
  add('complete', 'the file is empty', save(new Uint8Array(), 'pdf'), /empty/);
  const bench = { form, press, save, add, folder };
  await breakWord(bench);
  await breakPdf(bench);
  await breakClaims(bench);
  await breakLooks(bench);
  await breakPage(bench);
  await breakSheets(bench);
  return cases;
}
