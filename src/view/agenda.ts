/** The onboarding of one person as a calendar: what falls to its reader, on the days of the plan. */
import type { Agenda, AgendaEntry, Edition, Participant, Reminder } from '../document/agenda.js';
import { addDays, daysBetween } from '../law/dates.js';
import type { WorkCalendar } from '../law/work-calendar.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { sha256 } from '../content/sha256.js';
import { formatDate } from '../language/dates.js';
import { asSentence, lowerFirst, upperFirst } from '../language/sentences.js';
import type { Person } from '../person/person.generated.js';
import type { Plan } from '../law/plan.js';
import type { Actor, Role, Text } from '../role/role.generated.js';
import { answersFor } from './audience.js';
import type { Audience } from './audience.js';
import { wholeName } from './names.js';
import { languageTag } from './parties.js';
import type { Parties } from './parties.js';
import { planFor } from '../law/plan.js';
import type { View } from './view.js';
import { lastNotice } from './probation.js';
import type { Wording } from './wording.js';

/** What has become of a plan, by the ids of its steps and checks: those that are done, and the days of those whose day is another. */
export interface Lived {
  readonly done: ReadonlySet<string>;
  readonly due: ReadonlyMap<string, string>;
}

/** What all entries have in common. */
interface AgendaFacts {
  lived: Lived | null;
  audience: Audience;
  plan: Plan;
  calendar: WorkCalendar;
  wording: Wording;
  /** The newcomer, whom everybody else’s calendar has to name; none in the newcomer’s own. */
  name: string;
  people: Readonly<Partial<Record<Actor, Participant>>>;
  uid(id: string): string;
}

type OnboardingView = NonNullable<View['onboarding']['value']>;
type StageView = OnboardingView['stages'][number];

/** At this hour of a working day people look at what is coming. */
const morning = 9;

/** Calendar days before the review of a probation, for those who have to prepare it. */
const reviewNotice = 7;

/** Refuses with `calendar-needs-hire-date` where there are no days to put into a calendar. */
export function createAgenda(
  role: Role,
  audience: Audience,
  parties: Parties,
  view: View,
  wording: Wording,
  lived: Lived | null = null,
): Agenda {
  const plan = planFor(role, parties, wording.jurisdiction);
  const { calendar, organisation, person } = parties;
  const onboarding = view.onboarding.value;
  if (!plan || !calendar || !onboarding) throw new Refusal([diagnostic('calendar-needs-hire-date', { role: role.id })]);
  const name = audience === 'new-hire' ? 'none' : (view.employee.value.shortName ?? 'none');
  const owner = [organisation && sameInAll(organisation.name), person && identityOf(person), role.id];
  const frame: AgendaFacts = {
    lived,
    audience,
    plan,
    calendar,
    wording,
    name,
    people: participants(parties, wording),
    uid: (id) => uidOf([...owner, id]),
  };
  const entries = [
    ...onboarding.stages.flatMap((stage) => stageEntries(stage, role, frame)),
    ...(audience === 'hr' ? lawEntries(view, frame) : []),
    ...probationEntries(view, frame),
    ...checkInEntries(view, frame),
  ];
  return {
    title: wording.phrase('calendar.title', { title: wording.title.bare, name }),
    description: [
      wording.phrase('calendar.about', { organisation: view.organisation.value.shortName ?? 'none' }),
      wording.phrase('calendar.first-day', { date: inWords(plan.firstDay, wording) }),
      view.papers.provisional.value,
    ]
      .filter((line) => line !== null)
      .join('\n'),
    language: languageTag(wording),
    timeZone: timeZoneOf(parties, wording),
    edition: editionOf(parties.date, plan),
    organiser: frame.people.manager ?? null,
    entries: entries.sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)),
  };
}

function stageEntries(view: StageView, role: Role, frame: AgendaFacts): AgendaEntry[] {
  const { audience, plan, wording, name, lived } = frame;
  const stages = role.onboarding?.stages ?? [];
  const period = plan.stages.get(view.id);
  if (!period) return [];
  const { phrase } = wording;
  const within = phrase('calendar.line', { label: phrase('calendar.stage-label'), words: upperFirst(view.title, wording.locale) });
  const owners = new Map(stages.flatMap((stage) => stage.steps.map((step) => [step.id, step.owner] as const)));
  const checkers = new Map(stages.flatMap((stage) => (stage.checks ?? []).map((check) => [check.id, check.by] as const)));
  const due = (id: string, kind: 'step' | 'check', summary: string, lines: (string | null)[], actors: Actor[]): AgendaEntry[] => {
    const date = lived?.due.get(id) ?? plan.due.get(id)?.date;
    if (date === undefined) return [];
    const isDone = lived?.done.has(id) ?? false;
    return [
      entry(frame, {
        id,
        kind,
        summary: `${isDone ? '✓ ' : ''}${phrase('calendar.for', { name, what: summary })}`,
        lines: [...lines, within],
        from: date,
        to: date,
        actors,
        reminders: isDone ? [] : [dayBefore(date, frame)],
      }),
    ];
  };

  // The talks of a probation have entries of their own.
  const isTalk = ({ occasion }: { occasion: string | null }): boolean => occasion !== null;
  const steps = view.steps.flatMap(({ id, text, owner, proof, ...step }) => {
    if (isTalk(step)) return [];
    const actor = owners.get(id);
    if (actor === undefined || !answersFor(audience, actor)) return [];
    const lines = [labelled('checklist.owner', owner, wording), proof && labelled('checklist.proof', proof, wording)];
    return due(id, 'step', upperFirst(text, wording.locale), lines, [actor]);
  });
  const checks = view.checks.flatMap(({ id, title, summary, passMark, onFailure, ...check }) => {
    if (isTalk(check)) return [];
    const actor = checkers.get(id);
    if (actor === undefined) return [];
    const failure = onFailure && `${phrase('check.on-failure')} ${lowerFirst(onFailure)}`;
    return due(
      id,
      'check',
      phrase('calendar.check', { check: title }),
      [
        asSentence(summary, wording.locale),
        passMark && asSentence(passMark, wording.locale),
        failure && asSentence(failure, wording.locale),
      ],
      ['new-hire', actor],
    );
  });
  // What others get ready before the first day is no stage for the newcomer; to HR a stage without work for them is none.
  if (audience === 'new-hire' ? period.to < plan.firstDay : steps.length + checks.length === 0) return [];
  const summary = phrase('calendar.stage', { name, stage: upperFirst(view.title, wording.locale) });
  const topics = view.topics.map(({ text }) => `– ${text}`);
  const lines = [
    view.afterProbation ? phrase('plan.after-probation-note', { term: wording.jurisdiction.probation.term ?? 'probation' }) : null,
    view.goal && asSentence(view.goal, wording.locale),
    ...(topics.length > 0 ? [`${phrase('checklist.topics')}:`, ...topics] : []),
  ];
  const { from, to } = period;
  return [entry(frame, { id: view.id, kind: 'stage', summary, lines, from, to, actors: [], reminders: [] }), ...steps, ...checks];
}

/** The talks, the last day, and for those who decide the last day of notice. */
function probationEntries({ papers }: View, frame: AgendaFacts): AgendaEntry[] {
  const { audience, plan, wording, name } = frame;
  const { probation: dates, firstDay } = plan;
  if (!dates) return [];
  const { phrase } = wording;
  const { term } = papers.probation.value;
  const about = phrase('calendar.probation-dates', { term, end: inWords(dates.end, wording), review: inWords(dates.review, wording) });
  const single = (id: string, what: string, date: string, actors: Actor[] = [], lines: string[] = [about]): AgendaEntry =>
    entry(frame, {
      id,
      kind: 'probation',
      summary: phrase('calendar.for', { name, what }),
      lines,
      from: date,
      to: date,
      actors,
      reminders: [
        ...(actors.length > 0 && addDays(date, -reviewNotice) >= firstDay ? [{ daysBefore: reviewNotice, hour: morning }] : []),
        dayBefore(date, frame),
      ],
    });
  const notice = lastNotice(plan, wording);
  return [
    ...papers.probation.value.appointments.flatMap(({ id, text, date }) =>
      date === null ? [] : [single(id, text, date, ['new-hire', 'mentor'])],
    ),
    ...(notice === null || audience === 'new-hire'
      ? []
      : [single('probation-notice', notice.text, notice.date, [], [papers.probation.value.service ?? about])]),
    single('probation-end', phrase('probation.end', { term }), dates.end),
  ];
}

/** Talks where there is no probation. */
const checkInEntries = ({ papers }: View, frame: AgendaFacts): AgendaEntry[] =>
  papers.probation.value.checkIns.flatMap(({ id, text, date }) => {
    if (date === null || frame.audience === 'hr') return [];
    const summary = frame.wording.phrase('calendar.for', { name: frame.name, what: text });
    const reminders = [dayBefore(date, frame)];
    return [entry(frame, { id, kind: 'check', summary, lines: [], from: date, to: date, actors: ['new-hire'], reminders })];
  });

/** The terms of the law that can be reckoned. */
const lawEntries = ({ papers }: View, frame: AgendaFacts): AgendaEntry[] =>
  papers.starting.value.flatMap(({ id, text, note, basis, when, last }) => {
    if (last === null) return [];
    const { wording, name } = frame;
    const lines = [asSentence(when, wording.locale), note, basis === '' ? null : labelled('plan-hr.basis', basis, wording)];
    return [
      entry(frame, {
        id,
        kind: 'law',
        summary: wording.phrase('calendar.for', { name, what: text }),
        lines,
        from: last,
        to: last,
        actors: [],
        reminders: [dayBefore(last, frame)],
      }),
    ];
  });

interface Matter {
  id: string;
  kind: 'stage' | 'step' | 'check' | 'law' | 'probation';
  summary: string;
  lines: readonly (string | null)[];
  from: string;
  /** The last day. */
  to: string;
  actors: readonly Actor[];
  reminders: Reminder[];
}

const entry = ({ uid, wording, people }: AgendaFacts, { id, kind, summary, lines, from, to, actors, reminders }: Matter): AgendaEntry => ({
  uid: uid(id),
  summary,
  description: lines.filter((one) => one !== null && one !== '').join('\n'),
  from,
  until: addDays(to, 1),
  categories: [wording.phrase('calendar.category'), wording.phrase(`calendar.categories.${kind}`)],
  confidential: kind === 'probation' || kind === 'check',
  attendees: [...new Set(actors)].flatMap((actor) => people[actor] ?? []),
  reminders,
});

/** On the morning of the last working day before, so that nobody is reminded on a day off. */
const dayBefore = (date: string, { calendar }: AgendaFacts): Reminder => ({
  daysBefore: daysBetween(calendar.workingDayUntil(addDays(date, -1)), date),
  hour: morning,
});

const labelled = (label: string, words: string, { phrase }: Wording): string => phrase('calendar.line', { label: phrase(label), words });

const inWords = (date: string, wording: Wording): string => formatDate(date, wording.locale, 'long', languageTag(wording));

function participants({ person }: Parties, wording: Wording): AgendaFacts['people'] {
  const reachable = (one: { name: NonNullable<typeof person>['name']; email?: string } | undefined): Participant | undefined =>
    one?.email === undefined ? undefined : { name: wholeName(one.name, wording), email: one.email };
  const [newcomer, manager, mentor] = [person ?? undefined, person?.manager, person?.mentor].map(reachable);
  return { ...(newcomer && { 'new-hire': newcomer }), ...(manager && { manager }), ...(mentor && { mentor }) };
}

/** The zone of the organisation where its own country's law applies, otherwise that of the country. */
function timeZoneOf({ organisation }: Parties, { jurisdiction }: Wording): string {
  const own = organisation?.jurisdiction === jurisdiction.id ? organisation.calendar?.timeZone : undefined;
  return own ?? jurisdiction.calendar.timeZone;
}

/** Before any export. */
const epoch = '2000-01-01';

/**
 * The date of the document tells which of two exports is the newer one, so that nothing depends on the clock. Without it
 * there is only one edition, dated by the first day of work.
 */
const editionOf = (date: string | null, { firstDay }: Plan): Edition =>
  date === null ? { date: firstDay, number: 0 } : { date, number: Math.max(0, daysBetween(epoch, date)) };

/**
 * A UUID made of a hash (RFC 9562, version 8), as RFC 7986 wants it: people cannot be told from it, and the same matter of
 * the same person has it in every language and view.
 */
function uidOf(parts: readonly (string | null)[]): string {
  const hash = sha256(JSON.stringify(parts), 'hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** What tells this person from others in the organisation for as long as possible. */
function identityOf({ personnelNumber, email, name }: Person): string {
  const { last, first = '', middle = '' } = 'last' in name ? name : (name.ru ?? name.en ?? name.nl ?? { last: '' });
  return personnelNumber ?? email ?? [last, first, middle].join(' ');
}

/** One wording of a name, the same for every language of the calendar. */
const sameInAll = (text: Text): string => (typeof text === 'string' ? text : (text.ru ?? text.en ?? text.nl ?? ''));
