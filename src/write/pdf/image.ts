/** Images, read and unpacked before painting, so that painting itself never waits. */
import { inflateSync } from 'node:zlib';
import { diagnostic, Refusal } from '../../diagnostic.js';
import type { ImageBox, Layout } from '../../layout/page.js';
import type { Kit, KitImage } from './kit.js';

/**
 * The images of a layout by their bytes; an image that is used twice is written once. Rejects with a Refusal when one
 * is damaged or has colours (CMYK) that the file's colour profile does not cover.
 */
export async function readyImages(layout: Layout, kit: Kit): Promise<Map<Uint8Array, KitImage>> {
  const images = new Map<Uint8Array, KitImage>();
  for (const box of layout.pages.flatMap((page) => page.boxes)) {
    if (box.type !== 'image' || images.has(box.data)) continue;
    images.set(box.data, await readyImage(box, kit));
  }
  return images;
}

async function readyImage(box: ImageBox, kit: Kit): Promise<KitImage> {
  const image = openImage(box, kit);
  const { image: png } = image;
  if (!png) {
    if (image.colorSpace === 'DeviceCMYK') refuse(box, 'cmyk');
    return image;
  }
  if (png.hasAlphaChannel || png.transparency.indexed || png.interlaceMethod === 1) {
    // pdfkit unpacks these later, each in its own time, which makes the order of objects in the file a matter of luck.
    const pixels = await new Promise<Uint8Array>((resolve) => { png.decodePixels(resolve); });
    png.decodePixels = (use) => { use(pixels); };
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
