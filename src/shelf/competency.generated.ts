/* Generated from schemas/competency.schema.json by `npm run types`. Do not edit. */
import type { Text } from '../role/role.generated.js';

/**
 * One competency of the dictionary, in `competencies/<id>.yaml`: what it means, and by which behaviour each of its four levels is recognised.
 */
export interface Competency {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * The name of the file without its ending, and what roles ask for.
   */
  id: string;
  name: Text;
  meaning: Text;
  /**
   * The levels from 1 to 4, each with its behaviour.
   *
   * @minItems 1
   * @maxItems 4
   */
  levels: Level[];
}
/**
 * One level.
 */
export interface Level {
  /**
   * Acts by which the level is recognised, in the third person.
   *
   * @minItems 1
   * @maxItems 6
   */
  behaviours: Text[];
}
