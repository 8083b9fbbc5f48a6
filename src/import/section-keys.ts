/** The keys of sections, as the headings of `locales/import.*.yaml` have them, in the groups that are read in the same way. */
export type SectionKey = string;

export const requirementKeys: ReadonlySet<SectionKey> = new Set([
  'requirements',
  'education',
  'experience',
  'knowledge',
  'skills',
  'extra',
  'desirable',
  'essential',
  'qualities',
  'competencies',
]);

/** Headings that say which sort of requirement stands below them. */
export const requirementKinds: ReadonlySet<SectionKey> = new Set([
  'education',
  'experience',
  'knowledge',
  'skills',
  'extra',
  'qualities',
  'competencies',
]);

/** Sections whose lines have no list of their own in a role. */
export const homeless: ReadonlySet<SectionKey> = new Set([
  'about',
  'final',
  'onboarding',
  'acknowledgement',
  'contents',
  'remarks',
  'reports',
  'evaluation',
  'flsa',
]);

/** Sections in which sentences say whom the holder reports to and the like. */
export const factual: ReadonlySet<SectionKey> = new Set(['general', 'subordination', 'deputising', 'summary', 'purpose', 'final', 'about']);

/** Sections whose headings have words that other headings have too: what else is known of them says more. */
export const weakKeys: ReadonlySet<SectionKey> = new Set(['duties', 'purpose', 'about', 'final']);

export const areDuties = (key: SectionKey | null): boolean => key === 'duties' || key === 'marginal';

/** Sections with short lines, below which a sentence on who stands in is no entry of theirs. */
export const mayNameDeputy: ReadonlySet<SectionKey> = new Set([
  'relations',
  'responsibility',
  'conditions',
  'pay',
  'physical',
  'limits',
  'rights',
  'kpis',
]);
