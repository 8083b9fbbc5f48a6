/* Generated from schemas/organisation.schema.json by `npm run types`. Do not edit. */
import type { Answers, Evaluation, Facts, Flsa, Forms, Id, Jurisdiction, Language, PostRef, Text } from '../role/role.generated.js';
import type { Gender, NameForms, Names } from '../person/person.generated.js';

/**
 * gost-2025, gost-2016, nl, uk, us, or one that the project has a file for in `themes/`.
 */
export type Layout = string;
/**
 * Year, month and day: 2026-11-22.
 */
export type Date = string;

/**
 * The employer: names, place, brand, who signs and approves, under which law and in which layout. Leave out what is not known: the documents then have a line to fill in by hand.
 */
export interface Organisation {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  name: Text;
  shortName?: Text;
  legalForm?: Text;
  place?: Text;
  state?: Text;
  /**
   * Whether new employees are checked with E-Verify (United States), by the law of the state, a federal contract or the employer’s choice.
   */
  eVerify?: boolean;
  address?: Text;
  registration?: Text;
  /**
   * The numbers of an employer in Russia as programs read them, in quotes; papers print “registration”. The package of electronic personnel papers names them.
   */
  identifiers?: {
    /**
     * The taxpayer number: ten digits of an organisation, twelve of a sole trader.
     */
    inn?: string;
    /**
     * The number in the state register: thirteen digits of an organisation, fifteen of a sole trader (ОГРНИП).
     */
    ogrn?: string;
    /**
     * The code of the reason for registration with the tax authority; sole traders have none.
     */
    kpp?: string;
  };
  /**
   * A picture above the title; with a letterhead, above the letterhead.
   */
  logo?: {
    /**
     * A PNG or JPEG file, relative to this one.
     */
    file: string;
    alt: Text;
    /**
     * Printed width in mm. Left out, the picture is at most 40 mm wide and 30 mm high; with a width it is at most 60 mm high. Its proportions are kept.
     */
    width?: number;
  };
  /**
   * What documents have of the look of the organisation. Leave out what the layout decides.
   */
  brand?: {
    /**
     * The colour of headings, of the lines in tables and of the letterhead: red, green and blue as six hexadecimal digits in quotes, such as "1F3A5F". It must be dark enough to be read on white.
     */
    accent?: string;
    /**
     * serif: as wide as Times New Roman; sans: as wide as Arial. For running text and headings alike.
     */
    font?: 'serif' | 'sans';
    /**
     * Lines at the top of the first page, under the logo: address, telephone, registration. A long line is broken.
     *
     * @minItems 1
     * @maxItems 4
     */
    letterhead?: Text[];
    /**
     * Lines at the bottom of every page. A long line is broken.
     *
     * @minItems 1
     * @maxItems 2
     */
    footer?: Text[];
  };
  jurisdiction: Jurisdiction;
  /**
   * The languages in which the texts of this file are written. With one language a text may be a plain string; with several it is a map, one wording per language.
   *
   * @minItems 1
   */
  languages: Language[];
  /**
   * Which PDF/A is made where “--pdf-profile” does not say, and by the service: 1a, which electronic personnel papers in Russia need, 2a, or 3a with the data of the role inside the file.
   */
  pdfProfile?: '1a' | '2a' | '3a';
  layout?: Layout;
  /**
   * Prints a code in the lower right corner of the first page, where the layout has a place for it: gost-2025. It holds kind, role, version, number, date and language of the document, and nothing about people.
   */
  qr?: boolean;
  /**
   * The path of the structure file, relative to this one. It then has the posts, departments and superiors, and this file has none; signatories and visas are ids of its positions.
   */
  structure?: string;
  /**
   * Posts under the short names that roles use, with the title they have here and who holds them. Functions that every onboarding has may be among them, so that plans name the title: hr, it, security (health and safety), accounting, trainer, director.
   */
  posts?: {
    [k: string]: OrganisationPost;
  };
  /**
   * The direct superior of a role here, where it is not the head of the department: under the id of a role the short name of a post listed under “posts”.
   */
  superiors?: {
    [k: string]: PostRef;
  };
  /**
   * Posts that sign, by the short names listed under “posts”.
   */
  signatories?: {
    approver?: PostRef;
    unitHead?: PostRef;
    hr?: PostRef;
    employer?: PostRef;
  };
  /**
   * How documents are approved and agreed.
   */
  approval?: {
    /**
     * stamp: the approver signs in the stamp; order: the stamp names the order or decision.
     */
    by?: 'stamp' | 'order';
    /**
     * The order or decision that approves. Leave out for lines to fill in by hand.
     */
    act?: {
      /**
       * An order of the head, or a decision of a body.
       */
      kind: 'order' | 'decision';
      /**
       * The number as printed, in quotes: "82" or "12-к".
       */
      number?: string;
      /**
       * The date of the act. Year, month and day: 2026-11-22.
       */
      date?: string;
    };
    /**
     * Own posts that agree with their visa, in order.
     *
     * @minItems 1
     */
    visas?: PostRef[];
    /**
     * From which day on what an approval order approves holds. Leave out for a line to fill in by hand. Year, month and day: 2026-11-22.
     */
    effective?: string;
  };
  /**
   * annex: an annex to the employment contract, changed by an addendum; local-act: a separate local act, changed by a new edition.
   */
  documentForm?: 'annex' | 'local-act';
  /**
   * brief: what people sign, in the structure of the country; full: everything the role says.
   */
  detail?: 'brief' | 'full';
  answers?: Answers;
  facts?: Facts;
  /**
   * What holds for one position here, by the id of its role.
   */
  positions?: {
    [k: string]: Position;
  };
  hiring?: Hiring;
  /**
   * The usual employment contract; the law of some countries ties the length of the probation to it. A person file may state another.
   */
  contract?: {
    /**
     * For an indefinite time, for a fixed term, or on call, with no hours that are certain: an oproepovereenkomst such as a nulurencontract (art. 7:628a BW), a zero hours contract (Employment Rights Act 1996, s. 27A). One on call may have a term too.
     */
    kind: 'indefinite' | 'fixed-term' | 'on-call';
    /**
     * Length of a fixed term in months. Leave it out where the term ends on no day of the calendar, such as with a project.
     */
    months?: number;
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
  };
  /**
   * The usual probation, where neither the person file nor the role states one. In the United States a role’s is a proposal only, and this one goes before it.
   */
  probation?: {
    /**
     * Length in months, a quarter being a week: 0.5 for two weeks; 0 for none. The country sets the limit.
     */
    months: number;
  };
  /**
   * How results are scored against targets. Each has a usual value, so leave out what suits.
   */
  scorecard?: {
    /**
     * The most, in per cent, that one measure can count, however far its target is surpassed.
     */
    cap?: number;
    /**
     * The least, in per cent, that a measure counts once it is scored.
     */
    floor?: number;
    /**
     * The share of all weight, in per cent, that must be scored before there is an overall score. A measure without target or result is not scored.
     */
    minimumRated?: number;
  };
  /**
   * How an employee objects to the grading of the job. Each has a usual value, so leave out what suits.
   */
  grading?: {
    /**
     * Within how many weeks of the decision an objection is made.
     */
    objectionWeeks?: number;
    /**
     * Within how many weeks of the objection it is decided on.
     */
    decisionWeeks?: number;
    to?: Text;
    agreement?: Text;
  };
  /**
   * What new employees read and sign for besides the papers of their position: regulations, policies, instructions that there are here, in the order of the acknowledgement sheet. Left out, the sheet lists what the law of the country makes every employer have, and empty rows; [] for nothing.
   *
   * @maxItems 50
   */
  policies?: OwnPolicy[];
  /**
   * How documents get their number. Leave out for a line to fill in by hand.
   */
  numbering?: {
    /**
     * The number of the job description as printed, with {role}, {department}, {year} and {number} where these belong, such as ДИ-{number}/{year}.
     */
    pattern: string;
    /**
     * The number of each role's document, by the id of the role; printed where the pattern says {number}. A role without one keeps a blank.
     */
    numbers?: {
      [k: string]: string;
    };
    /**
     * Patterns for other kinds of document, by their ids, such as role-handbook: РР-{number}/{year}. A kind without one keeps a blank where it has a number.
     */
    kinds?: {
      [k: string]: string;
    };
  };
  /**
   * The departments that documents name.
   *
   * @minItems 1
   */
  departments?: Department[];
  calendar?: CalendarSettings;
  /**
   * How employees acknowledge papers by a link on their telephone. Passwords never stand here: they come from the environment.
   */
  distance?: {
    /**
     * Where employees reach the service, such as https://papers.example.org; links in mails begin with it.
     */
    address?: string;
    /**
     * The address from which mails come and to which answers go.
     */
    sender?: string;
    /**
     * The server that takes the mails (SMTP).
     */
    server?: {
      /**
       * Its name.
       */
      host: string;
      /**
       * 587 when left out, 465 with tls.
       */
      port?: number;
      /**
       * tls: from the first byte; starttls: asked for, and nothing is sent without it; none: only for a server on the same machine.
       */
      security?: 'tls' | 'starttls' | 'none';
    };
    /**
     * The address of a gateway that sends mail on as a text message, with {phone} for the digits of the number, such as {phone}@sms.example.org. One-time codes then go to telephones too.
     */
    textMessages?: string;
    /**
     * The local time of evidence, such as Europe/Amsterdam; that of the machine when left out.
     */
    zone?: string;
    /**
     * How many days a link can be opened after the last day of the request.
     */
    linkDays?: number;
    /**
     * Whether evidence keeps the network address and the browser of whoever answers. Only where the rules on personal data of the organisation say so.
     */
    device?: boolean;
    /**
     * The internal rules by which an answer on the screen counts as a simple electronic signature; evidence names them.
     */
    regulation?: {
      name: Text;
      /**
       * Its number.
       */
      number?: string;
      date?: Date;
    };
  };
  /**
   * How PDF files that the register issues are sealed in the name of the organisation. Passphrases and programs never stand here: they come from the environment (ROLEWRIGHT_PASSPHRASE, ROLEWRIGHT_SIGN_COMMAND).
   */
  seal?: {
    /**
     * The file of the key (PKCS#12), from the folder of the project.
     */
    key?: string;
    /**
     * The certificate with its chain (PEM), where a program signs.
     */
    certificate?: string;
    /**
     * Its address (RFC 3161); none for level B-B.
     */
    timeServer?: string;
    /**
     * The certificates (PEM) that vouch for the time-stamp server.
     */
    roots?: string;
    /**
     * A list (CRL) by which the key is looked at before it seals.
     */
    revoked?: string;
    /**
     * PAdES: B-T with a time-stamp, B-B without one.
     */
    level?: 'B-B' | 'B-T';
  };
  /**
   * In how many copies both parties sign an annex to the contract; its last clause says so.
   */
  copies?: number;
}
/**
 * A post of the organisation.
 */
export interface OrganisationPost {
  title?: Text;
  forms?: Forms;
  holder?: Names;
  /**
   * Whether the holder only stands in for now: signatures then say «И.о. начальника отдела», “acting head”, “waarnemend hoofd” with the holder’s own name.
   */
  acting?: boolean;
  holderGender?: Gender;
  holderForms?: NameForms;
  /**
   * Where whoever holds it reads mail about papers: refusals and questions of employees. It is not printed.
   */
  email?: string;
  /**
   * Shown to employees who have a question about a paper. It is not printed.
   */
  phone?: string;
}
/**
 * A position as this organisation has it.
 */
export interface Position {
  title?: Text;
  forms?: Forms;
  facts?: Facts;
  answers?: Answers;
  flsa?: Flsa;
  evaluation?: Evaluation;
  vacancy?: Vacancy;
  /**
   * The posts whose holders stand in for the holder of this position, by their short names; they go before what the role says.
   *
   * @minItems 1
   * @maxItems 10
   */
  deputies?: PostRef[];
  /**
   * The posts that report to this position here, by their short names; they go before what the role says. Empty where nobody does.
   *
   * @maxItems 200
   */
  subordinates?: PostRef[];
}
/**
 * An open place in this position, for its job advert.
 */
export interface Vacancy {
  closing?: Date;
  start?: Text;
  /**
   * The number of the vacancy.
   */
  reference?: string;
}
/**
 * What job adverts say of the employer, whatever the position.
 */
export interface Hiring {
  about?: Text;
  /**
   * What comes with every position besides pay and hours, one entry each: holiday, pension, training.
   *
   * @minItems 1
   * @maxItems 12
   */
  offers?: Text[];
  selection?: Text;
  contact?: Text;
}
/**
 * A document of the organisation.
 */
export interface OwnPolicy {
  name: Text;
  /**
   * Its number as printed, in quotes: "12-од".
   */
  number?: string;
  date?: Date;
}
/**
 * One department.
 */
export interface Department {
  id: Id;
  name: Text;
  forms?: Forms;
  head?: PostRef;
  /**
   * What the department changes in roles: under the id of a role the path of the overlay file, relative to this file and not outside its folder. “generate --department” uses them.
   */
  overlays?: {
    [k: string]: string;
  };
  answers?: Answers;
  facts?: Facts;
}
/**
 * Days of work and days off. Weekends and public holidays need not be listed.
 */
export interface CalendarSettings {
  /**
   * The nation of the United Kingdom whose bank holidays are kept; England when left out.
   */
  region?: 'england' | 'wales' | 'scotland' | 'northern-ireland';
  /**
   * The zone in which the organisation works, by its IANA name: Europe/Amsterdam, Asia/Yekaterinburg. When left out, that of the capital; for the United States New York.
   */
  timeZone?: string;
  /**
   * Whether public holidays are days off. Private employers in the United States may say false and list their own.
   */
  publicHolidays?: boolean;
  /**
   * Days that the contract or the collective agreement makes holidays. In the Netherlands: Good Friday, Liberation Day (5 May).
   *
   * @minItems 1
   */
  extraHolidays?: ('good-friday' | 'liberation-day')[];
  /**
   * Further days on which nobody works.
   *
   * @minItems 1
   * @maxItems 1000
   */
  daysOff?: CompanyDay[];
  /**
   * Weekend days and holidays that are worked here all the same.
   *
   * @minItems 1
   * @maxItems 1000
   */
  workingDays?: Date[];
  /**
   * For Russia: the days off that the government moves, by year, where Rolewright does not know the year yet.
   */
  years?: {
    [k: string]: CalendarYear;
  };
}
/**
 * A day on which nobody works.
 */
export interface CompanyDay {
  date: Date;
  name?: Text;
}
/**
 * What the government decreed for the year. A year without transfers has an empty entry with its source.
 */
export interface CalendarYear {
  /**
   * The decree: «Постановление Правительства РФ от 24.09.2025 № 1466».
   */
  source: string;
  /**
   * Days off moved from one day to another.
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
}
/**
 * A day off that is taken on another day.
 */
export interface Transfer {
  from: Date;
  to: Date;
}
