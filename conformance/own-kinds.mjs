/** Papers of a project with a kind, words, a look and a country of its own: they have to stand up as ours do. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk, openWorkspace, readRole } from '../dist/index.js';
import { writeDocuments } from './matrix.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A land that is nowhere, with law and look of the Netherlands. */
const land = { id: 'zz', like: 'nl' };

/** Lays the project into a folder and opens a desk over it. */
export function openProject(folder) {
  cpSync(join(root, 'test/corpus/project'), folder, { recursive: true });
  for (const place of ['jurisdictions', 'themes']) {
    mkdirSync(join(folder, place), { recursive: true });
    const text = readFileSync(join(root, place, `${land.like}.yaml`), 'utf8')
      .replace(`id: ${land.like}\n`, `id: ${land.id}\n`)
      .replace(`layout: ${land.like}\n`, `layout: ${land.id}\n`);
    writeFileSync(join(folder, place, `${land.id}.yaml`), text);
  }
  return openDesk(openWorkspace(folder));
}

/** Writes its papers to `folder` and returns them as the matrix does: the own kind in each country, the usual one in the own country. */
export function makeOwnKinds(folder, press) {
  const { shelf, library } = press;
  const { role } = readRole(shelf.own, 'roles/office-manager.yaml');
  const blank = { role, organisation: null, person: null, date: null, logo: null };
  const jobs = role.languages.flatMap((locale) => [
    ...library.jurisdictions().map((jurisdiction) => ({ ...blank, kind: 'notice', locale, jurisdiction })),
    { ...blank, kind: 'job-description', locale, jurisdiction: land.id },
  ]);
  return writeDocuments(jobs, press, join(folder, 'own'));
}
