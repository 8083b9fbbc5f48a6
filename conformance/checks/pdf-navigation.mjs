import { SaxesParser } from 'saxes';
import { withPdf } from '../pdf-reader.mjs';
import { plain } from '../words.mjs';

/** How far a letter may stand over the edge of the sheet, in points. */
const tolerance = 0.5;

/** pdf.js reads the file: language, shown title, tags on every page, a bookmark for each section, all words on the sheet. */
export const pdfNavigation = {
  name: 'pdf-navigation',
  formats: ['pdf'],
  programs: [],
  find: ({ path, tree }) =>
    withPdf(path, async (pdf) => {
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
      return [
        ...(await claims(pdf, tree)),
        ...bookmarks((await pdf.getOutline()) ?? [], sectionsOf(tree.blocks)),
        ...(await destinations(pdf)),
        ...(await Promise.all(pages.map(tags))).flat(),
        ...(await Promise.all(pages.map(overTheEdge))).flat(),
      ];
    }),
};

async function claims(pdf, tree) {
  const { info, metadata } = await pdf.getMetadata();
  const [marks, preferences] = [await pdf.getMarkInfo(), await pdf.getViewerPreferences()];
  const packet = metadata?.getRaw() ?? '';
  return [
    ...(info.Language === tree.language ? [] : [{ place: 'language', message: `is ${info.Language} and should be ${tree.language}` }]),
    ...(marks?.Marked ? [] : [{ place: 'tags', message: 'the file does not say that it is tagged' }]),
    ...(preferences?.DisplayDocTitle ? [] : [{ place: 'title', message: 'the window would show the name of the file' }]),
    ...(metadata?.get('dc:title') === tree.title
      ? []
      : [{ place: 'metadata', message: `the title is ${metadata?.get('dc:title')} and should be ${tree.title}` }]),
    ...(/<pdfaid:part>\d/.test(packet) && /<pdfuaid:part>1</.test(packet)
      ? []
      : [{ place: 'metadata', message: 'PDF/A and PDF/UA are not claimed' }]),
    ...(isWellFormed(packet) ? [] : [{ place: 'metadata', message: 'the packet is not well-formed XML' }]),
  ];
}

function isWellFormed(xml) {
  let good = xml !== '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    good = false;
  });
  parser.write(xml.trim()).close();
  return good;
}

/** The sections of a tree as bookmarks should have them. */
const sectionsOf = (blocks) =>
  blocks
    .filter(({ type }) => type === 'section')
    .map(({ number, heading, children }) => ({
      title: plain(`${number ?? ''} ${heading.map((inline) => (inline.type === 'text' ? inline.value : ' ')).join('')}`),
      items: sectionsOf(children),
    }));

function bookmarks(found, wanted, place = 'bookmarks') {
  const longer = Math.max(found.length, wanted.length);
  return Array.from({ length: longer }, (_, at) => at).flatMap((at) => {
    const [is, should] = [found[at], wanted[at]];
    const title = is && plain(is.title);
    if (title !== should?.title) return [{ place, message: `“${title ?? 'nothing'}” stands where “${should?.title ?? 'nothing'}” should` }];
    return bookmarks(is.items, should.items, `bookmarks/${title}`);
  });
}

/** Every bookmark leads to a page. */
async function destinations(pdf) {
  const findings = [];
  const follow = async (items) => {
    for (const { title, dest, items: inner } of items) {
      const page = Array.isArray(dest) ? await pdf.getPageIndex(dest[0]).catch(() => -1) : -1;
      if (page === -1) findings.push({ place: 'bookmarks', message: `“${title}” leads nowhere` });
      await follow(inner);
    }
  };
  await follow((await pdf.getOutline()) ?? []);
  return findings;
}

async function tags(page) {
  const place = `page ${page.pageNumber}`;
  const root = await page.getStructTree();
  const roles = root?.children.map(({ role }) => role) ?? [];
  return roles.length === 1 && roles[0] === 'Document'
    ? []
    : [{ place, message: `its tags begin with ${roles.join(', ') || 'nothing'} and should begin with one Document` }];
}

async function overTheEdge(page) {
  const [left, bottom, right, top] = page.view;
  const { items } = await page.getTextContent();
  return items
    .filter(
      ({ str, width, transform: [, , , size, x, y] }) =>
        str.trim() !== '' &&
        (x < left - tolerance || x + width > right + tolerance || y < bottom - tolerance || y + size * 0.7 > top + tolerance),
    )
    .map(({ str }) => ({ place: `page ${page.pageNumber}`, message: `“${str}” stands over the edge of the sheet` }));
}
