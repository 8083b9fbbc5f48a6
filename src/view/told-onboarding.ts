/** An onboarding with its days as a value, in the words of its papers: for doors that show it elsewhere than on paper. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { upperFirst } from '../language/sentences.js';
import type { Plan } from '../law/plan.js';
import { planFor } from '../law/plan.js';
import { postOfActor } from '../organisation/team.js';
import { superiorsOf } from '../organisation/superior.js';
import type { Actor, Role } from '../role/role.generated.js';
import { actorName } from './onboarding.js';
import type { Parties } from './parties.js';
import type { View } from './view.js';
import type { Wording } from './wording.js';

/**
 * Where a task comes from: the role’s own onboarding, the law of the country on whoever starts, among it that they sign for the papers of
 * the post, or the probation.
 */
export type ToldSource = 'role' | 'law' | 'acquaintance' | 'probation';

/** A step that somebody takes, or a check of what was learnt. */
export interface ToldTask {
  readonly id: string;
  readonly what: 'step' | 'check';
  readonly of: ToldSource;
  readonly text: string;
  /** Who does it: a part that somebody plays in the onboarding, or the short name of a post. */
  readonly owner: Actor;
  /** The same in words. */
  readonly by: string;
  /** YYYY-MM-DD; of what the law gives no day that could be reckoned, the first day of work, which puts it in its place alone. */
  readonly due: string;
  /** How the law says when; null for what is due on its day alone. */
  readonly when: string | null;
  /** Whether `due` is a day by which it has to be done. */
  readonly dated: boolean;
  /** The law that it rests on, and what that says besides. */
  readonly basis: string | null;
  readonly note: string | null;
  /** What shows that a step is done. */
  readonly proof: string | null;
  readonly passMark: string | null;
  readonly onFailure: string | null;
  readonly questions: readonly string[];
}

export interface ToldStage {
  readonly id: string;
  readonly title: string;
  /** YYYY-MM-DD; both days belong to it. */
  readonly from: string;
  readonly to: string;
  readonly goal: string | null;
  readonly topics: readonly string[];
  /** What shows that the stage is over; null where it goes on after the probation. */
  readonly exit: string | null;
  /** Steps before checks, each by their days. */
  readonly tasks: readonly ToldTask[];
}

/** Somebody whom the newcomer asks. */
export interface ToldContact {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Null where nobody is named; address and telephone are those that the organisation has for the post. */
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface ToldOnboarding {
  /** The title of the role. */
  readonly role: string;
  readonly goal: string | null;
  /** YYYY-MM-DD */
  readonly firstDay: string;
  readonly stages: readonly ToldStage[];
  /** What the paper for personnel has besides: what the law wants done, and the results and last days of the probation. */
  readonly office: readonly ToldStage[];
  readonly contacts: readonly ToldContact[];
  /** How the country calls a probation, and its last day; null where there is none. */
  readonly probation: { readonly term: string; readonly review: string; readonly end: string } | null;
  /** That the dates of some years may still move. */
  readonly provisional: string | null;
}

/**
 * What the papers of an onboarding say, with the days of one person. Throws a Refusal, `calendar-needs-hire-date`, where there are no
 * days, as for a role without an onboarding.
 */
export function toldOnboarding(role: Role, parties: Parties, view: View, wording: Wording): ToldOnboarding {
  const plan = planFor(role, parties, wording.jurisdiction);
  const onboarding = view.onboarding.value;
  if (!plan || !onboarding) throw new Refusal([diagnostic('calendar-needs-hire-date', { role: role.id })]);
  const { probation } = plan;
  return {
    role: wording.title.bare,
    goal: onboarding.goal,
    firstDay: plan.firstDay,
    stages: onboarding.stages.flatMap((stage) => told(stage, role, plan, wording)),
    office: officeOf(view, plan, wording),
    contacts: view.papers.contacts.value.map(({ id, title, about, name }) => ({
      ...{ id, name, title: upperFirst(title, wording.locale), about: upperFirst(about, wording.locale) },
      ...reachOf(id, role, parties),
    })),
    probation: probation && {
      ...{ review: probation.review, end: probation.end },
      term: wording.phrase('probation.end', { term: view.papers.probation.value.term }),
    },
    provisional: view.papers.provisional.value,
  };
}

type StageView = NonNullable<View['onboarding']['value']>['stages'][number];

function told(view: StageView, role: Role, plan: Plan, { locale }: Wording): ToldStage[] {
  const period = plan.stages.get(view.id);
  if (!period) return [];
  const checkers = new Map((role.onboarding?.stages ?? []).flatMap(({ checks = [] }) => checks.map(({ id, by }) => [id, by] as const)));
  const first = (words: string): string => upperFirst(words, locale);
  const steps = view.steps.map(({ id, text, actor, owner, proof }) => ({
    ...{ ...plain, id, text: first(text), owner: actor, by: first(owner), proof },
    ...{ what: 'step' as const, passMark: null, onFailure: null, questions: [] },
  }));
  const checks = view.checks.flatMap(({ id, title, by, passMark, onFailure, questions }) => {
    const owner = checkers.get(id);
    if (owner === undefined) return [];
    const texts = questions.map(({ text }) => first(text));
    return [
      {
        ...plain,
        id,
        what: 'check' as const,
        text: first(title),
        owner,
        by: first(by),
        proof: null,
        passMark,
        onFailure,
        questions: texts,
      },
    ];
  });
  return [
    {
      ...{ id: view.id, title: first(view.title), from: period.from, to: period.to, goal: view.goal, exit: view.exit },
      topics: view.topics.map(({ text }) => first(text)),
      tasks: [...steps, ...checks].flatMap((task) => {
        const due = plan.due.get(task.id)?.date;
        return due === undefined ? [] : [{ ...task, due }];
      }),
    },
  ];
}

/** What tasks of the role itself have not. */
const plain = { of: 'role', when: null, dated: true, basis: null, note: null } as const;

/** What personnel sees to besides the role’s own steps, as its paper has it; results of checks come in by themselves. */
function officeOf({ onboarding, papers }: View, { firstDay, probation }: Plan, wording: Wording): ToldStage[] {
  const { phrase, locale } = wording;
  const first = (words: string): string => upperFirst(words, locale);
  const taken = new Set((onboarding.value?.stages ?? []).flatMap(({ steps, checks }) => [...steps, ...checks].map(({ id }) => id)));
  // A role may call a step of its own as the law’s is called.
  const idOf = (id: string): string => (taken.has(id) ? idOf(`${id}-of-law`) : id);
  const none = { what: 'step', proof: null, passMark: null, onFailure: null, questions: [] } as const;
  const law = papers.starting.value.map(
    ({ id, text, owner, by, when, last, basis, note, acquaints }): ToldTask => ({
      ...{ ...none, id: idOf(id), of: acquaints ? 'acquaintance' : 'law', text: first(text), owner, by: first(by) },
      ...{ due: last ?? firstDay, dated: last !== null, when: first(when), basis: basis === '' ? null : first(basis), note },
    }),
  );
  const { term, possible, collected } = papers.probation.value;
  const single = (id: string, text: string, due: string, note: string | null): ToldTask => ({
    ...{ ...none, id: idOf(id), of: 'probation', text: first(text), owner: 'hr', by: first(actorName('hr', wording)) },
    ...{ due, dated: true, when: null, basis: null, note: note === null ? null : first(note) },
  });
  const results = collected.flatMap(({ id, text, date, collect }) => {
    const words = id === 'last-notice' ? text : phrase('plan-hr.received-label', { check: text });
    return date === null ? [] : [single(`${id}-collected`, words, date, collect)];
  });
  const end = probation === null ? [] : [single('probation-end', phrase('probation.end', { term }), probation.end, null)];
  const stage = (id: string, title: string, tasks: readonly ToldTask[]): ToldStage[] => {
    const days = tasks.map(({ due }) => due).sort();
    const [from = firstDay, to = firstDay] = [days[0], days.at(-1)];
    return tasks.length === 0 ? [] : [{ id: idOf(id), title: first(title), from, to, goal: null, topics: [], exit: null, tasks }];
  };
  return [
    ...stage('of-law', phrase('plan-hr.law'), law),
    ...stage('of-probation', phrase(possible ? 'probation.heading' : 'probation.check-ins', { term }), [...results, ...end]),
  ];
}

/** How whoever plays a part is reached: by what their own file says, or by what the organisation has for their post. */
function reachOf(id: string, role: Role, parties: Parties): Pick<ToldContact, 'email' | 'phone'> {
  const { organisation, person } = parties;
  const own = id === 'manager' ? person?.manager : id === 'mentor' ? person?.mentor : undefined;
  const post =
    id === 'manager' ? (superiorsOf(role, parties)[0]?.post ?? null) : postOfActor(id as Parameters<typeof postOfActor>[0], organisation);
  const found = post !== null && organisation?.posts && Object.hasOwn(organisation.posts, post) ? organisation.posts[post] : undefined;
  return { email: own?.email ?? found?.email ?? null, phone: found?.phone ?? null };
}
