/** The list on which all who hold a post sign for its description. */
import type { Role } from '../role/role.generated.js';
import { employeeView } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/** Lines of a list that nobody has filled: about a page of them. */
const linesOfForm = 12;
/** Lines left for people who come later. */
const spareLines = 3;

/** A line for each of `people`, or for the person of the paper, and empty ones below. */
export function holdersView(role: Role, parties: Parties, wording: Wording) {
  const holders = parties.people ?? (parties.person ? [parties.person] : []);
  const rows = holders.map((person, at) => {
    const { fullName, department } = employeeView({ ...parties, person }, role, wording);
    return { id: `holder-${at + 1}`, number: String(at + 1), fullName, post: wording.title.bare, department };
  });
  const empty = Array.from({ length: rows.length === 0 ? linesOfForm : spareLines }, (_, at) => {
    const number = rows.length + at + 1;
    return { id: `empty-${number}`, number: String(number) };
  });
  return { rows, empty };
}
