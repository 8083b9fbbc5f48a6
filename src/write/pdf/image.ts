/** Images, read and unpacked before painting, so that painting itself never waits. */
import { inflateSync } from 'node:zlib';
import { diagnostic, Refusal } from '../../diagnostic/diagnostic.js';
import type { ImageBox, Layout } from '../../layout/page.js';
import { keepPixels, pixelsOf } from './insides.js';
import type { Kit, KitImage } from './insides.js';
import { makeOpaque } from './opaque.js';

/**
 * The images of a layout by their bytes; an image that is used twice is written once. Where the file may hold nothing
 * transparent, they are made `opaque`. Rejects with a Refusal when one is damaged or has colours (CMYK) that the file's
 * colour profile does not cover.
 */
export async function readyImages(layout: Layout, kit: Kit, opaque: boolean): Promise<Map<Uint8Array, KitImage>> {
  const images = new Map<Uint8Array, KitImage>();
  for (const { boxes } of layout.pages) {
    for (const box of boxes) if (box.type === 'image' && !images.has(box.data)) images.set(box.data, await readyImage(box, kit, opaque));
  }
  return images;
}

async function readyImage(box: ImageBox, kit: Kit, opaque: boolean): Promise<KitImage> {
  const image = openImage(box, kit);
  const { image: png } = image;
  if (!png) {
    if (image.colorSpace === 'DeviceCMYK') refuse(box, 'cmyk');
    return image;
  }
  if (png.hasAlphaChannel || png.transparency.indexed || png.interlaceMethod === 1) {
    const pixels = await pixelsOf(png);
    keepPixels(png, pixels);
    if (opaque && (png.hasAlphaChannel || png.transparency.indexed)) makeOpaque(image, png, pixels);
  }
  return image;
}

function openImage(box: ImageBox, kit: Kit): KitImage {
  try {
    const image = kit.openImage(box.data);
    // pdfkit would meet damaged pixels only in a callback, where nobody can catch the error.
    if (image.image) inflateSync(image.image.imgData);
    return image;
  } catch {
    return refuse(box, 'damaged');
  }
}

function refuse(box: ImageBox, reason: string): never {
  const text = typeof box.mark === 'string' ? '' : (box.mark.facts.alt ?? '');
  throw new Refusal([diagnostic('image-unusable', { reason, text })]);
}
