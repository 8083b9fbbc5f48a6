/**
 * Rights, as data: what each role in the service may do. A role holds for all of the organisation or for some of its departments.
 * Whoever administers accounts has no right to papers of people by that.
 */

/** What can be allowed. `read` before a dot sees, the others change. */
export const rights = [
  'people.read',
  'people.change',
  'roles.read',
  'proposals.read',
  'proposals.make',
  'proposals.decide',
  'documents.read',
  'documents.issue',
  'requests.read',
  'requests.make',
  'answers.record',
  'register.read',
  'journal.read',
  'events.read',
  'exports.make',
  'register.verify',
  'accounts.manage',
  'audit.read',
  'service.manage',
] as const;
export type Right = (typeof rights)[number];

/** Who works in the service. */
export const roles = ['hr', 'head', 'approver', 'reader', 'administrator'] as const;
export type AccessRole = (typeof roles)[number];

const reads = ['people.read', 'roles.read', 'proposals.read', 'documents.read', 'requests.read', 'register.read', 'journal.read'] as const;

export const rightsOf: { readonly [R in AccessRole]: readonly Right[] } = {
  hr: [
    ...reads,
    ...(['people.change', 'proposals.make', 'documents.issue', 'requests.make', 'answers.record'] as const),
    ...(['events.read', 'exports.make', 'register.verify'] as const),
  ],
  head: [...reads, 'proposals.make', 'requests.make'],
  approver: ['roles.read', 'proposals.read', 'proposals.decide'],
  reader: reads,
  administrator: ['accounts.manage', 'audit.read', 'register.verify', 'service.manage'],
};

/** What is nothing or all of the service: accounts, what was read, and the events are of no department. */
const undivided: readonly Right[] = ['accounts.manage', 'audit.read', 'register.verify', 'service.manage', 'events.read'];

/** For all departments, or for those that are named. */
export type Reach = 'everywhere' | readonly string[];

/** Both together. */
export const widest = (one: Reach, other: Reach): Reach =>
  one === 'everywhere' || other === 'everywhere' ? 'everywhere' : [...new Set([...one, ...other])];

/** Where both hold. */
export const narrowest = (one: Reach, other: Reach): Reach =>
  one === 'everywhere' ? other : other === 'everywhere' ? one : one.filter((department) => other.includes(department));

/** Whether something of a department is within reach; what belongs to no department is for those who see everything. */
export const reaches = (reach: Reach, department: string | null): boolean =>
  reach === 'everywhere' || (department !== null && reach.includes(department));

export interface Granted {
  readonly role: AccessRole;
  /** Null: all of the organisation. */
  readonly department: string | null;
}

/** Whether a role can be granted for all of the organisation alone. */
export const isUndivided = (role: AccessRole): boolean => rightsOf[role].every((right) => undivided.includes(right));

/** How far a right goes, once it is known for which departments it was granted; null where that is not far enough for it. */
export const reachWithin = (right: Right, reach: Reach | null): Reach | null =>
  reach !== 'everywhere' && undivided.includes(right) ? null : reach;

/** How far a right goes by all that is granted; null where it is not there. */
export function reachOf(right: Right, granted: readonly Granted[]): Reach | null {
  let reach: Reach | null = null;
  for (const { role, department } of granted) {
    if (!rightsOf[role].includes(right)) continue;
    const own: Reach = department === null ? 'everywhere' : [department];
    reach = reach === null ? own : widest(reach, own);
  }
  return reachWithin(right, reach);
}
