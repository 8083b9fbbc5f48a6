/** Pictures as objects of one file. */
import type { ImageBox, Layout } from '../../layout/page.js';
import type { File } from './file.js';
import type { ReadyImage } from './image.js';
import type { KitReference } from './insides.js';

/** A picture of the file, by its name among the resources of a page. */
export interface FileImage {
  readonly name: string;
  readonly reference: KitReference;
}

/**
 * The pictures of a layout by their bytes; one that is used twice is written once. `ready` makes one, or knows it; it may
 * throw a Refusal.
 */
export function placeImages(layout: Layout, file: File, ready: (box: ImageBox) => ReadyImage): Map<Uint8Array, FileImage> {
  const images = new Map<Uint8Array, FileImage>();
  for (const { boxes } of layout.pages) {
    for (const box of boxes) {
      if (box.type !== 'image' || images.has(box.data)) continue;
      images.set(box.data, { name: `I${images.size + 1}`, reference: written(ready(box), file) });
    }
  }
  return images;
}

function written({ entries, stream, filter, mask, width, height }: ReadyImage, { kit, write }: File): KitReference {
  const size = `/Type /XObject\n/Subtype /Image\n/Width ${width}\n/Height ${height}`;
  const reference = kit.ref({});
  if (!mask) write(reference, `${size}\n${entries}`, stream, filter);
  else {
    const own = kit.ref({});
    write(own, `${size}\n/ColorSpace /DeviceGray\n/BitsPerComponent 8`, mask);
    write(reference, `${size}\n${entries}\n/SMask ${own.id} 0 R`, stream, filter);
  }
  return reference;
}
