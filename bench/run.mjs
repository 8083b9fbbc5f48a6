/** The one run: everybody prints the same documents in turn, and the medians are compared. `node run.mjs [YYYY-MM-DD]` */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bars } from './bars.mjs';
import { coldRows, coldTable } from './cold.mjs';
import { contentOf } from './content.mjs';
import { plot } from './plot.mjs';
import { assertSameWords } from './sameness.mjs';
import { row, summary, table } from './statistics.mjs';

/** Everybody has the same time to get warm. */
const warmUp = { documents: 1000, milliseconds: 4000 };
const rounds = 12;
/** Everybody has about the same time in a turn, but no more documents than this: in longer ones quick contestants are as warm as slow ones. */
const turn = { milliseconds: 300, documents: 48 };
/** In every so many rounds so many documents, after one that is not counted; null for as many as a turn has time for. */
const usualTurns = { every: 1, documents: null, warm: true };

if (!existsSync(new URL('../dist/index.js', import.meta.url))) {
  console.error('Build Rolewright first: npm ci && npm run build in the root.');
  process.exit(1);
}
const { treeFor } = await import('./job.mjs');
const contentsFrom = (at, count) => Array.from({ length: count }, (_, turn) => contentOf(treeFor(at + turn)));

const entrants = [
  ['ours.mjs', 'docx'],
  ['ours.mjs', 'pdf'],
  ['limit.mjs', 'docx'],
  ['limit.mjs', 'pdf'],
  ...['docxtemplater', 'easy-template-x', 'docx-templates', 'docx', 'pdfmake', 'react-pdf', 'typst', 'typst-tagged'].map((peer) => [
    `peers/${peer}.mjs`,
  ]),
  ['peers/libre-office.mjs', 'started'],
  ['peers/libre-office.mjs', 'kept'],
];

/** We and the limit make the words ourselves, and are not sent any. */
const contentsFor = ({ file }, contents) => (file.startsWith('peers/') ? contents : contents.map(() => null));

const [first, content] = contentsFrom(0, 2);

/** Starts a contestant and lets it show that it prints all words; null, with a line that says why, when it cannot. */
async function admit([file, name]) {
  const module = [new URL(file, import.meta.url).href, name ?? ''];
  // React, which one of them rests on, is slower when it is not told that this is production.
  const child = fork(new URL('contestant.mjs', import.meta.url), module, {
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const exit = once(child, 'exit').then(() => [{ failure: 'its process has ended' }]);
  const ask = async (question) => {
    child.send(question);
    const [{ answer, failure }] = await Promise.race([once(child, 'message'), exit]);
    if (failure) throw new Error(failure);
    return answer;
  };
  try {
    const { turns, ...prepared } = await ask({ ask: 'prepare', content: first });
    const contestant = { ...prepared, turns: { ...usualTurns, ...turns }, ask, stop: () => child.disconnect(), times: [] };
    const bytes = await ask({ ask: 'print', content, at: 1 });
    if (!file.startsWith('limit')) assertSameWords(content, bytes, contestant.format);
    return { ...contestant, file, id: [file, ...(file.startsWith('peers/') && name ? [name] : [])].join(' '), bytes: bytes.length };
  } catch (error) {
    child.kill();
    if (!file.startsWith('peers/')) throw error;
    console.log(`Skipped ${[file, name].filter(Boolean).join(' ')}: ${error.message}`);
    return null;
  }
}

const contestants = [];
for (const entrant of entrants) contestants.push(await admit(entrant));
const admitted = contestants.filter((one) => one !== null);

for (const contestant of admitted) {
  if (!contestant.turns.warm) continue;
  const start = performance.now();
  const documents = contestant.turns.documents ?? 4;
  const times = [];
  for (let at = 2; at < 2 + warmUp.documents && performance.now() - start < warmUp.milliseconds; at += documents) {
    times.push(...(await contestant.ask({ ask: 'time', contents: contentsFor(contestant, contentsFrom(at, documents)), at })));
  }
  contestant.turns.documents ??= Math.min(turn.documents, Math.ceil(turn.milliseconds / summary(times.slice(-20)).median));
}
for (let round = 0; round < rounds; round += 1) {
  const at = 2 + warmUp.documents + round * (turn.documents + 1);
  const contents = contentsFrom(at, turn.documents + 1);
  // Another one begins each round.
  for (const place of admitted.keys()) {
    const contestant = admitted[(place + round) % admitted.length];
    const { every, documents, warm } = contestant.turns;
    if (round % every !== 0 || contestant.gone) continue;
    try {
      contestant.times.push(
        ...(await contestant.ask({ ask: 'time', contents: contentsFor(contestant, contents.slice(0, documents + (warm ? 1 : 0))), at })),
      );
    } catch (error) {
      // An office suite may stop answering; what it has done until then counts.
      if (!contestant.file.startsWith('peers/')) throw error;
      console.log(`${contestant.title} is left alone after ${contestant.times.length} documents: ${error.message}`);
      contestant.gone = true;
    }
  }
}
for (const contestant of admitted) contestant.stop();

const results = admitted.filter(({ times }) => times.length > 0).map((one) => ({ ...one, ...summary(one.times) }));
const ours = Object.fromEntries(results.filter(({ file }) => file === 'ours.mjs').map((one) => [one.format, one]));
const rows = Object.keys(ours).flatMap((format) =>
  results.filter((one) => one.format === format && one.file !== 'ours.mjs').map((one) => row(ours[format], one, bars[one.id])),
);

const cold = coldRows();

const versionAt = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version;
const packages = [...new Set(['@expo-google-fonts/tinos', ...results.flatMap((one) => one.packages)])].sort();
const versions = {
  rolewright: versionAt('../package.json'),
  ...Object.fromEntries(packages.map((name) => [name, versionAt(`node_modules/${name}/package.json`)])),
};

console.log(
  `${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}, ${rounds} turns each, of up to ${turn.documents} documents`,
);
console.log(
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', '),
);
console.log(`\n${table(rows)}\n\n${coldTable(cold)}`);
const file = new URL('results.json', import.meta.url);
// Batches are measured apart, by batch/scaling.mjs.
const batches = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows.filter(({ work }) => work.startsWith('batch')) : [];
writeFileSync(
  file,
  `${JSON.stringify({ node: process.version, cpu: cpus()[0].model, date: process.argv[2] ?? null, versions, rows: [...rows, ...cold, ...batches] }, null, 2)}\n`,
);
writeFileSync(new URL('time-per-document.svg', import.meta.url), plot(results));
