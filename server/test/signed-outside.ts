/** Signatures that were made outside: detached files by openssl, and one by an algorithm that nothing here can reckon. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentInfo, SignedData } from 'pkijs';
import { exact } from '../src/sign/cms.js';

export interface Outside {
  readonly folder: string;
  /** A detached signature over the content by `who`, in DER; `more` are flags of `openssl cms`. */
  sign(who: 'firm' | 'anna', content: Uint8Array, more?: readonly string[]): Uint8Array;
  /** Runs openssl in the folder. */
  openssl(...args: readonly string[]): string;
  close(): void;
}

/** Keys of an employer and an employee: one of RSA, one on a curve. */
export function openOutside(): Outside {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-outside-'));
  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', [...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const make = (name: string, subject: string, key: readonly string[]): void =>
    void openssl(
      ...['req', '-x509', '-utf8', '-nodes', '-days', '30000', '-subj', subject, ...key],
      ...['-keyout', `${name}.key`, '-out', `${name}.pem`],
    );
  make('firm', '/CN=ООО «Ромашка»', ['-newkey', 'rsa:2048']);
  make('anna', '/CN=Анна Фёдорова', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
  return {
    folder,
    openssl,
    sign(who, content, more = []) {
      writeFileSync(join(folder, 'content'), content);
      const key = ['-signer', `${who}.pem`, '-inkey', `${who}.key`, '-md', 'sha256'];
      openssl('cms', '-sign', '-binary', '-in', 'content', '-outform', 'DER', '-out', 'signature', ...key, ...more);
      return new Uint8Array(readFileSync(join(folder, 'signature')));
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The same signature as if it were made by the algorithms of GOST (RFC 9215): it says so, and nobody here can tell whether it holds. */
export function asGost(der: Uint8Array): Uint8Array {
  const info = ContentInfo.fromBER(exact(der));
  const signed = new SignedData({ schema: info.content });
  const [signer] = signed.signerInfos;
  if (!signer) throw new Error('nobody signed');
  signer.digestAlgorithm.algorithmId = '1.2.643.7.1.1.2.2';
  signer.signatureAlgorithm.algorithmId = '1.2.643.7.1.1.1.1';
  return new Uint8Array(new ContentInfo({ contentType: info.contentType, content: signed.toSchema(true) }).toSchema().toBER());
}
