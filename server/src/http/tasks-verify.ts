/** Tasks of looking whether things are what they were: the register as a whole, and a file that somebody brings. */
import { createHash } from 'node:crypto';
import { createPhrases, ownData } from 'rolewright';
import type { Phrases } from 'rolewright';
import { nameIn, paperLabel, someone } from '../register/find.js';
import type { Card } from '../sign/certificate.js';
import { isAllowed } from '../sign/changes.js';
import { verifyPdf } from '../sign/verify.js';
import type { Report, SignatureReport } from '../sign/verify.js';
import { verify } from '../verify/verify.js';
import type { Tasks, Workshop } from './tasks.js';

export interface VerdictShown {
  readonly whole: boolean;
  readonly events: number;
  readonly files: number;
  /** How many faults there are of each sort, in words. */
  readonly faults: readonly { readonly words: string; readonly count: number; readonly places: readonly string[] }[];
}

export interface FileShown {
  readonly sha256: string;
  /** The document of the register whose file it is, to the byte. */
  readonly document: {
    readonly name: string;
    readonly state: string;
    readonly isInForce: boolean;
    readonly person: string | null;
    readonly personName: string | null;
  } | null;
  readonly verdict: 'valid' | 'unproved' | 'invalid' | 'unsigned';
  readonly words: string;
  readonly signers: readonly string[];
}

/** A report without what does not come through between threads. */
export interface PlainReport extends Omit<Report, 'signatures'> {
  readonly signatures: readonly PlainSignature[];
}
export interface PlainSignature extends Omit<SignatureReport, 'signer' | 'stamp'> {
  readonly signer: Pick<Card, 'subject' | 'issuer' | 'until'> | null;
  readonly stamp: { readonly time: Date; readonly authority: string } | null;
}

/** Told of a file that anybody brings; a paper has a few of each. */
const mostSignatures = 50;
const mostChanges = 50;

/** Faults that are read for their places. */
const mostFaults = 200;
const mostPlaces = 5;

const phrases = (file: string, { setting, own }: Workshop): Phrases =>
  createPhrases(ownData(own, `locales/${file}.${setting.language}.yaml`), setting.language);

export const verifyTasks = {
  async 'hr-verify'({ now }: { now: string }, shop: Workshop): Promise<VerdictShown> {
    const { whole, events, files, faults, counts } = await verify(shop.setting.storage, {
      anchors: [],
      now: new Date(now),
      limit: mostFaults,
    });
    const say = phrases('cli', shop);
    return {
      ...{ whole, events, files },
      faults: [...counts].map(([code, count]) => ({
        words: say(`faults.${code}`),
        count,
        places: faults
          .filter((one) => one.code === code)
          .slice(0, mostPlaces)
          .map(({ seq, table, of }) => [seq === undefined ? null : `#${seq}`, table, of].filter(Boolean).join(' ')),
      })),
    };
  },
  /** What a file says of itself, to whoever brings it: nothing of the register is asked. */
  async 'check-file'({ bytes, now }: { bytes: Uint8Array; now: string }): Promise<PlainReport> {
    const { signatures, ...report } = await verifyPdf(bytes, { roots: [], certificates: [], lists: [], now: new Date(now) });
    return {
      ...report,
      signatures: signatures.slice(0, mostSignatures).map(({ signer, stamp, changes, ...rest }) => ({
        ...rest,
        // Those that may not be go first: what is told stays true where not all is.
        changes: [...changes.filter((one) => !isAllowed(one)), ...changes.filter(isAllowed)].slice(0, mostChanges),
        signer: signer && { subject: signer.subject, issuer: signer.issuer, until: signer.until },
        stamp: stamp && { time: stamp.time, authority: stamp.authority.subject },
      })),
    };
  },
  async 'hr-verify-file'({ bytes, now }: { bytes: Uint8Array; now: string }, shop: Workshop): Promise<FileShown> {
    const { setting, life } = shop;
    const { read } = setting.storage;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const row = await read.documentWithFile(sha256);
    const person = row?.person == null ? undefined : await read.person(row.person);
    const report = await verifyPdf(bytes, { roots: [], certificates: [], lists: [], now: new Date(now) });
    const say = phrases('seal', shop);
    const states: Readonly<Record<string, string>> = life(setting.language).states.document;
    return {
      sha256,
      document: row
        ? {
            ...{ name: paperLabel(row, setting), state: states[row.state] ?? row.state, isInForce: row.state === 'issued' },
            ...{ person: row.person, personName: person ? nameIn(someone(person), setting.language) : null },
          }
        : null,
      verdict: report.verdict,
      words: report.fault === null ? say(`verdict.${report.verdict}`) : say('verdict.unreadable', { fault: say(`faults.${report.fault}`) }),
      signers: report.signatures.flatMap(({ signer }) =>
        signer
          ? [say('told.signer', { subject: signer.subject, issuer: signer.issuer, until: signer.until.toISOString().slice(0, 10) })]
          : [],
      ),
    };
  },
} satisfies Tasks;
