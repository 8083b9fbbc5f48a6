/** The table at the end of `generate`: a line for each role and kind of document. */
import type { Phrases } from '../language/phrases.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import type { Format } from '../press/press.js';

export interface MadeFile {
  path: string;
  role: string;
  /** All whose paper it is, where one is for several. */
  roles?: readonly string[];
  /** The id of the kind. */
  kind: string;
  locale: Locale;
  jurisdiction: JurisdictionId;
  format: Format;
  bytes: number;
  /** Known for PDF only. */
  pages: number | null;
}

/** `named` has the name of a kind in the language of the reader. */
export function summaryTable(files: readonly MadeFile[], say: Phrases, named: (kind: string) => string): string {
  const groups = new Map<string, MadeFile[]>();
  for (const file of files) {
    const key = `${file.role} ${file.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const rows = [...groups.values()].map((group) => [
    group[0] ? roleOf(group[0]) : '',
    named(group[0]?.kind ?? ''),
    distinct(group.map((file) => file.locale)),
    distinct(group.map((file) => file.format)),
    group
      .filter((file) => file.pages !== null)
      .map((file) => file.pages)
      .join(' '),
    String(Math.round(group.reduce((sum, file) => sum + file.bytes, 0) / 1024)),
  ]);
  const header = ['role', 'kind', 'locale', 'format', 'pages', 'size'].map((column) => say(`generate.${column}`));
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === cells.length - 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ');
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].map((row) => row.trimEnd()).join('\n');
}

/** Of several roles the first, and how many more. */
const roleOf = ({ role, roles = [] }: MadeFile): string => (roles.length > 1 ? `${role} +${roles.length - 1}` : role);

const distinct = (values: readonly string[]): string => [...new Set(values)].join(' ');
