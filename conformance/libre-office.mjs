/** How LibreOffice reads Word files, as pages and as text, and spreadsheets. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './program.mjs';

const filters = { pdf: 'pdf', txt: 'txt:Text (encoded):UTF8', csv: 'csv' };

/** Without a filter for reading, a damaged file would be opened as plain text. */
const readers = { docx: 'MS Word 2007 XML', xlsx: 'Calc MS Excel 2007 XML' };

/** Milliseconds for a start of the suite, and for each file on top. */
const startTime = 60_000;
const fileTime = 5_000;

/**
 * Reads all Word files among `documents`, in one start of the suite for pages and one for text, and returns a function
 * that gives `{pdf, text}` for a document, the path of its pages and its words, or null when it could not be read.
 */
export async function readWithLibreOffice(documents, scratch) {
  const [pages, texts] = await readAll('docx', ['pdf', 'txt'], documents, scratch);
  return (document) => {
    const [pdf, txt] = [pages(document), texts(document)];
    return pdf && txt ? { pdf, text: readFileSync(txt, 'utf8') } : null;
  };
}

/** Opens all spreadsheets among `documents` and returns a function that says of each whether it could be opened. */
export async function openSheets(documents, scratch) {
  const [first] = await readAll('xlsx', ['csv'], documents, scratch);
  return (document) => first(document) !== null;
}

/** For each of the kinds, what gives the path of what came out of a document of that format, or null. */
async function readAll(format, kinds, documents, scratch) {
  // One folder for files of many folders, so that the suite has to start once only.
  const inbox = join(scratch, format);
  mkdirSync(inbox, { recursive: true });
  const names = new Map();
  for (const document of documents) {
    if (document.format !== format || !existsSync(document.path)) continue;
    const name = String(names.size + 1);
    copyFileSync(document.path, join(inbox, `${name}.${format}`));
    names.set(document, name);
  }
  await Promise.all(kinds.map((kind) => convertAll(format, kind, [...names.values()], inbox, scratch)));
  return kinds.map((kind) => (document) => {
    const path = join(scratch, kind, `${names.get(document)}.${kind}`);
    return existsSync(path) ? path : null;
  });
}

/** One file that ends or stops the suite must not hide the others: those without a result are tried alone. */
async function convertAll(format, kind, names, inbox, scratch) {
  await convert(format, kind, names, inbox, scratch);
  for (const name of names) if (!existsSync(join(scratch, kind, `${name}.${kind}`))) await convert(format, kind, [name], inbox, scratch);
}

async function convert(format, kind, names, inbox, scratch) {
  if (names.length === 0) return;
  const profile = pathToFileURL(join(scratch, `profile-${kind}`)).href;
  await run(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      `--infilter=${readers[format]}`,
      '--convert-to',
      filters[kind],
      '--outdir',
      join(scratch, kind),
      ...names.map((name) => join(inbox, `${name}.${format}`)),
    ],
    { timeout: startTime + fileTime * names.length },
  );
}
