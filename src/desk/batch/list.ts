/** A list of people that a batch makes papers for, whatever it was read from. */
import type { Locale } from '../../document/document.js';
import type { JurisdictionId } from '../../law/jurisdiction.js';
import type { Columns } from '../../staff-list/columns.js';
import type { RowReading } from '../../staff-list/people.js';
import type { Sheet, SheetRow } from '../../staff-list/sheet.js';

export interface StaffList {
  /** The name of the file without its folder. */
  name: string;
  sheet: Sheet;
  columns: Columns;
  /** The language of the people, as far as their rows do not tell. */
  locale: Locale;
  jurisdiction: JurisdictionId;
  read(row: SheetRow): RowReading;
  /** The heading of the column that says what to mend. */
  reasonHeading(language: Locale): string;
}
