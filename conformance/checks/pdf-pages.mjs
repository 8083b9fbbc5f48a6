import { run } from '../program.mjs';

const dotsPerInch = 20;

/** Grey below which a dot counts as printed, from black 0 to white 255. */
const ink = 200;

/** How much of the height of a page, at its top and its foot, is left to page numbers. */
const edge = 0.065;

/** Poppler paints every page, and none is empty but for its number. */
export const pdfPages = {
  name: 'pdf-pages',
  formats: ['pdf'],
  programs: ['pdftoppm'],
  async find({ path }) {
    const { code, output, messages } = await run('pdftoppm', ['-gray', '-r', String(dotsPerInch), path]);
    const errors = messages.split('\n').filter((line) => /error/i.test(line));
    const pages = [...picturesIn(output)];
    return [
      ...(code === 0 && pages.length > 0 ? [] : [{ place: 'file', message: 'the pages cannot be painted' }]),
      ...errors.map((message) => ({ place: 'file', message })),
      ...pages.flatMap(({ width, height, dots }, at) => {
        const margin = Math.ceil(height * edge);
        const body = dots.subarray(margin * width, (height - margin) * width);
        return body.some((grey) => grey < ink) ? [] : [{ place: `page ${at + 1}`, message: 'the page is blank' }];
      }),
    ];
  },
};

/** The pictures of a stream of portable greymaps, one after the other. */
function* picturesIn(stream) {
  for (let at = 0; at < stream.length; ) {
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stream.subarray(at, at + 40).toString('latin1')) ?? [];
    if (head === undefined) return;
    const start = at + head.length;
    at = start + Number(width) * Number(height);
    yield { width: Number(width), height: Number(height), dots: stream.subarray(start, at) };
  }
}
