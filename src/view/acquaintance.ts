/** The sheet on which people sign for what they have read: which documents, in which version, and who. */
import { formatDate } from '../language/dates.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Role } from '../role/role.generated.js';
import { editionOf } from './edition.js';
import { employeeView, languageTag, numbered } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export interface ReadDocument {
  id: string;
  name: string;
  /** Whether it is an act with a date of its own, so that one that is not known is written in by hand. */
  act: boolean;
  /** What tells this version from another; null where it is written in by hand. */
  version: string | null;
  /** Date and number as far as they are known; null where they are written in by hand. */
  dated: string | null;
  /** Whether its number, where such papers have one, is among that. */
  numbered: boolean;
}

/** Date and number of the job description; null where they are not known. */
interface Registration {
  date: string | null;
  number: string | null;
}

/** Rows left where the organisation does not say what it has to read, among it what the description names. */
const emptyRows = 3;

/**
 * One row for each person and document: for the person of the document, for all of `people` where a list is wanted, or for
 * nobody yet. A list of several people has no empty rows.
 */
export function acquaintanceView(role: Role, parties: Parties, wording: Wording, registration: Registration) {
  const readers = parties.people ?? [parties.person];
  const documents = [
    ...papersOf(role, wording, registration, parties.description ?? numbered),
    ...policiesOf(parties.organisation, wording),
  ];
  const several = readers.length > 1;
  const rows = readers.flatMap((person, at) => {
    const { fullName, department } = employeeView({ ...parties, person }, role, wording);
    return documents.map((document) => ({
      id: several ? `${document.id}-${at + 1}` : document.id,
      document,
      fullName,
      post: fullName === null ? null : wording.title.bare,
      department: fullName === null ? null : department,
    }));
  });
  const [only = null] = readers;
  return {
    gender: several ? 'other' : employeeView({ ...parties, person: only }, role, wording).gender,
    rows: rows.map((row, at) => ({ ...row, number: String(at + 1) })),
    empty:
      several || parties.organisation?.policies
        ? []
        : Array.from({ length: emptyRows }, (_, at) => ({ id: `empty-${at + 1}`, number: String(rows.length + at + 1) })),
  };
}

/** The papers that are made from the role. */
function papersOf(role: Role, wording: Wording, { date, number }: Registration, description: string): ReadDocument[] {
  const { phrase, title, jurisdiction } = wording;
  const own = (id: string, key: string, numbered: string | null): ReadDocument => ({
    id,
    name: phrase(`${key}.full`, { title: title.titleOf }),
    act: true,
    version: phrase('acquaintance.version', { version: editionOf(role.version) }),
    dated:
      date === null && numbered === null ? null : phrase('acquaintance.dated-act', { date: date ?? 'none', number: numbered ?? 'none' }),
    numbered: numbered !== null,
  });
  // Only the description has the date and the number of this sheet’s organisation for certain.
  const undated = (id: string, key: string): ReadDocument => ({ ...own(id, key, null), dated: null });
  return [
    own('read-description', description, number),
    ...(jurisdiction.handbookAcknowledged && hasHandbook(role) ? [undated('read-handbook', 'handbook')] : []),
    // A checklist is nobody’s act: its version alone tells which one it is.
    ...(role.onboarding ? [{ ...undated('read-checklist', 'checklist'), act: false }] : []),
    ...(role.kpis && role.kpis.length > 0 ? [undated('read-scorecard', 'scorecard')] : []),
  ];
}

/** What the organisation has; where it does not say so, what the law of the country makes everybody have: nobody signs for what there may not be. */
function policiesOf(organisation: Organisation | null, wording: Wording): ReadDocument[] {
  const { phrase, jurisdiction, locale } = wording;
  const tag = languageTag(wording);
  if (!organisation?.policies)
    return jurisdiction.policies.map(({ id, text }) => ({
      id,
      name: text[locale],
      act: true,
      version: null,
      dated: null,
      numbered: false,
    }));
  return organisation.policies.map(({ name, number, date }, at) => ({
    id: `policy-${at + 1}`,
    name: wording.say(name),
    act: true,
    version: null,
    dated:
      number === undefined && date === undefined
        ? null
        : phrase('acquaintance.dated-act', { date: date ? formatDate(date, locale, 'long', tag) : 'none', number: number ?? 'none' }),
    numbered: number !== undefined,
  }));
}

const hasHandbook = ({ procedures, tables, serviceLevels, reports }: Role): boolean =>
  [procedures, tables, serviceLevels, reports].some((list) => (list ?? []).length > 0);
