/** All that a template may print: one plain object, complete, so that strict templates find every name they ask for. */
import type { Role } from '../role/role.generated.js';
import { dutyEntries, dutyGroups, entries, liabilityEntries, rightEntries } from './entries.js';
import { planFor } from '../law/plan.js';
import { acquaintanceView } from './acquaintance.js';
import { lazily } from './lazily.js';
import { measuresView } from './measures.js';
import { onboardingView } from './onboarding.js';
import { approvalView, documentForm, documentView, employeeView, languageTag, organisationView } from './parties.js';
import type { Parties } from './parties.js';
import { contactsView, plansView } from './plans.js';
import { provisionalNote } from './onboarding.js';
import { probationView } from './probation.js';
import { reviewView } from './review.js';
import { startingView } from './starting.js';
import { personSpecification, requirementsView } from './requirements.js';
import { scorecardView } from './scorecard.js';
import { branch } from '../language/phrases.js';
import type { Wording } from './wording.js';

/** What a role says to everybody alike. */
export function createRoleView(role: Role, wording: Wording) {
  const { jurisdiction, locale, phrase } = wording;
  const posts = (refs: readonly (string | undefined)[]) => refs.filter((ref) => ref !== undefined).map((ref) => wording.post(ref));
  const { appointment, deputising } = role;
  return {
    role: {
      id: role.id,
      version: role.version,
      title: wording.title,
      category: branch(role.category),
      purpose: wording.say(role.purpose),
      department: wording.sayMaybe(role.department),
      context: wording.sayMaybe(role.context),
      level: wording.sayMaybe(role.level),
      grade: role.grade ? [wording.sayMaybe(role.grade.scheme), wording.say(role.grade.level)].filter(Boolean).join(', ') : null,
      flsaStatus: role.flsaStatus ? phrase(`flsa.${role.flsaStatus}`) : null,
    },
    appointment: {
      instrument: appointment.instrument,
      by: posts([appointment.by]),
      proposedBy: posts(appointment.proposedBy ?? []),
      consentOf: posts(appointment.consentOf ?? []),
      basis: wording.sayMaybe(appointment.basis),
      /** Where the law asks for no clause on appointment, it is printed only if others have a say in it. */
      special: (appointment.proposedBy ?? appointment.consentOf) !== undefined,
    },
    superiors: {
      mode: role.reportsTo.mode ?? 'one',
      conjunction: role.reportsTo.mode === 'any' ? 'or' : 'and',
      posts: posts(role.reportsTo.posts),
    },
    subordinates: posts(role.subordinates ?? []),
    deputising: deputising
      ? {
          reasons: wording.join(
            deputising.reasons.map((reason) => phrase(`deputising.${reason}`)),
            'or',
          ),
          by: posts([deputising.by]),
          namedBy: posts([deputising.namedBy]),
          instrument: deputising.instrument ?? 'order',
          transfersRights: String(deputising.transfersRights),
        }
      : null,
    guidedBy: entries(role.guidedBy, wording),
    requirements: requirementsView(role, wording),
    personSpecification: personSpecification(role, wording),
    knowledge: entries(role.knowledge, wording),
    duties: dutyGroups(role.duties, wording),
    essentialDuties: dutyGroups(role.duties, wording, (duty) => !duty.marginal),
    marginalDuties: dutyEntries(
      role.duties.flatMap((group) => group.duties.filter((duty) => duty.marginal)),
      wording,
    ),
    rights: rightEntries(role.rights, wording),
    responsibility: liabilityEntries(role.responsibility, wording),
    liabilityNotes: jurisdiction.liabilityNotes.map((note) => note.text[locale]),
    relations: (role.relations ?? []).filter(wording.applies).map((relation) => ({
      id: relation.id,
      party: wording.say(relation.party),
      external: relation.external ?? false,
      purpose: wording.sayMaybe(relation.purpose),
      receives: (relation.receives ?? []).map((one) => wording.say(one)),
      provides: (relation.provides ?? []).map((one) => wording.say(one)),
    })),
    conditions: entries(role.conditions, wording),
    physicalDemands: entries(role.physicalDemands, wording),
    pay: { components: entries(role.pay?.components, wording) },
    ...measuresView(role, wording),
    /** With its days counted from the first day of work. */
    onboarding: role.onboarding ? onboardingView(role.onboarding, wording, null, jurisdiction.probation.usual) : null,
    mentorNote: jurisdiction.mentorNote?.text[locale] ?? null,
    language: languageTag(wording),
  };
}

export type RoleView = ReturnType<typeof createRoleView>;

/** `own` is what the role says to everybody alike. */
export function createView(role: Role, parties: Parties, wording: Wording, own: RoleView) {
  const { jurisdiction, locale } = wording;
  const form = documentForm(parties);
  const employee = employeeView(parties, role, wording);
  const document = documentView(parties, role, wording);
  const plan = planFor(role, parties, jurisdiction);
  const probation = probationView(role, parties, wording, plan);
  // Most people have what the role says to everybody alike.
  const common = !plan && probation.talks === jurisdiction.probation.usual;
  const onboarding = role.onboarding && !common ? onboardingView(role.onboarding, wording, plan, probation.talks) : own.onboarding;
  const plans = plansView({ stages: onboarding?.stages ?? [] }, wording);
  return {
    ...own,
    document,
    organisation: organisationView(parties, wording),
    approval: approvalView(parties, wording),
    employee,
    onboarding,
    /** What only some kinds of document print. */
    papers: lazily({
      plans: () => plans,
      review: () => reviewView({ role, stages: onboarding?.stages ?? [], kpis: own.kpis }, parties, wording, plan),
      contacts: () => contactsView(role, parties, employee, wording),
      probation: () => probation,
      /** That the dates of some years may still move; null where none may. */
      provisional: () => provisionalNote(plan?.provisional ?? [], wording),
      starting: () => startingView(parties, wording, plan),
      acquaintance: () => acquaintanceView(role, parties, wording, document),
      scorecard: () => scorecardView(role, wording),
    }),
    finalClauses: jurisdiction.final[form].map((clause) => ({ id: clause.id, text: clause.text[locale], items: [] })),
    acknowledgement: { text: wording.law(`acknowledgement.${form}`, { gender: employee.gender }) },
    custom: customOf(parties.person?.custom ?? {}),
  };
}

/**
 * Facts of the organisation’s own, as texts. Any name may be asked for: what one person has another may lack, and a blank
 * form has none. Only what every object of JavaScript has, such as `constructor`, must be there to be asked for.
 */
function customOf(facts: Readonly<Record<string, string>>): Record<string, string | null> {
  const own: Record<string, string | null> = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value === '' ? null : value]),
  );
  const valueOf = (name: string | symbol): string | null =>
    typeof name === 'string' && Object.hasOwn(own, name) ? (own[name] ?? null) : null;
  const isKnown = (name: string | symbol): boolean => Object.hasOwn(own, name) || (typeof name === 'string' && !(name in Object.prototype));
  return new Proxy(own, {
    has: (_, name) => isKnown(name),
    get: (_, name) => valueOf(name),
    // Templates read own properties only.
    getOwnPropertyDescriptor: (_, name) =>
      isKnown(name) ? { configurable: true, enumerable: Object.hasOwn(own, name), writable: true, value: valueOf(name) } : undefined,
  });
}

export type View = ReturnType<typeof createView>;
