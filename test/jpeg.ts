/** Small pictures, as bytes of JPEG files, and the notes that cameras put into files. */

export const bytes = (...parts: (readonly number[] | string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))));
export const two = (value: number): number[] => [value >> 8, value & 255];
export const four = (value: number): number[] => [...two(value >>> 16), ...two(value & 0xffff)];

/** Notes of a camera: how the picture is turned, and whatever else. */
export const exif = (orientation: number, note = ''): Uint8Array =>
  bytes('II', [42, 0, 8, 0, 0, 0, 1, 0], [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], [0, 0, 0, 0], note);
export const segment = (code: number, content: Uint8Array): Uint8Array => bytes([0xff, code], two(content.length + 2), content);

interface MadeJpeg {
  width?: number;
  height?: number;
  frame?: number;
  bits?: number;
  colors?: number;
  before?: readonly Uint8Array[];
}

/** All that a JPEG file has around its packed pixels; nobody here unpacks them. */
export function jpegOf({ width = 30, height = 20, frame = 0xc0, bits = 8, colors = 3, before = [] }: MadeJpeg): Uint8Array {
  const components = Array.from({ length: colors }, (_, at) => [at + 1, 0x11, 0]).flat();
  return bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...before,
    segment(0xdb, new Uint8Array(65)),
    segment(frame, bytes([bits], two(height), two(width), [colors], components)),
    segment(0xda, bytes([colors], components.slice(0, 2 * colors), [0, 63, 0])),
    [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
    [0xff, 0xd9],
    'behind the end',
  );
}
