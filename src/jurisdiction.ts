/** A country's law and paper, as `jurisdictions/*.yaml` hold it. Language and law combine freely. */
import type { Locale } from './document.js';
import type { Jurisdiction as JurisdictionId, Liability } from './role/role.generated.js';

export type { JurisdictionId };

type Words = Record<Locale, string>;

export interface Jurisdiction {
  id: JurisdictionId;
  name: Words;
  /** Id of the layout profile that documents have unless the organisation names another. */
  layout: string;
  /** BCP 47 tag of each language as this country writes it. */
  languages: Record<Locale, string>;
  limits: { probationMonths: { general: number | null; topManagement: number | null } };
  laws: LawReference[];
  /** What the law adds to a responsibility of a kind, printed after its text. */
  responsibility: Partial<Record<Liability['kind'], LegalText>>;
  /** Printed once after the list of responsibilities. */
  liabilityNotes: LegalText[];
  /** Closing provisions by the legal form of the document. */
  final: Record<DocumentForm, (LegalText & { id: string })[]>;
  /** The line above the employee's signature: an ICU phrase with `gender`. */
  acknowledgement: Record<DocumentForm, Words>;
  /** What the law wants to be said where a mentor is named. */
  mentorNote: LegalText | null;
}

export type DocumentForm = 'annex' | 'local-act';

export interface LegalText {
  /** Id of the law reference that the text rests on; null when it is custom. */
  law: string | null;
  text: Words;
}

export interface LawReference {
  id: string;
  citation: string;
  about: string;
  address: string | null;
  /** When the reference was last compared with its source, YYYY-MM or YYYY-MM-DD; null when nobody has yet. */
  checked: string | null;
}
