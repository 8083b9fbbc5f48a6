/** Everything that the library can make: each role, kind, language and country, in each format and profile; or a part that stands for it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  employerAt,
  jurisdictionIds,
  listRoles,
  openCalendars,
  openDesk,
  packageWorkspace,
  readPerson,
  readRole,
  roleData,
  usualJurisdiction,
} from '../dist/index.js';
import { formerFor, isIn, kinds, lackingFor, usualKinds } from './kinds.mjs';
import { covering } from './sample.mjs';

const profiles = ['1a', '2a', '3a'];

/** The profile of PDF that the other formats are compared with. */
const usualProfile = '2a';

/** The countries of the example organisations and people, and what their documents are about. */
const examples = { countries: ['ru', 'nl', 'gb'], role: 'sales-manager', date: '2026-03-02' };

/**
 * The roles of which every kind of document is made, the first in every language and country, the others where the language
 * is at home; of all other roles, what is made when nobody names a kind.
 */
const inFull = ['sales-manager', 'hr-manager', 'production-department-head'];

/**
 * Writes all documents to `folder`, or with a `seed` a sample of them, and returns them: `{name, path, format, tree, options, twin, traits}`, where `options`
 * are those it was printed with, `twin` is the path of the same document as a PDF in the usual profile, and `traits` say
 * what is particular about it.
 */
export async function makeMatrix(folder, press, seed = null) {
  const shelf = packageWorkspace();
  const roles = listRoles(shelf).map(({ path }) => readGood(shelf, path, readRole, 'role'));
  const all = [...blankForms(roles), ...filledForms(roles, shelf)];
  const jobs = seed === null ? all : covering(all, keysOf, seed);
  console.log(
    `${jobs.length} of ${all.length} papers${seed === null ? '' : `, a sample by seed ${seed}`}, each in every format and profile`,
  );
  return writeDocuments(jobs, press, folder);
}

/** Writes the documents of all jobs, each in every format and profile, and returns them. */
export async function writeDocuments(jobs, press, folder) {
  const calendarFor = openCalendars(press.library, 'en');
  const documents = [];
  for (const [at, job] of jobs.entries()) {
    if (at > 0 && at % 50 === 0) console.log(`${at} made`);
    for (const document of documentsOf(job, press.assemble({ ...job, calendar: calendarFor(job) }), folder)) {
      mkdirSync(dirname(document.path), { recursive: true });
      writeFileSync(document.path, (await press.print(document.tree, document.format, document.options)).bytes);
      documents.push(document);
    }
  }
  return documents;
}

/**
 * What a sample must not miss: each kind in each language and country, and each role in each kind, language and country; of what
 * is filled in, each kind, and each country in each language. All of it comes in every format and profile.
 */
function keysOf({ role, kind, locale, jurisdiction, person }) {
  return person
    ? [`filled ${kind}`, `filled ${jurisdiction} ${locale}`]
    : [`${kind} ${locale} ${jurisdiction}`, `${role.id} ${kind}`, `${role.id} ${locale}`, `${role.id} ${jurisdiction}`];
}

function documentsOf(job, tree, folder) {
  const { role, kind, locale, jurisdiction, person } = job;
  const stem = `${role.id}/${kind}.${locale}.${jurisdiction}${person ? '.filled' : ''}`;
  const document = (ending, format, options, more = []) => ({
    name: `${stem}.${ending}`,
    path: join(folder, `${stem}.${ending}`),
    twin: join(folder, `${stem}.${usualProfile}.pdf`),
    format,
    tree,
    options,
    traits: [role.id, kind, locale, jurisdiction, person ? 'filled' : 'blank', ...more],
  });
  const attachment = roleData(job, tree.subject);
  return [
    document('docx', 'docx', {}),
    ...profiles.map((profile) => document(`${profile}.pdf`, 'pdf', { profile, attachment }, [profile])),
    document('html', 'html', {}),
  ];
}

const blankForms = (roles) =>
  roles.flatMap((role) =>
    kindsOf(role).flatMap((kind) =>
      role.languages.flatMap((locale) =>
        countriesOf(role, kind, locale).map((jurisdiction) => ({
          role,
          kind,
          locale,
          jurisdiction,
          organisation: null,
          person: null,
          date: null,
          logo: null,
          former: formerFor(kind, role),
        })),
      ),
    ),
  );

const countriesOf = (role, kind, locale) =>
  (usualKinds.includes(kind) || role.id === inFull[0] ? jurisdictionIds : [usualJurisdiction[locale]]).filter((country) =>
    isIn(kind, country),
  );

/** What the example organisations give to their new colleagues, in all of their languages. */
const filledForms = (roles, shelf) =>
  examples.countries.flatMap((country) => {
    const file = `examples/organisation.${country}.yaml`;
    const { organisation, logo } = employerAt(file, openDesk(shelf), []);
    const person = readGood(shelf, `examples/person.${country}.yaml`, readPerson, 'person');
    const role = roles.find(({ id }) => id === examples.role);
    const made = kindsOf(role).filter((kind) => isIn(kind, country));
    return made.flatMap((kind) =>
      role.languages
        .filter((locale) => organisation.languages.includes(locale))
        .map((locale) => ({
          role,
          kind,
          locale,
          jurisdiction: organisation.jurisdiction,
          organisation,
          person,
          date: examples.date,
          logo,
          former: formerFor(kind, role),
        })),
    );
  });

const kindsOf = (role) => (inFull.includes(role.id) ? kinds : usualKinds).filter((kind) => lackingFor(kind, role) === null);

function readGood(shelf, path, read, what) {
  const reading = read(shelf, path);
  if (!reading[what]) throw new Error(`${path} cannot be read: ${reading.diagnostics.map(({ code }) => code).join(', ')}`);
  return reading[what];
}
