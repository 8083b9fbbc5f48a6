/** `rolewright schema`: the JSON Schema of a file, for editors and other programs. */
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export const schemaNames = ['role', 'overlay', 'organisation', 'person', 'project'] as const;
export type SchemaName = (typeof schemaNames)[number];

export function schema(name: SchemaName, office: Office): ExitCode {
  office.terminal.out(office.shelf.readText(`schemas/${name}.schema.json`));
  return exit.ok;
}
