/** The blank paper: what binds everybody who signs it, and nothing of one person, one day or one copy. */
import { madeOnce } from '../content/content.js';
import { superiorsOf } from '../organisation/superior.js';
import type { Superior } from '../organisation/superior.js';
import type { Department, Organisation, OrganisationPost } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import type { Role } from '../role/role.generated.js';

/** For whom a paper is made. */
export interface Addressed {
  role: Role;
  organisation: Organisation | null;
  person: Person | null;
  date: string | null;
  /** A department by its id in the organisation, where the person does not name one. */
  department?: string | null;
}

/** The same with what is no longer to be read from the organisation. */
export interface Blank extends Addressed {
  superiors: readonly Superior[];
  logo: null;
}

/**
 * The same paper for nobody yet. Its department stays where it is one of the organisation’s, since that is a term of the
 * work, and so does the post to which the holder reports there; facts of the person go, the department that only the
 * person’s file names among them.
 */
export function blankOf({ role, organisation, person, department }: Addressed): Blank {
  const named = organisation?.departments?.some(({ id }) => id === person?.department) ? (person?.department as string) : null;
  return {
    role: unnumbered(role),
    organisation: organisation && positionOf(termsOnce(organisation), role),
    person: null,
    date: null,
    department: named ?? department ?? null,
    superiors: superiorsOf(role, { organisation, person: null, department: named ?? department ?? null })
      .slice(0, 1)
      .map((superior) => ({ ...superior, holder: null })),
    logo: null,
  };
}

/**
 * A role by any name and version: people sign what it says, not what its file is called. Made once, since a role that is not known
 * is copied and digested for each of its papers: that took half of the time of a comparison.
 */
const unnumbered = madeOnce((role: Role): Role => ({ ...role, id: '', version: '' }));

/** Of the positions only that of the role, under the name that the role has on a blank paper. */
function positionOf(terms: Organisation, { id }: Role): Organisation {
  const own = terms.positions?.[id];
  return own ? { ...terms, positions: { '': own } } : withoutPositions(terms);
}

const withoutPositions = madeOnce((terms: Organisation): Organisation => without(terms, ['positions']));

/**
 * What an organisation says as terms: its names and place, the titles of its posts, its departments, the form of its
 * documents, its usual contract and probation. Who holds a post, signs or approves, how papers are numbered and what
 * they look like is left out; whatever is not known to be such counts.
 */
export function termsOf(organisation: Organisation): Organisation {
  const { posts, departments, ...rest } = without(organisation, [
    'brand',
    'logo',
    'layout',
    'qr',
    'numbering',
    'signatories',
    'approval',
    'calendar',
  ]);
  return {
    ...rest,
    ...(posts && { posts: Object.fromEntries(Object.entries(posts).map(([id, post]) => [id, withoutHolder(post)])) }),
    ...(departments && { departments: departments.map((one): Department => without(one, ['head', 'overlays'])) }),
  };
}

const termsOnce = madeOnce(termsOf);

const withoutHolder = (post: OrganisationPost): OrganisationPost => without(post, ['holder', 'holderGender', 'holderForms']);

const without = <T extends object, K extends keyof T>(record: T, keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<T, K>;
