/** Who signs a job description: the rules of the country, applied to people. */
import { formatDate } from '../language/dates.js';
import { branch } from '../language/phrases.js';
import { upperFirst } from '../language/sentences.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import type { SigningRule } from '../law/jurisdiction.generated.js';
import { holderOf, isStandIn } from '../organisation/superior.js';
import { samePerson } from '../organisation/same-person.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Names } from '../person/person.generated.js';
import type { Role } from '../role/role.generated.js';
import { signedName } from './names.js';
import { describedIn, documentForm, genderIn, languageTag } from './parties.js';
import type { Parties } from './parties.js';
import { postOf, superiorsIn } from './superior.js';
import type { PostForms, Wording } from './wording.js';

/** Somebody who may sign: a post, its holder, or neither where a form leaves both open. */
interface Signer {
  /** The short name of the post. */
  ref: string | null;
  post: PostForms | null;
  acting: boolean;
  /** Null for a vacancy. */
  holder: Names | null;
}

const isUnknown = ({ post, holder }: Signer): boolean => post === null && holder === null;

/** The words that stand for whoever signs, where nobody is named. */
const nobody: Signer = { ref: null, post: null, acting: false, holder: null };

/** Where a country has no rules, both sides of the contract sign. */
const usualRules: readonly SigningRule[] = [
  { who: 'employer', as: 'party', needed: true },
  { who: 'employee', as: 'acknowledges', needed: true },
];

const rulesOf = ({ signing }: Jurisdiction, parties: Parties): readonly SigningRule[] => signing?.[documentForm(parties)] ?? usualRules;

/** One place to sign. */
export type SigningLine = ReturnType<typeof lineOf>;

/**
 * The lines in their order, and each by its capacity for templates that place them apart. Nobody signs twice: of several
 * capacities of one person the first counts. Nobody but as the employee signs the description of their own post.
 */
export function signingView(role: Role, parties: Parties, wording: Wording) {
  const { organisation, person } = parties;
  const rules = rulesOf(wording.jurisdiction, parties);
  const signed: Names[] = person ? [person.name] : [];
  const head = signerOf('approver', role, parties, wording);
  const ofHead = describes(role, parties, head);
  // By an order the approver does not sign here, but is no author of what he approves either.
  if (head.holder && !ofHead && rules.some(({ who }) => who === 'approver')) signed.push(head.holder);
  const isFree = (signer: Signer): boolean => signer.ref !== role.id && !signed.some((one) => samePerson(one, signer.holder ?? undefined));
  const place = (rule: SigningRule, signer: Signer): SigningLine => {
    if (signer.holder) signed.push(signer.holder);
    return lineOf(rule, signer, parties, wording);
  };

  const lines = rules.flatMap((rule): SigningLine[] => {
    if (rule.who === 'approver') return [];
    if (rule.who === 'employee') return [lineOf(rule, { ...nobody, holder: person?.name ?? null }, parties, wording)];
    if (rule.who === 'visas') return visasOf(organisation, wording).flatMap((signer) => (isFree(signer) ? [place(rule, signer)] : []));
    const first = signerOf(rule.who, role, parties, wording);
    const second = rule.instead && signerOf(rule.instead, role, parties, wording);
    if (!organisation && !person) return [place(rule, first)];
    // Whoever is above is there, and only nobody knows who: nobody else is the author.
    if (isUnknown(first) && !ofHead && rule.needed !== true) return [lineOf(rule, nobody, parties, wording)];
    const chosen = [first, second].find((signer) => signer && !isUnknown(signer) && isFree(signer));
    if (chosen) return [place(rule, chosen)];
    return rule.needed === true ? [lineOf(rule, nobody, parties, wording)] : [];
  });
  const by = (as: SigningRule['as']): SigningLine[] => lines.filter((line) => line.as === as);
  return {
    lines: lines.map((line, at) => ({ ...line, heading: lines[at - 1]?.heading === line.heading ? null : line.heading })),
    author: by('drafts'),
    visas: by('agrees'),
    employer: lines.filter(({ id, as }) => id !== 'acquaintance' && (as === 'adopts' || as === 'issues' || as === 'party')),
    employee: lines.filter(({ id }) => id === 'acquaintance'),
  };
}

type Act = NonNullable<NonNullable<Organisation['approval']>['act']>;

/** What stands above the text: who approves, or by which act; where it is an annex, to which contract. */
export function approvalView(role: Role, parties: Parties, wording: Wording) {
  const { organisation } = parties;
  const { locale } = wording;
  const approver = signerOf('approver', role, parties, wording);
  const hr = signerOf('hr', role, parties, wording);
  const own = describes(role, parties, approver);
  const inWords = (date: string): string => formatDate(date, locale, 'long', languageTag(wording));
  const { by, act: stated } = organisation?.approval ?? {};
  // The head’s own order would be the head’s own approval.
  const decision: Act = stated?.kind === 'decision' ? stated : { kind: 'decision' };
  const act: Act | null = own ? decision : by === 'order' ? (stated ?? { kind: 'order' }) : null;
  const title = own ? null : titleOf(approver, wording);
  const contract = parties.person?.contract;
  return {
    annex: documentForm(parties) === 'annex',
    /** Of the person, as far as the file says. */
    contract: {
      number: contract?.number ?? null,
      date: contract?.date ? inWords(contract.date) : null,
      annex: contract?.annex ?? null,
    },
    approverPost: title,
    approverTitle: title && upperFirst(title, locale),
    approverName: own || !approver.holder ? null : signedName(approver.holder, wording),
    /** Whether the superior and HR are one person, who signs once. */
    hrIsManager: samePerson(hr.holder ?? undefined, superiorsIn(role, parties)[0]?.holder ?? undefined),
    hrPost: titleOf(hr, wording),
    hrName: hr.holder ? signedName(hr.holder, wording) : null,
    act: act && {
      kind: act.kind,
      /** Whether it has to be said whose decision it is: of a body above the head. */
      body: own && act !== stated,
      number: act.number ?? null,
      date: act.date ? inWords(act.date) : null,
    },
    /** An approved document has one date: that of the stamp, or of the act. */
    date: act ? (act.date ? inWords(act.date) : null) : parties.date && inWords(parties.date),
  };
}

/** Who signs an order of the head, who carries it out, and who agrees with it; an order describes nobody's own post. */
export function orderSigners(role: Role, parties: Parties, wording: Wording) {
  const head = signerOf('approver', role, parties, wording);
  const hr = signerOf('hr', role, parties, wording);
  const title = titleOf(head, wording);
  const others = visasOf(parties.organisation, wording).filter(({ holder }) => !samePerson(holder ?? undefined, head.holder ?? undefined));
  return {
    head: { title: title && upperFirst(title, wording.locale), name: head.holder ? signedName(head.holder, wording) : null },
    /** Null where nobody says who keeps the papers of personnel. */
    executor: hr.post && { post: hr.post, title: titleOf(hr, wording), name: hr.holder ? signedName(hr.holder, wording) : null },
    visas: others.map((signer, at) => {
      const line = lineOf({ who: 'visas', as: 'agrees' }, signer, { ...parties, form: 'local-act' }, wording);
      return at === 0 ? line : { ...line, heading: null };
    }),
  };
}

/** Whether the paper describes the post that this signer holds, or is for the signer. */
const describes = (role: Role, { person }: Parties, { ref, holder }: Signer): boolean =>
  (ref !== null && ref === role.id) || (person !== null && samePerson(person.name, holder ?? undefined));

function signerOf(who: 'approver' | 'employer' | 'superior' | 'hr', role: Role, parties: Parties, wording: Wording): Signer {
  const { organisation } = parties;
  const { approver, employer, hr } = organisation?.signatories ?? {};
  if (who === 'approver') return atPost(approver ?? employer, organisation, wording);
  if (who === 'employer') return atPost(employer ?? approver, organisation, wording);
  if (who === 'hr') return atPost(hr, organisation, wording);
  const superiors = superiorsIn(role, parties);
  // A vacant post signs nothing; the next superior does.
  const signs = superiors.find(({ holder }) => holder !== null) ?? superiors[0];
  if (!signs) return nobody;
  const acting = isStandIn(signs.post, signs.holder, organisation);
  return { ref: signs.post, post: postOf(signs, wording), acting, holder: signs.holder };
}

const atPost = (ref: string | undefined, organisation: Organisation | null, wording: Wording): Signer =>
  ref === undefined
    ? nobody
    : { ref, post: wording.post(ref), acting: isActing(ref, organisation), holder: holderOf(ref, organisation) ?? null };

const isActing = (ref: string | null, organisation: Organisation | null): boolean =>
  ref !== null && organisation?.posts?.[ref]?.acting === true;

/** The posts that agree; on a form for no organisation those that do so everywhere. */
function visasOf(organisation: Organisation | null, wording: Wording): Signer[] {
  if (organisation) return (organisation.approval?.visas ?? []).map((ref) => atPost(ref, organisation, wording));
  return ['legal', 'hr'].map((ref) => {
    const bare = wording.phrase(`signature.visa-${ref}`);
    return { ref, post: { bare } as PostForms, acting: false, holder: null };
  });
}

/** The post as a signature names it; of somebody who stands in, «и.о. начальника отдела». */
const titleOf = ({ post, acting }: Signer, { phrase }: Wording): string | null =>
  post && acting ? phrase('signature.acting', { title: post.bare, genitive: post.genitive }) : (post?.bare ?? null);

/** Ids of the fields of a line, and the phrases that name these for whoever cannot see them. */
const labels = { superior: 'manager', visas: 'visa', employer: 'employer', employee: 'employee' } as const;

function lineOf({ who, as, titled = false }: SigningRule, signer: Signer, parties: Parties, wording: Wording) {
  const { phrase, locale } = wording;
  const { organisation, date } = parties;
  const kind = who === 'approver' ? 'employer' : who;
  const title = titleOf(signer, wording);
  const own = wording.jurisdiction.signing?.ownName?.some((form) => isForm(form, organisation)) === true;
  const acknowledges =
    who === 'employee'
      ? wording.law(`acknowledgement.${documentForm(parties)}`, { gender: genderIn(parties), kind: branch(describedIn(parties)) })
      : null;
  const definite = signer.acting ? title : (signer.post?.subject ?? title);
  const words =
    acknowledges ?? phrase(`signature.${as}`, { title: title ?? 'none', definite: definite ?? 'none', own: own ? 'yes' : 'no' });
  const forEmployer = who === 'employer' && (as === 'adopts' || as === 'party');
  const heading = phrase(`signature.${as}-heading`, { who, gender: genderOf(signer, parties) });
  const label = (what: 'signature' | 'name' | 'date'): string =>
    phrase(`blank.${labels[kind]}-${what}`, kind === 'visas' ? { post: title ?? '' } : {});
  return {
    id: kind === 'visas' ? `visa-${signer.ref ?? ''}` : kind === 'employee' ? 'acquaintance' : kind,
    who: kind === 'visas' ? `visa-${signer.ref ?? ''}` : kind,
    as,
    heading: titled ? words : heading === '' ? null : heading,
    /** After the employer’s name where that stands before it. */
    text: forEmployer ? words.trimEnd() : upperFirst(titled ? wording.title.bare : words, locale),
    /** Place and day of signing, where the line states them. */
    adopted:
      as === 'adopts'
        ? { place: wording.sayMaybe(organisation?.place), date: date && formatDate(date, locale, 'long', languageTag(wording)) }
        : null,
    forEmployer,
    employer: wording.sayMaybe(organisation?.name),
    name: signer.holder ? signedName(signer.holder, wording) : null,
    labels: { signature: label('signature'), name: label('name'), date: label('date') },
  };
}

/** Of whoever signs, as far as organisation or person say. */
function genderOf({ ref, holder }: Signer, { organisation, person }: Parties): string {
  const ofPost = ref === null ? undefined : organisation?.posts?.[ref]?.holderGender;
  const ofManager = samePerson(person?.manager?.name, holder ?? undefined) ? person?.manager?.gender : undefined;
  return ofPost ?? ofManager ?? 'other';
}

function isForm(form: string, organisation: Organisation | null): boolean {
  const own = organisation?.legalForm;
  const said = typeof own === 'string' ? [own] : Object.values(own ?? {});
  return said.some((words) => String(words).toLowerCase() === form);
}
