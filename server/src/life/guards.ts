/**
 * Guards: what has to be true, besides the state of a thing, for something to happen to it. Each is a question with a code; where it
 * has something against it, it gives the facts of the case, for the words in `locales/register.*.yaml`.
 */
import { addDays } from 'rolewright';
import type { Draft, Kind, Method, Payloads } from './events.js';
import type { Life } from './fold.js';
import type { Thing } from './ids.js';
import { isTheirs } from './plan.js';
import type { Checked, TaskState } from './plan.js';
import type { Rules } from './rules.js';
import { maybeSameName, samePerson } from './people.js';
import type { State } from './transitions.js';
import { undoAskedIn, voidAskedIn } from './voiding.js';

export type Facts = Readonly<Record<string, string | number>>;

/** What every guard may ask. */
interface Everywhere {
  /** The day on which it is done, where the register is kept. */
  readonly today: string;
  readonly rules: Rules;
}

/** A document as others see it. */
interface DocumentSeen {
  readonly state: State<'document'> | null;
  /** The only one whom it is for; null where it is for whoever holds the post. */
  readonly person: string | null;
  readonly dated: string;
}

/** What is known where somebody of the organisation writes down what a person said. */
interface DeskSeen {
  readonly by: string;
  /** How the person may be written; none where that is not known any more. */
  readonly names: readonly string[];
  /** The days on which the person was asked, and on which the sheet to sign was printed; null where it was not. */
  readonly askedOn: string | null;
  readonly printedOn: string | null;
}

interface PersonSeen {
  readonly state: State<'person'> | null;
  /** The last day of work; null while there is none, or it is not known any more. */
  readonly leftOn: string | null;
}

interface OfRefusal {
  readonly document: DocumentSeen;
  readonly askedOn: string | null;
  /** What the country asks of the record of a refusal. */
  readonly law: { readonly act: boolean; readonly witnesses: number };
  /** The name of whoever refused, as it may be written; none where it is not known any more. */
  readonly names: readonly string[];
}

interface OfTask {
  readonly task: {
    readonly owner: string;
    readonly what: TaskState['what'];
    /** The result that counts; null while there is none. */
    readonly result: Checked['result'] | null;
  } | null;
}

/** How the newcomer may be written; none where that is not known any more. */
interface OfNewcomer {
  readonly names: readonly string[];
}

/** What else has to be known to judge an event of a kind. */
interface Needs {
  erased: {
    readonly held: boolean;
    /** The first day on which all that is to go may go; null where something has no such day yet. */
    readonly mayGoOn: string | null;
  };
  held: { readonly held: boolean };
  released: { readonly held: boolean };
  'post-taken': { readonly person: PersonSeen };
  /** The SHA-256 of the role’s file as it is now; null where there is none. */
  approved: { readonly current: string | null };
  numbered: {
    /** Whether this very content of the role was approved. */
    readonly approved: boolean;
    /** The state of the document that it replaces; null where it replaces none. */
    readonly replaced: State<'document'> | null;
  };
  replaced: { readonly successor: State<'document'> | null };
  requested: {
    readonly document: DocumentSeen;
    readonly person: PersonSeen;
    /** Whether the person is asked for the same document already. */
    readonly waiting: boolean;
    /** In which ways the paper may be acknowledged in its country. */
    readonly methods: readonly Method[];
    /** What asks for more than a simple signature under this paper, as it is cited; null where nothing does. */
    readonly strongerBy: string | null;
  };
  /** `desk` is left out where the person answers without anybody’s help. */
  acknowledged: { readonly document: DocumentSeen; readonly desk?: DeskSeen };
  declined: { readonly document: DocumentSeen; readonly desk?: DeskSeen };
  /** How the person whose acknowledgement it was may be written; none where that is not known any more. */
  'acknowledgement-undone': { readonly names: readonly string[] };
  'undo-asked': { readonly names: readonly string[] };
  'refusal-recorded': OfRefusal;
  'refusal-amended': OfRefusal;
  /** How the person who signed may be written; none where that is not known any more. */
  'scan-checked': { readonly names: readonly string[] };
  /** Whether an onboarding of the person in this role runs already. */
  'plan-begun': { readonly person: PersonSeen; readonly running: boolean };
  /** The task that is meant, as the plan has it now; null where it has none of that id. */
  'task-ticked': OfTask;
  'task-unticked': OfTask;
  'task-noted': OfTask;
  'task-filed': OfTask;
  'task-checked': OfTask & OfNewcomer;
  'helper-named': OfNewcomer;
  /** The code that was read from the scan; null where none could be read and somebody said whose it is. */
  scanned: { readonly code: string | null };
}

export type Context<K extends Kind> = Everywhere & (K extends keyof Needs ? Needs[K] : unknown);

/** The thing that an event of a kind happens to. */
type ThingOf<K extends Kind> = { [T in Thing]: K extends Kind<T> ? T : never }[Thing];

export interface Asked<K extends Kind> {
  readonly life: Life<ThingOf<K>>;
  readonly draft: Extract<Draft, { readonly kind: K }>;
  readonly context: Context<K>;
}

/** Null: nothing against it. */
type Guard<K extends Kind> = (asked: Asked<K>) => Facts | null;

/** Something is against it, with these facts. */
const against = (is: boolean, facts: Facts = {}): Facts | null => (is ? facts : null);

const hasLeft = ({ state, leftOn }: PersonSeen, today: string): boolean => state === 'left' && (leftOn === null || leftOn < today);

/** Whoever confirms a refusal; asked of the record and of each correction. */
type OnWitnesses = (asked: {
  readonly draft: { readonly payload: Pick<Payloads['refusal-recorded'], 'by' | 'witnesses' | 'on'> };
  readonly context: OfRefusal & Everywhere;
}) => Facts | null;

/** Nobody writes down for themselves what they said. */
const ofOwn = (desk: Pick<DeskSeen, 'by' | 'names'> | undefined): Facts | null =>
  against(desk?.names.some((name) => maybeSameName(name, desk.by)) ?? false, { name: desk?.by ?? '' });

/** What somebody answered for themselves was identified by a secret of their own: nobody else takes it back. */
const ofOwnAnswer = ({ last }: Life<'request'>): Facts | null => against(last.acknowledged?.payload?.how === 'link');

/** Nobody refuses a paper that there is not yet, or for which they have not been asked. */
const tooEarly = (on: string | undefined, dated: string, asked: string | null): Facts | null =>
  against(on !== undefined && (on < dated || (asked !== null && on < asked)), { day: on ?? '', dated, asked: asked ?? '' });

const ofWitnesses = {
  'own-record': ({ draft: { payload }, context }) => ofOwn({ by: payload.by, names: context.names }),
  'day-to-come': ({ draft: { payload }, context }) =>
    against(payload.on !== undefined && payload.on > context.today, { day: payload.on ?? '' }),
  'before-offered': ({ draft: { payload }, context }) => tooEarly(payload.on, context.document.dated, context.askedOn),
  'too-few-witnesses': ({ draft, context }) =>
    against(draft.payload.witnesses.length < context.law.witnesses, {
      needed: context.law.witnesses,
      given: draft.payload.witnesses.length,
    }),
  'witness-twice': ({ draft: { payload } }) => {
    const twice = payload.witnesses.find((name, at) => payload.witnesses.slice(at + 1).some((other) => maybeSameName(name, other)));
    return against(twice !== undefined, { name: twice ?? '' });
  },
  'witness-records': ({ draft: { payload } }) =>
    against(
      payload.witnesses.some((name) => maybeSameName(name, payload.by)),
      { name: payload.by },
    ),
  'witness-refused': ({ draft: { payload }, context }) => {
    const own = payload.witnesses.find((name) => context.names.some((other) => maybeSameName(name, other)));
    return against(own !== undefined, { name: own ?? '' });
  },
} satisfies Readonly<Record<string, OnWitnesses>>;

type OnTask = Guard<'task-ticked'> & Guard<'task-unticked'> & Guard<'task-noted'> & Guard<'task-filed'> & Guard<'task-checked'>;

const onTask = {
  'no-such-task': ({ draft: { payload }, context }) => against(context.task === null, { item: payload.item }),
} satisfies Readonly<Record<string, OnTask>>;

const ofOwner = {
  ...onTask,
  'task-of-others': ({ draft: { payload }, context }) => against(context.task !== null && !isTheirs(payload.as, context.task.owner)),
} satisfies Readonly<Record<string, OnTask>>;

/** By kind of event, in the order in which they are asked. */
export const guards: { readonly [K in Kind]?: Readonly<Record<string, Guard<K>>> } = {
  erased: {
    'on-hold': ({ context }) => against(context.held),
    'kept-for-now': ({ context: { mayGoOn, today } }) => against(mayGoOn === null || mayGoOn > today, { day: mayGoOn ?? '' }),
  },
  held: { 'held-already': ({ context }) => against(context.held) },
  released: { 'not-held': ({ context }) => against(!context.held) },
  'post-taken': { 'person-unknown': ({ context }) => against(context.person.state === null) },
  'post-left': {
    'left-before-taken': ({ life, draft }) => {
      const from = life.last['post-corrected']?.payload?.from ?? life.last['post-taken']?.payload?.from;
      // The day before the first is the last of a post that was never begun.
      return against(from !== undefined && draft.payload.to < addDays(from, -1), { from: from ?? '', to: draft.payload.to });
    },
  },
  proposed: {
    'nothing-changed': ({ draft: { payload } }) => against(payload.base === payload.content, { role: payload.role }),
    'another-role': ({ life, draft: { payload } }) => {
      const before = life.last.proposed?.payload;
      return against(before?.path !== undefined && before.path !== payload.path, { path: payload.path, before: before?.path ?? '' });
    },
  },
  approved: {
    'own-proposal': ({ life, draft, context }) => {
      const { actor, payload } = life.last.proposed ?? {};
      const author = { actor, name: payload?.author };
      const approver = { actor: draft.actor, name: draft.payload.by };
      return against(context.rules.approvalByTwo && samePerson(author, approver), { name: draft.payload.by });
    },
    'other-changes-seen': ({ life, draft }) => against(life.last.proposed?.payload?.diff !== draft.payload.seen),
    'file-changed': ({ life, context }) => {
      const proposed = life.last.proposed?.payload;
      return against((proposed?.base ?? null) !== context.current, { path: proposed?.path ?? '' });
    },
  },
  returned: {
    'other-changes-seen': ({ life, draft }) => against(life.last.proposed?.payload?.diff !== draft.payload.seen),
    'no-comment': ({ draft }) => against(draft.payload.comment === undefined && draft.payload.notes === undefined),
  },
  numbered: {
    'not-approved': ({ draft, context }) => against(context.rules.approvedOnly && !context.approved, { role: draft.payload.role }),
    'replaces-nothing': ({ draft, context }) =>
      against(draft.payload.replaces !== undefined && context.replaced !== 'issued', { state: context.replaced ?? 'nothing' }),
  },
  replaced: {
    'by-itself': ({ draft }) => against(draft.payload.by === draft.object),
    'successor-not-issued': ({ context }) => against(context.successor !== 'issued', { state: context.successor ?? 'nothing' }),
  },
  'void-dropped': { 'void-not-asked': ({ life }) => against(voidAskedIn(life.last) === null) },
  voided: {
    'second-missing': ({ draft, context }) => against(context.rules.voidByTwo && draft.payload.second === undefined),
    'same-person': ({ draft: { payload } }) =>
      against(payload.second !== undefined && maybeSameName(payload.by, payload.second), { name: payload.by }),
  },
  requested: {
    'not-in-force': ({ context }) => against(context.document.state !== 'issued', { state: context.document.state ?? 'nothing' }),
    'of-another-person': ({ draft, context }) =>
      against(context.document.person !== null && context.document.person !== draft.payload.person),
    'person-unknown': ({ context }) => against(context.person.state === null),
    'person-has-left': ({ context }) => against(hasLeft(context.person, context.today), { day: context.person.leftOn ?? '' }),
    'asked-already': ({ context }) => against(context.waiting),
    'method-not-allowed': ({ draft, context }) =>
      against(!context.methods.includes(draft.payload.method), { method: draft.payload.method, methods: context.methods.join(', ') }),
    'signature-too-weak': ({ draft, context }) =>
      against(draft.payload.method === 'link' && context.strongerBy !== null, { law: context.strongerBy ?? '' }),
    'due-is-past': ({ draft, context }) =>
      against(draft.payload.due !== undefined && draft.payload.due < context.today, { due: draft.payload.due ?? '' }),
  },
  sent: { 'no-link-asked': ({ life }) => against(life.last.requested?.payload?.method !== 'link') },
  declined: {
    'no-link-asked': ({ life, draft }) => against(draft.payload.how === 'link' && life.last.requested?.payload?.method !== 'link'),
    'not-opened': ({ life, draft }) => against(draft.payload.how === 'link' && life.last.opened === undefined),
    'own-record': ({ context }) => ofOwn(context.desk),
    'day-to-come': ({ draft: { payload }, context }) =>
      against(payload.on !== undefined && payload.on > context.today, { day: payload.on ?? '' }),
    'before-offered': ({ draft: { payload }, context: { document, desk } }) => tooEarly(payload.on, document.dated, desk?.askedOn ?? null),
  },
  acknowledged: {
    'own-record': ({ context }) => ofOwn(context.desk),
    // What was signed on paper while it was in force stays signed; whoever looks at the scan may do so later.
    'not-in-force': ({ draft, context: { document } }) =>
      against(document.state !== 'issued' && !(document.state === 'replaced' && draft.payload.how === 'paper'), {
        state: document.state ?? 'nothing',
      }),
    'no-link-asked': ({ life, draft }) => against(draft.payload.how === 'link' && life.last.requested?.payload?.method !== 'link'),
    'not-opened': ({ life, draft }) => against(draft.payload.how === 'link' && life.last.opened === undefined),
    'scan-not-checked': ({ life, draft }) => against(draft.payload.how === 'paper' && life.state !== 'checked'),
    'signed-on-paper': ({ life, draft }) => against(draft.payload.how !== 'paper' && life.state === 'checked'),
    'another-scan': ({ life, draft }) =>
      against(draft.payload.how === 'paper' && life.last.scanned?.payload?.sha256 !== draft.payload.evidence),
    'day-to-come': ({ draft, context }) => against(draft.payload.on > context.today, { day: draft.payload.on }),
    'before-its-date': ({ draft, context }) =>
      against(draft.payload.on < context.document.dated, { day: draft.payload.on, dated: context.document.dated }),
    'before-its-sheet': ({ draft: { payload }, context: { desk } }) =>
      against(payload.how === 'paper' && desk?.printedOn != null && payload.on < desk.printedOn, {
        day: payload.on,
        printed: desk?.printedOn ?? '',
      }),
  },
  'acknowledgement-undone': {
    'own-answer': ({ life }) => ofOwnAnswer(life),
    'own-record': ({ draft: { payload }, context: { names } }) =>
      ofOwn({ by: payload.by, names }) ?? (payload.second === undefined ? null : ofOwn({ by: payload.second, names })),
    'second-missing': ({ draft, context }) => against(context.rules.voidByTwo && draft.payload.second === undefined),
    'same-person': ({ draft: { payload } }) =>
      against(payload.second !== undefined && maybeSameName(payload.by, payload.second), { name: payload.by }),
  },
  'undo-asked': {
    'own-answer': ({ life }) => ofOwnAnswer(life),
    'own-record': ({ draft: { payload }, context: { names } }) => ofOwn({ by: payload.by, names }),
  },
  'undo-dropped': { 'undo-not-asked': ({ life }) => against(undoAskedIn(life.last) === null) },
  'refusal-recorded': {
    'act-missing': ({ draft: { payload }, context }) =>
      against(context.law.act && payload.act === undefined && payload.document === undefined),
    ...ofWitnesses,
  },
  'refusal-amended': ofWitnesses,
  'sheet-returned': { 'no-sheet': ({ life }) => against(life.last.printed === undefined) },
  scanned: {
    'another-paper': ({ life, context }) =>
      against(context.code !== null && context.code !== life.last.printed?.payload?.code, { code: context.code ?? '' }),
  },
  'scan-checked': {
    'own-signature': ({ draft: { payload }, context }) =>
      against(
        context.names.some((name) => maybeSameName(name, payload.by)),
        { name: payload.by },
      ),
    'own-scan': ({ life, draft, context }) => {
      const { actor, payload } = life.last.scanned ?? {};
      const checker = { actor: draft.actor, name: draft.payload.by };
      return against(context.rules.scanByTwo && samePerson({ actor, name: payload?.by }, checker), { name: draft.payload.by });
    },
  },
  expired: {
    'not-due-yet': ({ life, context }) => {
      const due = life.last.requested?.payload?.due;
      return against(due === undefined || due >= context.today, { due: due ?? '' });
    },
  },
  superseded: {
    'by-itself': ({ life, draft: { object, payload } }) => against([object, life.last.requested?.payload?.document].includes(payload.by)),
  },
  'plan-begun': {
    'person-unknown': ({ context }) => against(context.person.state === null),
    'person-has-left': ({ context }) => against(hasLeft(context.person, context.today), { day: context.person.leftOn ?? '' }),
    'plan-runs': ({ context }) => against(context.running),
  },
  'helper-named': {
    'own-helper': ({ draft: { payload }, context }) => ofOwn({ by: payload.name, names: context.names }),
  },
  'task-ticked': {
    ...ofOwner,
    'check-failed': ({ context: { task } }) => against(task?.what === 'check' && task.result === 'failed'),
  },
  'task-unticked': ofOwner,
  'task-noted': onTask,
  'task-filed': onTask,
  'task-checked': {
    ...onTask,
    'no-check': ({ context: { task } }) => against(task !== null && task.what !== 'check'),
    'own-check': ({ draft: { payload }, context }) => against(payload.as === 'new-hire') ?? ofOwn({ by: payload.by, names: context.names }),
    'task-of-others': ofOwner['task-of-others'],
  },
};
