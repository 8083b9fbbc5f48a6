/**
 * The evidence of an answer by a link: what was shown, what was said in which words, by whom and how that was known, when, and where in
 * the chain it stands. It is canonical JSON, kept as a file whose hash is in the event; nothing of it is ever changed.
 */
import { createHash } from 'node:crypto';
import { editionOf, fullName, spelt } from 'rolewright';
import type { Locale } from 'rolewright';
import { canonical } from '../chain/canonical.js';
import type { Json } from '../chain/canonical.js';
import type { Life } from '../life/fold.js';
import { registerId } from '../life/ids.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf } from './ask.js';
import { wordsIn } from './distance.js';
import type { Distance } from './distance.js';
import type { RequestMeant } from './find.js';
import { lawsOf } from './law.js';
import { titleOf } from './journal.js';
import { shownNumber } from './series.js';
import { employerOf } from './setting.js';
import type { Setting } from './setting.js';

/** How it was known who answered. */
export interface Identification {
  /** The link: sent to the person’s own address, or printed and handed over by somebody. */
  readonly channel: 'mail' | 'hand';
  /** The address in part, or who handed it over. */
  readonly given: string;
  /** pin: known to the person alone; code: sent to an address of the person; hand: nothing but the paper that was handed over. */
  readonly proof: 'pin' | 'code' | 'hand';
  /** When it was shown, in UTC. */
  readonly at: string;
  /** Where the code went, in part. */
  readonly codeTo: string | null;
  /** When the PIN was chosen, in UTC. */
  readonly pinSet: string | null;
}

export interface Answering {
  readonly outcome: 'acknowledged' | 'declined';
  /** The very words that were agreed to, or why the person does not agree. */
  readonly statement: string;
  /** In which the page was read. */
  readonly locale: Locale;
  readonly identification: Identification;
  readonly device: { readonly address: string; readonly agent: string } | null;
  readonly version: string;
}

interface Moment {
  readonly utc: string;
  readonly local: string;
}

/** An evidence as it is read again; what is not known is null. */
export interface Evidence {
  readonly format: 'rolewright-evidence/1';
  readonly document: {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly number: string;
    readonly version: string;
    readonly dated: string;
    readonly locale: string;
    readonly jurisdiction: string;
    readonly fingerprint: string;
    readonly files: readonly { readonly format: string; readonly sha256: string }[];
    /** The piece of the page that was shown on the screen, with what had changed. */
    readonly shown: string | null;
  };
  readonly held: { readonly document: string; readonly number: string; readonly version: string } | null;
  readonly request: string;
  readonly outcome: Answering['outcome'];
  readonly statement: string;
  readonly locale: Locale;
  readonly person: { readonly id: string; readonly name: string; readonly number: string | null };
  readonly identification: Identification;
  readonly times: {
    readonly zone: string;
    readonly requested: Moment | null;
    readonly sent: Moment | null;
    readonly opened: Moment | null;
    readonly identified: Moment;
    readonly answered: Moment;
  };
  readonly device: Answering['device'];
  readonly rules: {
    readonly sha256: string;
    readonly regulation: string | null;
    /** On what an answer on the screen rests, as it is cited; left out of records of older programs. */
    readonly laws?: readonly string[];
  };
  readonly software: string;
  /** The event before this answer. */
  readonly after: { readonly seq: number; readonly hash: string };
  /** No time-stamp server was asked. */
  readonly timestamp: null;
}

/** A time in a zone, with its distance from UTC: `2026-12-03 12:07:05 GMT+1`. */
export function localTime(utc: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ hourCycle: 'h23', timeZoneName: 'longOffset' },
  }).formatToParts(new Date(utc));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')} ${of('timeZoneName')}`;
}

/** The evidence of an answer that is given now. */
export async function evidenceOf(
  { request, document, person }: RequestMeant,
  life: Life<'request'>,
  { outcome, statement, locale, identification, device, version }: Answering,
  distance: Distance,
  setting: Setting,
  tx: Transaction,
): Promise<Evidence> {
  const { zone } = distance;
  const at = setting.storage.edge.now().toISOString();
  const moment = (utc: string): Moment => ({ utc, local: localTime(utc, person.known?.zone ?? zone) });
  const when = (event: { readonly at: string } | undefined): Moment | null => (event ? moment(event.at) : null);
  const held = life.last.requested?.payload?.held;
  const before = held === undefined ? undefined : await tx.document(held);
  const files = await tx.documentFiles(document.id);
  const organisation = employerOf(setting);
  const { regulation } = organisation.distance ?? {};
  const register = await lifeOf('register', registerId, tx);
  const { seq, hash } = await tx.head();
  return {
    format: 'rolewright-evidence/1',
    document: {
      ...{ id: document.id, kind: document.kind, title: await titleOf(document, document.locale as Locale, setting) },
      ...{ number: shownNumber(document), version: editionOf(document.role_version), dated: document.dated, locale: document.locale },
      ...{ jurisdiction: document.jurisdiction, fingerprint: document.fingerprint },
      files: files.map(({ format, sha256 }) => ({ format, sha256 })),
      shown: life.last.requested?.payload?.shown ?? null,
    },
    held: before ? { document: before.id, number: shownNumber(before), version: editionOf(before.role_version) } : null,
    ...{ request: request.id, outcome, statement, locale },
    person: {
      id: person.id,
      name: person.known ? fullName(spelt(person.known.names, document.locale as Locale), document.locale as Locale) : '',
      number: person.externalId,
    },
    identification,
    times: {
      zone: person.known?.zone ?? zone,
      ...{ requested: when(life.last.requested), sent: when(life.last.sent), opened: when(life.last.opened) },
      identified: moment(identification.at),
      answered: moment(at),
    },
    device: distance.device ? device : null,
    rules: {
      sha256: createHash('sha256')
        .update(canonical(register.last['rules-set']?.payload ?? {}))
        .digest('hex'),
      regulation: regulation
        ? [typeof regulation.name === 'string' ? regulation.name : wordsIn(regulation.name, locale), regulation.number, regulation.date]
            .filter(Boolean)
            .join(', ')
        : null,
      laws: lawsOf('link', document.jurisdiction, setting.desk.library),
    },
    software: `rolewright-server ${version}`,
    after: { seq, hash },
    timestamp: null,
  };
}

export const evidenceBytes = (evidence: Evidence): Uint8Array => new TextEncoder().encode(canonical(evidence as unknown as Json));
export const readEvidence = (bytes: Uint8Array): Evidence => JSON.parse(new TextDecoder().decode(bytes)) as Evidence;
