/** Images without transparency, for the profile that knows none. */
import { deflateSync } from 'node:zlib';
import { replacePixels } from './insides.js';
import type { KitImage, KitPng } from './insides.js';

/**
 * Puts a PNG on white paper: its colours are mixed with white as far as they are see-through, and nothing of its
 * transparency is left. `pixels` are its samples, unpacked.
 */
export function makeOpaque(image: KitImage, png: KitPng, pixels: Uint8Array): void {
  const {
    palette,
    transparency: { indexed },
  } = png;
  const colors = indexed ? 3 : png.colors;
  const sampleAt = (pixel: number, sample: number): number => pixels[(pixel * (png.colors + 1) + sample) * (png.bits / 8)] ?? 0;
  const rows = new Uint8Array(png.height * (1 + png.width * colors));
  let at = 0;
  for (let y = 0; y < png.height; y++) {
    // Each row begins with its filter, which is none.
    at += 1;
    for (let pixel = y * png.width; pixel < (y + 1) * png.width; pixel++) {
      const entry = indexed ? (pixels[pixel] ?? 0) : 0;
      const opacity = indexed ? (indexed[entry] ?? 255) : sampleAt(pixel, colors);
      for (let color = 0; color < colors; color++) {
        const value = indexed ? (palette[3 * entry + color] ?? 0) : sampleAt(pixel, color);
        rows[at++] = Math.round(255 + ((value - 255) * opacity) / 255);
      }
    }
  }
  replacePixels(image, png, deflateSync(rows), colors);
}
