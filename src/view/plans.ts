/** An onboarding as each of its readers sees it: what is theirs to do, and what they have to know of the others. */
import { upperFirst } from '../language/sentences.js';
import { holderOf } from '../organisation/superior.js';
import { postOfActor } from '../organisation/team.js';
import type { Plan } from '../law/plan.js';
import type { Actor, Role } from '../role/role.generated.js';
import { answersFor } from './audience.js';
import { isMentored } from './mentoring.js';
import type { Statement } from './entries.js';
import { lazily } from './lazily.js';
import { actorName } from './onboarding.js';
import type { OnboardingView, StageView, StepView } from './onboarding.js';
import { wholeName } from './names.js';
import type { Parties } from './parties.js';
import type { probationView } from './probation.js';
import type { Wording } from './wording.js';

/** Every step is ticked off in one plan: that of the reader who answers for it. */
export const plansView = ({ stages }: Pick<OnboardingView, 'stages'>, wording: Wording) =>
  lazily({
    /** What the newcomer does, and who helps; what is prepared before the first day is for those who prepare it. */
    newHire: () =>
      opened(
        stages
          .map((stage) => ({
            ...stage,
            steps: stage.steps.filter(({ actor }) => answersFor('new-hire', actor)),
            help: stage.steps.filter(({ actor, early }) => !answersFor('new-hire', actor) && !early),
          }))
          .filter(({ steps, help, checks }) => steps.length + help.length + checks.length > 0),
      ),
    /** What manager and mentor do, what they accept from the newcomer, and what others get ready. */
    manager: () =>
      opened(
        stages.map((stage) => ({
          ...stage,
          steps: stage.steps.filter(({ actor }) => answersFor('manager', actor)),
          accepts: stage.steps.filter(({ actor }) => answersFor('new-hire', actor)),
          others: stage.steps.filter(({ actor }) => answersFor('hr', actor)).map((step) => prepared(step, wording)),
        })),
      ),
    /** What HR and the offices that get things ready do, and the checks whose results HR keeps. */
    hr: () => ({
      steps: stages.flatMap((stage) => stage.steps.filter(({ actor }) => answersFor('hr', actor))),
      checks: stages.flatMap(({ checks }) => checks),
    }),
  });

/** Marks the first stage after the probation, before which a heading stands. */
const opened = <T extends Pick<StageView, 'id' | 'afterProbation'>>(stages: readonly T[]): (T & { opensAfter: boolean })[] => {
  const first = stages.find(({ afterProbation }) => afterProbation)?.id;
  return stages.map((stage) => ({ ...stage, opensAfter: stage.id === first }));
};

const prepared = ({ id, text, owner, dueInSentence }: StepView, wording: Wording): Statement => ({
  id,
  text: wording.phrase('plan.prepared', { step: text, owner, due: dueInSentence }),
  items: [],
});

/** What HR waits for, in the order of its days where these are known: the results of checks, and the papers of talks. */
export function checkpointsView(
  checks: readonly StageView['checks'][number][],
  collected: ReturnType<typeof probationView>['collected'],
  plan: Plan | null,
  wording: Wording,
) {
  const points = [
    ...checks.map(({ id, number, title, by, due }) => ({
      id,
      text: `${number}. ${upperFirst(title, wording.locale)}`,
      said: title,
      by,
      due,
      collect: null,
      date: plan?.due.get(id)?.date ?? '',
    })),
    ...collected.map(({ id, text, by, due, date, collect }) => ({
      id: `${id}-collected`,
      text,
      said: text,
      by,
      due,
      collect,
      date: date ?? '',
    })),
  ];
  return points.sort((a, b) => a.date.localeCompare(b.date));
}

/** Those who help a newcomer and whom no file of a person names: papers leave room for their names. */
const unnamed = ['trainer', 'colleague', 'security'] as const;

/** Whose part somebody plays in the onboarding, by a step or check of theirs. */
function unnamedIn(actors: readonly Actor[]) {
  return unnamed.filter((one) => actors.includes(one));
}

/** Who holds the post that has a function here; null where nobody does. */
function holderNamed(actor: 'hr' | 'it' | (typeof unnamed)[number], { organisation }: Pick<Parties, 'organisation'>, wording: Wording) {
  const holder = holderOf(postOfActor(actor, organisation) ?? undefined, organisation);
  return holder ? wholeName(holder, wording) : null;
}

/** Those of them who conduct a check. */
export const assessorsView = ({ onboarding }: Role, parties: Pick<Parties, 'organisation'>, wording: Wording) =>
  unnamedIn((onboarding?.stages ?? []).flatMap(({ checks = [] }) => checks.map(({ by }) => by))).map((id) => ({
    id,
    title: actorName(id, wording),
    name: holderNamed(id, parties, wording),
  }));

/** Whom the newcomer asks, and about what. */
export function contactsView(
  role: Role,
  { organisation, person }: Parties,
  { manager, mentor }: { manager: string | null; mentor: string | null },
  wording: Wording,
) {
  const hr = holderNamed('hr', { organisation }, wording);
  const hrIsManager = hr !== null && manager?.startsWith(hr) === true;
  const contact = (id: 'manager' | 'mentor' | 'hr' | 'it' | (typeof unnamed)[number], name: string | null) => ({
    id,
    title: wording.actor(id),
    name,
    about: wording.phrase(`contacts.${id}`),
  });
  const helpers = (role.onboarding?.stages ?? []).flatMap(({ actors = [], steps, checks = [] }) => [
    ...actors,
    ...steps.filter(wording.applies).map(({ owner }) => owner),
    ...checks.map(({ by }) => by),
  ]);
  return [
    contact('manager', manager),
    ...(isMentored(role, { person }) ? [contact('mentor', mentor)] : []),
    ...(hrIsManager ? [] : [contact('hr', hr)]),
    // Whoever has no step with IT need not know whom to ask there.
    ...(helpers.includes('it') ? [contact('it', holderNamed('it', { organisation }, wording))] : []),
    ...unnamedIn(helpers).map((id) => contact(id, holderNamed(id, { organisation }, wording))),
  ];
}
