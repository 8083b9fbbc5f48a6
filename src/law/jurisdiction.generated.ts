/* Generated from schemas/jurisdiction.schema.json by `npm run types`. Do not edit. */
/**
 * Lower-case Latin letters, digits and hyphens; usually the two letters of ISO 3166: be, de.
 */
export type JurisdictionId = string;
/**
 * The id of a reference under “laws”, or null for what is custom.
 */
export type LawOrCustom = null | LawRef;
/**
 * The id of a reference under “laws”.
 */
export type LawRef = string;
/**
 * Lower-case Latin letters, digits and hyphens; once in its list.
 */
export type EntryId = string;
/**
 * The day or month on which somebody compared it with its source, such as 2026-11-29; null when nobody has yet.
 */
export type Checked = null | string;
/**
 * text: the wording itself, as somebody published it; secondary: what others say of it, such as an authority, a law firm or a journal. text when left out.
 */
export type Read = 'text' | 'secondary';
/**
 * Letters, digits and underscores.
 */
export type XmlName = string;
/**
 * Digits, with dots between: 01.009.
 */
export type PackageCode = string;
/**
 * In the order in which they are printed. Who stands further up signs there and drops out below; the employee drops out everywhere else.
 *
 * @minItems 1
 * @maxItems 10
 */
export type SigningRules = SigningRule[];
/**
 * As files of organisations name it in English; small and capital letters are the same.
 */
export type StateName = string;
/**
 * Year, month and day: 2026-11-22.
 */
export type Date = string;
/**
 * monday to sunday.
 */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/**
 * A country’s law and paper, in `jurisdictions/<id>.yaml`: which statutes documents rest on, what they say because of them, how long a probation may be, which days are not worked. Language and law combine freely, so every wording is there in Russian, English and Dutch.
 */
export interface Jurisdiction {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  id: JurisdictionId;
  name: Words;
  /**
   * The id of the theme that documents have unless the organisation names another: gost-2025, gost-2016, nl, uk, us or one of your own.
   */
  layout: string;
  /**
   * How this country writes each language, as BCP 47 tags; readers and spelling checks go by them.
   */
  languages: {
    /**
     * The tag for texts in Russian: the language, a hyphen and the country, such as ru-BE.
     */
    ru: string;
    /**
     * The tag for texts in English: the language, a hyphen and the country, such as en-BE.
     */
    en: string;
    /**
     * The tag for texts in Dutch: the language, a hyphen and the country, such as nl-BE.
     */
    nl: string;
  };
  /**
   * Three letters, such as EUR: that of sums without one.
   */
  currency?: string;
  /**
   * What the law allows at most.
   */
  limits: {
    probationMonths: ProbationLimits;
  };
  /**
   * The statutes that this file rests on. Everything else names them by their ids.
   *
   * @maxItems 300
   */
  laws: LawReference[];
  /**
   * What the law adds to a responsibility of a kind, printed after its text. {} for nothing.
   */
  responsibility: {
    performance?: LegalText;
    discipline?: LegalText;
    result?: LegalText;
    damage?: LegalText;
    offence?: LegalText;
    confidentiality?: LegalText;
  };
  /**
   * Printed once after the list of responsibilities. [] for none.
   *
   * @maxItems 20
   */
  liabilityNotes: LegalText[];
  /**
   * What stands at the end of a job description, by the legal form of the document.
   */
  final: {
    /**
     * Where it is an annex to the employment contract.
     *
     * @maxItems 30
     */
    annex: Provision[];
    /**
     * Where it is a separate local act.
     *
     * @maxItems 30
     */
    'local-act': Provision[];
  };
  /**
   * Wordings that templates print by their names, ICU messages which may name {title} and its cases {genitive}, {dative}, {instrumental}, {gender}, {kind}, the kind of paper, its hyphens as underscores, and {state}, the state of the organisation.
   */
  clauses?: {
    [k: string]: LegalText;
  };
  /**
   * The line above the employee’s signature, by the legal form of the document, in ICU MessageFormat: {gender, select, male {…} female {…} other {…}} gives the forms of a participle; {kind} is the kind of paper, its hyphens as underscores: {kind, select, worker_instruction {…} other {…}}.
   */
  acknowledgement: {
    annex: Words;
    'local-act': Words;
  };
  acknowledging?: AcknowledgingLaw;
  electronicPackage?: ElectronicPackage;
  signing?: Signing;
  /**
   * What the law wants to be said where a mentor is named; null for nothing.
   */
  mentorNote: null | LegalText;
  complaints?: ComplaintLaw;
  /**
   * What the law wants to be done when somebody starts, in the order of work; the plan for personnel prints it. [] for nothing.
   *
   * @maxItems 100
   */
  starting: StartingDuty[];
  probation: ProbationLaw;
  /**
   * What every employer must have and new employees read besides the papers of their role: the acknowledgement sheet lists it where an organisation names no policies of its own. [] for nothing.
   *
   * @maxItems 50
   */
  policies: Policy[];
  calendar: CalendarLaw;
  /**
   * Whether employees sign for the role handbook, so that the acknowledgement sheet lists it.
   */
  handbookAcknowledged?: boolean;
}
/**
 * One wording in each language.
 */
export interface Words {
  /**
   * The Russian wording.
   */
  ru: string;
  /**
   * The English wording.
   */
  en: string;
  /**
   * The Dutch wording.
   */
  nl: string;
}
/**
 * The longest probation in months; null where the law sets no limit.
 */
export interface ProbationLimits {
  law: LawOrCustom;
  /**
   * For most people.
   */
  general: number | null;
  /**
   * For heads of organisations and those whom the law puts on a par with them.
   */
  topManagement: number | null;
  /**
   * Shorter limits of fixed-term contracts, the shortest contracts first: the first entry that fits counts.
   *
   * @maxItems 20
   */
  fixedTerm?: FixedTermLimit[];
  /**
   * The limit of a fixed term that ends on no day of the calendar, such as that of a project, where the law has one.
   */
  openEnd?: number;
  /**
   * The limit of a contract that follows another with the same employer for much the same work, where the law has one; 0 for none.
   */
  successive?: number;
  /**
   * Up to how many months a collective agreement may raise a shorter limit of a fixed term, where the law lets it; a limit of 0 stays.
   */
  collective?: number;
  /**
   * Whether a longer probation is void as a whole, so that there is none.
   */
  void?: boolean;
}
/**
 * For contracts of so many months. It has either “through” or “below”.
 */
export interface FixedTermLimit {
  /**
   * Contracts of at most so many months.
   */
  through?: number;
  /**
   * Contracts of less than so many months.
   */
  below?: number;
  /**
   * The longest probation in months, a quarter being a week; 0 for none.
   */
  limit: number;
}
/**
 * One statute, or an article of it, and when it was last compared with its source. A reference that nobody has compared is open: documents do not send anybody to its article.
 */
export interface LawReference {
  id: EntryId;
  /**
   * How lawyers cite it: “art. 7:652 BW”, «Трудовой кодекс РФ, ст. 70».
   */
  citation: string;
  named?: Words;
  act?: Words;
  /**
   * What it is about, for those who read this file.
   */
  about: string;
  /**
   * Where it can be read; null when not known.
   */
  address: string | null;
  checked: Checked;
  read?: Read;
}
/**
 * A wording and the law that it rests on.
 */
export interface LegalText {
  law: LawOrCustom;
  text: Words;
}
/**
 * A wording with an id of its own.
 */
export interface Provision {
  id: EntryId;
  law: LawOrCustom;
  text: Words;
  heading?: Words;
}
/**
 * How it is shown that an employee knows a paper.
 */
export interface AcknowledgingLaw {
  /**
   * The ways that count.
   *
   * @minItems 1
   * @maxItems 3
   */
  ways: AcknowledgingWay[];
  newcomers?: AcknowledgingTerm;
  refusal: RefusalLaw;
  agreements?: AgreementLaw;
  keeping?: KeepingLaw;
}
/**
 * A way in which employees acknowledge a paper, and what it rests on.
 */
export interface AcknowledgingWay {
  /**
   * in-person: before somebody of the employer; paper: a signature on a sheet, which is scanned; link: on a screen, by a link of one’s own.
   */
  way: 'in-person' | 'paper' | 'link';
  /**
   * Whether the law wants the signature of the employee, so that a note of the employer alone does not show it. Left out: no.
   */
  signed?: boolean;
  /**
   * The ids of references under “laws” that it rests on; [] where no law asks for a form.
   *
   * @maxItems 20
   */
  laws: LawRef[];
  condition?: Words;
}
/**
 * By when a paper is to be known.
 */
export interface AcknowledgingTerm {
  /**
   * contract: before the contract is signed; first-day: on the first day of work at the latest.
   */
  before: 'contract' | 'first-day';
  law: LawRef;
}
/**
 * What is written down where an employee does not sign.
 */
export interface RefusalLaw {
  /**
   * act: an act of its own, numbered as a document; note: a note for the file.
   */
  record: 'act' | 'note';
  /**
   * How many witnesses sign it besides whoever draws it up; 0 where none is needed.
   */
  witnesses: number;
  /**
   * The ids of references under “laws” that it rests on; [] for none.
   *
   * @maxItems 20
   */
  laws: LawRef[];
}
/**
 * Which signature of the employee a paper needs that both sides agree to, such as an annex to the contract.
 */
export interface AgreementLaw {
  /**
   * simple: an answer on the screen by a link of one’s own is one; advanced: a simple one does not do.
   */
  signature: 'simple' | 'advanced';
  /**
   * The ids of references under “laws” that it rests on.
   *
   * @maxItems 20
   */
  laws: LawRef[];
}
/**
 * How years of keeping are counted.
 */
export interface KeepingLaw {
  /**
   * day: from the day after the one that begins it; next-january: from the first of January after it.
   */
  from: 'day' | 'next-january';
  law: LawRef;
}
/**
 * An archive with the paper, its description and its signatures, all in the root of it.
 */
export interface ElectronicPackage {
  /**
   * The ids of the references under “laws” that it rests on.
   *
   * @minItems 1
   * @maxItems 10
   */
  laws: LawRef[];
  /**
   * Which PDF/A the paper must be.
   */
  profile: '1a' | '2a' | '3a';
  /**
   * The XML file that says what is in the package.
   */
  description: {
    file: XmlName;
    root: XmlName;
    prefix: XmlName;
    /**
     * The address that tells the elements from those of others.
     */
    namespace: string;
    /**
     * The name of its schema.
     */
    schema: string;
    /**
     * That of the description.
     */
    version: string;
  };
  /**
   * The elements with a value, in their order. One without a value is left out, and so is one that has nothing in it.
   *
   * @minItems 1
   * @maxItems 60
   *
   * Items: One element of the description.
   */
  elements: {
    /**
     * The elements that it stands in, and its name: [content, docinfo, size].
     *
     * @minItems 1
     * @maxItems 10
     */
    path: XmlName[];
    /**
     * What stands in it. Sizes are those of files in the package, in bytes.
     */
    holds:
      | 'employer'
      | 'inn'
      | 'ogrn'
      | 'kpp'
      | 'employerPost'
      | 'title'
      | 'number'
      | 'date'
      | 'code'
      | 'file'
      | 'size'
      | 'employerSigned'
      | 'employerSignature'
      | 'employerSignatureSize'
      | 'last'
      | 'first'
      | 'middle'
      | 'post'
      | 'employeeSigned'
      | 'snils'
      | 'simple'
      | 'employeeSignature'
      | 'employeeSignatureSize';
  }[];
  /**
   * How files in the package and people in its description are called.
   */
  names: {
    /**
     * Which characters a name of a file may have besides the underscore and Latin letters and digits; others become an underscore.
     */
    letters: string;
    /**
     * Characters of a name with its ending.
     */
    longest: number;
    /**
     * Letters that are written as others, in names of files and of people.
     */
    instead: {
      /**
       * What is written instead.
       */
      [k: string]: string;
    };
  };
  /**
   * What files of signatures are called after the name of the paper.
   */
  signatures: {
    ending: XmlName;
    employer: XmlName;
    employee: XmlName;
  };
  /**
   * The kinds of papers by their codes.
   */
  codes: {
    act: PackageCode;
    acquaintance: PackageCode;
    /**
     * Codes that people may name.
     *
     * @maxItems 300
     */
    others: PackageCode[];
  };
}
/**
 * Rules that are applied to people: nobody signs twice, and nobody answers for the description of the own post.
 */
export interface Signing {
  annex: SigningRules;
  'local-act': SigningRules;
  /**
   * Legal forms whose owners or partners sign in their own name and not for a company, in lower case.
   *
   * @minItems 1
   */
  ownName?: string[];
}
/**
 * Who signs, in which capacity, and what happens when that person already signs elsewhere.
 */
export interface SigningRule {
  /**
   * approver; superior: the direct superior; visas: the posts that agree inside the organisation; employer: whoever may sign for it; employee.
   */
  who: 'approver' | 'superior' | 'visas' | 'employer' | 'employee';
  /**
   * approves: in the stamp; drafts: as the author; agrees: with a visa; adopts: at a place on a day; discusses; issues; supervises; party: to a contract; acknowledges: has read and received it.
   */
  as: 'approves' | 'drafts' | 'agrees' | 'adopts' | 'discusses' | 'issues' | 'supervises' | 'party' | 'acknowledges';
  /**
   * Who signs in that capacity when the first already signs elsewhere, or is not known although the signature is needed. With nobody to sign it is dropped, or left open if it is needed.
   */
  instead?: 'hr' | 'employer';
  /**
   * Whether the post of the employee stands beside the signature.
   */
  titled?: boolean;
  /**
   * Whether the document is worth nothing without it: with nobody to sign it stays open.
   */
  needed?: boolean;
}
/**
 * The right to complain about how personal data is handled, as it is told to the person.
 */
export interface ComplaintLaw {
  text: Words;
  /**
   * The ids of the references under “laws” that give the right.
   *
   * @minItems 1
   * @maxItems 5
   */
  laws: LawRef[];
}
/**
 * One thing that the law wants when somebody starts.
 */
export interface StartingDuty {
  id: EntryId;
  /**
   * Ids of the references under “laws” that it rests on.
   *
   * @maxItems 20
   */
  laws: LawRef[];
  /**
   * For whom alone it holds: leaders are those whose role has subordinates, staff all others, home-workers those whose position allows work at home, e-verify the employers whose file says that they use it, on-call contracts without certain hours, mentored those who have a mentor or are to get one, probation all but those who are known to have none. Left out, for everybody.
   */
  onlyFor?: 'leaders' | 'staff' | 'home-workers' | 'e-verify' | 'on-call' | 'mentored' | 'probation';
  /**
   * In a federal country, the states whose employers alone it concerns, by their English names: Ohio. Left out, the employers of all.
   *
   * @minItems 1
   * @maxItems 100
   */
  states?: StateName[];
  /**
   * The states whose employers it does not concern, since their own law is told by other duties. An employer whose state is not known is concerned.
   *
   * @minItems 1
   * @maxItems 100
   */
  exceptStates?: StateName[];
  /**
   * Who does it; the personnel office when left out.
   */
  by?: 'manager' | 'security' | 'accounting';
  text: Words;
  when: Words;
  /**
   * Whether it is that new employees read the papers of their post and sign for them: a register that has their acknowledgements takes it as done.
   */
  acquaints?: boolean;
  until?: LegalTerm;
  beforeEnd?: BeforeEnd;
  note?: Words;
}
/**
 * A term counted from the first day of work.
 */
export interface LegalTerm {
  /**
   * How many; 0 is the first day itself.
   */
  value: number;
  /**
   * Of what.
   */
  unit: 'working-day' | 'calendar-day' | 'week' | 'month';
}
/**
 * More than so many months before the last day of a fixed term.
 */
export interface BeforeEnd {
  /**
   * How many months must lie between: the last day for it is the day before that.
   */
  months: number;
  /**
   * For terms of at least so many months.
   */
  fromMonths: number;
}
/**
 * Whose probation counts, and how it ends.
 */
export interface ProbationLaw {
  /**
   * Whether a probation is usual. Where it is not, documents speak of one only when it is agreed with the person or set by the organisation; what a role states is a proposal.
   */
  usual: boolean;
  /**
   * Whether the parties may make it longer.
   */
  extension: boolean;
  /**
   * What documents call it: a probation, or an introductory period where “probation” would promise what the law does not. Left out: a probation.
   */
  term?: 'probation' | 'introductory';
  review?: ReviewLaw;
  /**
   * The last day of the probation itself, or the last working day within it, from which notice is then counted back to a working day as well. Left out: the last day.
   */
  dismissal?: 'last-day' | 'working-day';
  /**
   * How many calendar days before the last day to dismiss notice of a failed probation is given, or must have been received, at the latest; null where contracts decide.
   */
  noticeDays: number | null;
  service?: ServiceLaw;
  /**
   * On which calendar days of work manager and new employee talk where there is no probation.
   *
   * @maxItems 12
   */
  checkIns?: number[];
  /**
   * What the law says of it, in full sentences.
   *
   * @maxItems 20
   */
  rules: LegalText[];
}
/**
 * How long before the end of the probation its review is.
 */
export interface ReviewLaw {
  /**
   * How many.
   */
  value: number;
  /**
   * Of what.
   */
  unit: 'working-day' | 'calendar-day';
  /**
   * Where calendar days lead to a day off: to the working day before it or after it. Left out: after it.
   */
  move?: 'earlier' | 'later';
}
/**
 * The service with which protection against dismissal begins.
 */
export interface ServiceLaw {
  /**
   * After how many months.
   */
  months: number;
  since?: Date;
  /**
   * The shortest notice of the statute in calendar days: where less is given, it is added to the service.
   */
  noticeDays: number;
  law: LawRef;
}
/**
 * A document of the employer.
 */
export interface Policy {
  id: EntryId;
  law: LawOrCustom;
  text: Words;
}
/**
 * How a country tells days of work from days off. Saturdays and Sundays need not be listed.
 */
export interface CalendarLaw {
  /**
   * The IANA name of the zone that most of its employers live in: Europe/Brussels.
   */
  timeZone: string;
  /**
   * Parts of the country with holidays of their own; the first is the usual one.
   *
   * @minItems 1
   * @maxItems 60
   */
  regions?: EntryId[];
  /**
   * The public holidays.
   *
   * @maxItems 100
   */
  holidays: HolidayRule[];
  /**
   * Where the state moves days off year by year: its decree of each year. A year that is not here is reckoned from the holidays alone, and its dates are provisional. Leave out where it does not.
   */
  years?: {
    [k: string]: CalendarYear;
  };
  /**
   * Whether the working day before a holiday is an hour shorter, where the decree of the year does not list such days.
   */
  shortEves?: boolean;
}
/**
 * On which day of each year a holiday falls: it has one of “day”, “easter”, “nth” (with “weekday” and “month”) and “dates”.
 */
export interface HolidayRule {
  id: EntryId;
  law: LawRef;
  /**
   * Month and day, such as 12-25.
   */
  day?: string;
  /**
   * Days after Easter Sunday of the western churches, before it when negative: 1 for Easter Monday, 39 for Ascension Day.
   */
  easter?: number;
  /**
   * The first (1) to fourth (4) or the last (-1) such weekday of the month.
   */
  nth?: 1 | 2 | 3 | 4 | -1;
  weekday?: Weekday;
  /**
   * Of “nth”, from 1 to 12.
   */
  month?: number;
  /**
   * Single days of single years: what was proclaimed once.
   *
   * @minItems 1
   * @maxItems 200
   */
  dates?: Date[];
  /**
   * The parts of the country that keep it; all when left out.
   *
   * @minItems 1
   * @maxItems 60
   */
  regions?: EntryId[];
  /**
   * The first year in which it is kept.
   */
  from?: number;
  /**
   * The last year in which it is kept.
   */
  until?: number;
  /**
   * Where it is kept on another day when it falls on such a weekday: how many days later, or earlier when negative.
   */
  instead?: {
    /**
     * When it falls on a Monday.
     */
    monday?: number;
    /**
     * When it falls on a Tuesday.
     */
    tuesday?: number;
    /**
     * When it falls on a Wednesday.
     */
    wednesday?: number;
    /**
     * When it falls on a Thursday.
     */
    thursday?: number;
    /**
     * When it falls on a Friday.
     */
    friday?: number;
    /**
     * When it falls on a Saturday.
     */
    saturday?: number;
    /**
     * When it falls on a Sunday.
     */
    sunday?: number;
  };
  /**
   * The day on which it was kept in a single year, by that year.
   */
  moved?: {
    [k: string]: Date;
  };
  /**
   * Which day is taken off as well when it falls on a weekend; none when left out.
   */
  weekend?: 'next-working-day';
  /**
   * Whether it is a day off only where the contract or a collective agreement makes it one.
   */
  byContract?: boolean;
}
/**
 * What the state decreed for the year. A year without transfers has an empty entry with its source.
 */
export interface CalendarYear {
  /**
   * The decree: «Постановление Правительства РФ от 24.09.2025 № 1466».
   */
  source: string;
  /**
   * Where it can be read.
   */
  address?: string;
  checked?: Checked;
  read?: Read;
  /**
   * Days off moved from one day to another. A plain weekend day that loses its rest is worked.
   *
   * @maxItems 50
   */
  transfers?: Transfer[];
  /**
   * Working days that are an hour shorter.
   *
   * @maxItems 50
   */
  shortened?: Date[];
  /**
   * Whether the decree is still missing and the year is reckoned from the statute alone: dates in it are printed as provisional.
   */
  provisional?: boolean;
}
/**
 * A day off that is taken on another day.
 */
export interface Transfer {
  from: Date;
  to: Date;
}
