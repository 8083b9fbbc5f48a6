/** What a scan is, by what its bytes begin with, whatever its file is called. */

const beginnings = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
} as const;

/** What stands at the end of a whole file; other signs may follow it, so that it is looked for in a piece. */
const endings = { pdf: '%%EOF', png: 'IEND', jpg: '\u00ff\u00d9' } as const;
const endPiece = 2048;

/** Whether the bytes are a whole scan: a picture or a PDF with a page, and not the beginning of one alone. */
export function isScan(bytes: Uint8Array): boolean {
  const ending = scanEnding(bytes);
  if (ending === null) return false;
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - endPiece))).toString('latin1');
  return end.includes(endings[ending]);
}

/** How the name of a scan ends; null for what is none. */
export const scanEnding = (bytes: Uint8Array): keyof typeof beginnings | null =>
  (Object.keys(beginnings) as (keyof typeof beginnings)[]).find((ending) => beginnings[ending].every((sign, at) => bytes[at] === sign)) ??
  null;
