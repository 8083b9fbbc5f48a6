/** What `import` says of Word files: pages without a tree of their own, in the languages of the reader. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageWorkspace, readRole, usualJurisdiction } from '../dist/index.js';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const role = 'office-manager';

/** The reader of the page of a file in each language: the same language, and another one. */
const readers = { ru: ['ru', 'en'], en: ['en', 'nl'], nl: ['nl', 'ru'] };

/** Imports our own descriptions to `folder`, and returns the pages on them as documents of the format `report`. */
export async function makeImportPages(folder, press) {
  const { role: known } = readRole(packageWorkspace(), `roles/${role}.yaml`);
  const documents = [];
  for (const [locale, languages] of Object.entries(readers)) {
    const job = {
      role: known,
      kind: 'job-description',
      locale,
      jurisdiction: usualJurisdiction[locale],
      organisation: null,
      person: null,
      date: null,
      logo: null,
    };
    const { bytes } = await press.print(press.assemble(job), 'docx');
    for (const language of languages) {
      const place = join(folder, 'imports', `${locale}-for-${language}`);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'description.docx'), bytes);
      execFileSync(process.execPath, [cli, 'import', 'description.docx', '--into', 'imported', '--lang', language], {
        cwd: place,
        stdio: 'ignore',
      });
      const name = `imports/${locale}-for-${language}/import/imported.html`;
      documents.push({ name, path: join(folder, name), format: 'report', options: {}, traits: ['import', locale, language] });
    }
  }
  return documents;
}
