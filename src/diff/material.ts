/** Which changes people must sign again for. What is not known to be harmless counts as material. */
import type { Immaterial } from './change.js';

/** No document prints them as a term of the work. */
const metadata: ReadonlySet<string> = new Set([
  '$schema',
  'id',
  'version',
  'languages',
  'source',
  'sources',
  'synonyms',
  'forms',
  'titleForms',
  'share',
  'measures',
  'prepares',
]);

/** Posts are terms only where something refers to them, and that is a change of its own. */
const metadataSections: ReadonlySet<string> = new Set(['posts']);

/** Lists whose order is a term: what is done first, whose turn it is. */
const ordered: ReadonlySet<string> = new Set([
  'procedures/steps',
  'onboarding/stages',
  'onboarding/stages/steps',
  'onboarding/stages/checks',
  'onboarding/mentor/sources',
]);

/** Of a field, or of a part of the role, by its path. */
export const fieldReason = (field: string): Immaterial | null => (field.split('/').some((name) => metadata.has(name)) ? 'metadata' : null);

/** Of an entry that came or went. */
export const presenceReason = (section: string): Immaterial | null => (metadataSections.has(section) ? 'metadata' : null);

/** Of an entry that took another place in the list it was in. */
export const orderReason = (section: string): Immaterial | null => (ordered.has(section) ? null : 'order');
