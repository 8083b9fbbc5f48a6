/**
 * Mutation tests, room by room: Stryker changes the program in one place at a time, and a test of the room must fail.
 * `node scripts/mutate.mjs [room…] [--seed number] [--at-once number]`; the rooms stand in mutate/rooms.mjs. Whatever survives
 * is listed, with the score; equivalents do not count. Reports go to reports/mutation. Ends with `N passed, N failed`, a
 * room each; the exit code is 1 when a room is below the least score.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { equivalents } from './mutate/equivalents.mjs';
import { rooms } from './mutate/rooms.mjs';

/** Per cent of the mutants that count. */
const leastScore = 80;

const project = fileURLToPath(new URL('..', import.meta.url));
process.chdir(project);
const {
  values: { seed, 'at-once': atOnce },
  positionals,
} = parseArgs({
  options: { seed: { type: 'string', default: '20261129' }, 'at-once': { type: 'string', default: '2' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(rooms, name));
if (unknown.length > 0) throw new Error(`no such room: ${unknown.join(', ')}; known: ${Object.keys(rooms).join(', ')}`);

const summary = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(rooms)) summary.push(await tryRoom(name, rooms[name]));
console.log(`\n${summary.map(({ line }) => line).join('\n')}\n`);
const failed = summary.filter(({ good }) => !good).length;
console.log(`${summary.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function tryRoom(name, { mutate, except = [], tests, sample }) {
  const started = performance.now();
  // Stryker hands its own environment on to those who do the work.
  const files = mutate.flatMap(filesAt).filter((file) => !except.includes(file));
  const gone = [...files, ...except, ...tests].filter((file) => !existsSync(file));
  if (gone.length > 0) throw new Error(`${name}: there is no ${gone.join(', ')}`);
  Object.assign(process.env, {
    MUTATED_FILES: files.join(' '),
    MUTATED_TESTS: tests.join(' '),
    MUTATED_SAMPLE: String(sample ?? ''),
    MUTATED_SEED: seed,
  });
  const results = await new Stryker({
    mutate: files,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', ...(sample ? ['./scripts/mutate/sample.mjs'] : [])],
    checkers: sample ? ['sample'] : [],
    vitest: { configFile: 'scripts/mutate/vitest.config.mjs', related: false },
    // What runs once when a file is loaded would need a new process for each mutant.
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    // Some tests compare sources with what generates them.
    disableTypeChecks: false,
    concurrency: Number(atOnce),
    timeoutMS: 15_000,
    cleanTempDir: 'always',
    ignorePatterns: ['dist', 'out', 'bench', 'reports'],
    reporters: ['progress-append-only', 'json', 'html'],
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    allowConsoleColors: false,
    logLevel: 'warn',
  }).runMutationTest();

  const tried = results.filter(({ status }) => !['Ignored', 'CompileError'].includes(status));
  const killed = tried.filter(({ status }) => ['Killed', 'Timeout'].includes(status));
  const alive = tried.filter((one) => !killed.includes(one)).map(placed);
  const equal = alive.filter((one) => equivalents.some((known) => isEquivalent(known, one)));
  for (const { file, at, status, was, becomes } of alive.filter((one) => !equal.includes(one)))
    console.log(`${status}  ${file}:${at}  ${short(was)} → ${short(becomes)}`);
  // In a sample, an equivalent may simply not have been drawn.
  const stale = sample ? [] : equivalents.filter((known) => files.includes(known.file) && !equal.some((one) => isEquivalent(known, one)));
  for (const { file, was, becomes } of stale) console.log(`equivalent no more: ${file}  ${was} → ${becomes}`);
  const counted = tried.length - equal.length;
  const score = counted === 0 ? 0 : (100 * killed.length) / counted;
  const seconds = Math.round((performance.now() - started) / 1000);
  return {
    good: score >= leastScore && stale.length === 0,
    line:
      `${name.padEnd(12)} ${score.toFixed(1).padStart(5)} %  ${killed.length} of ${counted} mutants killed` +
      `${equal.length > 0 ? `, ${equal.length} equivalent` : ''}${sample ? `, a sample by seed ${seed}` : ''}  (${seconds} s)`,
  };
}

/** The sources that a line of the table names. */
function filesAt(path) {
  if (basename(path) !== '*.ts') return [path];
  return readdirSync(dirname(path))
    .filter((file) => file.endsWith('.ts') && !/\.(generated|d)\.ts$/.test(file))
    .sort()
    .map((file) => join(dirname(path), file));
}

/** A mutant with the code that it changes. */
function placed({ fileName, location: { start, end }, status, replacement }) {
  const lines = readFileSync(fileName, 'utf8').split('\n');
  const part = lines.slice(start.line - 1, end.line);
  part[part.length - 1] = part.at(-1).slice(0, end.column - 1);
  part[0] = part[0].slice(start.column - 1);
  return {
    file: relative(project, fileName),
    at: `${start.line}:${start.column}`,
    line: lines[start.line - 1],
    status,
    was: part.join('\n'),
    becomes: replacement,
  };
}

function isEquivalent(known, { file, line, was, becomes }) {
  return known.file === file && line.includes(known.line) && one(known.was) === one(was) && one(known.becomes) === one(becomes);
}

/** On one line. */
function one(code) {
  return code.replace(/\s+/g, ' ').trim();
}

function short(code) {
  const line = one(code);
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
