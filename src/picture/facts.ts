/** What is known of a picture, and how much of one is taken. */
import type { Orientation } from '../document/document.js';

export interface Picture {
  readonly format: 'png' | 'jpeg';
  /** Pixels as they are seen, turned upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Samples of a pixel, its opacity not counted: 4 are the colours of presses. */
  readonly colors: 1 | 3 | 4;
  /** The file with its pixels and colours, and without what else it tells: where and when it was taken, by whom, with what, and further frames. */
  readonly data: Uint8Array;
}

/**
 * Why a picture is not taken.
 * - `format`: it is neither PNG nor JPEG
 * - `damaged`: it ends early, or does not hold together
 * - `pixels`: it has more than `mostPixels`
 * - `coding`: it is packed in a way that few programs unpack
 * - `turned`: a PNG that is to be turned; few programs do
 */
export type PictureFault = 'format' | 'damaged' | 'pixels' | 'coding' | 'turned';

/** 4,000 × 4,000; unpacked, with opacity, 64 MB. A picture of 40 mm has as many dots on 2,500 dpi. */
export const mostPixels = 16_000_000;
