/** `rolewright schema`: the JSON Schema of a file, for editors and other programs. */
import { schemaText } from '../desk/schemas.js';
import type { SchemaName } from '../desk/schemas.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export function schema(name: SchemaName, office: Office): ExitCode {
  office.terminal.out(schemaText(name, office));
  return exit.ok;
}
