/** Sealed papers and pages of answers by a link, of three languages and all profiles: a seal must leave a file all that it promises. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontBytes } from '../dist/index.js';
import { keyFromP12 } from '../server/dist/sign/keys.js';
import { sealPdf } from '../server/dist/sign/seal.js';
import { makeKey } from '../bench/seal/judge.mjs';
import { openLibrary, openWorkspace, packageWorkspace, readOrganisation, readRole, usualJurisdiction } from '../dist/index.js';
import { certificate } from '../server/dist/papers/certificate.js';
import { paperSetting } from '../server/dist/papers/words.js';

/** Where each paper is sealed; null: unseen. */
const papers = [
  ['job-description', 'ru', 'approver-signature'],
  ['job-description', 'en', 'superior-signature'],
  ['job-description', 'nl', 'employer-signature'],
  ['role-handbook', 'nl', null],
];
const sealedAt = new Date('2026-12-01T09:00:00.000Z');

/** Writes them to `folder`, with a key that lives no longer than this. `sealed` says that they are. */
export async function makeSeals(folder, press) {
  const keys = mkdtempSync(join(tmpdir(), 'rolewright-key-'));
  try {
    makeKey(keys);
    const key = await keyFromP12(readFileSync(join(keys, 'key.p12')), 'bench');
    const shelf = packageWorkspace();
    const { role } = readRole(shelf, 'roles/sales-manager.yaml');
    const trees = [
      ...papers.map(([kind, locale, field]) => {
        const job = {
          role,
          kind,
          locale,
          jurisdiction: usualJurisdiction[locale],
          organisation: null,
          person: null,
          date: null,
          logo: null,
        };
        return { name: `${kind}.${locale}`, tree: press.assemble(job), field, traits: [kind, locale] };
      }),
      ...Object.keys(answers).map((locale) => ({
        ...{ name: `answer.${locale}`, tree: answerPage(locale, shelf), field: null, traits: ['answer-record', locale] },
      })),
    ];
    const documents = [];
    for (const { name: stem, tree, field, traits } of trees) {
      for (const profile of ['1a', '2a', '3a']) {
        const name = `seals/${stem}.${profile}.pdf`;
        const path = join(folder, name);
        const { bytes } = await press.print(tree, 'pdf', { profile });
        const fonts = { serif: await fontBytes('serif'), sans: await fontBytes('sans') };
        const sealed = await sealPdf(new Uint8Array(bytes), key, {
          ...{ field, now: sealedAt, level: 'B-B', stampTime: null, label: 'Seal' },
          sign: ({ family }) => ({ lines: ['ООО «Ромашка»', '01.12.2026 09:00 UTC, PAdES B-B'], font: fonts[family] }),
        });
        if ('code' in sealed) throw new Error(`${name}: ${sealed.code}`);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, sealed.bytes);
        documents.push({ name, path, format: 'pdf', tree, options: { profile }, sealed: true, traits: ['seal', ...traits] });
      }
    }
    return documents;
  } finally {
    rmSync(keys, { recursive: true });
  }
}

/** An answer in each language: with what it says and by whom, acknowledged or not. */
const answers = {
  ru: {
    country: 'ru',
    person: 'Соколова Анна Петровна',
    title: 'Должностная инструкция менеджера по продажам',
    outcome: 'acknowledged',
    statement: 'С должностной инструкцией менеджера по продажам № 12 ознакомлена.',
  },
  en: {
    country: 'gb',
    person: 'Anna Smith',
    title: 'Job description of the sales manager',
    outcome: 'declined',
    statement: 'The travelling is more than was agreed.',
  },
  nl: {
    country: 'nl',
    person: 'Anna de Vries',
    title: 'Functieomschrijving salesmanager',
    outcome: 'acknowledged',
    statement: 'Ik heb kennisgenomen van de functieomschrijving nr. 12.',
  },
};
const mark = (letter) => letter.repeat(64);
const moment = (time) => ({ utc: `2026-12-01T${time}:00.000Z`, local: `2026-12-01 ${time}:00 GMT+1` });

/** The page of evidence with everything in it that can be. */
function answerPage(locale, shelf) {
  const { country, person, title, outcome, statement } = answers[locale];
  const { organisation } = readOrganisation(shelf, `examples/organisation.${country}.yaml`);
  const own = openWorkspace(fileURLToPath(new URL('../server', import.meta.url)));
  const setting = paperSetting({ locale, jurisdiction: country, organisation, logo: null }, openLibrary(shelf), own);
  const evidence = {
    format: 'rolewright-evidence/1',
    document: {
      ...{ id: 'd_1', kind: 'job-description', title, number: '12', version: '2.1.0', dated: '2026-12-01', locale, jurisdiction: country },
      ...{ fingerprint: mark('a'), files: [{ format: 'pdf', sha256: mark('b') }], shown: mark('c') },
    },
    held: { document: 'd_0', number: '7', version: '2.0.0' },
    ...{ request: 'r_1', outcome, statement, locale },
    person: { id: 'p_1', name: person, number: '00102' },
    identification: {
      channel: 'mail',
      given: 'a•••@example.com',
      proof: 'pin',
      at: '2026-12-01T08:31:00.000Z',
      codeTo: null,
      pinSet: '2026-11-30T09:00:00.000Z',
    },
    times: {
      zone: 'Europe/Amsterdam',
      ...{
        requested: moment('08:00'),
        sent: moment('08:01'),
        opened: moment('08:30'),
        identified: moment('08:31'),
        answered: moment('08:45'),
      },
    },
    device: {
      address: '203.0.113.7',
      agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130 Safari/537.36',
    },
    rules: { sha256: mark('d'), regulation: null, laws: ['eIDAS, art. 25'] },
    software: 'rolewright-server 0.2.0',
    after: { seq: 1204, hash: mark('e') },
    timestamp: null,
  };
  return certificate(evidence, { sha256: mark('f'), isSealed: true }, setting);
}
