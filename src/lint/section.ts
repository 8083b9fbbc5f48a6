/** A rule that looks at some sections only. */
import { within } from './phrase-book.js';
import type { LintContext } from './rule.js';

/** The context with the passages of these sections alone. */
export const sectionOf = (context: LintContext, sections: readonly string[]): LintContext => ({
  ...context,
  passages: context.passages.filter((one) => sections.some((name) => within(one.section, name))),
});
