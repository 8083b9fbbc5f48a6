/** Pictures as files have them: what their headers say, before anything is unpacked, and the same file without what nobody means to hand on. */
import type { Picture, PictureFault } from './facts.js';
import { readJpeg } from './jpeg.js';
import { readPng } from './png.js';

/** Bytes of a file that somebody says is a picture. A PNG is unpacked once, to know that all of it is there. */
export function readPicture(data: Uint8Array): Picture | PictureFault {
  if (data[0] === 0xff && data[1] === 0xd8) return readJpeg(data);
  const png = readPng(data);
  if (typeof png === 'string') return png;
  const { width, height, colors, clean } = png;
  return { format: 'png', width, height, orientation: 1, colors, data: clean };
}
