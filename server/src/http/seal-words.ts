/** The words of seals and signatures, for command lines and pages alike. */
import { createPhrases, ownData } from 'rolewright';
import type { Locale, Phrases, Workspace } from 'rolewright';
import { isAllowed } from '../sign/changes.js';
import type { Change } from '../sign/changes.js';

/** `own` is the folder of this package. */
export const sealPhrases = (own: Workspace, locale: Locale): Phrases => createPhrases(ownData(own, `locales/seal.${locale}.yaml`), locale);

/** What came into a file after it was signed, and whether it may. */
export const changeInWords = (change: Change, say: Phrases): string =>
  say(isAllowed(change) ? 'told.allowed' : 'told.forbidden', {
    change: say(`changes.${change.kind}`, { ...change, ...('value' in change && change.value === '' && { value: 'none' }) }),
  });

/** A time as people read it, of the one zone that needs no telling apart: `2026-11-30 09:00 UTC`. */
export const timeInWords = (time: Date): string => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
