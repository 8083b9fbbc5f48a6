/** Pictures for tests, made of their parts: a JPEG as telephones write it, with the place where it was taken, and a PNG. */

const bytes = (...of: readonly (readonly number[] | string)[]): Uint8Array =>
  Buffer.concat(of.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one))));

/** A segment of a JPEG. */
const segment = (marker: number, content: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content]);

/** Exif that says which side is up, and more that nobody is to know. */
const exif = (side: number): Uint8Array =>
  bytes(
    'Exif\0\0II*\0',
    [8, 0, 0, 0, 2, 0],
    [0x0f, 0x01, 2, 0, 9, 0, 0, 0, 38, 0, 0, 0],
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, side, 0, 0, 0],
    [0, 0, 0, 0],
    'GPS 59N30E',
  );

/** What is shown of the picture: it holds signs that look like markers and are none. */
const scan = bytes([0xff, 0xda, 0, 4, 1, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);

export const photo = ({ side = 6, says = '' } = {}): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif(side)),
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<place>GPS</place>')),
    segment(0xed, bytes('Photoshop 3.0\0GPS')),
    segment(0xfe, bytes(`a comment with GPS ${says}`)),
    segment(0xe2, bytes('ICC_PROFILE\0\u0001\u0001colours')),
    segment(0xdb, bytes([0, ...Array.from({ length: 64 }, () => 1)])),
    segment(0xc0, bytes([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    ...(says === '' ? [] : [segment(0xdd, bytes([0, says.length]))]),
    scan,
    Buffer.from([0xff, 0xd9]),
    bytes('ftypmp42 a film with GPS'),
  ]);

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  return Buffer.concat([head, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
};

export const drawing = (): Uint8Array =>
  Buffer.concat([
    bytes([0x89], 'PNG\r\n', [0x1a], '\n'),
    chunk('IHDR', bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('eXIf', exif(1)),
    chunk('tEXt', bytes('Location\0GPS')),
    chunk('IDAT', bytes([1, 2, 3])),
    chunk('IEND', bytes([])),
    bytes('GPS behind the end'),
  ]);

export const scannedPdf = (): Uint8Array => bytes('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
