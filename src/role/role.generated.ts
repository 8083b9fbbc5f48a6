/* Generated from schemas/role.schema.json by `npm run types`. Do not edit. */
/**
 * Lower-case Latin letters, digits and hyphens.
 */
export type Id = string;
/**
 * ru, en or nl.
 */
export type Language = 'ru' | 'en' | 'nl';
/**
 * One wording per language, or a plain string in a role that declares one language.
 */
export type Text =
  | string
  | {
      /**
       * The Russian wording.
       */
      ru?: string;
      /**
       * The English wording.
       */
      en?: string;
      /**
       * The wording for the United States where it differs from the English one.
       */
      'en-US'?: string;
      /**
       * The Dutch wording.
       */
      nl?: string;
    };
/**
 * Lists of wordings per language, or one list in a role that declares one language.
 */
export type TextList =
  | string[]
  | {
      /**
       * The Russian list.
       */
      ru?: string[];
      /**
       * The English list.
       */
      en?: string[];
      /**
       * The list for the United States where it differs from the English one.
       */
      'en-US'?: string[];
      /**
       * The Dutch list.
       */
      nl?: string[];
    };
/**
 * ru, nl, gb, us, or a country that the project has a file for in `jurisdictions/`.
 */
export type Jurisdiction = string;
/**
 * “added” for an entry of your own, or the source text and its lines, such as 001:166-168; several as a list.
 */
export type Source = string | string[];
/**
 * yes or no, a number, the id of an option, or a text.
 */
export type Answer = boolean | number | string | Text;
/**
 * A name listed under “posts”.
 */
export type PostRef = string;
/**
 * true for what the brief detail prints. Where no entry of a list says so, all are printed.
 */
export type Core = boolean;
/**
 * Days of the week, such as [mon, wed, fri], or a rota.
 */
export type WorkDays =
  | ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
  | {
      /**
       * Days of work in a row.
       */
      on: number;
      /**
       * Days off in a row.
       */
      off: number;
      /**
       * A day on which a run of days of work begins: 2026-12-04. The first day of work when left out.
       */
      from?: string;
    };
/**
 * The id of an entry of this role.
 */
export type EntryRef = string;
/**
 * new-hire, manager, mentor, hr, it, trainer, colleague, director, security, accounting, or a name listed under “posts”.
 */
export type Actor = string;

/**
 * One position: its place in the organisation, requirements, duties, rights, responsibility, performance measures and onboarding. Job descriptions and onboarding documents are made from it.
 */
export interface Role {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  id: Id;
  /**
   * The version of this definition: three numbers with dots, such as 1.0.0. Raise it with every change that people must know of.
   */
  version: string;
  /**
   * The languages in which every text of this role is written. With one language a text may be a plain string; with several it is a map, one wording per language.
   *
   * @minItems 1
   */
  languages: Language[];
  /**
   * The documents that this role was drawn from: a short name, as used in “source” entries, and what the document is.
   */
  sources?: {
    [k: string]: string;
  };
  title: Text;
  titleForms?: Forms;
  synonyms?: TextList;
  /**
   * What other titles of the position mean in some countries; told when an organisation prints one.
   *
   * @minItems 1
   */
  titleNotes?: TitleNote[];
  /**
   * The staff category to which the position belongs.
   */
  category: 'managers' | 'specialists' | 'clerical-staff' | 'workers';
  /**
   * The tier of a managing position.
   */
  tier?: 'lower' | 'middle' | 'top';
  level?: Text;
  /**
   * The grade in a job classification or collective agreement.
   */
  grade?: {
    scheme?: Text;
    level: Text;
    /**
     * The qualification rank (разряд) of a Russian worker, 1 to 8: it belongs to the name of the occupation (Labour Code of Russia, article 143).
     */
    rank?: number;
  };
  context?: Text;
  department?: Text;
  purpose: Text;
  summary?: Text;
  /**
   * What the role cannot know and an organisation answers once; at most ten. Entries hang on the answers with “when”, texts name them in braces.
   *
   * @minItems 1
   * @maxItems 10
   */
  questions?: Question[];
  answers?: Answers;
  /**
   * Every other position that the role mentions, each under a short name of its own. “Reports to”, “appointed by” and the like refer to these names. An organisation file may give the same names its own titles and holders.
   */
  posts: {
    [k: string]: Post;
  };
  /**
   * Who appoints to the position and releases from it, and how.
   */
  appointment: {
    by: PostRef;
    /**
     * The paper by which it is done.
     */
    instrument: 'order' | 'decision' | 'contract';
    /**
     * Posts on whose proposal the decision is taken.
     *
     * @minItems 1
     */
    proposedBy?: PostRef[];
    /**
     * Posts that must agree.
     *
     * @minItems 1
     */
    consentOf?: PostRef[];
    basis?: Text;
  };
  /**
   * The direct superior or superiors.
   */
  reportsTo: {
    /**
     * one: the single post named; any: one of the posts named, depending on the structure; all: every post named.
     */
    mode?: 'one' | 'any' | 'all';
    /**
     * The superiors.
     *
     * @minItems 1
     */
    posts: PostRef[];
    professional?: PostRef;
  };
  /**
   * Posts that report to this one. Leave out when there are none.
   *
   * @minItems 1
   */
  subordinates?: PostRef[];
  /**
   * Who stands in while the holder is away.
   */
  deputising?: {
    /**
     * The absences meant.
     *
     * @minItems 1
     */
    reasons: ('business-trip' | 'leave' | 'illness' | 'other')[];
    by?: PostRef;
    namedBy?: PostRef;
    /**
     * The paper by which the deputy is named.
     */
    instrument?: 'order' | 'decision' | 'contract';
    /**
     * Whether the deputy takes over the rights and answers for the duties.
     */
    transfersRights: boolean;
  };
  /**
   * Acts and instructions that the holder works by. Russian: instrumental case. English and Dutch: noun phrases.
   *
   * @minItems 1
   */
  guidedBy?: Clause[];
  /**
   * What a holder of the position must bring.
   */
  requirements: {
    /**
     * Acceptable education.
     */
    education: {
      /**
       * any: one of them is enough; all: each is needed.
       */
      mode?: 'any' | 'all';
      /**
       * The alternatives or the parts.
       *
       * @minItems 1
       */
      options: Education[];
    };
    experience: Experience;
    /**
     * What the holder is able to do. Russian and English: infinitive (without “to”); Dutch: infinitive with “te”.
     *
     * @minItems 1
     */
    skills?: Requirement[];
    /**
     * Training, languages, software and the like. Noun phrases.
     *
     * @minItems 1
     */
    extra?: Requirement[];
    /**
     * Qualities that the work itself needs. Noun phrases; nothing on age, sex, looks or family.
     *
     * @minItems 1
     */
    qualities?: Requirement[];
  };
  /**
   * What the holder must know. Noun phrases that can follow “must know”.
   *
   * @minItems 1
   */
  knowledge: Clause[];
  /**
   * The person specification of countries that have one: eight to twelve, each testable before hiring.
   *
   * @minItems 1
   */
  criteria?: Criterion[];
  /**
   * What the work needs by law or prudence, with its renewal.
   *
   * @minItems 1
   */
  permits?: Permit[];
  /**
   * Four to six competencies of the dictionary, each at a level.
   *
   * @minItems 1
   * @maxItems 8
   */
  competencies?: RoleCompetency[];
  /**
   * The duties in groups; in Dutch documents each group is a result area, so keep to three to eight groups.
   *
   * @minItems 1
   */
  duties: DutyGroup[];
  /**
   * What the holder may do. Russian: infinitive; English: infinitive without “to”; Dutch: infinitive with “te”.
   *
   * @minItems 1
   */
  rights: Right[];
  /**
   * What the holder decides alone and what goes to others. Printed outside Russia, where rights have no place.
   *
   * @minItems 1
   */
  limits?: Limit[];
  /**
   * What the holder answers for. Russian: a phrase with “за …”; English: a noun phrase or gerund that can follow “is accountable for”; Dutch: a noun phrase that can follow “is verantwoordelijk voor”. No law is named here: the limits come from the country.
   *
   * @minItems 1
   */
  responsibility: Liability[];
  /**
   * Departments and outside parties that the holder works with.
   *
   * @minItems 1
   */
  relations?: Relation[];
  /**
   * Working time, trips, place, signing authority and the like. Full sentences.
   *
   * @minItems 1
   */
  conditions?: Condition[];
  /**
   * As American job descriptions state them. Full sentences.
   *
   * @minItems 1
   */
  physicalDemands?: Clause[];
  workingConditions?: WorkingConditions;
  /**
   * What the employer gives by its norms, with quantity and period (Labour Code of Russia, article 221).
   *
   * @minItems 1
   */
  protectiveEquipment?: ProtectiveItem[];
  facts?: Facts;
  flsa?: Flsa;
  evaluation?: Evaluation;
  /**
   * Measures with targets. Where weights are given they add up to 100.
   *
   * @minItems 1
   */
  kpis?: Kpi[];
  /**
   * Regular reports that the holder prepares.
   *
   * @minItems 1
   */
  reports?: Report[];
  /**
   * Steps to take in a given case, in order.
   *
   * @minItems 1
   */
  procedures?: Procedure[];
  /**
   * Working tables such as client segments.
   *
   * @minItems 1
   */
  tables?: Table[];
  /**
   * Events, the time allowed, and what happens when it runs out.
   *
   * @minItems 1
   */
  serviceLevels?: ServiceLevel[];
  /**
   * How the position is paid.
   */
  pay?: {
    /**
     * Base, percentage, bonus. Full sentences.
     *
     * @minItems 1
     */
    components?: Clause[];
    /**
     * Market or internal bands. The range of the only one with a date is printed where the facts have no pay; others are kept as a record.
     *
     * @minItems 1
     */
    bands?: PayBand[];
  };
  /**
   * When the description is looked at again.
   */
  review?: {
    /**
     * Months between reviews.
     */
    months: number;
  };
  onboarding?: Onboarding;
  /**
   * Texts of a file from which the role was drawn that have no place in it yet. No paper prints them; move each where it belongs, or delete it.
   *
   * @minItems 1
   */
  unplaced?: UnplacedText[];
}
/**
 * Grammatical forms per language.
 */
export interface Forms {
  ru?: RussianCases;
  /**
   * English forms.
   */
  en?: {
    /**
     * a or an.
     */
    article?: 'a' | 'an';
  };
  /**
   * Dutch forms.
   */
  nl?: {
    /**
     * de or het.
     */
    article?: 'de' | 'het';
  };
}
/**
 * Cases of the whole phrase, singular.
 */
export interface RussianCases {
  /**
   * Of whom: «менеджера».
   */
  genitive?: string;
  /**
   * To whom: «менеджеру».
   */
  dative?: string;
  /**
   * Whom: «менеджера».
   */
  accusative?: string;
  /**
   * By whom: «менеджером».
   */
  instrumental?: string;
  /**
   * About whom: «менеджере».
   */
  prepositional?: string;
}
/**
 * What another title would mean in some countries.
 */
export interface TitleNote {
  id: Id;
  title: Text;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  text: Text;
}
/**
 * What the role cannot know. The organisation, a department or an overlay answers it once under “answers”.
 */
export interface Question {
  id: Id;
  /**
   * yes-no; choice: one of the options; number: with a unit; text: a few words.
   */
  kind: 'yes-no' | 'choice' | 'number' | 'text';
  text: Text;
  /**
   * What there is to choose from.
   *
   * @minItems 2
   * @maxItems 8
   */
  options?: QuestionOption[];
  /**
   * Of what a number is.
   */
  unit?: 'percent' | 'money' | 'minute' | 'hour' | 'working-day' | 'calendar-day' | 'week' | 'month' | 'count';
  /**
   * The answer that holds until somebody gives another.
   */
  default?: boolean | number | string | Text;
  amounts?: Amounts;
  source?: Source;
}
/**
 * One answer to choose.
 */
export interface QuestionOption {
  id: Id;
  text: Text;
}
/**
 * Figures by country of law.
 */
export interface Amounts {
  [k: string]: number;
}
/**
 * Answers to the questions of roles, by the ids of the questions.
 */
export interface Answers {
  [k: string]: Answer;
}
/**
 * A position other than the one described.
 */
export interface Post {
  title: Text;
  forms?: Forms;
  plural?: Text;
  when?: When;
}
/**
 * Answers to questions of this role under which the entry holds: { customer-base: true }. Several must all hold; a list names the answers that will do.
 */
export interface When {
  [k: string]: boolean | number | string | (boolean | number | string)[];
}
/**
 * One entry of a list.
 */
export interface Clause {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  /**
   * A list under this entry.
   *
   * @minItems 1
   */
  items?: Clause[];
  core?: Core;
  when?: When;
}
/**
 * One kind of education.
 */
export interface Education {
  id: Id;
  /**
   * The level, named in each language by the documents. none: no diploma is asked for; basic: compulsory schooling only; stated: no level is named, the field says all of it in its own words.
   */
  level: 'none' | 'basic' | 'secondary' | 'vocational' | 'incomplete-higher' | 'higher' | 'stated';
  field?: Text;
  /**
   * true for a wish, false or absent for a condition.
   */
  desirable?: boolean;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * Length and field of experience.
 */
export interface Experience {
  /**
   * The least length; null when experience is wanted but no length is set. 0 when none is needed: papers then say so.
   */
  min: number | null;
  /**
   * The upper end of a range such as one to two years. It is read as the usual range, never as a limit on applicants.
   */
  max?: number | null;
  /**
   * Years or months.
   */
  unit?: 'year' | 'month';
  field?: Text;
  /**
   * true for a wish, false or absent for a condition.
   */
  desirable?: boolean;
  source?: Source;
}
/**
 * One requirement.
 */
export interface Requirement {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  /**
   * A list under this entry.
   *
   * @minItems 1
   */
  items?: Clause[];
  /**
   * true for a wish, false or absent for a condition.
   */
  desirable?: boolean;
  core?: Core;
  when?: When;
}
/**
 * One criterion of the person specification, to be tested before hiring.
 */
export interface Criterion {
  id: Id;
  /**
   * Where a table by groups prints it.
   */
  group: 'education' | 'experience' | 'knowledge' | 'skills' | 'language' | 'other';
  text: Text;
  /**
   * How it is tested.
   *
   * @minItems 1
   */
  assessed?: ('application' | 'interview' | 'task')[];
  /**
   * true for a wish, false or absent for a condition.
   */
  desirable?: boolean;
  /**
   * Adds “or equivalent experience”.
   */
  equivalent?: boolean;
  core?: Core;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * A licence, examination, register entry or background check that the work needs.
 */
export interface Permit {
  id: Id;
  name: Text;
  /**
   * What it is.
   */
  kind: 'licence' | 'medical' | 'register' | 'background-check' | 'training';
  /**
   * How long it holds; HR’s plan then prints its renewal.
   */
  validity?: {
    /**
     * Months until it has to be renewed.
     */
    months: number;
  };
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * A competency of the dictionary, at a level.
 */
export interface RoleCompetency {
  /**
   * The name of the competency in the dictionary.
   */
  id: string;
  /**
   * 1 to 4.
   */
  level: number;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * Duties that serve one result.
 */
export interface DutyGroup {
  id: Id;
  heading: Text;
  lead?: Text;
  goal?: Text;
  essence?: Text;
  result?: Text;
  measure?: Text;
  /**
   * The share of working time in percent. The areas of a country add up to 100.
   */
  share?: number;
  /**
   * true for duties that are not essential to the position; American descriptions print them as other duties.
   */
  marginal?: boolean;
  /**
   * The duties of the area; an empty list where the essence says all.
   */
  duties: Duty[];
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * One duty. Russian: third person present («ведёт …»). English: base form (“keep …”). Dutch: third person present (“houdt … bij”).
 */
export interface Duty {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  /**
   * The parts of this duty.
   *
   * @minItems 1
   */
  items?: Duty[];
  frequency?: Frequency;
  /**
   * By when or within what time, printed in brackets after the text. Leave it out of the text.
   */
  deadline?: Span | Text;
  channel?: Text;
  condition?: Text;
  escalateTo?: PostRef;
  /**
   * true when the duty covers assignments that are not listed; such a duty needs bounds.
   */
  openEnded?: boolean;
  /**
   * true for a duty that is not essential to the position; American documents list these apart.
   */
  marginal?: boolean;
  core?: Core;
  when?: When;
}
/**
 * How often.
 */
export interface Frequency {
  /**
   * The period.
   */
  every: 'day' | 'week' | 'two-weeks' | 'month' | 'quarter' | 'half-year' | 'year';
  /**
   * How many times in the period; once when absent.
   */
  times?: number;
}
/**
 * A number and its unit.
 */
export interface Span {
  /**
   * How many.
   */
  value: number;
  /**
   * Of what.
   */
  unit: 'minute' | 'hour' | 'working-day' | 'calendar-day' | 'week' | 'month';
  from?: Text;
}
/**
 * One right.
 */
export interface Right {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  /**
   * A list under this entry.
   *
   * @minItems 1
   */
  items?: Clause[];
  limits?: Text;
  core?: Core;
  when?: When;
}
/**
 * What the holder decides alone, and what goes to somebody else.
 */
export interface Limit {
  id: Id;
  topic: Text;
  decides?: Text;
  agrees?: Text;
  refers?: Text;
  to?: PostRef;
  core?: Core;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * One thing the holder answers for.
 */
export interface Liability {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  /**
   * A list under this entry.
   *
   * @minItems 1
   */
  items?: Clause[];
  /**
   * performance: work not done or done badly; damage: harm to property; offence: breach of law; confidentiality: secrets and personal data; discipline: internal rules and safety; result: agreed results. The country adds the legal limits of the kind.
   */
  kind: 'performance' | 'damage' | 'offence' | 'confidentiality' | 'discipline' | 'result';
  core?: Core;
  when?: When;
}
/**
 * One department or party.
 */
export interface Relation {
  id: Id;
  party: Text;
  /**
   * true for parties outside.
   */
  external?: boolean;
  purpose?: Text;
  /**
   * What the holder gets from them. Noun phrases in the nominative or accusative.
   *
   * @minItems 1
   */
  receives?: Text[];
  /**
   * What the holder gives them. Noun phrases in the nominative or accusative.
   *
   * @minItems 1
   */
  provides?: Text[];
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  core?: Core;
  when?: When;
  nature?: Text;
}
/**
 * One condition.
 */
export interface Condition {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  /**
   * A list under this entry.
   *
   * @minItems 1
   */
  items?: Clause[];
  /**
   * What the condition is about.
   */
  kind: 'regime' | 'trips' | 'signing' | 'workplace' | 'safety' | 'equipment' | 'other';
  core?: Core;
  when?: When;
}
/**
 * What the special assessment of the workplace found, and what the employer gives for it (Labour Code of Russia, articles 92, 117, 147, 222; Federal Law No. 426-FZ, article 14).
 */
export interface WorkingConditions {
  /**
   * 1 optimal, 2 permissible, 3.1 to 3.4 harmful, 4 dangerous.
   */
  class: '1' | '2' | '3.1' | '3.2' | '3.3' | '3.4' | '4';
  /**
   * The day of the assessment’s report.
   */
  assessed?: string;
  /**
   * Calendar days of extra paid leave; the law has at least 7 from class 3.2 on.
   */
  leave?: number;
  /**
   * Hours of the shorter week; the law has at most 36 from class 3.3 on.
   */
  week?: number;
  /**
   * Percent of the rate; the law has at least 4 from class 3.1 on.
   */
  payRise?: number;
  /**
   * Whether milk or an equal product is given.
   */
  milk?: boolean;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
}
/**
 * One item of the employer’s norms.
 */
export interface ProtectiveItem {
  id: Id;
  name: Text;
  /**
   * How many in the period.
   */
  quantity: number;
  /**
   * What is counted; pieces where it is left out.
   */
  unit?: 'piece' | 'pair' | 'set' | 'millilitre';
  /**
   * For how many months it is given; until it is worn out where it is left out.
   */
  months?: number;
  norm?: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * Facts of the position. The role says what is usual; the organisation, one of its positions or a person says what holds.
 */
export interface Facts {
  contract?: Text;
  /**
   * Hours a week.
   */
  hours?: number;
  /**
   * 1 for full time. Below 1 the hours belong to the work itself: those that the organisation has for all positions do not replace them.
   */
  fte?: number;
  pattern?: Text;
  days?: WorkDays;
  place?: Text;
  hybrid?: Text;
  /**
   * Whether the work has days, times and a place of its own, such as a rota or a workshop: what the organisation says of pattern and home working for all positions then does not hold for it.
   */
  ownPattern?: boolean;
  /**
   * The share of travel in percent.
   */
  travel?: number;
  budget?: Text;
  /**
   * How many people report to the holder; null where nobody has said, and papers say nothing of it.
   */
  reports?: number | null;
  grade?: Text;
  level?: Text;
  pay?: Money;
  /**
   * Codes of classifications.
   */
  codes?: {
    /**
     * Code of the Russian classifier of occupations.
     */
    okpdtr?: string;
    /**
     * The entry of the Russian qualification handbook.
     */
    eks?: string;
    /**
     * Code of the Standard Occupational Classification.
     */
    soc?: string;
    /**
     * Code of O*NET-SOC.
     */
    onet?: string;
  };
}
/**
 * From and to.
 */
export interface Money {
  /**
   * Lower end.
   */
  min: number;
  /**
   * Upper end.
   */
  max?: number;
  /**
   * Three letters, such as EUR; that of the country when left out.
   */
  currency?: string;
  /**
   * The period.
   */
  per: 'hour' | 'month' | 'year';
  note?: Text;
}
/**
 * Status under the Fair Labor Standards Act.
 */
export interface Flsa {
  /**
   * exempt or non-exempt.
   */
  status: 'exempt' | 'non-exempt';
  basis?: Text;
  /**
   * The day on which HR confirmed it: 2026-12-01.
   */
  confirmed?: string;
}
/**
 * Where the position stands in a family of jobs, with the four criteria of Directive (EU) 2023/970, article 4(4).
 */
export interface Evaluation {
  family?: Text;
  /**
   * The level in the family, from 1.
   */
  level?: number;
  /**
   * How many levels the family has.
   */
  ladder?: number;
  /**
   * The code of the job.
   */
  code?: string;
  /**
   * Job group or scale.
   */
  group?: string;
  /**
   * The system of evaluation and its version.
   */
  system?: string;
  reference?: Text;
  /**
   * By reference to another job, or by points.
   */
  method?: 'reference' | 'points';
  /**
   * The day of the decision: 2026-11-16.
   */
  date?: string;
  /**
   * The four criteria.
   */
  factors?: {
    skills: Factor;
    effort: Factor;
    responsibility: Factor;
    conditions: Factor;
  };
}
/**
 * One of the four criteria.
 */
export interface Factor {
  /**
   * 1 to 5.
   */
  level: number;
  reason?: Text;
}
/**
 * One measure.
 */
export interface Kpi {
  id: Id;
  name: Text;
  group?: Text;
  /**
   * How the value is to be read.
   */
  operator: 'at-least' | 'at-most' | 'equal' | 'between';
  /**
   * The target, or the lower end with “between”. null when it is still to be set; the document then says so.
   */
  value: number | null;
  /**
   * The upper end with “between”.
   */
  max?: number;
  /**
   * The unit of the target.
   */
  unit: 'percent' | 'count' | 'minute' | 'hour' | 'working-day' | 'calendar-day' | 'point' | 'money';
  unitText?: Text;
  /**
   * The period over which it is measured. Leave it out while nobody has said it: papers then show a dash, and lint asks for it.
   */
  period?: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'continuous';
  /**
   * The share in the overall assessment, in percent. All weights of a role add up to 100.
   */
  weight?: number;
  dataSource?: Text;
  formula?: Text;
  /**
   * Usual values by line of business, for orientation.
   *
   * @minItems 1
   */
  benchmarks?: Benchmark[];
  /**
   * Ids of the duties or groups that the measure speaks about.
   *
   * @minItems 1
   */
  measures?: EntryRef[];
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * A usual value.
 */
export interface Benchmark {
  id: Id;
  industry: Text;
  /**
   * Lower end.
   */
  min?: number;
  /**
   * Upper end; leave out for a single value.
   */
  max?: number;
  source?: Source;
}
/**
 * One regular report.
 */
export interface Report {
  id: Id;
  name: Text;
  /**
   * How often.
   */
  period: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'on-completion' | 'on-request';
  recipient?: PostRef;
  /**
   * Time that the report may take.
   */
  effort?: {
    /**
     * Lower end.
     */
    min?: number;
    /**
     * Upper end.
     */
    max?: number;
    /**
     * Minutes or hours.
     */
    unit: 'minute' | 'hour';
  };
  /**
   * What it shows, noun phrases.
   *
   * @minItems 1
   */
  contents?: Text[];
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * Steps for a given case.
 */
export interface Procedure {
  id: Id;
  title: Text;
  trigger?: Text;
  /**
   * The steps in order. Russian: third person present, as for duties; English: base form; Dutch: third person present.
   *
   * @minItems 1
   */
  steps: ProcedureStep[];
  note?: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * One step.
 */
export interface ProcedureStep {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  timing?: Text;
  when?: When;
}
/**
 * A working table.
 */
export interface Table {
  id: Id;
  title: Text;
  /**
   * The columns in order.
   *
   * @minItems 1
   * @maxItems 8
   *
   * Items: One column.
   */
  columns: {
    id: Id;
    title: Text;
    /**
     * Relative width; 1 when absent.
     */
    share?: number;
  }[];
  /**
   * The rows in order.
   *
   * @minItems 1
   *
   * Items: One row.
   */
  rows: {
    id: Id;
    /**
     * The text of each column, by the id of the column. A column left out stays empty.
     */
    cells: {
      [k: string]: Text;
    };
    source?: Source;
  }[];
  note?: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * A time allowed.
 */
export interface ServiceLevel {
  id: Id;
  event: Text;
  limit: Span;
  onBreach?: Text;
  note?: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  when?: When;
}
/**
 * One band.
 */
export interface PayBand {
  id: Id;
  level?: Text;
  region?: Text;
  profile?: Text;
  /**
   * Lower end; null when none is known.
   */
  min?: number | null;
  /**
   * Upper end; null when none is known.
   */
  max?: number | null;
  /**
   * ISO 4217 code, such as RUB or EUR.
   */
  currency: string;
  /**
   * Per month, year or hour.
   */
  period: 'hour' | 'month' | 'year';
  /**
   * The date of the figures, YYYY-MM-DD; null when unknown, and then the band is never printed.
   */
  asOf?: string | null;
  source?: Source;
}
/**
 * Stages, mentor and checks.
 */
export interface Onboarding {
  goal?: Text;
  /**
   * The probation that the plan is made for. It goes before the usual one of the organisation; in the United States it is a proposal that is not printed. What a person file states goes before both.
   */
  probation?: {
    /**
     * Length in months, a quarter being a week: 0.5 for two weeks. The country sets the limit.
     */
    months: number;
  };
  fullPerformance?: Span;
  /**
   * Who accompanies the new holder.
   */
  mentor?: {
    /**
     * In order of preference. Noun phrases in the nominative.
     *
     * @minItems 1
     */
    sources?: Clause[];
    /**
     * What a mentor must be like. Noun phrases.
     *
     * @minItems 1
     */
    criteria?: Clause[];
    /**
     * What the mentor writes down. Noun phrases.
     *
     * @minItems 1
     */
    records?: Clause[];
    allowance?: Text;
  };
  /**
   * The stages in order.
   *
   * @minItems 1
   */
  stages: Stage[];
}
/**
 * One stage of the onboarding.
 */
export interface Stage {
  id: Id;
  title: Text;
  goal?: Text;
  start: Day;
  /**
   * How long the stage takes.
   */
  duration: {
    /**
     * The usual or least length.
     */
    min: number;
    /**
     * The upper end of a range.
     */
    max?: number;
    /**
     * Of what.
     */
    unit: 'working-day' | 'calendar-day' | 'week' | 'month';
    /**
     * true when the length is only a guide.
     */
    approximate?: boolean;
  };
  /**
   * Who takes part besides the new hire.
   *
   * @minItems 1
   */
  actors?: Actor[];
  /**
   * What is explained. Noun phrases.
   *
   * @minItems 1
   */
  topics?: Clause[];
  /**
   * What is to be done, each a line to tick.
   *
   * @minItems 1
   */
  steps: Step[];
  /**
   * How it is found out whether the stage worked.
   *
   * @minItems 1
   */
  checks?: Check[];
  exit?: Text;
  source?: Source;
  when?: When;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
}
/**
 * A day relative to the first day of work.
 */
export interface Day {
  /**
   * 1 is the first day of work, -1 the day before it; there is no day 0.
   */
  day: number;
  /**
   * Working or calendar days.
   */
  unit?: 'working-day' | 'calendar-day';
}
/**
 * One line to tick.
 */
export interface Step {
  id: Id;
  text: Text;
  source?: Source;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
  owner: Actor;
  due: Day;
  /**
   * Set where it is the talk at the middle of the probation or the review of its outcome: its day is then reckoned from the probation, and without one it is left out. “due” only gives its place in the stage.
   */
  occasion?: 'probation-midpoint' | 'probation-review';
  proof?: Text;
  /**
   * Ids of the duties, groups or measures that the step prepares for.
   *
   * @minItems 1
   */
  prepares?: EntryRef[];
  when?: When;
}
/**
 * One check.
 */
export interface Check {
  id: Id;
  title: Text;
  /**
   * How it is done.
   */
  method: 'written' | 'oral' | 'role-play' | 'observation' | 'results' | 'interview';
  by: Actor;
  due: Day;
  /**
   * Set where it is the talk at the middle of the probation or the review of its outcome: its day is then reckoned from the probation, and without one it is left out. “due” only gives its place in the stage.
   */
  occasion?: 'probation-midpoint' | 'probation-review';
  /**
   * How many attempts there are in all.
   */
  attempts?: number;
  passMark?: Text;
  onFailure?: Text;
  /**
   * Test questions, each with its question mark.
   *
   * @minItems 1
   */
  questions?: Clause[];
  source?: Source;
  when?: When;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   *
   * @minItems 1
   */
  jurisdictions?: Jurisdiction[];
}
/**
 * A text as the file has it, and where it stands there.
 */
export interface UnplacedText {
  /**
   * As the file has it.
   */
  text: string;
  source?: Source;
}
