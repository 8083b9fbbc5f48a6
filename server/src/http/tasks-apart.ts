/**
 * Tasks on what strangers bring: each is done in a process of its own, that may end before it has an answer. They are given all that they need
 * as plain data, and nothing of the service.
 */
import { readCards } from '../sign/certificate.js';
import type { Card } from '../sign/certificate.js';
import { isAllowed } from '../sign/changes.js';
import { readLists } from '../sign/revocation.js';
import { verifyPdf } from '../sign/verify.js';
import type { Report, SignatureReport } from '../sign/verify.js';

/** A certificate without what does not come through between processes. */
export type PlainCard = Pick<Card, 'subject' | 'issuer' | 'serial' | 'from' | 'until' | 'fingerprint'>;

export interface PlainReport extends Omit<Report, 'signatures'> {
  readonly signatures: readonly PlainSignature[];
}
export interface PlainSignature extends Omit<SignatureReport, 'signer' | 'stamp'> {
  readonly signer: PlainCard | null;
  readonly stamp: {
    readonly time: Date;
    readonly authority: string;
    readonly trust: NonNullable<SignatureReport['stamp']>['trust'];
  } | null;
}

/** Told of a file that anybody brings; a paper has a few of each. */
const mostSignatures = 50;
const mostChanges = 50;

export interface LookAsked {
  readonly bytes: Uint8Array;
  /** UTC. */
  readonly now: string;
  /** Files of certificates that are trusted, and of those that were revoked; nobody is trusted where they are left out. */
  readonly roots?: Uint8Array;
  readonly lists?: Uint8Array;
}

const plainCard = ({ subject, issuer, serial, from, until, fingerprint }: Card): PlainCard => ({
  ...{ subject, issuer, serial, from, until, fingerprint },
});

/** What a file says of itself, to whoever brings it: nothing of the register is asked. */
export async function checkFile({ bytes, now, roots, lists }: LookAsked): Promise<PlainReport> {
  const { signatures, ...report } = await verifyPdf(bytes, {
    roots: roots === undefined ? [] : readCards(roots),
    lists: lists === undefined ? [] : readLists(lists),
    ...{ certificates: [], now: new Date(now) },
  });
  return {
    ...report,
    signatures: signatures.slice(0, mostSignatures).map(({ signer, stamp, changes, ...rest }) => ({
      ...rest,
      // Those that may not be go first: what is told stays true where not all is.
      changes: [...changes.filter((one) => !isAllowed(one)), ...changes.filter(isAllowed)].slice(0, mostChanges),
      signer: signer && plainCard(signer),
      stamp: stamp && { time: stamp.time, authority: stamp.authority.subject, trust: stamp.trust },
    })),
  };
}

const tooMuch: PlainReport = { signatures: [], fault: 'too-large', hidden: 0, verdict: 'invalid' };

export interface ApartTask {
  readonly run: (input: never) => Promise<unknown>;
  /** The answer where the process comes to no end, or ends without one. */
  readonly otherwise: unknown;
}

/** By name; what is not here is done by a thread of the crew. */
export const apartTasks = {
  'check-file': { run: checkFile, otherwise: tooMuch },
} as const satisfies Readonly<Record<string, ApartTask>>;

export type ApartName = keyof typeof apartTasks;

export const isApart = (task: string): task is ApartName => Object.hasOwn(apartTasks, task);

/** Does such a task, wherever it is done. */
export type Apart = <N extends ApartName>(
  task: N,
  input: Parameters<(typeof apartTasks)[N]['run']>[0],
) => ReturnType<(typeof apartTasks)[N]['run']>;

/** Here and now, as in the process that is made for it. */
export const apartHere: Apart = (task, input) => apartTasks[task].run(input) as ReturnType<(typeof apartTasks)[typeof task]['run']>;
