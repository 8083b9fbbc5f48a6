/* Generated from schemas/person.schema.json by `npm run types`. Do not edit. */
import type { Facts, Forms, Language, RussianCases, Text } from '../role/role.generated.js';

/**
 * The parts of the name, or the same for each language in which the name is spelt in its own way.
 */
export type Names =
  | PersonName
  | {
      ru?: PersonName;
      en?: PersonName;
      nl?: PersonName;
    };
/**
 * For the forms of participles and names, where the language has them.
 */
export type Gender = 'male' | 'female' | 'unspecified';

/**
 * The person who receives the documents. Leave out what is not known: the documents then have a line to fill in by hand.
 */
export interface Person {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  name: Names;
  nameForms?: NameForms;
  gender?: Gender;
  /**
   * The number in the personnel records, in quotes: "00042".
   */
  personnelNumber?: string;
  department?: Text;
  /**
   * The id of the position in the structure file. Superior, who signs, deputies, grade, pay range and place follow from it.
   */
  position?: string;
  /**
   * The day on which the work begins; the onboarding plan counts from it. Year, month and day: 2026-11-22.
   */
  hireDate?: string;
  facts?: Facts;
  /**
   * The day on which continuous employment began, where earlier work for the employer or one before it counts (Great Britain). The first day of work when left out.
   */
  continuousFrom?: string;
  /**
   * The person’s own contract where it is not the usual one of the organisation file; the law of some countries ties the length of the probation to it.
   */
  contract?: {
    /**
     * For an indefinite time, for a fixed term, or on call, with no hours that are certain: an oproepovereenkomst such as a nulurencontract (art. 7:628a BW), a zero hours contract (Employment Rights Act 1996, s. 27A). One on call may have a term too.
     */
    kind: 'indefinite' | 'fixed-term' | 'on-call';
    /**
     * Length of a fixed term in months, where its last day is not given. Without either it ends on no day of the calendar, such as with a project.
     */
    months?: number;
    /**
     * The last day of a fixed term; its length is counted from the first day of work. Year, month and day: 2027-06-03.
     */
    endDate?: string;
    /**
     * The period of notice that the contract sets for the employer; the least of the law where it says none.
     */
    notice?: {
      /**
       * How many.
       */
      value: number;
      /**
       * Of what.
       */
      unit: 'week' | 'month';
    };
    /**
     * How long a probation the collective agreement allows where the law lets it go beyond its own limit for a fixed term (Netherlands, art. 7:652 BW).
     */
    caoMonths?: number;
    /**
     * Whether it follows another contract with the same employer for work that asks for much the same skills and responsibility; a new probation is then void in the Netherlands.
     */
    successive?: boolean;
    /**
     * The number of the contract as printed, in quotes: "17/2026".
     */
    number?: string;
    /**
     * The day on which the contract was made. Year, month and day: 2026-11-22.
     */
    date?: string;
    /**
     * The number of the annex to the contract that the job description is, as printed, in quotes: "1".
     */
    annex?: string;
  };
  /**
   * What is agreed with this person; it wins over the role and the organisation file.
   */
  probation?: {
    /**
     * Length in months, a quarter being a week: 0.5 for two weeks; 0 for none. The country sets the limit.
     */
    months: number;
    /**
     * The new last day of a probation that was extended, where the country lets it be. Year, month and day: 2027-06-10.
     */
    extendedUntil?: string;
  };
  manager?: Colleague;
  mentor?: Colleague;
  /**
   * The address for sending documents; it is not printed.
   */
  email?: string;
  language?: Language;
  /**
   * Facts of the organisation’s own, by the names under which its templates print them: {{custom.badge}}.
   */
  custom?: {
    [k: string]: string;
  };
}
/**
 * The parts of a name, each as it is written in the nominative.
 */
export interface PersonName {
  /**
   * The family name without a Dutch particle: «Иванова», “Smith”, “Vries”.
   */
  last: string;
  /**
   * The given name in full. Leave out where only the initials are known.
   */
  first?: string;
  /**
   * The patronymic or second name: «Петровна».
   */
  middle?: string;
  /**
   * The Dutch tussenvoegsel in lower case: “de”, “van der”.
   */
  particle?: string;
  /**
   * Initials where they do not follow from first and middle name: “J.P.”.
   */
  initials?: string;
  /**
   * What stands before the name and is never declined: “Dr.”, “ir.”, «к.э.н.».
   */
  title?: string;
  /**
   * What stands behind the name: “Jr.”, “PhD”, “MSc”.
   */
  suffix?: string;
}
/**
 * Russian cases of the name where the derived ones are wrong. What stands here always wins.
 */
export interface NameForms {
  full?: RussianCases;
  short?: RussianCases;
}
/**
 * Another person whom the documents name.
 */
export interface Colleague {
  name: Names;
  post?: Text;
  postForms?: Forms;
  /**
   * The address for invitations in calendars, and for questions on the screen of the HTML checklist; it is not printed.
   */
  email?: string;
  gender?: Gender;
  nameForms?: NameForms;
}
