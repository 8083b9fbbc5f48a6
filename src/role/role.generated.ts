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
       * The Dutch list.
       */
      nl?: string[];
    };
/**
 * A name listed under “posts”.
 */
export type PostRef = string;
/**
 * “added” for an entry of your own, or the source text and its lines, such as 001:166-168; several as a list.
 */
export type Source = string | string[];
/**
 * ru, nl, gb, us, or a country that the project has a file for in `jurisdictions/`.
 */
export type Jurisdiction = string;
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
  };
  context?: Text;
  department?: Text;
  purpose: Text;
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
  /**
   * Status under the Fair Labor Standards Act, printed in American documents only.
   */
  flsaStatus?: 'exempt' | 'non-exempt';
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
     * Market or internal bands. A band without a date is kept as a record and never printed.
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
 * A position other than the one described.
 */
export interface Post {
  title: Text;
  forms?: Forms;
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
}
/**
 * One kind of education.
 */
export interface Education {
  id: Id;
  /**
   * The level, named in each language by the documents.
   */
  level: 'secondary' | 'vocational' | 'incomplete-higher' | 'higher';
  field?: Text;
  /**
   * true for a wish, false or absent for a condition.
   */
  desirable?: boolean;
  source?: Source;
}
/**
 * Length and field of experience.
 */
export interface Experience {
  /**
   * The least length; null when experience is wanted but no length is set.
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
}
/**
 * Duties that serve one result.
 */
export interface DutyGroup {
  id: Id;
  heading: Text;
  lead?: Text;
  /**
   * The duties of the group.
   *
   * @minItems 1
   */
  duties: Duty[];
  source?: Source;
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
   * The period over which it is measured.
   */
  period: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'continuous';
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
}
