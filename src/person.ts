/** The person who receives the documents, read from one file. */
import type { Person } from './person.generated.js';
import { readData } from './read/data.js';
import type { Kind, Reading } from './read/data.js';
import type { Workspace } from './workspace.js';

export const personKind: Kind = { schema: 'person', rules: [] };

/** Reads and checks a file about one person. Never throws; all problems come in one run, in the order of the file. */
export const readPerson = (workspace: Workspace, path: string): Reading<Person> => readData<Person>(workspace, path, personKind);
