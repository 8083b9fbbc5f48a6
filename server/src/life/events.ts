/**
 * Events: all that the register knows, and the only thing that it knows. Each happened to one object at one time; whatever can be
 * asked of an object is folded from its events. What an event says, its payload, may be erased later; who acted, when, on
 * what and in which way stays. So what a state is never hangs on a payload: an event of another kind leads to another state.
 */
import { locales } from 'rolewright';
import { idOf, actorId, objectIdOf, things } from './ids.js';
import type { Thing } from './ids.js';
import { among, checked, day, either, filled, list, matching, moment, nullable, optional, record, text, truth, whole } from './shape.js';
import type { Of, Shape, ShapeFault } from './shape.js';

/** Names of people, titles, addresses. */
const line = text(300);
/** What people write to explain something. */
const words = text(4000);
/** An id of files of the project: a role, a kind, a position, a country. */
const fileId = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id in a file');
const sha256 = matching(/^[0-9a-f]{64}$/, 'SHA-256');
const language = among(...locales);
const person = idOf('person');
const document = idOf('document');
const seq = whole(1);
/** IANA name of a time zone. */
const zone = matching(/^[A-Za-z_]{1,30}([/+-][A-Za-z0-9_+-]{1,30}){0,3}$/, 'time zone');
const gender = among('male', 'female', 'unspecified');

/** How a person is asked to acknowledge: before somebody, on paper with a scan, by a link. */
export const methods = ['in-person', 'paper', 'link'] as const;
export type Method = (typeof methods)[number];
const method = among(...methods);

const personName = record({
  last: line,
  first: optional(line),
  middle: optional(line),
  particle: optional(line),
  initials: optional(line),
  title: optional(line),
  suffix: optional(line),
});

/** As in a person file: one name, or one for each language in which it is spelt in its own way. */
const names = either(filled(record({ ru: optional(personName), en: optional(personName), nl: optional(personName) })), personName);

/** What is known of a person. */
const mentor = record({ name: line, email: optional(line) });
const known = {
  /** The number in the personnel records, or what else tells people apart in the lists that they come from. */
  externalId: optional(line),
  gender: optional(gender),
  locale: optional(language),
  zone: optional(zone),
  email: optional(line),
  phone: optional(line),
  /** Who accompanies them in their first weeks, as a list says. */
  mentor: optional(mentor),
};

const term = record({ value: whole(0, 366), unit: among('working-day', 'calendar-day') });

/** What the organisation asks of itself; see `rules.ts` and `due.ts`. Dates that are left out are as usual. */
const rules = record({
  approvalByTwo: truth,
  voidByTwo: truth,
  scanByTwo: truth,
  approvedOnly: truth,
  newcomer: optional(term),
  change: optional(term),
  renewalMonths: optional(whole(1, 120)),
  /** On which days before and after the last one whoever was sent a link is reminded. */
  reminders: optional(record({ before: list(whole(0, 60), 0, 5), after: list(whole(1, 60), 0, 10) })),
});

/** What is said of one place of a comparison: the number of its line there, from 1 on. */
const note = record({ line: whole(1, 1_000_000), text: words });
/** What an approver decides; `seen` is the hash of the comparison that was shown, as in `proposed`. */
const decision = record({ by: line, seen: sha256, comment: optional(words), notes: optional(list(note, 1, 200)) });

/** What was found in a sealed file: the PAdES level, whose certificate it is and which (SHA-256), and the time of its time-stamp. */
const seal = record({ level: among('B-B', 'B-T'), signer: line, certificate: sha256, stamped: optional(moment) });
/** `json` is the tree of the paper, of which comparisons and the page on the screen are made. */
const file = record({
  format: among('docx', 'pdf', 'html', 'xlsx', 'ics', 'md', 'txt', 'json'),
  sha256,
  size: whole(1),
  seal: optional(seal),
});

/**
 * A step or a check of an onboarding, as it was planned; `owner` is who does it, `text` what it was called then. `of`: what it comes from, where
 * that is not the role; `loose`: that its day only puts it in its place, since the law gives none that could be reckoned.
 */
const plannedTask = record({
  ...{ id: fileId, what: among('step', 'check'), owner: fileId, due: day, text: text(2000) },
  ...{ of: optional(among('law', 'acquaintance', 'probation')), loose: optional(truth) },
});
const plannedTasks = list(plannedTask, 1, 500);

/**
 * What somebody did to a task: for whom they act, their name, and when it was made on the device; `said` is what its clock said, where that
 * cannot be. `mark` is drawn by the device, so that what is sent twice counts once.
 */
const deed = {
  item: fileId,
  as: among('new-hire', 'mentor', 'head', 'hr'),
  by: line,
  made: moment,
  said: optional(moment),
  mark: optional(matching(/^[0-9a-f]{32}$/, 'mark')),
};

/** What can happen, by what it happens to, and what each event says. */
export const vocabulary = {
  register: {
    began: record({ organisation: line }),
    'rules-set': rules,
    anchored: record({ seq, hash: sha256, sink: line }),
    /** `rows`: of each seq the hash of the proof that its event had left; `files`: what went with it. */
    erased: record({
      person,
      seqs: list(seq, 0, 1_000_000),
      class: matching(/^[a-z0-9]+([-/][a-z0-9]+)*$/, 'class of retention'),
      rows: optional(list(sha256, 0, 1_000_000)),
      files: optional(list(sha256, 0, 1_000_000)),
    }),
    held: record({ person, reason: words }),
    released: record({ person, reason: words }),
    exported: record({ person }),
    restored: record({ from: line }),
    /** The name of whoever acts, written down with the first thing that they do; the actor of the event is theirs. */
    'actor-named': record({ name: line }),
  },
  person: {
    'person-known': record({ ...known, names }),
    /** What is not named stays as it was; null takes it away. */
    'person-changed': record({
      externalId: optional(nullable(line)),
      names: optional(names),
      gender: optional(nullable(gender)),
      locale: optional(nullable(language)),
      zone: optional(nullable(zone)),
      email: optional(nullable(line)),
      phone: optional(nullable(line)),
      mentor: optional(nullable(mentor)),
    }),
    /** Where links go; an event of its own, since it is erased as soon as somebody leaves. Null takes it away. */
    'contact-set': filled(record({ email: optional(nullable(line)), phone: optional(nullable(line)) })),
    /** The last day of work; told again where it was another. */
    'person-left': record({ on: day }),
    /** Somebody was noted as having left who has not. */
    'leaving-undone': record({ reason: words }),
  },
  holding: {
    /** `from` is the first day in the post. */
    'post-taken': record({ person, role: fileId, position: optional(fileId), department: optional(fileId), from: day }),
    /** `to` is the last day in the post; told again where it was another. */
    'post-left': record({ to: day }),
    /** The post was not given up after all, as where somebody was noted as having left by mistake. */
    'post-restored': record({}),
    /** What was noted of the post was wrong from its first day on; what is not named stays as it was. */
    'post-corrected': filled(record({ from: optional(day), department: optional(nullable(fileId)), position: optional(nullable(fileId)) })),
  },
  proposal: {
    /** `base` and `content`: the role’s file before (none for a new one) and as proposed; `diff`: the comparison of both, as shown to whoever approves. */
    proposed: record({
      role: fileId,
      path: text(1000),
      base: optional(sha256),
      content: sha256,
      diff: sha256,
      author: line,
      summary: words,
    }),
    approved: decision,
    returned: decision,
    withdrawn: record({ by: line }),
  },
  document: {
    /** `key` says what is issued, so that a second try finds the same; `dated` is the day that the paper bears. */
    numbered: record({
      key: text(500),
      kind: fileId,
      role: fileId,
      /** What it is called, in its language. */
      title: optional(line),
      /** The department whose paper it is, where it is for whoever holds the post there. */
      department: optional(fileId),
      roleVersion: text(100),
      fingerprint: sha256,
      locale: language,
      jurisdiction: fileId,
      form: fileId,
      series: text(200),
      number: whole(1),
      dated: day,
      person: optional(person),
      replaces: optional(document),
      retention: optional(matching(/^(end-of-work|replacement|signing)\/\d{1,3}$/, 'class of retention')),
    }),
    issued: record({ files: list(file, 1, 50) }),
    replaced: record({ by: document }),
    /** Where it takes two, one asks for it and another decides; what is asked last counts. */
    'void-asked': record({ reason: words, by: line }),
    'void-dropped': record({ by: line }),
    voided: record({ reason: words, by: line, second: optional(line) }),
  },
  request: {
    /**
     * `shown`: the very page that is shown on the screen, with what has changed since the document `held`, which the person
     * acknowledged before.
     */
    requested: record({ document, person, method, due: optional(day), held: optional(document), shown: optional(sha256) }),
    /** That a link went to the person: by mail, to an address that is named in part, or by hand. */
    sent: record({ what: among('request', 'reminder'), channel: among('mail', 'hand'), to: optional(line), by: optional(line) }),
    opened: record({}),
    /** A question of the person about the paper. */
    asked: record({ question: words, locale: language }),
    /** `statement`: the very words that the person agreed to; `on`: the day that counts; `evidence`: the file that shows it. */
    acknowledged: record({
      statement: words,
      locale: language,
      how: method,
      on: day,
      evidence: optional(sha256),
      identifiedBy: optional(line),
    }),
    /** The acknowledgement was noted by mistake: it counts no more, and stays to be read. */
    'acknowledgement-undone': record({ reason: words, by: line, second: optional(line) }),
    /** Where it takes two to take an acknowledgement back, one asks for it and another decides; what is asked last counts. */
    'undo-asked': record({ reason: words, by: line }),
    'undo-dropped': record({ by: line }),
    declined: record({
      /** In the words of the person; left out where none were given. */
      reason: optional(words),
      how: method,
      /** The day on which the person said so, where somebody wrote it down for them. */
      on: optional(day),
      /** The person does not agree with the paper and says why: that is no refusal to sign. An answer by a link is always that. */
      disagrees: optional(truth),
      locale: optional(language),
      evidence: optional(sha256),
      identifiedBy: optional(line),
    }),
    /** Why the person does not sign, told after the refusal itself; in the words of the person. */
    'reason-given': record({ reason: words, by: line }),
    /** The act as a file, or as a document of the register; `on`: the day that it bears. */
    'refusal-recorded': record({
      act: optional(sha256),
      document: optional(document),
      by: line,
      witnesses: list(line, 0, 10),
      on: optional(day),
    }),
    /** What the record lacked or had wrong; `document` is the act that takes the place of the one before. */
    'refusal-amended': record({ document, reason: optional(words), by: line, witnesses: list(line, 0, 10), on: optional(day) }),
    /** The act on record was declared void: nothing shows the refusal any more. */
    'refusal-voided': record({ document, reason: words, by: line, second: optional(line) }),
    /** The code on the printed sheet, by which its scan is known. */
    printed: record({ code: matching(/^[0-9A-Za-z-]{4,64}$/, 'code') }),
    /** The sheet had been signed before a new version took the place of its paper, and came back afterwards. */
    'sheet-returned': record({ by: line }),
    scanned: record({ sha256, by: line }),
    'scan-checked': record({ by: line }),
    'scan-rejected': record({ by: line, reason: words }),
    /** `because`: there is no reason in words where it follows from something else, here from leaving or from coming back. */
    cancelled: record({ reason: optional(words), because: optional(among('left', 'returned')) }),
    expired: record({}),
    /** What is to be acknowledged instead. */
    superseded: record({ by: idOf('document', 'request') }),
  },
  plan: {
    /** The onboarding of somebody in a post, as the role has it; `firstDay` is the first day of work that it counts from. */
    'plan-begun': record({ person, holding: idOf('holding'), role: fileId, roleVersion: text(100), firstDay: day, items: plannedTasks }),
    /** Counted anew from another first day, or from the role as it is now: what is not done is as these say, what is done stays. */
    'plan-moved': record({ firstDay: day, items: plannedTasks }),
    /** Who accompanies the newcomer; named again, it is somebody else from then on. */
    'helper-named': record({ as: among('mentor', 'head'), name: line, email: optional(line), phone: optional(line) }),
    'task-ticked': record(deed),
    'task-unticked': record(deed),
    'task-noted': record({ ...deed, words }),
    /** A photo or file that shows something of the task; `name` is how its owner called it. */
    'task-filed': record({ ...deed, name: line, type: among('jpg', 'png', 'pdf'), sha256, size: whole(1) }),
    /** What whoever answers for it found. */
    'task-checked': record({ ...deed, result: among('passed', 'failed'), words: optional(words) }),
    /** `because`: there is no reason in words where it follows from leaving. */
    'plan-ended': record({ by: line, reason: optional(words), because: optional(among('left')) }),
    /** The leaving with which it ended is taken back. */
    'plan-resumed': record({}),
  },
} as const satisfies { readonly [T in Thing]: Readonly<Record<string, Shape<unknown>>> };

type Vocabulary = typeof vocabulary;

/** The kinds of events of a thing; of all, where none is named. */
export type Kind<T extends Thing = Thing> = { [One in Thing]: One extends T ? keyof Vocabulary[One] : never }[Thing];

/** What an event of each kind says. */
export type Payloads = { [K in Kind]: { [T in Thing]: K extends keyof Vocabulary[T] ? Of<Vocabulary[T][K]> : never }[Thing] };

/** An event as it is written; `Recorded` is one as it is read, whose payload may have been erased since. */
export interface EventOf<K extends Kind> {
  /** Its place among all events: 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** UTC with milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly kind: K;
  readonly object: string;
  readonly payload: Payloads[K];
}

type AnyEvent = { [K in Kind]: EventOf<K> }[Kind];
export type Event<T extends Thing = Thing> = Extract<AnyEvent, { readonly kind: Kind<T> }>;

/** An event as it was read: null stands for a payload that was erased. */
export type Recorded<T extends Thing = Thing> = Extract<AnyRecorded, { readonly kind: Kind<T> }>;
type AnyRecorded = { [K in Kind]: Omit<EventOf<K>, 'payload'> & { readonly payload: Payloads[K] | null } }[Kind];

/** An event that is to be: it has no place and no time yet. */
export type Draft<T extends Thing = Thing> = Extract<AnyDraft, { readonly kind: Kind<T> }>;
type AnyDraft = { [K in Kind]: Pick<EventOf<K>, 'actor' | 'kind' | 'object' | 'payload'> }[Kind];

const thingOfKind: ReadonlyMap<string, Thing> = new Map(
  things.flatMap((thing) => Object.keys(vocabulary[thing]).map((kind) => [kind, thing] as const)),
);

/** All kinds of events, in the order of the vocabulary. */
export const kinds: readonly Kind[] = [...thingOfKind.keys()] as Kind[];

/** What events of a kind happen to; undefined for what is no kind. */
export const thingOf = (kind: string): Thing | undefined => thingOfKind.get(kind);

/** An event as a row of a database has it: `json` is the text of the payload, null once it is erased. */
export interface EventRow {
  readonly seq: unknown;
  readonly at: unknown;
  readonly actor: unknown;
  readonly kind: unknown;
  readonly object: unknown;
  readonly json: unknown;
}

/** UTF-16 units of a payload: the longest lists of an erasure fit. */
const longestPayload = 200_000_000;

/** What stands beside a payload, made once: a million events are read with it. */
const heads = Object.fromEntries(
  things.map((thing) => [thing, record({ seq, at: moment, actor: actorId, object: objectIdOf(thing) })]),
) as Readonly<Record<Thing, Shape<Pick<EventOf<Kind>, 'seq' | 'at' | 'actor' | 'object'>>>>;

/** Reads an event from storage, where anybody may have written anything. */
export function readEvent(row: EventRow): { readonly event: Recorded } | { readonly fault: ShapeFault } {
  const thing = typeof row.kind === 'string' ? thingOf(row.kind) : undefined;
  if (thing === undefined) return { fault: { path: 'kind', expected: 'kind of event' } };
  const head = checked(heads[thing], {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    object: row.object,
  });
  if ('fault' in head) return head;
  const kind = row.kind as Kind;
  if (row.json === null) return { event: { ...head.value, kind, payload: null } as Recorded };
  const read = readPayload(kind, row.json);
  return 'fault' in read ? read : { event: { ...head.value, kind, payload: read.payload } as Recorded };
}

/** Reads what an event of a kind says from its JSON. */
export function readPayload<K extends Kind>(kind: K, json: unknown): { readonly payload: Payloads[K] } | { readonly fault: ShapeFault } {
  if (typeof json !== 'string' || json.length > longestPayload) return { fault: { path: 'payload', expected: 'JSON' } };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { fault: { path: 'payload', expected: 'JSON' } };
  }
  const read = checked(shapeOf(kind), value);
  return 'fault' in read
    ? { fault: { path: ['payload', read.fault.path].filter((part) => part !== '').join('/'), expected: read.fault.expected } }
    : { payload: read.value };
}

/** What is wrong with an event that is to be written; null when nothing is. */
export function draftFault({ actor, kind, object, payload }: Draft): ShapeFault | null {
  const thing = thingOf(kind);
  if (thing === undefined) return { path: 'kind', expected: 'kind of event' };
  const read = checked(record({ actor: actorId, object: objectIdOf(thing), payload: shapeOf(kind) }), { actor, object, payload });
  return 'fault' in read ? read.fault : null;
}

const shapeOf = <K extends Kind>(kind: K): Shape<Payloads[K]> =>
  (vocabulary[thingOf(kind) ?? 'register'] as Readonly<Record<string, unknown>>)[kind] as Shape<Payloads[K]>;
