/** `rolewright verify`: what a file says of itself, in words. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Phrases } from 'rolewright';
import { changeInWords, timeInWords } from '../../http/seal-words.js';
import type { PlainReport, PlainSignature } from '../../http/tasks-apart.js';
import { shownNumber } from '../../register/series.js';
import { refusal } from '../../register/setting.js';
import { readCards } from '../../sign/certificate.js';
import { pdfTime } from '../../sign/pdf-time.js';
import { readLists } from '../../sign/revocation.js';
import type { Answer } from '../answer.js';
import type { Counter } from '../counter.js';
import { inProcess } from '../apart.js';
import { exit } from '../terminal.js';
import { phrasesOf } from './words.js';

export interface VerifyOptions {
  readonly roots?: string;
  readonly crl?: string;
  readonly json?: boolean;
}

/** A document of the register; null where it is not known there. */
export interface Own {
  readonly number: string;
  /** Its id. */
  readonly document: string;
  /** In words. */
  readonly state: string;
}

/** Finds a document by the SHA-256 of its file. */
export type LookUp = (sha256: string) => Promise<Own | null>;

/** Judges files; the exit code is that of findings unless all of them are sealed, whole and, with roots, proved. */
export async function verify(files: readonly string[], options: VerifyOptions, counter: Counter): Promise<Answer> {
  const { workspace } = counter.desk;
  const [roots, lists] = [options.roots, options.crl].map((file) => (file === undefined ? undefined : workspace.readBytes(file)));
  if (roots !== undefined && readCards(roots).length === 0) throw refusal('seal-no-roots', { file: options.roots ?? '' });
  if (lists !== undefined && readLists(lists).length === 0) throw refusal('seal-no-crl', { file: options.crl ?? '' });
  const apart = counter.terminal.apart ?? inProcess;
  const lookUp = registerOf(counter);
  const say = phrasesOf(counter);
  const lines: string[] = [];
  const data: object[] = [];
  let good = true;
  for (const file of files) {
    const bytes = workspace.readBytes(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const trusted = { ...(roots !== undefined && { roots }), ...(lists !== undefined && { lists }) };
    const report = await apart('check-file', { bytes, ...trusted, now: counter.edge.now().toISOString() });
    const own = lookUp ? await lookUp(sha256) : undefined;
    good &&= report.verdict === 'valid' || (report.verdict === 'unproved' && roots === undefined);
    lines.push(file, ...inWords(report, say, roots !== undefined).map((line) => `  ${line}`));
    if (own !== undefined) lines.push(`  ${own ? say('register.known', { ...own }) : say('register.unknown')}`);
    data.push({ file, sha256, ...plain(report), register: own === undefined ? null : { known: own !== null, ...own } });
  }
  return { data: { files: data }, lines, code: good ? exit.ok : exit.findings };
}

/** Looks into the register of the folder; null where there is none. */
function registerOf(counter: Counter): LookUp | null {
  if (counter.target.postgres === undefined && !existsSync(counter.target.folder)) return null;
  return (sha256) =>
    counter.withStorage(async ({ read }) => {
      const document = await read.documentWithFile(sha256);
      if (!document) return null;
      const states: Readonly<Record<string, string>> = counter.lifeWords.states.document;
      return { number: shownNumber(document), document: document.id, state: states[document.state] ?? document.state };
    });
}

/** A report in lines, for people. */
export function inWords({ signatures, fault, hidden, verdict }: PlainReport, say: Phrases, hasRoots: boolean): readonly string[] {
  if (fault !== null) return [say('verdict.unreadable', { fault: say(`faults.${fault}`) })];
  const lines = signatures.flatMap((one) => signatureLines(one, say, hasRoots));
  if (hidden > 0) lines.push(say('told.hidden', { n: hidden }));
  lines.push(say(`verdict.${verdict}`));
  return lines;
}

function signatureLines(one: PlainSignature, say: Phrases, hasRoots: boolean): readonly string[] {
  const { field, kind, faults, signer, trust, revocation, claimed, stamp, stampFault, level, lacks, coversAll, changes } = one;
  const lines = [kind === 'time-stamp' ? say('told.timeStamp', { field }) : say('told.signature', { field })];
  const detail = (text: string): void => void lines.push(`  ${text}`);
  for (const code of faults) detail(say(`faults.${code}`));
  if (signer) {
    detail(say('told.signer', { subject: signer.subject, issuer: signer.issuer, until: signer.until.toISOString().slice(0, 10) }));
    detail(say(`trust.${trust}`));
    detail(say(`revocation.${revocation}`));
  }
  const time = claimed === null ? null : pdfTime(claimed);
  if (kind === 'signature' && time) detail(say('told.claimed', { time: timeInWords(time) }));
  if (stamp)
    detail(say('told.stamped', { time: timeInWords(stamp.time), authority: stamp.authority, trust: hasRoots ? stamp.trust : 'asked' }));
  if (stampFault !== null && kind === 'signature') detail(say('told.stampFault', { fault: say(`faults.${stampFault}`) }));
  if (level !== null) detail(say('told.level', { level }));
  else if (kind === 'signature' && !lacks.includes('not-intact'))
    detail(say('told.noLevel', { lacks: lacks.map((lack) => say(`lacks.${lack}`)).join('; ') }));
  if (coversAll) detail(say('told.coversAll'));
  else if (faults.length === 0 && changes.length === 0) detail(say('told.nothingSeen'));
  for (const change of changes) detail(changeInWords(change, say));
  return lines;
}

/** A report as programs read it: certificates by what identifies them. */
const plain = ({ signatures, fault, hidden, verdict }: PlainReport): object => ({
  ...{ verdict, fault, hidden },
  signatures: signatures.map(({ signer, stamp, ...rest }) => ({
    ...rest,
    signer: signer && {
      ...{ subject: signer.subject, issuer: signer.issuer, serial: signer.serial, sha256: signer.fingerprint },
      ...{ from: signer.from.toISOString(), until: signer.until.toISOString() },
    },
    stamp: stamp && { time: stamp.time.toISOString(), authority: stamp.authority, trust: stamp.trust },
  })),
});
