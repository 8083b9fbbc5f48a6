/** One person as HR sees them: the papers in force for them, what they were asked and answered, when and how, and what can be done now. */
import { editionOf, isAcknowledged, kindName, spelt } from 'rolewright';
import type { Locale, Workspace } from 'rolewright';
import type { Recorded } from '../../life/events.js';
import type { LifeWords } from '../../life/words.js';
import { isOpen } from '../../life/transitions.js';
import type { State } from '../../life/transitions.js';
import { statementFor } from '../../papers/for-request.js';
import { lifeOf } from '../../register/ask.js';
import { nameIn, someone } from '../../register/find.js';
import type { Someone } from '../../register/find.js';
import { disagrees } from '../../register/journal-notes.js';
import { refusalLawOf } from '../../register/law.js';
import { hasMoved } from '../../register/posts.js';
import { shownNumber } from '../../register/series.js';
import { refusal, rulesIn } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { statusOf } from '../../register/status.js';
import { voidingOf } from '../../register/void.js';
import { postOf, roleTitle } from '../../register/titles.js';
import type { DocumentRow } from '../../storage/queries.js';
import type { ViewRow } from '../../storage/tables.js';
import { capital, lineOf } from './register-rows.js';
import type { RegisterRow } from './register-rows.js';

export interface EventLine {
  readonly seq: number;
  /** UTC, as ISO 8601. */
  readonly at: string;
  readonly kind: string;
  /** What the event is called. */
  readonly words: string;
  /** What was said or decided, in the words of those who did. */
  readonly said: string | null;
  readonly by: string | null;
  /** Whether the person said that they do not agree, which is no refusal to sign. */
  readonly disagrees: boolean;
}

export interface PaperLine {
  readonly document: string;
  readonly name: string;
  readonly number: string;
  readonly version: string;
  readonly dated: string;
  readonly state: string;
  readonly stateWords: string;
  /** Whether it is in force for the person now. */
  readonly inForce: boolean;
  readonly formats: readonly string[];
  /** Where the person stands with it; null for what is nobody’s to acknowledge, or not in force any more. */
  readonly stand: RegisterRow | null;
  readonly request: RequestLine | null;
  /** That somebody has asked for it to be declared void, where it takes two; null where nobody has. */
  readonly voiding: { readonly seq: number; readonly by: string | null; readonly reason: string | null } | null;
  /** Everything that happened with it, first things first. */
  readonly events: readonly EventLine[];
}

export interface RequestLine {
  readonly id: string;
  readonly state: string;
  readonly open: boolean;
  readonly due: string | null;
  /** The words that the person agrees to. */
  readonly statement: string;
  readonly language: Locale;
  /** Whether the person has said that they do not agree, and neither signs nor refuses to. */
  readonly disagrees: boolean;
  /** Whether the acknowledgement can be taken back as noted by mistake: one that the person gave by a link is theirs. */
  readonly undoable: boolean;
  /** How a refusal is recorded in the country of the paper. */
  readonly refusal: { readonly act: boolean; readonly witnesses: number };
}

export interface PersonPage {
  readonly id: string;
  readonly name: string;
  /** The parts of the name, as the reader’s language spells it. */
  readonly parts: { readonly last: string; readonly particle: string; readonly first: string; readonly middle: string };
  readonly number: string | null;
  readonly gender: string | null;
  readonly email: string | null;
  readonly leftOn: string | null;
  readonly posts: readonly { readonly name: string; readonly from: string | null; readonly to: string | null; readonly here: boolean }[];
  readonly phone: string | null;
  /** Whether a move to another post is noted that can be taken back. */
  readonly moved: boolean;
  /** Whether the data are kept from being erased. */
  readonly held: boolean;
  readonly papers: readonly PaperLine[];
  readonly rules: { readonly scanByTwo: boolean; readonly voidByTwo: boolean };
}

/** Throws a Refusal where nobody has this id. */
export async function personPage(id: string, setting: Setting, own: Workspace, words: LifeWords): Promise<PersonPage> {
  const { read } = setting.storage;
  const { language, today } = setting;
  const row = await read.person(id);
  if (!row) throw refusal('register-nobody', { person: id });
  const person = someone(row);
  const holdings = await read.holdingsOf(id);
  const stands = (await statusOf({ person: id }, setting)).map((one) => lineOf(one, setting));
  const requests = await read.requestsOf({ person: id });
  const documents = await documentsFor(person, requests, stands, setting);
  const papers: PaperLine[] = [];
  for (const document of documents) papers.push(await paperLine(document, { person, requests, stands, own, words }, setting));
  const rules = await rulesIn(read);
  return {
    ...{
      id,
      name: nameIn(person, language),
      parts: partsOf(person, language),
      number: person.externalId,
      gender: person.known?.gender ?? null,
    },
    ...{ email: person.known?.email ?? null, phone: person.known?.phone ?? null, leftOn: person.leftOn },
    ...{ moved: await hasMoved(id, read), held: await read.isHeld(id) },
    posts: holdings.map(({ role, department, from_day, to_day }) => ({
      name: postOf(role ?? '', department, language, setting),
      ...{ from: from_day, to: to_day, here: to_day === null || to_day >= today },
    })),
    papers: papers.sort((one, other) => Number(other.inForce) - Number(one.inForce)),
    rules: { scanByTwo: rules.scanByTwo, voidByTwo: rules.voidByTwo },
  };
}

function partsOf({ known }: Someone, language: Locale): PersonPage['parts'] {
  const { last = '', particle = '', first = '', middle = '' } = known === null ? { last: '' } : spelt(known.names, language);
  return { last, particle, first, middle };
}

/** Those in force for the person, those that they were asked for, and those made out to them. */
async function documentsFor(
  person: Someone,
  requests: readonly ViewRow<'request'>[],
  stands: readonly RegisterRow[],
  { storage: { read } }: Setting,
): Promise<readonly DocumentRow[]> {
  const found = new Map((await read.documentsOf(person.id)).filter(({ state }) => state !== 'numbered').map((one) => [one.id, one]));
  const ids = [...stands.map(({ document }) => document), ...requests.flatMap(({ document }) => document ?? [])];
  for (const id of ids) {
    const document = found.has(id) ? undefined : await read.document(id);
    if (document) found.set(id, document);
  }
  return [...found.values()].sort((one, other) => other.event - one.event);
}

interface Around {
  readonly person: Someone;
  readonly requests: readonly ViewRow<'request'>[];
  readonly stands: readonly RegisterRow[];
  readonly own: Workspace;
  readonly words: LifeWords;
}

async function paperLine(document: DocumentRow, { person, requests, stands, own, words }: Around, setting: Setting): Promise<PaperLine> {
  const { read } = setting.storage;
  const { language, desk } = setting;
  const files = (await read.documentFiles(document.id)).filter(({ format }) => format !== 'json');
  const kept = new Set(await read.filesAmong(files.map(({ sha256 }) => sha256)));
  const stand = stands.find((one) => one.document === document.id) ?? null;
  const asked = requests.filter((one) => one.document === document.id);
  const current = asked.find(({ state }) => isOpen(state as State<'request'>)) ?? asked.at(-1) ?? null;
  const events: Recorded[] = [...(await read.eventsOf(document.id))];
  for (const one of asked) events.push(...(await read.eventsOf(one.id)));
  const acknowledged = isAcknowledged(desk.library.kind(document.kind), document.jurisdiction);
  const voiding = await voidingOf(document, setting);
  return {
    ...{
      document: document.id,
      number: shownNumber(document),
      version: editionOf(document.role_version),
      dated: document.dated,
      state: document.state,
    },
    name: capital(
      `${kindName(desk.library.kind(document.kind), language)}: ${roleTitle(document.role, null, language, setting)}`,
      language,
    ),
    stateWords: words.states.document[document.state as State<'document'>],
    inForce: document.state === 'issued' && (stand !== null || !acknowledged),
    formats: files
      .filter(({ sha256 }) => kept.has(sha256))
      .map(({ format }) => format)
      .sort((one, other) => Number(other === 'pdf') - Number(one === 'pdf')),
    stand,
    voiding: voiding && { seq: voiding.seq, by: voiding.payload?.by ?? null, reason: voiding.payload?.reason ?? null },
    request: current && (await requestLine(current, document, person, own, setting)),
    events: events
      .sort((one, other) => one.seq - other.seq)
      .filter(({ kind }) => kind !== 'numbered')
      .map((one) => eventLine(one, words)),
  };
}

async function requestLine(
  request: ViewRow<'request'>,
  document: DocumentRow,
  person: Someone,
  own: Workspace,
  setting: Setting,
): Promise<RequestLine> {
  const { last } = await lifeOf('request', request.id, setting.storage.read);
  return {
    disagrees: request.state === 'declined' && disagrees(last),
    undoable: request.state === 'acknowledged' && last.acknowledged?.payload?.how !== 'link',
    ...{ id: request.id, state: request.state, open: isOpen(request.state as State<'request'>), due: request.due },
    statement: await statementFor({ request, document, person }, setting, own),
    language: document.locale as Locale,
    refusal: refusalLawOf(document.jurisdiction, setting.desk.library),
  };
}

const eventLine = ({ seq, at, kind, payload }: Recorded, words: LifeWords): EventLine => {
  const facts = (payload ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof facts[name] === 'string' && facts[name] !== '' ? facts[name] : null);
  const witnesses = Array.isArray(facts['witnesses']) ? facts['witnesses'].join(', ') : null;
  return {
    ...{ seq, at, kind, words: words.kinds[kind] },
    said: text('statement') ?? text('reason') ?? witnesses ?? (kind === 'printed' ? text('code') : null),
    by: text('by') ?? text('identifiedBy'),
    disagrees: kind === 'declined' && (facts['how'] === 'link' || facts['disagrees'] === true),
  };
};

/** The SHA-256 of the scan that was taken last; null where there is none. */
export async function scanOf(request: string, { storage: { read } }: Pick<Setting, 'storage'>): Promise<string | null> {
  const scans = (await read.eventsOf(request)).filter(({ kind }) => kind === 'scanned');
  const sha256 = (scans.at(-1)?.payload as { readonly sha256?: string } | null | undefined)?.sha256;
  if (sha256 === undefined) return null;
  return (await read.filesAmong([sha256])).length > 0 ? sha256 : null;
}
