/** What all documents of a batch have in common, as plain data that threads can be handed. */
import type { Locale } from '../../document/document.js';
import type { JurisdictionId } from '../../law/jurisdiction.js';
import type { Organisation } from '../../organisation/organisation.generated.js';
import type { Person } from '../../person/person.generated.js';
import type { Format, Job } from '../../press/press.js';
import type { Role } from '../../role/role.generated.js';
import type { PdfProfile } from '../../write/pdf/profile.js';

export interface Setup {
  /** By the role and the department that has its own version of it. */
  roles: Record<string, Role>;
  organisation: Organisation | null;
  logo: Job['logo'];
  date: string | null;
  /** Whether documents without a date bear the first day of work of the person. */
  dateOfHire?: boolean;
  fingerprint: boolean;
  /** Null for that of the organisation, else brief. */
  detail?: Job['detail'];
  profile: PdfProfile;
  flat: boolean;
  /** The bytes of the company's Word document. */
  reference: Uint8Array | null;
  /** The language of messages. */
  language: Locale;
  /** The folder of the project in the file system; null where there is none. */
  project: string | null;
  /** A mark of all that the project has of its own; null where there is none. */
  shelf: string | null;
  /** The folder of the file system that documents go to; null when nothing is to be written. */
  out: string | null;
}

/** A document to be made for a person. */
export interface Order {
  /** The id of the kind. */
  kind: string;
  locale: Locale;
  jurisdiction: JurisdictionId;
  format: Format;
  /** The name of its file. */
  name: string;
}

/** The documents of one row. */
export interface Task {
  row: number;
  /** A key of the roles in the setup. */
  role: string;
  person: Person;
  /** As the position of the person sees it; without it that of the setup is meant. */
  organisation?: Organisation | null;
  /** Relative to the output folder. */
  folder: string;
  orders: readonly Order[];
}
