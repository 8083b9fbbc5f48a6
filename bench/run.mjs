/**
 * The one run: everybody prints the same documents in turn, and the medians are compared; once with words that came before, once
 * with new ones. `node run.mjs [YYYY-MM-DD]`, the date that is written into the results.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bars } from './bars.mjs';
import { coldRows, coldTable } from './cold.mjs';
import { demoRow } from './demo.mjs';
import { importRow } from './import.mjs';
import { assertQuiet } from './quiet.mjs';
import { plot } from './plot.mjs';
import { row, table } from './statistics.mjs';

if (!existsSync(new URL('../dist/index.js', import.meta.url))) {
  console.error('Build Rolewright first: npm ci && npm run build in the root.');
  process.exit(1);
}
await assertQuiet();
const { comparisons, race, turn } = await import('./race.mjs');

const ours = [
  ['ours.mjs', 'docx'],
  ['ours.mjs', 'pdf'],
  ['limit.mjs', 'docx'],
  ['limit.mjs', 'pdf'],
];
const peers = ['docxtemplater', 'easy-template-x', 'docx-templates', 'docx', 'pdfmake', 'react-pdf', 'typst', 'typst-tagged'].map(
  (peer) => [`peers/${peer}.mjs`],
);
// An office suite is given a finished file, so words make no difference to it.
const suites = [
  ['peers/libre-office.mjs', 'started'],
  ['peers/libre-office.mjs', 'kept'],
];

const same = await race([...ours, ...peers, ...suites], 'same');
const fresh = await race([...ours, ...peers], 'new');
const rows = [
  ...comparisons(same, row, bars.same).map((one) => ({ words: 'same', ...one })),
  ...comparisons(fresh, row, bars.new).map((one) => ({ words: 'new', ...one })),
];
const cold = coldRows();
const demo = demoRow();
const imported = importRow();

const versionAt = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version;
const packages = [...new Set(['@expo-google-fonts/tinos', ...same.flatMap((one) => one.packages)])].sort();
const versions = {
  rolewright: versionAt('../package.json'),
  ...Object.fromEntries(packages.map((name) => [name, versionAt(`node_modules/${name}/package.json`)])),
};

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}, turns of up to ${turn.documents} documents`);
console.log(
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', '),
);
const of = (words) => table(rows.filter((one) => one.words === words));
console.log(`\nNew words\n\n${of('new')}\n\nThe same words\n\n${of('same')}\n\n${coldTable(cold)}\n`);
console.log(`All roles, kinds and languages once each: ${demo.files} files, ${demo.processor_s} s of processor time, ${demo.seconds} s`);
console.log(
  `A Word file of twelve pages imported: ${imported.processor_s} s of processor time, ${imported.seconds} s, ${imported.peak_mb} MB`,
);
const file = new URL('results.json', import.meta.url);
// Batches are measured apart, by batch/scaling.mjs.
const batches = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows.filter(({ work }) => work.startsWith('batch')) : [];
writeFileSync(
  file,
  `${JSON.stringify({ node: process.version, cpu: cpus()[0].model, date: process.argv[2] ?? null, versions, rows: [...rows, ...cold, demo, imported, ...batches] }, null, 2)}\n`,
);
writeFileSync(new URL('time-per-document.svg', import.meta.url), plot(same));
writeFileSync(new URL('time-per-new-document.svg', import.meta.url), plot(fresh));
