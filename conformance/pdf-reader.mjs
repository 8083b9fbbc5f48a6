/** PDF files through pdf.js, a reader that has nothing in common with what wrote them. */
import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens the file for the time of `use` and returns its result. Rejects when pdf.js cannot read the file. */
export async function withPdf(path, use) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(path)),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    stopAtErrors: true,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

/**
 * The pages of a file: `width` and `height` in points, the `tree` of tags, the `runs` of text and the `blanks` to fill
 * in. A run has its `text`, `size`, `x`, `width`, `y` of its baseline from the top edge and `top` and `bottom` of its
 * font around it, and its `mark`, the id of the content that it belongs to, null outside of the tags. `fields` are all fields by name.
 */
export const readPdf = (path) =>
  withPdf(path, async (pdf) => {
    const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
    const pages = [];
    for (const number of numbers) {
      const page = await pdf.getPage(number);
      const [left, bottom, right, top] = page.view;
      const content = await page.getTextContent({ includeMarkedContent: true });
      const annotations = await page.getAnnotations();
      pages.push({
        number,
        width: right - left,
        height: top - bottom,
        tree: await page.getStructTree(),
        runs: runsOf(content, top),
        blanks: annotations
          .filter(({ subtype }) => subtype !== 'Link')
          .map(({ id, subtype, fieldName, fieldType, fieldValue, checkBox, alternativeText, hasAppearance, rect }) => ({
            id: `pdfjs_internal_id_${id}`,
            subtype,
            name: fieldName,
            type: checkBox ? 'checkbox' : fieldType,
            value: fieldValue,
            label: alternativeText,
            drawn: hasAppearance,
            rect,
          })),
      });
    }
    return { pages, fields: Object.keys((await pdf.getFieldObjects()) ?? {}) };
  });

function runsOf({ items, styles }, top) {
  const runs = [];
  const marks = [];
  for (const item of items) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent') marks.push(item.id ?? null);
    else if (item.type === 'endMarkedContent') marks.pop();
    else {
      const [, , , size, x, baseline] = item.transform;
      const { ascent, descent } = styles[item.fontName];
      const y = top - baseline;
      runs.push({
        text: item.str,
        size,
        x,
        width: item.width,
        y,
        top: y - ascent * size,
        bottom: y - descent * size,
        mark: marks.at(-1) ?? null,
      });
    }
  }
  return runs;
}

/** Elements inside a line: what stands in them belongs to the words around it. */
export const standsInLine = (role) => /^(Form|Span|Link|Quote|Reference|Annot)\b/.test(role);
