/** Spreadsheets: plans and scorecards, blank, and filled for the people of the examples, and lists of people to begin with. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCalendars, openLibrary, packageWorkspace, readOrganisation, readPerson, readRole, usualJurisdiction } from '../dist/index.js';
import { formatsOf, kinds } from './kinds.mjs';

const role = 'sales-manager';
const date = '2026-03-02';
const countries = ['ru', 'nl', 'gb'];

/** Writes the spreadsheets to `folder` and returns them as documents of the format `xlsx`, which have no tree. */
export async function makeSheets(folder, press) {
  const shelf = packageWorkspace();
  const calendarFor = openCalendars(openLibrary(shelf), 'en');
  const documents = [];
  for (const job of jobs(shelf)) {
    const { kind, locale, jurisdiction, person } = job;
    const name = `sheets/${kind}.${locale}.${jurisdiction}${person ? '.filled' : ''}.xlsx`;
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (await press.transfer({ ...job, calendar: calendarFor(job) }, 'xlsx')).bytes);
    documents.push({
      name,
      path,
      format: 'xlsx',
      tree: null,
      options: {},
      traits: [kind, locale, jurisdiction, person ? 'filled' : 'blank'],
    });
  }
  return [...documents, ...makeLists(folder)];
}

/** What `batch --example` writes, in every language. */
function makeLists(folder) {
  const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
  return Object.keys(usualJurisdiction).map((language) => {
    const name = `sheets/people.${language}.xlsx`;
    const path = join(folder, name);
    execFileSync(process.execPath, [command, 'batch', '--example', '--out', path, '--lang', language], { stdio: 'pipe' });
    return { name, path, format: 'xlsx', tree: null, options: {}, traits: ['people', language] };
  });
}

function jobs(shelf) {
  const read = readRole(shelf, `roles/${role}.yaml`).role;
  const blank = read.languages.map((locale) => ({
    locale,
    jurisdiction: usualJurisdiction[locale],
    organisation: null,
    person: null,
    date: null,
  }));
  const filled = countries.flatMap((country) => {
    const { organisation } = readOrganisation(shelf, `examples/organisation.${country}.yaml`);
    const { person } = readPerson(shelf, `examples/person.${country}.yaml`);
    return read.languages
      .filter((locale) => organisation.languages.includes(locale))
      .map((locale) => ({ locale, jurisdiction: organisation.jurisdiction, organisation, person, date }));
  });
  return kinds
    .filter((kind) => formatsOf(kind).includes('xlsx'))
    .flatMap((kind) => [...blank, ...filled].map((more) => ({ role: read, kind, logo: null, ...more })));
}
