/** How time and memory grow with the list, as a picture: people on a scale where each step is ten times the one before. */

const panel = { width: 380, height: 220, left: 60, right: 20, top: 40, bottom: 40 };
const panels = [
  { title: 'ms per document', of: (one) => (one.seconds * 1000) / one.files },
  { title: 'peak memory, MB', of: ({ megabytes }) => megabytes },
];

/** SVG of runs on equally many threads, by the number of people. */
export const plotScaling = (runs) =>
  plotLines(
    `A batch of 10 to 10,000 people on ${runs[0]?.jobs ?? 0} threads`,
    panels.map(({ title, of }) => ({ title, points: runs.map((one) => ({ at: one.people, value: of(one) })) })),
  );

/** SVG of panels side by side, `across` of them in a row. */
export function plotLines(title, drawings, across = drawings.length) {
  const parts = drawings.map(({ title: own, points }, at) => {
    const [x, y] = [(at % across) * panel.width, Math.floor(at / across) * panel.height];
    return [`<g transform="translate(${x} ${y})">`, ...drawn(own, points), '</g>'];
  });
  const [width, height] = [panel.width * across, panel.height * Math.ceil(drawings.length / across)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13"><title>${title}</title>\n<rect width="100%" height="100%" fill="#fff"/>\n${parts.flat().join('\n')}\n</svg>\n`;
}

function drawn(title, points) {
  const most = roundUp(Math.max(...points.map(({ value }) => value)));
  const [first, last] = [points[0].at, points.at(-1).at];
  const x = (at) => round(panel.left + ((panel.width - panel.left - panel.right) * Math.log(at / first)) / Math.log(last / first));
  const y = (value) => round(panel.height - panel.bottom - ((panel.height - panel.top - panel.bottom) * value) / most);
  const steps = [0, most / 2, most];
  return [
    text(panel.left, 22, title, 'font-weight="bold"'),
    ...steps.map(
      (value) =>
        `<path d="M${x(first)} ${y(value)}H${x(last)}" stroke="#ddd"/>${text(panel.left - 8, y(value) + 4, String(value), 'text-anchor="end" fill="#666"')}`,
    ),
    `<path d="M${points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}" fill="none" stroke="#1f5fa8" stroke-width="2"/>`,
    ...points.map(
      ({ at, value }) =>
        `<circle cx="${x(at)}" cy="${y(value)}" r="4" fill="#1f5fa8"/>${text(x(at), y(value) - 10, value < 100 ? value.toFixed(1) : String(Math.round(value)), 'text-anchor="middle"')}`,
    ),
    ...points.map(({ at }) =>
      text(x(at), panel.height - panel.bottom + 20, at.toLocaleString('en-GB'), 'text-anchor="middle" fill="#666"'),
    ),
  ];
}

/** The next of 1, 2, 5, 10, 20, 50 … that leaves room above the highest point. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value * 1.15));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value * 1.15);
}

const round = (length) => Math.round(length * 10) / 10;
const text = (x, y, words, attributes = '') => `<text x="${x}" y="${y}" ${attributes}>${words}</text>`;
