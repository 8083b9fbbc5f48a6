/**
 * What a page costs in small and in large documents of new words: processor time of the writers, by pages, clauses, rows of a
 * table and blanks to sign. They are given the tree, since roles and templates take no documents of such a size.
 * `node bench/size.mjs [--write]` prints a table, and with `--write` draws the picture anew.
 */
import { writeFileSync } from 'node:fs';
import { plotLines } from './batch/plot-scaling.mjs';
import { jobs, press, treeOf } from './job.mjs';
import { assertQuiet } from './quiet.mjs';
import { summary } from './statistics.mjs';
import { wordOf } from './words.mjs';

const write = process.argv.includes('--write');
if (write) await assertQuiet();

const runs = 5;
/** From so many pages on the cost of a file itself does not show, and a page costs the same, give or take this part. */
const [settled, within] = [8, 0.2];

const { blocks, ...around } = treeOf(jobs.same(0));
const listed = treeOf({ ...jobs.same(0), kind: 'acquaintance-list', people: [jobs.same(0).person] });
const [clauses] = blocks.filter(({ type, children }) => type === 'section' && children[0].type === 'clause');
const [table] = blocks.flatMap(({ children = [] }) => children.filter(({ type }) => type === 'table'));
const [list] = listed.blocks.filter(({ type }) => type === 'table');

let words = 0;
/** The same content with another last word wherever it has words. */
function renewed(value) {
  if (Array.isArray(value)) return value.map(renewed);
  if (value === null || typeof value !== 'object') return value;
  const own = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renewed(one)]));
  if (value.type === 'text' && value.value.includes(' ')) own.value = value.value.replace(/\S+$/, () => wordOf((words += 1)));
  return own;
}

const times = (count, of) => Array.from({ length: count }, (_, at) => of(at));
const rowsOf = (of, count) => [{ ...of, rows: times(count, (at) => ({ ...renewed(of.rows[at % of.rows.length]), id: `row-${at}` })) }];

/** Sections count on, so that no two have one number. */
function counted(sections, from) {
  let last = from;
  return sections.map((section) => {
    if (section.type !== 'section') return section;
    last += 1;
    const children = section.children.map((one) => (one.number ? { ...one, number: one.number.replace(/^\d+/, String(last)) } : one));
    return { ...section, number: section.number && `${last}.`, children };
  });
}

const middle = blocks.filter(({ type }) => type === 'section');

const works = {
  pages: { sizes: [1, 3, 8, 24], of: (count) => times(count, (at) => counted(renewed(middle), at * middle.length)).flat() },
  clauses: {
    sizes: [10, 30, 100, 300, 1000, 3000],
    of: (count) => [
      {
        ...clauses,
        children: times(count, (at) => ({
          ...renewed(clauses.children[at % clauses.children.length]),
          id: `clause-${at}`,
          number: `1.${at + 1}.`,
        })),
      },
    ],
  },
  rows: { sizes: [10, 100, 300, 1000, 3000, 10000], of: (count) => rowsOf(table, count) },
  blanks: { sizes: [10, 100, 300, 1000, 3000, 10000], of: (count) => rowsOf(list, count) },
};

function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function printed(tree, format) {
  const start = processor();
  const { pages } = await press.print(tree, format);
  return { pages, ms: processor() - start };
}

async function row(work, size) {
  const each = { docx: [], pdf: [] };
  let count = 0;
  for (let at = 0; at < runs; at += 1)
    for (const format of ['docx', 'pdf']) {
      const { pages, ms } = await printed({ ...around, blocks: works[work].of(size) }, format);
      count = pages ?? count;
      each[format].push(ms);
    }
  const perPage = (format) => Number((summary(each[format]).median / count).toFixed(2));
  return { work, size, pages: count, docx_ms: perPage('docx'), pdf_ms: perPage('pdf') };
}

for (let at = 0; at < 10; at += 1) await row('pages', 1);
const rows = [];
for (const [work, { sizes }] of Object.entries(works)) for (const size of sizes) rows.push(await row(work, size));
console.log('| by | so many | pages | DOCX, ms a page | PDF, ms a page |\n|---|--:|--:|--:|--:|');
for (const { work, size, pages, docx_ms, pdf_ms } of rows) console.log(`| ${work} | ${size} | ${pages} | ${docx_ms} | ${pdf_ms} |`);

for (const work of Object.keys(works))
  for (const format of ['docx', 'pdf']) {
    const each = rows.filter((one) => one.work === work && one.pages >= settled).map((one) => one[`${format}_ms`]);
    const off = Math.max(...each.map((ms) => Math.abs(ms / summary(each).median - 1)));
    console.log(`${format.toUpperCase()} by ${work}: ±${Math.round(off * 100)} %${off > within ? ' missed' : ''}`);
  }

if (write) {
  const panels = Object.keys(works).flatMap((work) =>
    ['docx', 'pdf'].map((format) => ({
      title: `${format.toUpperCase()}, ms a page, by ${work}`,
      points: rows.filter((one) => one.work === work).map((one) => ({ at: one.size, value: one[`${format}_ms`] })),
    })),
  );
  writeFileSync(new URL('time-per-page.svg', import.meta.url), plotLines('Time for a page in small and large documents', panels, 2));
}
