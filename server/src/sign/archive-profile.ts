/** Which PDF/A a file says that it is (ISO 19005-1, 6.7.11). */
import { openPdf } from './read/file.js';
import { PdfFault } from './read/values.js';
import { unpacked } from './read/unpack.js';

/** Bytes; descriptions of papers have some kilobytes. */
const largest = 1 << 20;

/** The part and the level, such as `1a`; null for a file that says none, or cannot be read. */
export function archiveProfile(bytes: Uint8Array): string | null {
  try {
    const file = openPdf(bytes);
    const metadata = file.resolve(file.root.get('Metadata'));
    if (typeof metadata !== 'object' || metadata?.type !== 'stream') return null;
    const xmp = new TextDecoder().decode(unpacked(metadata, largest));
    const of = (name: string): string | undefined =>
      new RegExp(`<pdfaid:${name}>\\s*(\\w)\\s*</pdfaid:${name}>`).exec(xmp)?.[1] ?? new RegExp(`\\bpdfaid:${name}="(\\w)"`).exec(xmp)?.[1];
    const [part, level] = [of('part'), of('conformance')];
    return part === undefined || level === undefined ? null : `${part}${level.toLowerCase()}`;
  } catch (error) {
    if (error instanceof PdfFault) return null;
    throw error;
  }
}
