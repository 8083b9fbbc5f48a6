/** Runs checks on documents. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSheets, readWithLibreOffice } from './libre-office.mjs';
import { readPdf } from './pdf-reader.mjs';
import { twoAtATime } from './program.mjs';
import { missingPrograms } from './programs.mjs';
import { spread } from './sample.mjs';

/**
 * Calls `use` with what checks share: a folder to work in, the press, LibreOffice, started once for all texts and once for all
 * spreadsheets when the first check asks for them, and what pdf.js reads, once for each file. The folder is removed afterwards. `sampling`
 * says whether slow checks may content themselves with a part of the documents.
 */
export async function withContext(documents, press, use, { sampling = false } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'rolewright-conformance-'));
  const read = new Map();
  let reading = null;
  let opening = null;
  const libreOffice = () => (reading ??= readWithLibreOffice(documents, scratch));
  const sheets = () => (opening ??= openSheets(documents, scratch));
  const pdf = ({ path }) => {
    if (!read.has(path)) read.set(path, readPdf(path));
    return read.get(path);
  };
  try {
    return await use({ press, scratch, libreOffice, sheets, pdf, sampling });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Runs one check on its documents: the number of files, of how many they are a sample, what was found, each finding with
 * its file, and the programs that are missing, which fail the check in CI and let it be skipped elsewhere.
 */
export async function inspect(check, documents, context) {
  const missing = await missingPrograms(check.programs);
  if (missing.length > 0) {
    const findings = process.env.CI
      ? [{ file: '–', check: check.name, place: 'programs', message: `${missing.join(', ')} cannot be run` }]
      : [];
    return { check, files: 0, all: 0, findings, missing };
  }
  const all = documents.filter((document) => check.formats.includes(document.format) && (check.about?.(document) ?? true));
  const own = context.sampling && check.sample ? spread(all, check.sample) : all;
  const findings = await findAll(check, own, context);
  return { check, files: own.length, all: all.length, findings, missing };
}

async function findAll(check, documents, context) {
  if (documents.length === 0) return [];
  if (check.findAll) {
    const found = await check.findAll(documents, context).catch((error) => [stopped('–', error)]);
    return found.map((finding) => ({ ...finding, check: check.name }));
  }
  const findings = await twoAtATime(documents, async (document) => {
    const found = await check.find(document, context).catch((error) => [stopped(document.name, error)]);
    return found.map((finding) => ({ file: document.name, check: check.name, ...finding }));
  });
  return findings.flat();
}

const stopped = (file, error) => ({ file, place: 'check', message: `the check stopped: ${error.message}` });
