/** The key that seals: read, tried and judged before anything is sealed with it. */
import { spawn } from 'node:child_process';
import { warnFrom } from '../../http/care.js';
import { readCards } from '../../sign/certificate.js';
import { daysLeft, faultOfKey, keyBehind, keyFromP12 } from '../../sign/keys.js';
import type { KeyFault, SealKey } from '../../sign/keys.js';
import { readLists } from '../../sign/revocation.js';
import { refusal } from '../../register/setting.js';
import type { Counter } from '../counter.js';
import { selector } from './words.js';

export interface KeyOptions {
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly signCommand?: string;
  readonly certificate?: string;
  readonly crl?: string;
}

/** Opens the key that a command line names. Throws a Refusal for one that cannot or must not seal. */
export async function keyOf(options: KeyOptions, counter: Counter): Promise<SealKey> {
  const { terminal, edge, problems } = counter;
  const { workspace } = terminal;
  const read = (file: string): Uint8Array => workspace.readBytes(file);
  const place = options.key ?? options.signCommand;
  if (place === undefined || (options.key !== undefined && options.signCommand !== undefined)) throw refusal('seal-needs-key');
  let opened: SealKey | KeyFault;
  if (options.key !== undefined) {
    const passphrase =
      options.passphraseFile === undefined
        ? (terminal.environment['ROLEWRIGHT_PASSPHRASE'] ?? '')
        : workspace.readText(options.passphraseFile).replace(/\r?\n$/, '');
    opened = await keyFromP12(read(options.key), passphrase);
  } else {
    if (options.certificate === undefined) throw refusal('seal-needs-certificate');
    const [program = '', ...args] = commandWords(options.signCommand ?? '');
    opened = await keyBehind(readCards(read(options.certificate)), (digest) => signedBy(program, args, digest, terminal.folder));
  }
  const lists = options.crl === undefined ? [] : readLists(read(options.crl));
  if (options.crl !== undefined && lists.length === 0) throw refusal('seal-no-crl', { file: options.crl });
  const now = edge.now();
  const fault = typeof opened === 'string' ? opened : await faultOfKey(opened, now, lists);
  if (fault !== null || typeof opened === 'string') {
    const card = typeof opened === 'string' ? null : opened.certificate;
    throw refusal('seal-key-refused', {
      ...{ place, fault: selector(fault ?? 'unreadable'), subject: card?.subject ?? '' },
      day: card ? counter.dayInWords((fault === 'not-yet' ? card.from : card.until).toISOString().slice(0, 10)) : '',
    });
  }
  const days = daysLeft(opened.certificate, now);
  if (days < warnFrom) problems.push({ code: 'seal-key-ends', severity: 'warning', args: { subject: opened.certificate.subject, days } });
  return opened;
}

/** Words of a command: parted by spaces, held together by quotation marks. No shell reads them. */
export const commandWords = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/** Milliseconds: a token may ask its holder to press a button. */
const patience = 60_000;
/** Bytes; a signature has a few hundred. */
const longest = 16_384;

/** Gives a program a digest and takes the signature that it writes. */
async function signedBy(program: string, args: readonly string[], digest: Uint8Array, folder: string | undefined): Promise<Uint8Array> {
  const fail = (reason: string) => refusal('seal-command-failed', { command: program, reason });
  return await new Promise<Uint8Array>((resolve, reject) => {
    const child = spawn(program, [...args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], timeout: patience, killSignal: 'SIGKILL' });
    const out: Buffer[] = [];
    let [size, told] = [0, ''];
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > longest) child.kill('SIGKILL');
      else out.push(part);
    });
    child.stderr.on('data', (part: Buffer) => void (told = `${told}${part.toString()}`.slice(-500)));
    child.on('error', (error) => reject(fail(error.message)));
    // A program that wants no digest closes its ear.
    child.stdin.on('error', () => {});
    child.on('close', (code, signal) => {
      if (code === 0 && size > 0) resolve(new Uint8Array(Buffer.concat(out)));
      else reject(fail(told.trim() || (signal ?? String(code ?? ''))));
    });
    child.stdin.end(digest);
  });
}
