/** How LibreOffice reads Word files: as pages and as text. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './program.mjs';

const filters = { pdf: 'pdf', txt: 'txt:Text (encoded):UTF8' };

/** Milliseconds for a start of the suite, and for each file on top. */
const startTime = 60_000;
const fileTime = 5_000;

/**
 * Reads all Word files among `documents`, in one start of the suite for pages and one for text, and returns a function
 * that gives `{pdf, text}` for a document, the path of its pages and its words, or null when it could not be read.
 */
export async function readWithLibreOffice(documents, scratch) {
  // One folder for files of many folders, so that the suite has to start once only.
  const inbox = join(scratch, 'docx');
  mkdirSync(inbox, { recursive: true });
  const names = new Map();
  for (const document of documents) {
    if (document.format !== 'docx' || !existsSync(document.path)) continue;
    const name = String(names.size + 1);
    copyFileSync(document.path, join(inbox, `${name}.docx`));
    names.set(document, name);
  }
  await Promise.all(Object.keys(filters).map((kind) => convertAll(kind, [...names.values()], inbox, scratch)));
  return (document) => {
    const [pdf, txt] = Object.keys(filters).map((kind) => join(scratch, kind, `${names.get(document)}.${kind}`));
    return existsSync(pdf) && existsSync(txt) ? { pdf, text: readFileSync(txt, 'utf8') } : null;
  };
}

/** One file that ends or stops the suite must not hide the others: those without a result are tried alone. */
async function convertAll(kind, names, inbox, scratch) {
  await convert(kind, names, inbox, scratch);
  for (const name of names) if (!existsSync(join(scratch, kind, `${name}.${kind}`))) await convert(kind, [name], inbox, scratch);
}

async function convert(kind, names, inbox, scratch) {
  if (names.length === 0) return;
  const profile = pathToFileURL(join(scratch, `profile-${kind}`)).href;
  await run(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      // Without a filter for reading, a damaged file would be opened as plain text.
      '--infilter=MS Word 2007 XML',
      '--convert-to',
      filters[kind],
      '--outdir',
      join(scratch, kind),
      ...names.map((name) => join(inbox, `${name}.docx`)),
    ],
    { timeout: startTime + fileTime * names.length },
  );
}
