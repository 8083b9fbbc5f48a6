/** Why a change that no signed paper shows is there at all, as far as its name tells. */
import type { Immaterial } from './change.js';

/** No template can print them: a paper is the same whatever they say. */
const inert: ReadonlySet<string> = new Set(['$schema', 'schema', 'id', 'version', 'languages', 'source', 'sources', 'synonyms']);

/** What helps papers to be made, and stands in them only through something else. */
const auxiliary: ReadonlySet<string> = new Set(['forms', 'titleForms', 'share', 'measures', 'prepares']);

/** Posts are printed only where something refers to them. */
const auxiliarySections: ReadonlySet<string> = new Set(['posts']);

/** Whether no paper has to be read to know that a field, or a part of the role, is in none. */
export const isInert = (field: string): boolean => inert.has(field);

/** Of a field, or of a part of the role, by its path. */
export const fieldReason = (field: string): Immaterial | null =>
  isInert(field) || field.split('/').some((name) => auxiliary.has(name)) ? 'metadata' : null;

/** Of an entry that came or went. */
export const presenceReason = (section: string): Immaterial | null => (auxiliarySections.has(section) ? 'metadata' : null);
