/** Sealed papers, of three languages and all profiles: a seal must leave a file all that it promises. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fontBytes } from '../dist/index.js';
import { keyFromP12 } from '../server/dist/sign/keys.js';
import { sealPdf } from '../server/dist/sign/seal.js';
import { makeKey } from '../bench/seal/judge.mjs';
import { packageWorkspace, readRole, usualJurisdiction } from '../dist/index.js';

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
    const { role } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
    const documents = [];
    for (const [kind, locale, field] of papers) {
      const job = { role, kind, locale, jurisdiction: usualJurisdiction[locale], organisation: null, person: null, date: null, logo: null };
      const tree = press.assemble(job);
      for (const profile of ['1a', '2a', '3a']) {
        const name = `seals/${kind}.${locale}.${profile}.pdf`;
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
        documents.push({ name, path, format: 'pdf', tree, options: { profile }, sealed: true, traits: ['seal', kind, locale] });
      }
    }
    return documents;
  } finally {
    rmSync(keys, { recursive: true });
  }
}
