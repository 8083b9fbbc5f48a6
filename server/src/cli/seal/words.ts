/** The words of `rolewright seal` and `rolewright verify`. */
import { createPhrases, ownData } from 'rolewright';
import type { Locale, Phrases } from 'rolewright';
import type { Counter } from '../counter.js';

/** In a language, that of the user when none is named. */
export const phrasesOf = ({ own, language }: Counter, locale: Locale = language): Phrases =>
  createPhrases(ownData(own, `locales/seal.${locale}.yaml`), locale);

/** A time as people read it, of the one zone that needs no telling apart: `2026-11-30 09:00 UTC`. */
export const timeInWords = (time: Date): string => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The time that a PDF names (ISO 32000-1, 7.9.4), `D:20261130120000+03'00'`; null for what is none. */
export function pdfTime(written: string): Date | null {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?(?:\d\d)?)?/.exec(written);
  if (!parts) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = parts;
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)'?(\d\d)?/.exec(zone) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** A code as a phrase may choose by it: ICU has no hyphens there. */
export const selector = (code: string): string => code.replaceAll('-', '_');
