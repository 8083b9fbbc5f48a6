/** What a scan is, by what its bytes begin with, whatever its file is called. */

const beginnings = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
} as const;

/** How the name of a scan ends; null for what is none. */
export const scanEnding = (bytes: Uint8Array): keyof typeof beginnings | null =>
  (Object.keys(beginnings) as (keyof typeof beginnings)[]).find((ending) => beginnings[ending].every((sign, at) => bytes[at] === sign)) ??
  null;
