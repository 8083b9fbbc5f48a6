/** The data that a document was made from, as a file that a PDF carries along. */
import type { Job } from '../press/press.js';
import type { Attachment } from '../write/pdf/profile.js';

/** The role of a job, with the choices that led to the document, as JSON; `description` says what the file is. */
export function roleData({ role, kind, locale, jurisdiction }: Job, description: string): Attachment {
  const source = { role: role.id, version: role.version, kind, locale, jurisdiction, data: role };
  return {
    name: `${role.id}.json`,
    bytes: new TextEncoder().encode(`${JSON.stringify(source, sorted, 2)}\n`),
    description,
    mime: 'application/json',
  };
}

/** The same data gives the same bytes, in whatever order it was written down. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
