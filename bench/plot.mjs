/** Time per document as a picture: one line for each contestant, on a scale where each step is ten times the one before. */

const size = { width: 860, left: 350, right: 110, line: 24, head: 34, foot: 30 };
const titles = { docx: 'DOCX', pdf: 'PDF' };

/** SVG of medians, as bars, and of the spans from the tenth to the ninetieth percentile, as thin lines. */
export function plot(results) {
  const times = results.flatMap(({ median, spread }) => [median, ...spread]);
  const [least, most] = [10 ** Math.floor(Math.log10(Math.min(...times))), 10 ** Math.ceil(Math.log10(Math.max(...times)))];
  const x = (ms) => round(size.left + ((size.width - size.left - size.right) * Math.log10(ms / least)) / Math.log10(most / least));
  const parts = [];
  let y = 0;
  for (const format of Object.keys(titles)) {
    const own = results.filter((one) => one.format === format).sort((a, b) => a.median - b.median);
    if (own.length === 0) continue;
    parts.push(text(16, y + 22, titles[format], 'font-weight="bold"'));
    const top = y + size.head;
    const bottom = top + own.length * size.line;
    for (let ms = least; ms <= most; ms *= 10)
      parts.push(
        `<path d="M${x(ms)} ${top - 4}V${bottom}" stroke="#ddd"/>`,
        text(x(ms), bottom + 16, ms < 1000 ? `${ms} ms` : `${ms / 1000} s`, 'text-anchor="middle" fill="#666"'),
      );
    own.forEach(({ title, file, median, spread }, at) => {
      const middle = top + at * size.line + size.line / 2;
      parts.push(
        text(size.left - 10, middle + 4, title, 'text-anchor="end"'),
        `<path d="M${x(least)} ${middle}H${x(median)}" stroke="${file === 'ours.mjs' ? '#1f5fa8' : '#aaa'}" stroke-width="12"/>`,
        `<path d="M${x(spread[0])} ${middle}H${x(spread[1])}" stroke="#000"/>`,
        text(x(spread[1]) + 8, middle + 4, `${median < 10 ? median.toFixed(1) : Math.round(median)} ms`),
      );
    });
    y = bottom + size.foot;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${y}" font-family="sans-serif" font-size="13"><title>Time per document, median and p10–p90</title>\n<rect width="100%" height="100%" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
}

const round = (length) => Math.round(length * 10) / 10;
const text = (x, y, words, attributes = '') =>
  `<text x="${x}" y="${y}" ${attributes}>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`;
