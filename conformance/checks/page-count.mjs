import { withPdf } from '../pdf-reader.mjs';

/** A difference that a reader would not notice. */
const allowed = 1;

/** LibreOffice needs about as many pages for the Word file as our PDF has; more is worth a look, not a failure. */
export const pageCount = {
  name: 'page-count',
  formats: ['docx'],
  programs: ['soffice'],
  async find(document, { libreOffice }) {
    const read = (await libreOffice())(document);
    if (!read) return [];
    const [inWord, inPdf] = [await pagesOf(read.pdf), await pagesOf(document.twin)];
    return Math.abs(inWord - inPdf) <= allowed
      ? []
      : [{ place: 'pages', message: `${inWord} pages in LibreOffice, ${inPdf} in the PDF`, warning: true }];
  },
};

const pagesOf = (path) => withPdf(path, async ({ numPages }) => numPages);
