/** Runs checks on documents. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWithLibreOffice } from './libre-office.mjs';
import { missingPrograms, twoAtATime } from './program.mjs';

/**
 * Calls `use` with what checks share: a folder to work in, the press, and LibreOffice, started once for all documents
 * when the first check asks for it. The folder is removed afterwards.
 */
export async function withContext(documents, press, use) {
  const scratch = mkdtempSync(join(tmpdir(), 'rolewright-conformance-'));
  let reading = null;
  const libreOffice = () => (reading ??= readWithLibreOffice(documents, scratch));
  try {
    return await use({ press, scratch, libreOffice });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Runs one check on its documents: the number of files, what was found, each finding with its file, and the programs
 * that are missing, which fail the check in CI and let it be skipped elsewhere.
 */
export async function inspect(check, documents, context) {
  const missing = await missingPrograms(check.programs);
  if (missing.length > 0) {
    const findings = process.env.CI ? [{ file: '–', check: check.name, place: 'programs', message: `${missing.join(', ')} cannot be run` }] : [];
    return { check, files: 0, findings, missing };
  }
  const own = documents.filter(({ format }) => check.formats.includes(format));
  const findings = await twoAtATime(own, async (document) => {
    const found = await check.find(document, context).catch((error) => [{ place: 'check', message: `the check stopped: ${error.message}` }]);
    return found.map((finding) => ({ file: document.name, check: check.name, ...finding }));
  });
  return { check, files: own.length, findings: findings.flat(), missing };
}
