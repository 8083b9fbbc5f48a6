/** The sheet on which people sign for what they have read: which documents, in which version, and who. */
import { editionOf } from './edition.js';
import type { Role } from '../role/role.generated.js';
import { employeeView, numbered } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export interface ReadDocument {
  id: string;
  name: string;
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

/** Rows left for the regulations of the organisation that only it knows, among them those that the description names. */
const emptyRows = 3;

/**
 * One row for each person and document: for the person of the document, for all of `people` where a list is wanted, or for
 * nobody yet. A list of several people has no empty rows.
 */
export function acquaintanceView(role: Role, parties: Parties, wording: Wording, registration: Registration) {
  const readers = parties.people ?? [parties.person];
  const documents = documentsOf(
    role,
    wording,
    registration,
    readers.some((reader) => reader !== null),
    parties.description ?? numbered,
  );
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
    empty: several ? [] : Array.from({ length: emptyRows }, (_, at) => ({ id: `empty-${at + 1}`, number: String(rows.length + at + 1) })),
  };
}

/**
 * The papers of the role that are made from it, and those that the employers of the country have. What only some of them
 * have is in blank sheets only: nobody signs for what there may not be, and there are empty rows.
 */
function documentsOf(role: Role, wording: Wording, { date, number }: Registration, personal: boolean, description: string): ReadDocument[] {
  const { phrase, title, jurisdiction, locale } = wording;
  const own = (id: string, key: string, numbered: string | null): ReadDocument => ({
    id,
    name: phrase(`${key}.full`, { title: title.titleOf }),
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
    ...(role.onboarding ? [undated('read-checklist', 'checklist')] : []),
    ...(role.kpis && role.kpis.length > 0 ? [undated('read-scorecard', 'scorecard')] : []),
    ...jurisdiction.policies
      .filter(({ ifAny }) => !(ifAny && personal))
      .map(({ id, text }) => ({ id, name: text[locale], version: null, dated: null, numbered: false })),
  ];
}

const hasHandbook = ({ procedures, tables, serviceLevels, reports }: Role): boolean =>
  [procedures, tables, serviceLevels, reports].some((list) => (list ?? []).length > 0);
