/** The times that PDF files name. */

/** The time that a PDF names (ISO 32000-1, 7.9.4), `D:20261130120000+03'00'`; null for what is none. */
export function pdfTime(written: string): Date | null {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?(?:\d\d)?)?/.exec(written);
  if (!parts) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = parts;
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)'?(\d\d)?/.exec(zone) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  return Number.isNaN(time.getTime()) ? null : time;
}
