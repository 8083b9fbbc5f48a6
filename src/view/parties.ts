/** Who is who: the employer, those who sign, and the employee; whatever is unknown is null and becomes a blank. */
import { addMonths } from '../law/dates.js';
import type { WorkCalendar } from '../law/work-calendar.js';
import type { DocumentForm } from '../law/jurisdiction.js';
import { formatDate } from '../language/dates.js';
import { upperFirst } from '../language/sentences.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { departmentOf } from '../organisation/superior.js';
import type { Superior } from '../organisation/superior.js';
import type { Colleague, Person } from '../person/person.generated.js';
import type { ChangedStatement } from '../document/statements.js';
import type { Role } from '../role/role.generated.js';
import { nameOf, nameTo, signedName, wholeName } from './names.js';
import { superiorView } from './superior.js';
import { formsOf } from './wording.js';
import type { PostForms, Wording } from './wording.js';

export interface Parties {
  /** The id of the kind of paper; that of the job description when left out. */
  kind?: string;
  /** The id of the kind that describes the work of such a role under this law; the job description when left out. */
  description?: string;
  /** The same for each of `roles`, by its id. */
  descriptions?: Readonly<Record<string, string>>;
  /** The legal form that the kind of paper has; as the organisation says when left out. */
  form?: DocumentForm | undefined;
  organisation: Organisation | null;
  person: Person | null;
  /** The date of the document, YYYY-MM-DD, or null to leave it blank. */
  date: string | null;
  /** Turns the days of an onboarding into dates from the hire date on; without it they stay relative. */
  calendar?: WorkCalendar | null;
  /** The id of a department that stands in where the person does not name one. */
  department?: string | null;
  /** The earlier version of the role, and what the paper said otherwise in it; null where there is none. */
  former?: Role | null;
  changes?: readonly ChangedStatement[] | null;
  /** From which day the changes hold, YYYY-MM-DD; null leaves it blank. */
  effective?: string | null;
  /** Why, in the words of the employer. */
  reason?: string | null;
  /** What became of it when the paper was offered; without it a record of a refusal is a form. */
  refused?: Refused | null;
  /** What came of the onboarding; without it a review leaves room for it. */
  results?: Results | null;
  /** Those who sign one list together; without it only the person does. */
  people?: readonly Person[];
  /** The roles that one order is for; without them it is for that of the paper. */
  roles?: readonly Role[];
  /** The superiors, the direct one first, where they are known beforehand; otherwise organisation and person tell. */
  superiors?: readonly Superior[];
}

/** What came of an onboarding, by the ids of its steps and checks. */
export interface Results {
  /** The steps that are done. */
  readonly done: readonly string[];
  /** The last result of each check that was held; the day is YYYY-MM-DD. */
  readonly checks: Readonly<
    Record<string, { readonly passed: boolean; readonly on: string; readonly by: string; readonly words: string | null }>
  >;
}

/** What became of a paper when it was offered. */
export interface Refused {
  /** The day on which the paper was offered, YYYY-MM-DD. */
  readonly offeredOn: string;
  /** The date of the paper that was offered, YYYY-MM-DD; that of the record where it is left out. */
  readonly paperDated?: string;
  /** Who offered it and signs the record, and the post where it is known; the superior, or personnel, where it is left out. */
  readonly offeredBy?: { readonly name: string; readonly post: string | null };
  /** The record in whose place this one stands. */
  readonly replaces?: { readonly number: string; readonly date: string };
  /** In the words of the employee; null where none were given. */
  readonly reason: string | null;
  /** Names as they stand beside a signature, and posts where they are known. */
  readonly witnesses: readonly { readonly name: string; readonly post: string | null }[];
}

export const documentForm = ({ form, organisation }: Pick<Parties, 'form' | 'organisation'>): DocumentForm =>
  form ?? organisation?.documentForm ?? 'local-act';

export function organisationView({ organisation }: Parties, wording: Wording) {
  const name = wording.sayMaybe(organisation?.name);
  const shortName = wording.sayMaybe(organisation?.shortName) ?? name;
  const details = [organisation?.address, organisation?.registration].flatMap((text) => wording.sayMaybe(text) ?? []);
  return {
    name,
    shortName,
    abbreviation: shortName === name ? null : shortName,
    place: wording.sayMaybe(organisation?.place),
    /** Address and registration, for letters and agreements; a letterhead says them itself. */
    details: details.length === 0 || organisation?.brand?.letterhead ? null : details.join(', '),
  };
}

/**
 * The department in its forms: that of the person or of the papers, else that which is usual for the role; null where
 * nobody says, and where the title of the post says it already: «начальник отдела продаж».
 */
export function unitForms(role: Role, parties: Parties, wording: Wording): PostForms | null {
  const known = departmentOf(parties);
  const name = departmentName(parties, wording) ?? wording.sayMaybe(role.department);
  const unit = name === null ? null : formsOf(name, known?.forms, wording);
  return unit && saidBy(wording.title, unit) ? null : unit;
}

/** By the words, or in Russian by the root: «начальник производственного отдела» says «производство». */
function saidBy(title: PostForms, unit: PostForms): boolean {
  const said = title.genitive.toLowerCase();
  const name = unit.genitive.toLowerCase();
  const root = /^[а-яё]{8,}$/u.test(name) ? name.slice(0, -2) : name;
  return said.endsWith(name) || (root !== name && said.split(' ').some((word) => word.startsWith(root)));
}

/**
 * The department after the title in a sentence: «менеджера по продажам отдела продаж», but «клиентского менеджера банка в
 * отделении», since a second genitive after one would seem to belong to it. Only Russian has the difference.
 */
export function unitOfTitle(unit: PostForms | null, { title, locale }: Wording): string {
  if (unit === null) return 'none';
  if (locale !== 'ru') return unit.genitive;
  const [last = ''] = title.bare.toLowerCase().split(' ').slice(-1);
  const isGenitive = title.bare.includes(' ') && title.genitive.toLowerCase().endsWith(` ${last}`) && !/(?:ам|ям|у|ю|е|ии)$/u.test(last);
  if (!isGenitive) return unit.genitive;
  return `${/^[вф][^аеёиоуыэюя]/iu.test(unit.prepositional) ? 'во' : 'в'} ${unit.prepositional}`;
}

export function employeeView(parties: Parties, role: Role, wording: Wording) {
  const { person } = parties;
  const superior = superiorView(role, parties, wording);
  const department = departmentName(parties, wording) ?? wording.sayMaybe(role.department);
  return {
    fullName: person ? wholeName(person.name, wording) : null,
    shortName: person ? signedName(person.name, wording) : null,
    // Made where a paper prints them: only then must the gender of a Russian name be known.
    /** «Ивановой Анне Петровне»: to whom a notice goes. */
    get toWhom() {
      return person ? nameTo(person, wording) : null;
    },
    get ofWhom() {
      return person ? nameOf(person, wording) : null;
    },
    gender: genderIn(parties),
    personnelNumber: person?.personnelNumber ?? null,
    departmentTitle: department && upperFirst(department, wording.locale),
    /** As it stands within a sentence. */
    department,
    hireDate: person?.hireDate ? formatDate(person.hireDate, wording.locale, 'long', languageTag(wording)) : null,
    manager: superior.name && superior.named,
    managerName: superior.signedName,
    mentor: colleague(person?.mentor, wording),
    mentorName: person?.mentor ? signedName(person.mentor.name, wording) : null,
  };
}

/** As phrases select it. */
export const genderIn = ({ person }: Pick<Parties, 'person'>): 'male' | 'female' | 'other' =>
  person?.gender === 'male' || person?.gender === 'female' ? person.gender : 'other';

/** What `numbering.pattern` numbers, or what stands for it; other kinds have patterns of their own. */
export const numbered = 'job-description';

/** The kind of description that a paper is, carries or is about. */
export const describedIn = ({ kind = numbered, description = kind }: Pick<Parties, 'kind' | 'description'>): string =>
  kind === numbered ? numbered : description;

/** Date, number, version and review of the document itself. */
export function documentView({ organisation, person, date, kind = numbered, description }: Parties, role: Role, wording: Wording) {
  const { pattern: usual, kinds = {} } = organisation?.numbering ?? {};
  // Two acts cannot have one number.
  const pattern = kinds[kind] ?? (kind === numbered || kind === description ? usual : undefined);
  return {
    date: date && formatDate(date, wording.locale, 'long', languageTag(wording)),
    number: organisation && pattern ? documentNumber(pattern, organisation, person, role, date) : null,
    reviewDate: date && role.review ? formatDate(addMonths(date, role.review.months), wording.locale, 'long', languageTag(wording)) : null,
  };
}

/** The number by the organisation's pattern, or null when a part of it is unknown. */
function documentNumber(
  pattern: string,
  organisation: Organisation,
  person: Person | null,
  role: Role,
  date: string | null,
): string | null {
  const known: Record<string, string | undefined> = {
    role: role.id,
    department: typeof person?.department === 'string' ? person.department : undefined,
    year: date?.slice(0, 4),
    number: organisation.numbering?.numbers?.[role.id],
    person: person?.personnelNumber,
  };
  const missing = [...pattern.matchAll(/\{(\w+)\}/g)].some(([, part]) => known[part ?? ''] === undefined);
  return missing ? null : pattern.replace(/\{(\w+)\}/g, (_, part: string) => known[part] ?? '');
}

export const languageTag = (wording: Wording): string => wording.jurisdiction.languages[wording.locale];

function departmentName(parties: Parties, wording: Wording): string | null {
  const known = departmentOf(parties);
  return known ? wording.say(known.name) : wording.sayMaybe(parties.person?.department);
}

function colleague(one: Colleague | undefined, wording: Wording): string | null {
  if (!one) return null;
  return [wholeName(one.name, wording), wording.sayMaybe(one.post)].filter(Boolean).join(', ');
}
