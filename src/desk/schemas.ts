/** The JSON Schemas as a user gets them: with the countries and looks that are there to choose from. */
import { idsIn } from '../read/known-ids.js';
import type { Desk } from './desk.js';

export const schemaNames = [
  'role',
  'overlay',
  'organisation',
  'structure',
  'person',
  'project',
  'kind',
  'competency',
  'jurisdiction',
  'theme',
  'locale',
  'lint-rule',
] as const;
export type SchemaName = (typeof schemaNames)[number];

interface Definitions {
  definitions?: Partial<Record<string, { enum?: readonly string[] }>>;
}

/** The text of a schema. An editor then offers the ids of the shelf, those of the project among them. */
export function schemaText(name: SchemaName, { shelf, library }: Desk): string {
  const schema = JSON.parse(shelf.own.readText(`schemas/${name}.schema.json`)) as Definitions;
  const { jurisdiction, layout } = schema.definitions ?? {};
  if (jurisdiction) jurisdiction.enum = library.jurisdictions();
  if (layout) layout.enum = idsIn(shelf, 'themes');
  return `${JSON.stringify(schema, null, 2)}\n`;
}
