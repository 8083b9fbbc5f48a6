import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { openAuthority, openClock, passphrase } from './authority.js';
import type { Authority, Clock } from './authority.js';
import { keyFromP12 } from '../src/sign/keys.js';
import { sealPdf } from '../src/sign/seal.js';
import { verifyPdf } from '../src/sign/verify.js';
import { readCards } from '../src/sign/certificate.js';

let authority: Authority; let clock: Clock;
beforeAll(async () => { authority = openAuthority(); clock = await openClock(authority); }, 60000);
afterAll(async () => { await clock.close(); authority.close(); });
it('works', async () => {
  for (const [l, p12] of [['ru','valid'],['en','legacy'],['nl','elliptic'],['nl','elliptic-legacy']] as const) {
    const key = await keyFromP12(authority.bytes(`${p12}.p12`), passphrase);
    if (typeof key === 'string') throw new Error(key);
    const bytes = new Uint8Array(readFileSync(`/tmp/seal/${l}/sales-manager/job-description.${l}.pdf`));
    const t0 = process.cpuUsage();
    const sealed = await sealPdf(bytes, key, { field: l === 'ru' ? 'approver-signature' : 'employee-signature', now: new Date('2026-11-30T09:00:00Z'), level: 'B-B', stampTime: null, label: 'Seal',
      sign: ({ language, family }) => ({ lines: ['Электронная подпись: ' + key.certificate.subject + language, '30.11.2026 12:00 · PAdES B-B'], font: new Uint8Array(readFileSync(`/work/main/node_modules/@expo-google-fonts/${family === 'serif' ? 'tinos/400Regular/Tinos' : 'arimo/400Regular/Arimo'}_400Regular.ttf`)) }) });
    console.log(p12, 'code' in sealed ? sealed : [sealed.bytes.length - bytes.length, sealed.level, process.cpuUsage(t0).user / 1000]);
    if ('code' in sealed) continue;
    writeFileSync(`/tmp/seal/sealed.${l}.pdf`, sealed.bytes);
    const t1 = process.cpuUsage();
    const r = await verifyPdf(sealed.bytes, { roots: readCards(authority.bytes('root.pem')), certificates: [], lists: [], now: new Date() });
    console.log(JSON.stringify(r, (k, v) => k === 'signer' ? v?.subject : v), process.cpuUsage(t1).user / 1000);
  }
}, 60000);
