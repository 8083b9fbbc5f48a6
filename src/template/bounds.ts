/**
 * What one document may take of a template. Templates of a project are written by others and are not trusted; the bounds
 * leave every paper that people read far below them, and end the worst that we could think of within a second.
 */

/** The largest of our own papers, all kinds, roles and countries: see `test/template-hostile.test.ts`. */
export const bounds = {
  /** Values looked up, blocks, rounds, parts and helpers; a helper takes another for each 8 characters that it is given. Ours: 0. */
  steps: 400_000,
  /** Characters of markup. Ours: 0. */
  characters: 2_000_000,
  /** Tags. Ours: 0. */
  tags: 40_000,
  /** Blocks and parts that stand in one another while they are filled, tags in tags, blocks in blocks and brackets in brackets. Ours: 0. */
  depth: 50,
  /** Characters between braces in a template with all its parts: reading them takes 15 µs each. Ours: 0. */
  braces: 60_000,
  /** Characters of a template with all its parts. Ours: 0. */
  source: 500_000,
} as const;

export type Bound = keyof typeof bounds;
