/** The sheet on which people sign for what they have read: which documents, in which version, and who. */
import type { Role } from '../role/role.generated.js';
import { employeeView } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export interface ReadDocument {
  id: string;
  name: string;
  /** What tells this version from another; null where it is written in by hand. */
  version: string | null;
}

/** Rows left for what only the organisation knows. */
const emptyRows = 4;

/**
 * One row for each person and document: for the person of the document, for all of `people` where a list is wanted, or for
 * nobody yet. A list of several people has no empty rows.
 */
export function acquaintanceView(role: Role, parties: Parties, wording: Wording, number: string | null) {
  const readers = parties.people ?? [parties.person];
  const documents = documentsOf(role, wording, number);
  const several = readers.length > 1;
  const rows = readers.flatMap((person, at) => {
    const { fullName, departmentTitle } = employeeView({ ...parties, person }, role, wording);
    return documents.map((document) => ({
      id: several ? `${document.id}-${at + 1}` : document.id,
      document,
      fullName,
      post: fullName === null ? null : wording.title.bare,
      department: fullName === null ? null : departmentTitle,
    }));
  });
  return {
    several,
    rows: rows.map((row, at) => ({ ...row, number: String(at + 1) })),
    empty: several ? [] : Array.from({ length: emptyRows }, (_, at) => ({ id: `empty-${at + 1}`, number: String(rows.length + at + 1) })),
  };
}

/** The papers of the role that are made from it, and those that the employers of the country have. */
function documentsOf(role: Role, wording: Wording, number: string | null): ReadDocument[] {
  const { phrase, title, jurisdiction, locale } = wording;
  const own = (id: string, key: string, numbered: string | null): ReadDocument => ({
    id,
    name: phrase(`${key}.full`, { title: title.titleOf }),
    version: phrase('acquaintance.version', { version: role.version, number: numbered ?? 'none' }),
  });
  return [
    own('read-description', 'job-description', number),
    ...(role.onboarding ? [own('read-checklist', 'checklist', null)] : []),
    ...(role.kpis && role.kpis.length > 0 ? [own('read-scorecard', 'scorecard', null)] : []),
    ...jurisdiction.policies.map(({ id, text }) => ({ id, name: text[locale], version: null })),
  ];
}
