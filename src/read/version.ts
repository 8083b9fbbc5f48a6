/** Which version of our files a file is written for: the key `schema` of those that people write. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SchemaName } from './schema.js';
import { isRecord } from './schema-walk.js';
import type { YamlData } from './yaml-data.js';

/** The version that is read. */
export const currentVersion = 2;

/** The files that say their version; all others are as they were in version 1. */
const versioned: ReadonlySet<SchemaName> = new Set(['role', 'overlay', 'organisation', 'structure', 'person', 'kind', 'project']);

/** The version of data: a whole number of their key `schema`, 1 where they have none; null when something else stands there. */
export function versionOf(data: Record<string, unknown>): number | null {
  const { schema = 1 } = data;
  return typeof schema === 'number' && Number.isInteger(schema) && schema > 0 ? schema : null;
}

interface Versioned extends Pick<YamlData, 'data' | 'locate'> {
  /** What diagnostics call it. */
  file: string;
}

/** Why a file of another version is not read: nothing that the schema of this one finds in it would help. Null for all others. */
export function versionProblem({ data, file, locate }: Versioned, schema: SchemaName): Diagnostic | null {
  if (!versioned.has(schema) || !isRecord(data)) return null;
  const version = versionOf(data);
  if (version === null || version === currentVersion) return null;
  const code = version < currentVersion ? 'schema-version-old' : 'schema-version-new';
  return diagnostic(code, { file, version, current: currentVersion }, locate(Object.hasOwn(data, 'schema') ? '/schema' : ''));
}
