/** The person who receives the documents, read from one file. */
import { frozen } from '../content/content.js';
import type { Person } from './person.generated.js';
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import type { Workspace } from '../workspace/workspace.js';

export const personKind: Kind = { schema: 'person', rules: [contractHasOneTerm, contractEndsAfterItBegins] };

export interface PersonReading extends Omit<Reading<Person>, 'data'> {
  /** Null when there is any error. */
  person: Person | null;
}

/** Reads and checks a file about one person, who is frozen. Never throws; all problems come in one run, in the order of the file. */
export function readPerson(workspace: Workspace, path: string): PersonReading {
  const { data, ...rest } = readData<Person>(workspace, path, personKind);
  return { person: data && frozen(data), ...rest };
}

function contractHasOneTerm({ data }: Checked): Finding[] {
  const { kind, months, endDate } = contractOf(data);
  const terms = [months === undefined ? [] : ['months'], endDate === undefined ? [] : ['endDate']].flat();
  if (kind === 'indefinite') return terms.map((key) => finding('contract-no-term', `/contract/${key}`, {}, { side: 'key' }));
  return terms.length > 1 ? [finding('contract-two-terms', '/contract/months', {}, { side: 'key' })] : [];
}

function contractEndsAfterItBegins({ data }: Checked): Finding[] {
  const { endDate } = contractOf(data);
  const hireDate = isRecord(data) ? data.hireDate : undefined;
  if (typeof endDate !== 'string' || typeof hireDate !== 'string' || endDate >= hireDate) return [];
  return [finding('contract-ends-early', '/contract/endDate', { end: endDate, begin: hireDate })];
}

function contractOf(data: unknown): Record<string, unknown> {
  const contract = isRecord(data) ? data.contract : null;
  return isRecord(contract) ? contract : {};
}
