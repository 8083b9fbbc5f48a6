/** How time and memory grow with the list, as a picture: people on a scale where each step is ten times the one before. */

const panel = { width: 380, height: 220, left: 60, right: 20, top: 40, bottom: 40 };
const panels = [
  { title: 'ms per document', of: (one) => (one.seconds * 1000) / one.files },
  { title: 'peak memory, MB', of: ({ megabytes }) => megabytes },
];

/** SVG of runs on equally many threads, by the number of people. */
export function plotScaling(runs) {
  const parts = panels.map(({ title, of }, at) =>
    drawn(
      title,
      runs.map((one) => ({ people: one.people, value: of(one) })),
      at * panel.width,
    ),
  );
  const [width, threads] = [panel.width * panels.length, runs[0]?.jobs ?? 0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${panel.height}" font-family="sans-serif" font-size="13"><title>A batch of 10 to 10,000 people on ${threads} threads</title>\n<rect width="100%" height="100%" fill="#fff"/>\n${parts.flat().join('\n')}\n</svg>\n`;
}

function drawn(title, points, left) {
  const most = roundUp(Math.max(...points.map(({ value }) => value)));
  const [first, last] = [points[0].people, points.at(-1).people];
  const x = (people) =>
    round(left + panel.left + ((panel.width - panel.left - panel.right) * Math.log(people / first)) / Math.log(last / first));
  const y = (value) => round(panel.height - panel.bottom - ((panel.height - panel.top - panel.bottom) * value) / most);
  const steps = [0, most / 2, most];
  return [
    text(left + panel.left, 22, title, 'font-weight="bold"'),
    ...steps.map(
      (value) =>
        `<path d="M${x(first)} ${y(value)}H${x(last)}" stroke="#ddd"/>${text(left + panel.left - 8, y(value) + 4, String(value), 'text-anchor="end" fill="#666"')}`,
    ),
    `<path d="M${points.map(({ people, value }) => `${x(people)} ${y(value)}`).join('L')}" fill="none" stroke="#1f5fa8" stroke-width="2"/>`,
    ...points.map(
      ({ people, value }) =>
        `<circle cx="${x(people)}" cy="${y(value)}" r="4" fill="#1f5fa8"/>${text(x(people), y(value) - 10, value < 100 ? value.toFixed(1) : String(Math.round(value)), 'text-anchor="middle"')}`,
    ),
    ...points.map(({ people }) =>
      text(x(people), panel.height - panel.bottom + 20, people.toLocaleString('en-GB'), 'text-anchor="middle" fill="#666"'),
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
