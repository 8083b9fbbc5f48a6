/** The folder of each person: by department and name, the same in every run, and never that of somebody else. */
import type { Person, PersonName } from '../person/person.generated.js';
import { digestOf } from '../content/digest.js';
import { nameKey, pathName } from './path-name.js';

/** Characters; with the names of the documents the whole path stays within what Windows opens. */
const longest = { department: 40, person: 60 };

/** Files that stand beside the folders of departments. */
const ours = /^(manifest\.json|failed(-\d+)?\.csv|documents(-\d+)?\.zip)$/i;

export interface FolderOptions {
  /** What stands for the department of those who have none. */
  noDepartment: string;
  /** The name of a department for people, by what the person says. */
  department(named: string): string;
  latin: ((text: string) => string) | null;
}

export interface Folders {
  /** The folder of the person, `department/person`; two people whose folders would have one name get numbers by the order of asking. */
  of(person: Person): string;
}

/** What tells people apart: names and numbers, not what may change with the work. */
export function identityOf({ name, personnelNumber, email, hireDate }: Person): string {
  const folded = JSON.parse(JSON.stringify(name).normalize('NFC').toLowerCase()) as unknown;
  // Without a number the first day of work tells apart two people of one name.
  return digestOf([folded, personnelNumber ?? [email?.toLowerCase() ?? null, hireDate ?? null]], 12);
}

/** `held` are folders of earlier runs with the identity of the person they belong to. */
export function createFolders(held: Iterable<readonly [folder: string, identity: string]>, options: FolderOptions): Folders {
  const owners = new Map<string, string>();
  const homes = new Map<string, string>();
  const home = (department: string, identity: string): string => `${nameKey(department)}/${identity}`;
  for (const [folder, identity] of held) {
    owners.set(nameKey(folder), identity);
    homes.set(home(folder.split('/')[0] ?? '', identity), folder);
  }

  return {
    of(person) {
      const identity = identityOf(person);
      const named = pathName(typeof person.department === 'string' ? options.department(person.department) : options.noDepartment, {
        longest: longest.department,
        latin: options.latin,
      });
      const department = ours.test(named) ? `_${named}` : named;
      const ready = homes.get(home(department, identity));
      if (ready !== undefined) return ready;
      const wanted = pathName(titleOf(person), { longest: longest.person, latin: options.latin });
      for (let number = 1; ; number += 1) {
        const folder = `${department}/${number === 1 ? wanted : `${wanted} (${number})`}`;
        const owner = owners.get(nameKey(folder));
        if (owner !== undefined && owner !== identity) continue;
        owners.set(nameKey(folder), identity);
        homes.set(home(department, identity), folder);
        return folder;
      }
    },
  };
}

/** Surname first, so that a folder of people is in the order of their names: «Иванова Анна Петровна 00042», “Vries, Jan de”. */
function titleOf({ name, personnelNumber }: Person): string {
  const { last, first, middle, particle, initials } = partsOf(name);
  const given = [first ?? initials, middle, particle].filter(Boolean).join(' ');
  const sign = /\p{Script=Cyrillic}/u.test(last) ? '' : ',';
  return [given === '' ? last : `${last}${sign} ${given}`, personnelNumber].filter(Boolean).join(' ');
}

const partsOf = (name: Person['name']): PersonName => ('last' in name ? name : (name.ru ?? name.en ?? name.nl ?? { last: '' }));
