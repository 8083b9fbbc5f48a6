/** The person who receives the documents, read from one file. */
import { frozen } from './content.js';
import type { Person } from './person.generated.js';
import { readData } from './read/data.js';
import type { Kind, Reading } from './read/data.js';
import type { Workspace } from './workspace.js';

export const personKind: Kind = { schema: 'person', rules: [] };

export interface PersonReading extends Omit<Reading<Person>, 'data'> {
  /** Null when there is any error. */
  person: Person | null;
}

/** Reads and checks a file about one person, who is frozen. Never throws; all problems come in one run, in the order of the file. */
export function readPerson(workspace: Workspace, path: string): PersonReading {
  const { data, ...rest } = readData<Person>(workspace, path, personKind);
  return { person: data && frozen(data), ...rest };
}
