/**
 * What one document may take of a template. Templates of a project are written by others and are not trusted. The bounds
 * leave room for papers many times as large as the largest of ours, whose figures stand beside them (all kinds, roles,
 * countries and languages, November 2026); the worst that comes to them ends within two seconds.
 */
export const bounds = {
  /** Values looked up, insides of blocks and parts, and helpers; see `watch.ts` for what counts more than one. Ours: 11,520. */
  steps: 400_000,
  /** Characters of markup, with the places that are put into it. Ours: 61,461. */
  characters: 1_500_000,
  /** Tags of a document. Ours: 863. */
  tags: 20_000,
  /** Blocks and parts within one another while they are filled, and blocks, brackets or tags as they are written. Ours: 9. */
  depth: 50,
  /** Characters between braces in a template with all its parts; Handlebars takes some 15 µs to read each. Ours: 8,513. */
  braces: 40_000,
  /** Characters of a template with all its parts. Ours: 13,516. */
  source: 500_000,
} as const;

export type Bound = keyof typeof bounds;
