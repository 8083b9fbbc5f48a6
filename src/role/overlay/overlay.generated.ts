/* Generated from schemas/overlay.schema.json by `npm run types`. Do not edit. */
import type { Actor, Amounts, Answers, Benchmark, Check, Clause, Condition, Core, Criterion, Day, Duty, DutyGroup, Education, Evaluation, Experience, Facts, Flsa, Forms, Frequency, Id, Kpi, Liability, Limit, Onboarding, PayBand, Permit, Post, PostRef, Procedure, ProcedureStep, ProtectiveItem, Question, Relation, Report, Requirement, Right, Role, RoleCompetency, ServiceLevel, Source, Span, Stage, Step, Table, Text, TextList, TitleNote, UnplacedText, When, WorkingConditions } from '../role.generated.js';

/**
 * Eight hexadecimal digits made from the content of an entry.
 */
export type Stamp = string;
/**
 * One of the five kinds of change.
 */
export type Change = Alteration | Addition | Replacement | Removal | Move;
/**
 * A whole entry, with the keys that its list asks for: a duty, a group of duties, a right, a measure, a stage, a step and so on.
 */
export type Entry =
  | Clause
  | Requirement
  | Education
  | DutyGroup
  | Duty
  | Right
  | Liability
  | Relation
  | Condition
  | Kpi
  | Benchmark
  | Report
  | Procedure
  | ProcedureStep
  | Table
  | ServiceLevel
  | PayBand
  | Stage
  | Step
  | Check
  | NonNullable<NonNullable<Table['rows']>[number]>
  | Limit
  | Criterion
  | Permit
  | RoleCompetency
  | Question
  | TitleNote
  | ProtectiveItem;

/**
 * What a department, or one position, changes in a role: only the differences. The result is a complete role and is checked as one.
 */
export interface Overlay {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  /**
   * The role that is changed: its id (looked for in your own folder “roles” first, then in the library) or its path, relative to this file. It may itself be an overlay.
   */
  extends: string;
  /**
   * The state of the role extended that this overlay was written against.
   */
  base: {
    /**
     * Its version then. “rolewright rebase” tells what has changed since, and writes the new version here.
     */
    version: string;
    /**
     * A short mark of the content of each entry as it was then, by id. “customise” and “rebase --write” keep them; they need no care by hand.
     */
    clauses?: {
      [k: string]: Stamp;
    };
  };
  id: Id;
  version: NonNullable<Role['version']>;
  languages?: NonNullable<Role['languages']>;
  /**
   * Further documents that entries here were drawn from; null takes one of the role extended away.
   */
  sources?: {
    [k: string]: string | null;
  };
  title?: Text;
  /**
   * Cases and articles of the title where the derived ones are wrong. With a new title those of the role extended no longer hold, so they are not kept.
   */
  titleForms?: Forms | null;
  /**
   * Other names under which the same position is known.
   */
  synonyms?: TextList | null;
  category?: NonNullable<Role['category']>;
  /**
   * The tier of a managing position.
   */
  tier?: NonNullable<Role['tier']> | null;
  /**
   * The grade within the profession, such as lead or senior.
   */
  level?: Text | null;
  /**
   * The grade in a job classification or collective agreement.
   */
  grade?: NonNullable<Role['grade']> | null;
  /**
   * The line of business or the goods that the role is written for, such as wholesale or textiles.
   */
  context?: Text | null;
  /**
   * The usual department of the position, in the nominative.
   */
  department?: Text | null;
  purpose?: Text;
  /**
   * What the holder does and to what end, in one or two whole sentences.
   */
  summary?: Text | null;
  /**
   * Answers to questions of the role that hold here whatever the organisation says.
   */
  answers?: Answers | null;
  /**
   * Posts that are new or have another title here, by their short names; null takes one of the role extended away.
   */
  posts?: {
    [k: string]: Post | null;
  };
  appointment?: NonNullable<Role['appointment']>;
  reportsTo?: NonNullable<Role['reportsTo']>;
  /**
   * Posts that report to this one. Leave out when there are none.
   */
  subordinates?: NonNullable<Role['subordinates']> | null;
  /**
   * Who stands in while the holder is away.
   */
  deputising?: NonNullable<Role['deputising']> | null;
  experience?: Experience;
  /**
   * Status under the Fair Labor Standards Act, printed in American documents only.
   */
  flsa?: Flsa | null;
  /**
   * What the assessment of this workplace found.
   */
  workingConditions?: WorkingConditions | null;
  /**
   * What is usual for the position.
   */
  facts?: Facts | null;
  /**
   * Family, level and factors of the position.
   */
  evaluation?: Evaluation | null;
  /**
   * When the description is looked at again.
   */
  review?: NonNullable<Role['review']> | null;
  /**
   * Single values of the onboarding; its stages, steps and checks are changed by “changes”. null takes the whole onboarding away.
   */
  onboarding?: {
    /**
     * What the new holder can do at the end, a full sentence.
     */
    goal?: Text | null;
    /**
     * The probation that the plan is made for. It goes before the usual one of the organisation; in the United States it is a proposal that is not printed. What a person file states goes before both.
     */
    probation?: NonNullable<Onboarding['probation']> | null;
    /**
     * After what time full performance is to be expected.
     */
    fullPerformance?: Span | null;
  } | null;
  /**
   * Texts of a file from which the overlay was drawn that have no place in it yet. No paper prints them; move each where it belongs, or delete it.
   *
   * @minItems 1
   */
  unplaced?: UnplacedText[];
  /**
   * What changes in the lists of the role, carried out in this order. Entries are named by their ids.
   *
   * @maxItems 1000
   */
  changes?: Change[] | null;
}
/**
 * Other values for some keys of an entry: only those given change; of a text in several languages only the wordings given; null takes an optional value away.
 */
export interface Alteration {
  change: Id;
  /**
   * The wording. No capital at the start (unless the word always has one) and no full stop at the end: the document adds both where its form wants them.
   */
  text?: Text | null;
  /**
   * Where the entry comes from.
   */
  source?: Source | null;
  /**
   * Print the entry only under the law of these countries. Leave out to print it everywhere.
   */
  jurisdictions?: NonNullable<Clause['jurisdictions']> | null;
  /**
   * As in the entry that is changed.
   */
  items?: NonNullable<Clause['items']> | NonNullable<Duty['items']> | null;
  /**
   * true for a wish, false or absent for a condition.
   */
  desirable?: NonNullable<Requirement['desirable']> | null;
  /**
   * As in the entry that is changed.
   */
  level?: NonNullable<Education['level']> | Text | NonNullable<RoleCompetency['level']> | null;
  /**
   * The field of study, printed in brackets after the level. Russian: neuter adjectives, such as «экономическое».
   */
  field?: Text | null;
  /**
   * The result area, a short noun phrase.
   */
  heading?: Text | null;
  /**
   * A sentence before the duties that says what the group is for, if the heading does not.
   */
  lead?: Text | null;
  /**
   * The duties of the group.
   */
  duties?: NonNullable<DutyGroup['duties']> | null;
  /**
   * How often, printed in brackets after the text. Leave it out of the text.
   */
  frequency?: Frequency | null;
  /**
   * By when or within what time, printed in brackets after the text. Leave it out of the text.
   */
  deadline?: NonNullable<Duty['deadline']> | null;
  /**
   * In what form or by what means, such as “in writing”; printed in brackets after the text.
   */
  channel?: Text | null;
  /**
   * When the duty arises, as a clause beginning with if or when; printed in brackets after the text.
   */
  condition?: Text | null;
  /**
   * Who is told when the duty cannot be carried out.
   */
  escalateTo?: PostRef | null;
  /**
   * true when the duty covers assignments that are not listed; such a duty needs bounds.
   */
  openEnded?: NonNullable<Duty['openEnded']> | null;
  /**
   * true for a duty that is not essential to the position; American documents list these apart.
   */
  marginal?: NonNullable<Duty['marginal']> | null;
  /**
   * The bounds of the right as a phrase that follows the text, such as “within the budget approved for the year”.
   */
  limits?: Text | null;
  /**
   * As in the entry that is changed.
   */
  kind?:
    | NonNullable<Liability['kind']>
    | NonNullable<Condition['kind']>
    | NonNullable<Question['kind']>
    | NonNullable<Permit['kind']>
    | null;
  /**
   * The department or party, in the nominative.
   */
  party?: Text | null;
  /**
   * true for parties outside.
   */
  external?: NonNullable<Relation['external']> | null;
  /**
   * What the contact is for, a short noun phrase.
   */
  purpose?: Text | null;
  /**
   * What the holder gets from them. Noun phrases in the nominative or accusative.
   */
  receives?: NonNullable<Relation['receives']> | null;
  /**
   * What the holder gives them. Noun phrases in the nominative or accusative.
   */
  provides?: NonNullable<Relation['provides']> | null;
  /**
   * What is measured, a noun phrase in the nominative.
   */
  name?: Text | null;
  /**
   * A heading under which measures stand together.
   */
  group?: Text | NonNullable<Criterion['group']> | null;
  /**
   * How the value is to be read.
   */
  operator?: NonNullable<Kpi['operator']> | null;
  /**
   * The target, or the lower end with “between”. null when it is still to be set; the document then says so.
   */
  value?: NonNullable<Kpi['value']> | null;
  /**
   * As in the entry that is changed.
   */
  max?: NonNullable<Kpi['max']> | NonNullable<PayBand['max']> | null;
  /**
   * The unit of the target.
   */
  unit?: NonNullable<Kpi['unit']> | NonNullable<Question['unit']> | null;
  /**
   * What is counted, printed after the number and in a form that suits it, such as “meetings”.
   */
  unitText?: Text | null;
  /**
   * As in the entry that is changed.
   */
  period?: NonNullable<Kpi['period']> | NonNullable<Report['period']> | NonNullable<PayBand['period']> | null;
  /**
   * The share in the overall assessment, in percent. All weights of a role add up to 100.
   */
  weight?: NonNullable<Kpi['weight']> | null;
  /**
   * The system or paper the figure is taken from.
   */
  dataSource?: Text | null;
  /**
   * The formula or rule in words.
   */
  formula?: Text | null;
  /**
   * Usual values by line of business, for orientation.
   */
  benchmarks?: NonNullable<Kpi['benchmarks']> | null;
  /**
   * Ids of the duties or groups that the measure speaks about.
   */
  measures?: NonNullable<Kpi['measures']> | null;
  /**
   * Where the value is usual, a short phrase.
   */
  industry?: Text | null;
  /**
   * As in the entry that is changed.
   */
  min?: NonNullable<Benchmark['min']> | NonNullable<PayBand['min']> | null;
  /**
   * The post that gets it.
   */
  recipient?: PostRef | null;
  /**
   * Time that the report may take.
   */
  effort?: NonNullable<Report['effort']> | null;
  /**
   * What it shows, noun phrases.
   */
  contents?: NonNullable<Report['contents']> | null;
  /**
   * The name of the procedure, a noun phrase.
   */
  title?: Text | null;
  /**
   * When it applies, a clause beginning with if or when.
   */
  trigger?: Text | null;
  /**
   * As in the entry that is changed.
   */
  steps?: NonNullable<Procedure['steps']> | NonNullable<Stage['steps']> | null;
  /**
   * A full sentence after the steps.
   */
  note?: Text | null;
  /**
   * The moment of the step, printed in brackets.
   */
  timing?: Text | null;
  /**
   * The columns in order.
   */
  columns?: NonNullable<Table['columns']> | null;
  /**
   * The rows in order.
   */
  rows?: NonNullable<Table['rows']> | null;
  /**
   * What has to happen, a noun phrase in the nominative.
   */
  event?: Text | null;
  /**
   * The time allowed.
   */
  limit?: Span | null;
  /**
   * What happens then, a full sentence without the full stop.
   */
  onBreach?: Text | null;
  /**
   * Where the band holds.
   */
  region?: Text | null;
  /**
   * What a holder at this level brings.
   */
  profile?: Text | null;
  /**
   * ISO 4217 code, such as RUB or EUR.
   */
  currency?: NonNullable<PayBand['currency']> | null;
  /**
   * The date of the figures, YYYY-MM-DD; null when unknown, and then the band is never printed.
   */
  asOf?: NonNullable<PayBand['asOf']> | null;
  /**
   * What the stage is for, a full sentence without the full stop.
   */
  goal?: Text | null;
  /**
   * The first day of the stage; negative for preparation before the first day of work.
   */
  start?: Day | null;
  /**
   * How long the stage takes.
   */
  duration?: NonNullable<Stage['duration']> | null;
  /**
   * Who takes part besides the new hire.
   */
  actors?: NonNullable<Stage['actors']> | null;
  /**
   * What is explained. Noun phrases.
   */
  topics?: NonNullable<Stage['topics']> | null;
  /**
   * How it is found out whether the stage worked.
   */
  checks?: NonNullable<Stage['checks']> | null;
  /**
   * When the stage is over, a full sentence without the full stop.
   */
  exit?: Text | null;
  /**
   * Who does it.
   */
  owner?: Actor | null;
  /**
   * The day by which it is done.
   */
  due?: Day | null;
  /**
   * Whether it is the talk at the middle of the probation or the review of its outcome.
   */
  occasion?: NonNullable<Step['occasion']> | null;
  /**
   * What shows that it is done, a noun phrase.
   */
  proof?: Text | null;
  /**
   * Ids of the duties, groups or measures that the step prepares for.
   */
  prepares?: NonNullable<Step['prepares']> | null;
  /**
   * How it is done.
   */
  method?: NonNullable<Check['method']> | null;
  /**
   * Who carries it out.
   */
  by?: Actor | null;
  /**
   * How many attempts there are in all.
   */
  attempts?: NonNullable<Check['attempts']> | null;
  /**
   * What counts as passed, a full sentence without the full stop.
   */
  passMark?: Text | null;
  /**
   * What happens then, a full sentence without the full stop. It must be lawful: more training, another attempt, a talk; the end of the contract only as the law allows.
   */
  onFailure?: Text | null;
  /**
   * Test questions, each with its question mark.
   */
  questions?: NonNullable<Check['questions']> | null;
  /**
   * The text of each column, by the id of the column. A column left out stays empty.
   */
  cells?: NonNullable<NonNullable<NonNullable<Table['rows']>[number]>['cells']> | null;
  /**
   * What there is to choose from.
   */
  options?: NonNullable<Question['options']> | null;
  /**
   * The answer that holds until somebody gives another.
   */
  default?: NonNullable<Question['default']> | null;
  /**
   * The default of a sum of money by country, such as { nl: 10000, gb: 10000 }.
   */
  amounts?: Amounts | null;
  /**
   * true for what the brief detail prints. Where no entry of a list says so, all are printed.
   */
  core?: Core | null;
  /**
   * Answers to questions under which the entry holds.
   */
  when?: When | null;
  /**
   * How it is tested.
   */
  assessed?: NonNullable<Criterion['assessed']> | null;
  /**
   * Adds “or equivalent experience”.
   */
  equivalent?: NonNullable<Criterion['equivalent']> | null;
  /**
   * How long it holds; HR’s plan then prints its renewal.
   */
  validity?: NonNullable<Permit['validity']> | null;
  /**
   * The area in one or two sentences of at most forty words, as British and American descriptions print it. English: base form, as after “you”; American English, Russian, Dutch: third person.
   */
  essence?: Text | null;
  /**
   * What comes of it, a noun phrase.
   */
  result?: Text | null;
  /**
   * By what the result is judged, a noun phrase without figures; targets stand in the scorecard.
   */
  measure?: Text | null;
  /**
   * The share of working time in percent. The areas of a country add up to 100.
   */
  share?: NonNullable<DutyGroup['share']> | null;
  /**
   * What is decided, a short noun phrase.
   */
  topic?: Text | null;
  /**
   * What the holder decides alone, and up to what figure.
   */
  decides?: Text | null;
  /**
   * What the holder decides after agreement, and with whom.
   */
  agrees?: Text | null;
  /**
   * What goes to the superior.
   */
  refers?: Text | null;
  /**
   * The post that decides, where it is not the superior.
   */
  to?: PostRef | null;
  /**
   * What sort of contact it is and how often, such as “negotiating; daily”.
   */
  nature?: Text | null;
  /**
   * The reason, for readers; comparisons of two roles show it. It is not printed in documents.
   */
  why?: string;
  /**
   * How many in the period.
   */
  quantity?: number | null;
  /**
   * For how many months it is given; until it is worn out where it is left out.
   */
  months?: number | null;
  /**
   * The place in the norms.
   */
  norm?: Text | null;
}
/**
 * A new entry.
 */
export interface Addition {
  add: Entry;
  /**
   * The list: a section such as duties, rights, requirements.skills, kpis or onboarding.stages; or the id of an entry that has one list, such as a group of duties; or the id of an entry and the list with a dot between them, such as first-week.steps.
   */
  in?: string;
  /**
   * The beginning or the end of the list; the end when nothing else is said.
   */
  at?: 'first' | 'last';
  before?: Id;
  after?: Id;
  /**
   * The reason, for readers; comparisons of two roles show it. It is not printed in documents.
   */
  why?: string;
}
/**
 * Another entry in the place of one.
 */
export interface Replacement {
  replace: Id;
  with: Entry;
  /**
   * The reason, for readers; comparisons of two roles show it. It is not printed in documents.
   */
  why?: string;
}
/**
 * An entry taken away, with all that belongs to it.
 */
export interface Removal {
  remove: Id;
  /**
   * The reason, for readers; comparisons of two roles show it. It is not printed in documents.
   */
  why?: string;
}
/**
 * An entry put elsewhere in its list, or in another list of the same kind.
 */
export interface Move {
  move: Id;
  /**
   * The list: a section such as duties, rights, requirements.skills, kpis or onboarding.stages; or the id of an entry that has one list, such as a group of duties; or the id of an entry and the list with a dot between them, such as first-week.steps.
   */
  in?: string;
  /**
   * The beginning or the end of the list; the end when nothing else is said.
   */
  at?: 'first' | 'last';
  before?: Id;
  after?: Id;
  /**
   * The reason, for readers; comparisons of two roles show it. It is not printed in documents.
   */
  why?: string;
}
