/** All that a template may print: one plain object, complete, so that strict templates find every name they ask for. */
import { hasOpenEntries } from '../role/settle.js';
import type { Condition, Role } from '../role/role.generated.js';
import { dutyEntries, dutyGroups, entries, liabilityEntries, rightEntries } from './entries.js';
import type { DocumentForm } from '../law/jurisdiction.js';
import { planFor } from '../law/plan.js';
import { advertView } from './advert.js';
import { areasView, asksForLicences, competenciesView, criteriaView, limitsView, permitsView } from './areas.js';
import { changesView } from './changes.js';
import { agreementSheetView } from './agreement-sheet.js';
import { approvalOrderView } from './approval-order.js';
import { acquaintanceView } from './acquaintance.js';
import { descriptionView } from './description.js';
import { editionOf } from './edition.js';
import { gradingView } from './grading.js';
import { holdersView } from './holders.js';
import { Later, lazily } from './lazily.js';
import type { Lazy } from './lazily.js';
import { measuresView } from './measures.js';
import { hadMentor, isMentored, isMentorTold, mentoringView } from './mentoring.js';
import { onboardingView, provisionalNote } from './onboarding.js';
import type { OnboardingView } from './onboarding.js';
import {
  unitForms,
  unitOfTitle,
  documentForm,
  documentView,
  employeeView,
  genderIn,
  languageTag,
  numbered,
  describedIn,
  organisationView,
} from './parties.js';
import type { Parties } from './parties.js';
import { assessorsView, checkpointsView, contactsView, plansView } from './plans.js';
import { evaluationView, factsView, flsaView, payBandsView } from './position.js';
import { probationView } from './probation.js';
import { refusalView } from './refusal.js';
import { reviewView } from './review.js';
import { startingView, stateOf } from './starting.js';
import { personSpecification, requirementsView } from './requirements.js';
import { scorecardView } from './scorecard.js';
import { approvalView, signingView } from './signing.js';
import { superiorView } from './superior.js';
import { branch } from '../language/phrases.js';
import { assessedConditions, protectiveEquipment } from './workplace.js';
import type { Wording } from './wording.js';

/** What a role says to everybody alike. */
export function createRoleView(role: Role, wording: Wording) {
  const { jurisdiction, locale, phrase } = wording;
  // Two posts that the organisation lacks may be called by one function.
  const posts = (refs: readonly (string | undefined)[]) => [
    ...new Map(refs.filter((ref) => ref !== undefined).map((ref) => [wording.post(ref).bare, wording.post(ref)])).values(),
  ];
  const conditions = (wanted: (one: Condition) => boolean) => entries(role.conditions?.filter(wanted), wording);
  return {
    ...lazily({
      role: () => {
        const rank = rankOf(role, wording);
        return {
          id: role.id,
          version: editionOf(role.version),
          title: wording.title,
          category: branch(role.category),
          purpose: wording.say(role.purpose),
          /** The summary says what the purpose does not, for which square brackets stand. */
          summaryAlone: role.summary !== undefined && /^\[.*\]$/su.test(wording.say(role.purpose)),
          summary: wording.sayMaybe(role.summary),
          department: wording.sayMaybe(role.department),
          context: wording.sayMaybe(role.context),
          level: wording.sayMaybe(role.level),
          /** Of a worker, which belongs to the name of the occupation; “none” without one. */
          rank: rank ?? 'none',
          ranked: rank !== null,
          scheme: wording.sayMaybe(role.grade?.scheme),
          grade: role.grade ? [wording.sayMaybe(role.grade.scheme), wording.say(role.grade.level)].filter(Boolean).join(', ') : null,
          flsaStatus: role.flsa ? phrase(`flsa.${role.flsa.status}`) : null,
        };
      },
      appointment: () => {
        const { instrument, by, proposedBy, consentOf, basis } = role.appointment;
        return {
          instrument,
          by: posts([by]),
          proposedBy: posts(proposedBy ?? []),
          consentOf: posts(consentOf ?? []),
          basis: wording.sayMaybe(basis),
          /** Where the law asks for no clause on appointment, it is printed only if others have a say in it. */
          special: (proposedBy ?? consentOf ?? basis) !== undefined,
        };
      },
      hasOpenEntries: () => hasOpenEntries(role),
      subordinates: () => posts(wording.subordinates ?? []),
      /** Those whom the organisation names. */
      deputies: () => posts(wording.deputies ?? []),
      deputising: () => {
        const deputising = deputisingOf(role, wording);
        if (!deputising) return null;
        return {
          reasons: wording.join(
            deputising.reasons.map((reason) => phrase(`deputising.${reason}`)),
            'or',
          ),
          by: posts(deputising.by),
          namedBy: posts([deputising.namedBy]),
          instrument: deputising.instrument ?? 'order',
          transfersRights: String(deputising.transfersRights),
        };
      },
      guidedBy: () => entries(role.guidedBy, wording),
      requirements: () => requirementsView(role, wording),
      personSpecification: () => personSpecification(role, wording),
      knowledge: () => entries(role.knowledge, wording),
      duties: () => dutyGroups(role.duties, wording),
      essentialDuties: () =>
        dutyGroups(
          role.duties.filter(({ marginal }) => !marginal),
          wording,
          (duty) => !duty.marginal,
        ),
      marginalDuties: () =>
        dutyEntries(
          role.duties.filter(wording.applies).flatMap(({ marginal, duties }) => duties.filter((duty) => marginal || duty.marginal)),
          wording,
        ),
      competencies: () => competenciesView(role, wording),
      permits: () => permitsView(role, wording),
      licences: () => (asksForLicences(role, wording) ? 'yes' : 'no'),
      rights: () => rightEntries(role.rights, wording),
      /** Without the limits of the law in each: a brief paper says them once. */
      answersFor: () => entries(role.responsibility, wording),
      responsibility: () => liabilityEntries(role.responsibility, wording),
      liabilityNotes: () => jurisdiction.liabilityNotes.map((note) => note.text[locale]),
      conditions: () => [...entries(role.conditions, wording), ...assessedConditions(role, wording)],
      /** The same apart: what is about safety, and the rest. */
      safetyConditions: () => conditions(isSafety),
      otherConditions: () => [...conditions((one) => !isSafety(one)), ...assessedConditions(role, wording)],
      protectiveEquipment: () => protectiveEquipment(role, wording),
      /** Whether items name a place in the employer’s norms, which then have a date and a number. */
      protectiveNorms: () => (role.protectiveEquipment ?? []).some(({ norm }) => norm !== undefined),
      physicalDemands: () => entries(role.physicalDemands, wording),
      pay: () => ({ components: entries(role.pay?.components, wording) }),
      payBands: () => payBandsView(role, wording),
      /** With its days counted from the first day of work. */
      onboarding: () => (role.onboarding ? onboardingView(role.onboarding, wording, null, jurisdiction.probation.usual) : null),
      mentorNote: () => jurisdiction.mentorNote?.text[locale] ?? null,
      language: () => languageTag(wording),
    }),
    ...areasView(role, wording),
    ...limitsView(role, wording),
    ...criteriaView(role, wording),
    ...relationsView(role, wording),
    ...measuresView(role, wording),
  };
}

/** The rank of a worker, as a number or in the words of the grade: «4-й разряд». */
const rankOf = ({ grade }: Role, wording: Wording): string | null =>
  grade?.rank === undefined
    ? (/^([1-8])(?:-?(?:й|го|ый|ого))? разряда?$/u.exec(wording.sayMaybe(grade?.level) ?? '')?.[1] ?? null)
    : String(grade.rank);

/** Who stands in, and when: deputies that the organisation names go before the role’s, which may be a post that is not there. */
function deputisingOf({ deputising }: Role, { deputies, has }: Wording) {
  if (deputies) {
    const usual = { reasons: ['business-trip', 'leave', 'illness', 'other'], transfersRights: true } as const;
    const { reasons, instrument, transfersRights } = deputising ?? { ...usual, instrument: undefined };
    return { reasons, instrument, transfersRights, by: deputies, namedBy: undefined };
  }
  return deputising && { ...deputising, by: [deputising.by].filter((ref) => ref !== undefined && has(ref)) };
}

function relationsView(role: Role, wording: Wording) {
  const relations = new Later(() =>
    (role.relations ?? []).filter(wording.applies).map((relation) => ({
      id: relation.id,
      party: wording.say(relation.party),
      external: relation.external ?? false,
      purpose: wording.sayMaybe(relation.purpose),
      nature: wording.sayMaybe(relation.nature),
      receives: (relation.receives ?? []).map((one) => wording.say(one)),
      provides: (relation.provides ?? []).map((one) => wording.say(one)),
    })),
  );
  return {
    relations,
    ...lazily({
      insideRelations: () => relations.value.filter(({ external }) => !external),
      outsideRelations: () => relations.value.filter(({ external }) => external),
      relationsExplained: () => relations.value.some(({ purpose, nature }) => purpose !== null || nature !== null),
      relationsExchanged: () => relations.value.some(({ receives, provides }) => receives.length + provides.length > 0),
    }),
  };
}

const isSafety = ({ kind }: Condition): boolean => kind === 'safety';

export type RoleView = ReturnType<typeof createRoleView>;

/** `own` is what the role says to everybody alike. */
export function createView(role: Role, parties: Parties, wording: Wording, own: RoleView) {
  const { jurisdiction, locale } = wording;
  const form = documentForm(parties);
  const plan = new Later(() => planFor(role, parties, jurisdiction));
  const employee = new Later(() => employeeView(parties, role, wording));
  const unit = new Later(() => unitForms(role, parties, wording));
  const signing = new Later(() => signingView(role, parties, wording));
  const probation = new Later(() => probationView(role, parties, wording, plan.value));
  const onboarding = new Later(() => {
    const { talks } = probation.value;
    // Most people have what the role says to everybody alike.
    const common = !plan.value && talks === jurisdiction.probation.usual;
    return role.onboarding && !common ? onboardingView(role.onboarding, wording, plan.value, talks) : own.onboarding.value;
  });
  const stages = (): OnboardingView['stages'] => onboarding.value?.stages ?? [];
  const clauseKind = parties.description ?? numbered;
  /** What only some kinds of document print. */
  const papers = {
    probation,
    ...lazily({
      plans: () => plansView({ stages: stages() }, wording),
      review: () => reviewView({ role, stages: stages(), kpis: own.kpis.value }, parties, wording, plan.value),
      contacts: () => contactsView(role, parties, employee.value, wording),
      assessors: () => assessorsView(role, parties, wording),
      checkpoints: () =>
        checkpointsView(
          stages().flatMap(({ checks }) => checks),
          probation.value.collected,
          plan.value,
          wording,
        ),
      /** That the dates of some years may still move; null where none may. */
      provisional: () => provisionalNote(plan.value?.provisional ?? [], wording),
      starting: () => startingView(role, parties, wording, plan.value),
      acquaintance: () => acquaintanceView(role, parties, wording, documentView({ ...parties, kind: clauseKind }, role, wording)),
      changes: () => changesView(role, parties, wording),
      refusal: () => refusalView(parties, wording),
      advert: () => advertView(role, parties, wording),
      grading: () => gradingView(role, parties, wording),
      /** How other papers name the description. */
      description: () => descriptionView(role, parties, wording),
      agreementSheet: () => agreementSheetView(signing.value.visas),
      holders: () => holdersView(role, parties, wording),
      approvalOrder: () => approvalOrderView(role, parties, wording),
      /** Null where papers do not speak of a mentor. */
      mentored: () => (isMentored(role, parties) ? 'yes' : null),
      hadMentor: () => hadMentor(role, parties),
      mentorTold: () => isMentorTold(onboarding.value, employee.value.mentor !== null, own.mentorNote.value),
      mentoring: () => mentoringView(onboarding.value, employee.value.hireDate),
      scorecard: () => scorecardView(role, parties.organisation, wording),
    }),
  };
  return {
    ...own,
    employee,
    signing,
    onboarding,
    unit,
    ...lazily({
      document: () => documentView(parties, role, wording),
      organisation: () => organisationView(parties, wording),
      approval: () => approvalView(role, parties, wording),
      superiors: () => superiorView(role, parties, wording),
      facts: () => factsView(role, parties, wording),
      evaluation: () => evaluationView(role, parties, wording),
      flsa: () => flsaView(role, parties, wording),
      unitOfTitle: () => unitOfTitle(unit.value, wording),
      /** Whether entries of the form hold only under some answers. */
      hasOpenEntries: () => parties.organisation === null && own.hasOpenEntries.value,
      finalClauses: () => [
        ...jurisdiction.final[form].map((clause) => ({
          id: clause.id,
          heading: clause.heading?.[locale] ?? null,
          text: clause.text[locale],
          items: [],
        })),
        ...copiesClause(form, parties, wording),
      ],
      acknowledgement: () => ({
        text: wording.law(`acknowledgement.${form}`, { gender: genderIn(parties), kind: branch(describedIn(parties)) }),
      }),
    }),
    papers,
    clauses: lawClauses(parties, wording, own),
    /** Whether it is a blank form: nobody can have settled what is open. */
    isForm: parties.organisation === null,
    custom: customOf(parties.person?.custom ?? {}),
  };
}

/** In how many copies both parties sign it, where the organisation says so. */
const copiesClause = (form: DocumentForm, { organisation }: Parties, { phrase }: Wording) =>
  form === 'annex' && organisation?.copies !== undefined
    ? [{ id: 'final-copies', heading: null, text: phrase('annex.copies', { n: organisation.copies }), items: [] }]
    : [];

/** Clauses of the country that our templates ask for; null where the country has none. */
const clauseNames = [
  'deputising',
  'documents',
  'documents-without-measures',
  'pay',
  'responsibility',
  'adjustments',
  'overtime',
  'handbook',
  'plan',
  'safety-rules',
  'safety-training',
  'safety-report',
  'rate',
  'change-lead',
  'change-same',
  'change-agreed',
  'change-proposed',
  'change-received',
  'change-notice',
  'change-refusal',
  'advert-equality',
  'advert-selection',
  'advert-privacy',
  'refusal',
  'mentoring',
  'mentoring-end',
  'talk',
] as const;

function lawClauses(parties: Parties, wording: Wording, own: RoleView): Lazy<Record<string, string | null>> {
  const { title, jurisdiction, law } = wording;
  const args = new Later(() => ({
    title: title.subject,
    genitive: title.genitive,
    dative: title.dative,
    instrumental: title.instrumental,
    gender: genderIn(parties),
    kind: branch(parties.kind ?? numbered),
    description: branch(parties.description ?? numbered),
    state: stateOf(parties, wording),
    deputies:
      wording.join(
        (own.deputising.value?.by ?? []).map(({ accusative }) => accusative),
        'or',
      ) || 'none',
  }));
  const theirs = jurisdiction.clauses ?? {};
  const names = new Set<string>([...clauseNames, ...Object.keys(theirs)]);
  return lazily(
    Object.fromEntries([...names].map((name) => [name, () => (Object.hasOwn(theirs, name) ? law(`clauses.${name}`, args.value) : null)])),
  );
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
