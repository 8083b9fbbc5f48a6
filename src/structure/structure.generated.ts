/* Generated from schemas/structure.schema.json by `npm run types`. Do not edit. */
import type { Answers, Evaluation, Facts, Flsa, Forms, Id, Language, Money, Text } from '../role/role.generated.js';
import type { Date, Vacancy } from '../organisation/organisation.generated.js';
import type { Gender, NameForms, Names } from '../person/person.generated.js';

/**
 * The id of a department.
 */
export type DepartmentRef = string;
/**
 * The id of a position.
 */
export type PositionRef = string;

/**
 * The staffing table: departments, the positions in them, who reports to whom and who holds what. Papers take from it the superior, who signs, who deputises, grade, pay range and place.
 */
export interface Structure {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * For which version of Rolewright’s files this one is written: 2. A file without it is of version 1 and is lifted with “rolewright migrate”.
   */
  schema?: 2;
  /**
   * The languages in which titles and names of departments are written: with one a plain string each, with several a map, one wording per language. Papers in other languages cannot name these posts.
   *
   * @minItems 1
   */
  languages: Language[];
  /**
   * The document that this is the content of, such as a штатное расписание in form Т-3.
   */
  table?: {
    /**
     * Its number as printed, in quotes: "3".
     */
    number?: string;
    date?: Date;
    from?: Date;
    /**
     * The order that approved it.
     */
    order?: {
      /**
       * The number as printed, in quotes: "12-од".
       */
      number?: string;
      date?: Date;
    };
  };
  /**
   * The departments, in the order of the table.
   *
   * @minItems 1
   * @maxItems 5000
   */
  departments?: StructureDepartment[];
  /**
   * The positions by their ids, in the order of the table. Where a role speaks of a post by a short name, such as head-of-sales, that is the position of this id, or the one whose “post” says so.
   */
  positions: {
    [k: string]: StructurePosition;
  };
}
/**
 * One department.
 */
export interface StructureDepartment {
  id: Id;
  /**
   * Its code in the table, in quotes: "02".
   */
  code?: string;
  name: Text;
  forms?: Forms;
  parent?: DepartmentRef;
  head?: PositionRef;
  /**
   * Where papers of this department, and of those below it, are signed by others than those that the organisation names.
   */
  signatories?: {
    approver?: PositionRef;
    hr?: PositionRef;
    employer?: PositionRef;
  };
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
 * A position and those who hold it.
 */
export interface StructurePosition {
  title: Text;
  forms?: Forms;
  /**
   * The number of the position in the system that it comes from, in quotes.
   */
  code?: string;
  /**
   * The id of the role that describes its work.
   */
  role?: string;
  /**
   * The short name under which roles speak of it, where that is not its id: several departments may each have a head-of-shop. Of a function that every onboarding has, one of: hr, it, security (health and safety), accounting, trainer, director; plans then name the title of the position.
   */
  post?: string;
  department?: DepartmentRef;
  /**
   * The position of the direct superior; null for the one at the top. When left out, the head of the department; of the head, that of the department above.
   */
  reportsTo?: PositionRef | null;
  /**
   * How many full-time units the table has of it: 1, 0.5, 12. Leave out for one.
   */
  units?: number;
  grade?: Text;
  pay?: Money;
  place?: Text;
  facts?: Facts;
  answers?: Answers;
  flsa?: Flsa;
  evaluation?: Evaluation;
  vacancy?: Vacancy;
  /**
   * The positions whose holders stand in for the holder of this one, the first before the others.
   *
   * @minItems 1
   * @maxItems 10
   */
  deputies?: PositionRef[];
  vacantFrom?: Date;
  /**
   * Who holds it, and who stands in.
   *
   * @minItems 1
   * @maxItems 5000
   */
  holders?: Holder[];
}
/**
 * Somebody who holds a position, or stands in.
 */
export interface Holder {
  name: Names;
  nameForms?: NameForms;
  gender?: Gender;
  /**
   * The number in the personnel records, in quotes: "00042".
   */
  personnelNumber?: string;
  /**
   * The address for sending documents; it is not printed.
   */
  email?: string;
  language?: Language;
  /**
   * Which part of a full-time unit: 0.5. Leave out for one.
   */
  fte?: number;
  from?: Date;
  until?: Date;
  /**
   * Whether the holder only stands in, from and until the days that are given: signatures then say «И.о. начальника отдела», “acting head”, “waarnemend hoofd”.
   */
  acting?: boolean;
  /**
   * Days on which the holder is away for long, so that somebody who stands in signs.
   */
  absent?: {
    from: Date;
    until?: Date;
  };
}
