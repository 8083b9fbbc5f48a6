/** Tasks of looking whether things are what they were: the register as a whole, and a file that somebody brings. */
import { createPhrases, ownData } from 'rolewright';
import type { Phrases } from 'rolewright';
import { nameIn, paperLabel, someone } from '../register/find.js';
import { verify } from '../verify/verify.js';
import type { PlainReport } from './tasks-apart.js';
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
  /** What a file is to HR; the report has been made apart. */
  async 'hr-verify-file'({ sha256, report }: { sha256: string; report: PlainReport }, shop: Workshop): Promise<FileShown> {
    const { setting, life } = shop;
    const { read } = setting.storage;
    const row = await read.documentWithFile(sha256);
    const person = row?.person == null ? undefined : await read.person(row.person);
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
