/** JPEG files, segment by segment (ITU-T T.81, annex B). Their pixels stay packed. */
import type { Orientation } from '../document/document.js';
import { notesOf, orientationIn } from './exif.js';
import { mostPixels } from './facts.js';
import type { Picture, PictureFault } from './facts.js';

const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;
/** Frames that everybody can unpack: baseline, extended, progressive. */
const usualFrames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Tables stand among the codes of frames. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !tables.has(marker);
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** Without a length and content: restarts inside a scan, and a sign that means nothing. */
const standsAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

const exif = 'Exif\0\0';
const beginsWith = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;

/** What programs write about colours: JFIF, the profile, Adobe’s transformation. All else of theirs is about other matters. */
const aboutColours = (marker: number, content: Uint8Array): boolean =>
  marker === 0xe0 ? beginsWith(content, 'JFIF\0') : marker === 0xe2 ? beginsWith(content, 'ICC_PROFILE\0') : marker === 0xee;

export function readJpeg(data: Uint8Array): Picture | PictureFault {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const kept: Uint8Array[] = [data.subarray(0, 2)];
  let frame: Pick<Picture, 'width' | 'height' | 'colors'> | null = null;
  let orientation: Orientation = 1;
  let scans = 0;
  for (let at = 2; at + 2 <= data.length; ) {
    if (data[at] !== 0xff) return 'damaged';
    const marker = data[at + 1] ?? 0;
    // Any number of these may stand before a code.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      if (!frame || scans === 0) return 'damaged';
      // What cameras put behind the end, such as smaller pictures and positions, stays away.
      kept.push(data.subarray(at, at + 2));
      const lying = orientation >= 5;
      const [width, height] = lying ? [frame.height, frame.width] : [frame.width, frame.height];
      return { format: 'jpeg', width, height, orientation, colors: frame.colors, data: new Uint8Array(Buffer.concat(kept)) };
    }
    const begin = at;
    at += 2;
    if (standsAlone(marker)) continue;
    if (at + 2 > data.length) return 'damaged';
    const length = view.getUint16(at);
    const content = data.subarray(at + 2, at + length);
    at += length;
    if (length < 2 || at > data.length) return 'damaged';
    if (isFrame(marker)) {
      const found = frameIn(marker, content);
      if (typeof found === 'string') return found;
      frame = found;
    }
    if (marker === 0xe1 && beginsWith(content, exif)) orientation = orientationIn(content.subarray(exif.length));
    if (marker === startOfScan) {
      if (!frame) return 'damaged';
      scans += 1;
      at = endOfScan(data, at);
    }
    if (marker !== comment && (!isApplication(marker) || aboutColours(marker, content))) kept.push(data.subarray(begin, at));
  }
  return 'damaged';
}

/** Facts of a frame: bits of a sample, height, width, components. */
function frameIn(marker: number, content: Uint8Array): Pick<Picture, 'width' | 'height' | 'colors'> | PictureFault {
  if (content.length < 6) return 'damaged';
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [bits, height, width, colors] = [view.getUint8(0), view.getUint16(1), view.getUint16(3), view.getUint8(5)];
  if (width === 0 || height === 0) return 'damaged';
  if (!usualFrames.has(marker) || bits !== 8 || (colors !== 1 && colors !== 3 && colors !== 4)) return 'coding';
  return width * height > mostPixels ? 'pixels' : { width, height, colors };
}

/** Where the next code stands behind the data of a scan, in which 0 follows every byte that could be taken for one. */
function endOfScan(data: Uint8Array, from: number): number {
  for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  return data.length;
}

/** The file of a picture that was read, with a note of how it is to be turned. */
export function withOrientation(data: Uint8Array, orientation: Orientation): Uint8Array {
  const notes = Buffer.concat([Buffer.from(exif, 'latin1'), notesOf(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, notes.length + 2]);
  // Behind the segment of JFIF, which has to be the first.
  const first = data[3] === 0xe0 ? 4 + (((data[4] ?? 0) << 8) | (data[5] ?? 0)) : 2;
  return new Uint8Array(Buffer.concat([data.subarray(0, first), head, notes, data.subarray(first)]));
}
