/** Under which key of a role the lines of a section stand: what somebody looks for who moves a text there. */
import type { SectionKey } from './section-keys.js';

/** Of a section that is not here no key is known: its texts say who the employer is, how to apply, or when the file was reviewed. */
export const roleKeys: Readonly<Record<SectionKey, string>> = {
  purpose: 'purpose',
  summary: 'summary',
  duties: 'duties',
  marginal: 'duties',
  rights: 'rights',
  limits: 'limits',
  responsibility: 'responsibility',
  relations: 'relations',
  education: 'requirements.education',
  experience: 'requirements.experience',
  knowledge: 'knowledge',
  skills: 'requirements.skills',
  requirements: 'requirements.extra',
  extra: 'requirements.extra',
  desirable: 'requirements.extra',
  essential: 'requirements.extra',
  qualities: 'requirements.qualities',
  competencies: 'competencies',
  conditions: 'conditions',
  physical: 'physicalDemands',
  pay: 'pay.components',
  kpis: 'kpis',
  reports: 'reports',
  procedures: 'procedures',
  guidedBy: 'guidedBy',
  subordination: 'reportsTo',
  deputising: 'deputising',
  onboarding: 'onboarding',
  flsa: 'flsa',
  evaluation: 'evaluation',
};

/** The key of the list that a pointer of a report leads into: `requirements.skills` of `role:/requirements/skills/0/text`. */
export function keyOfPointer(pointer: string): string | null {
  const [draft, path = ''] = pointer.split(':');
  if (draft !== 'role') return null;
  const steps = path.split('/').slice(1);
  const end = steps.findIndex((step) => /^\d+$/.test(step));
  return end < 1 ? null : steps.slice(0, end).join('.');
}
