/* Generated from schemas/project.schema.json by `npm run types`. Do not edit. */
import type { Jurisdiction } from '../role/role.generated.js';

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
   * The path of the organisation file, relative to this one. `lint` takes the country of law, the languages and the kind of contract from it.
   */
  organisation?: string;
  jurisdiction?: Jurisdiction;
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
