/** Which promises a file makes to those who keep it. Every profile keeps PDF/UA-1 as well. */

/**
 * - `1a`: PDF/A-1a on PDF 1.4, which Russian rules for electronic personnel papers name; no transparency
 * - `2a`: PDF/A-2a on PDF 1.7
 * - `3a`: PDF/A-3a, the only one that may carry another file
 */
export const pdfProfiles = ['1a', '2a', '3a'] as const;
export type PdfProfile = (typeof pdfProfiles)[number];

export interface PdfOptions {
  /** `2a` when left out. */
  profile?: PdfProfile;
  /** Blanks are only drawn, to be filled in by hand; else they are fields that a program fills in. */
  flat?: boolean;
  /** What the document was made from, for profile `3a`; the others forbid it and leave it out. */
  attachment?: Attachment | null;
}

export interface Attachment {
  /** Of the file, with its extension. */
  name: string;
  bytes: Uint8Array;
  description: string;
  /** Such as `application/json`. */
  mime: string;
}

/** How pdfkit calls a profile, and the version of PDF that it stands on. */
export const standards: Readonly<Record<PdfProfile, { subset: string; pdfVersion: string }>> = {
  '1a': { subset: 'PDF/A-1a', pdfVersion: '1.4' },
  '2a': { subset: 'PDF/A-2a', pdfVersion: '1.7' },
  '3a': { subset: 'PDF/A-3a', pdfVersion: '1.7' },
};
