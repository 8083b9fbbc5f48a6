/** PDF files through pdf.js, a reader that has nothing in common with what wrote them. */
import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens the file for the time of `use` and returns its result. Rejects when pdf.js cannot read the file. */
export async function withPdf(path, use) {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: VerbosityLevel.ERRORS, disableFontFace: true, stopAtErrors: true });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}
