/* Generated from schemas/kind.schema.json by `npm run types`. Do not edit. */
/**
 * Letters, digits, spaces, hyphens and underscores.
 */
export type Stem = string;

/**
 * A sort of document, in `kinds/<id>.yaml`; what it says stands in `templates/<id>.hbs`, where a country has a structure of its own in `templates/<country>/<id>.hbs`.
 */
export interface Kind {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  /**
   * The name of the file without its ending, and what `--kind` asks for.
   */
  id: string;
  name: Words;
  /**
   * What the files are called, before language and ending: one name, or one for each language. The id when left out.
   */
  file?:
    | Stem
    | {
        ru?: Stem;
        en?: Stem;
        nl?: Stem;
      };
  /**
   * The place among the kinds in lists; those without one come last, in the order of their ids.
   */
  place?: number;
  /**
   * usual: made when nobody names a kind; onboarding, hiring, change: made with `--kind onboarding` and so on.
   */
  sets?: ('usual' | 'onboarding' | 'hiring' | 'change')[];
  /**
   * person: one employee; post: whoever holds the post; people: several employees on one paper; organisation: nobody in particular.
   */
  for: 'person' | 'post' | 'people' | 'organisation';
  /**
   * The countries that have such a paper; all when left out. Asked for elsewhere it is an error, a set leaves it out.
   *
   * @minItems 1
   */
  jurisdictions?: string[];
  /**
   * The categories of staff whose roles have such a paper; all when left out. Asked for by name for a role of another it is left out with a warning.
   *
   * @minItems 1
   */
  categories?: ('managers' | 'specialists' | 'clerical-staff' | 'workers')[];
  /**
   * The kind whose place it takes in every set, in its countries and for its categories of staff. By name that one is made all the same, with a warning. Phrases call it `<id>.full`.
   */
  instead?: string;
  /**
   * What one paper is made for, where that is more than one: roles: for all roles of an errand, such as one order for many descriptions; people: for all who hold the role.
   */
  together?: 'roles' | 'people';
  /**
   * The part without which there is nothing to print: onboarding, kpis, handbook (procedures, tables, service levels or reports), evaluation: the four criteria, in the role or the organisation, changes: an earlier version, named with `--from`, or probation or mentor: of a set it is then left out for whoever has none.
   */
  needs?: 'onboarding' | 'kpis' | 'handbook' | 'evaluation' | 'changes' | 'probation' | 'mentor';
  /**
   * Whether comparisons of roles look at it: false for a paper that says of the role no more than its name, such as an act, or that repeats another paper. true when left out.
   */
  compared?: boolean;
  /**
   * Whether it has two details: brief prints the core of each list, full prints all, with `templates/<id>-full.hbs` where there is one.
   */
  detail?: boolean;
  /**
   * The kind whose templates it is made with, where these are not its own.
   */
  template?: string;
  /**
   * annex: an annex to the employment contract, whatever the organisation has usually; local-act: an act of its own. As the organisation says when left out.
   */
  form?: 'annex' | 'local-act';
  /**
   * Whether it prints days that are reckoned from the first day of work, such as due dates or the end of the probation.
   */
  days?: boolean;
  /**
   * docx, pdf and html when left out. md (Markdown) and txt are words to paste elsewhere. xlsx needs `plan` or `sheet`, ics needs `plan`.
   *
   * @minItems 1
   */
  formats?: ('docx' | 'pdf' | 'html' | 'md' | 'txt' | 'xlsx' | 'ics')[];
  /**
   * Whose part of the onboarding its spreadsheet and its calendar hold: new-hire, manager or hr.
   */
  plan?: 'new-hire' | 'manager' | 'hr';
  /**
   * What its spreadsheet holds, where that is no plan: scorecard.
   */
  sheet?: 'scorecard';
  /**
   * portrait when left out; landscape turns the sheets, for wide tables.
   */
  orientation?: 'portrait' | 'landscape';
  /**
   * Who signs it, and in which capacity. Where the employee acknowledges, other words want another signature.
   *
   * @maxItems 20
   */
  signs?: Signatory[];
  /**
   * How long it is to be kept, by country.
   */
  keep?: {
    [k: string]: Keeping;
  };
}
/**
 * A wording in each language.
 */
export interface Words {
  /**
   * The wording in Russian.
   */
  ru?: string;
  /**
   * The wording in English.
   */
  en?: string;
  /**
   * The wording in Dutch.
   */
  nl?: string;
}
/**
 * Who signs, and what the signature means.
 */
export interface Signatory {
  /**
   * employee, manager, mentor, hr, approver, witness, or employer: whoever may sign for the organisation.
   */
  who: 'employee' | 'manager' | 'mentor' | 'hr' | 'approver' | 'employer' | 'witness';
  /**
   * acknowledges: has read and received it; agrees: to its terms; approves: puts it into force; confirms: that what it says was done.
   */
  as: 'acknowledges' | 'agrees' | 'approves' | 'confirms';
  /**
   * Only under the law of these countries.
   *
   * @minItems 1
   */
  countries?: string[];
}
/**
 * How long, from when, and on what it rests.
 */
export interface Keeping {
  /**
   * How many years.
   */
  years: number;
  /**
   * end-of-work: when the employment ends; replacement: when a newer version is in force; signing: when it was signed.
   */
  after: 'end-of-work' | 'replacement' | 'signing';
  /**
   * The law, list or guideline that says so.
   */
  basis: string;
  /**
   * Where it can be read; null when not known.
   */
  address?: string | null;
  /**
   * The day on which somebody compared it with its source; null when nobody has, so that it is open.
   */
  checked: string | null;
  /**
   * text: the wording itself, as somebody published it; secondary: what others say of it, such as an authority, a law firm or a journal. text when left out.
   */
  read?: 'text' | 'secondary';
}
