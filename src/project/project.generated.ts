/* Generated from schemas/project.schema.json by `npm run types`. Do not edit. */
import type { Jurisdiction } from '../role/role.generated.js';

/**
 * The heading of a column as the list has it.
 */
export type Heading = string;
/**
 * A severity, or a severity with the reason why.
 */
export type RuleSetting =
  | LintSeverity
  | {
      severity: LintSeverity;
      /**
       * The reason, for those who read the file later.
       */
      why: string;
    };
/**
 * off: the rule is not applied; info: a remark; warning: should be looked at; error: must be mended, and the command ends with exit code 3.
 */
export type LintSeverity = 'off' | 'info' | 'warning' | 'error';

/**
 * Settings of a project, in `rolewright.yaml` which makes its folder, and what is below, a project. Every key but the version may be left out.
 */
export interface Project {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  /**
   * The path of the organisation file, relative to this one, where “--organisation” does not say. Without it a single organisation file in the folder is used.
   */
  organisation?: string;
  jurisdiction?: Jurisdiction;
  /**
   * The languages of documents where “--locale” does not say, as far as the role has them; else those of the organisation file.
   *
   * @minItems 1
   *
   * Items: ru, en or nl.
   */
  languages?: ('ru' | 'en' | 'nl')[];
  /**
   * Kinds of document and sets of them that are made where “--kind” does not say, such as usual or onboarding.
   *
   * @minItems 1
   * @maxItems 60
   */
  kinds?: string[];
  /**
   * The file formats that are made where “--format” does not say.
   *
   * @minItems 1
   *
   * Items: A file format.
   */
  formats?: ('docx' | 'pdf' | 'html' | 'md' | 'txt' | 'xlsx' | 'ics' | 'all')[];
  /**
   * The folder for documents where “--out” does not say, relative to the working folder and not outside it.
   */
  out?: string;
  /**
   * Whether what is saved in the studio is committed in the name of whoever saves it, where the project is kept in a git repository: those files alone. False leaves that to whoever keeps the repository.
   */
  commit?: boolean;
  /**
   * Which date documents bear where “--date” does not say: none leaves a blank, today is the day on which they are made, hire-date the first day of work of the person.
   */
  date?: 'none' | 'today' | 'hire-date';
  /**
   * How staff lists are read.
   */
  staffList?: {
    /**
     * The heading of a column under the name of what it holds, where it is not known by its heading: hireDate: Дата выхода.
     */
    columns?: {
      name?: Heading;
      last?: Heading;
      first?: Heading;
      middle?: Heading;
      particle?: Heading;
      initials?: Heading;
      gender?: Heading;
      personnelNumber?: Heading;
      position?: Heading;
      role?: Heading;
      department?: Heading;
      hireDate?: Heading;
      contract?: Heading;
      contractEnd?: Heading;
      probation?: Heading;
      hours?: Heading;
      fte?: Heading;
      workDays?: Heading;
      manager?: Heading;
      managerPost?: Heading;
      managerEmail?: Heading;
      mentor?: Heading;
      mentorPost?: Heading;
      mentorEmail?: Heading;
      language?: Heading;
      email?: Heading;
      genitive?: Heading;
      reason?: Heading;
    };
    /**
     * What text files are written in that are not in Unicode; their letters tell it when left out. “--encoding” goes before it.
     */
    encoding?:
      | 'utf-8'
      | 'utf-16le'
      | 'utf-16be'
      | 'windows-1251'
      | 'windows-1252'
      | 'windows-1250'
      | 'cp866'
      | 'koi8-r'
      | 'mac-roman'
      | 'mac-cyrillic';
    /**
     * How dates in figures are written where the columns do not tell: dmy is 22.11.2026, mdy 11/22/2026, ymd 26-11-22. “--date-order” goes before it.
     */
    dateOrder?: 'dmy' | 'mdy' | 'ymd';
    /**
     * The id of a role under a title that people use for it: Кладовщик: storekeeper.
     */
    titles?: {
      [k: string]: string;
    };
  };
  /**
   * What `lint` looks for, and how grave it is.
   */
  lint?: {
    /**
     * The severity of rules by their id: off, info, warning or error, alone or with the reason.
     */
    rules?: {
      [k: string]: RuleSetting;
    };
    /**
     * Words that the spelling check has to take as right, such as names of products.
     *
     * @maxItems 5000
     */
    words?: string[];
  };
}
