/** Forms with a person specification print criteria alone, and full ones requirements alone: what one of the lists says, the other has too. */
import type { Criterion, Requirement, Role } from '../role/role.generated.js';
import { inOne } from './draft-values.js';
import type { Rules } from './rules.js';
import { levelled } from './words.js';

export interface CriteriaOptions {
  /** An id from words, which no other entry has. */
  readonly idFor: (text: string) => string;
  /** Skills before which the file says “able to”. */
  readonly abilities?: ReadonlySet<Requirement>;
}

/** Adds to a role those of its criteria that none of its requirements says, in their words, where the file named them together with nothing else. */
export function addMissingRequirements(role: Role, { idFor }: Pick<CriteriaOptions, 'idFor'>): void {
  const { education, experience, skills = [], extra = [], qualities = [] } = role.requirements;
  const said = [...skills, ...extra, ...qualities, ...role.knowledge].map(({ text }) => text);
  const known = new Set([...education.options.map(({ field }) => field ?? ''), ...said].map((text) => levelled(inOne(text))));
  const added: Requirement[] = [];
  for (const { group, text, desirable, source } of role.criteria ?? []) {
    const isExperience = group === 'experience' && source !== undefined && experience.source === source;
    if (isExperience || known.has(levelled(inOne(text)))) continue;
    known.add(levelled(inOne(text)));
    added.push({ id: idFor(`requirement ${inOne(text)}`), text, ...(desirable && { desirable }), ...(source && { source }) });
  }
  if (added.length > 0) Reflect.set(role.requirements, 'extra', [...extra, ...added]);
}

/** Adds to a role that has criteria those of its requirements that none of them says. What stands in brackets is none. */
export function addMissingCriteria(role: Role, { words }: Rules, { idFor, abilities }: CriteriaOptions): void {
  const { criteria } = role;
  if (criteria === undefined || criteria.length === 0) return;
  const [start] = words.patterns.criterionStarts;
  const known = new Set(criteria.map(({ text }) => levelled(inOne(text))));
  const isKnown = (said: string): boolean => known.has(levelled(said)) || (start !== undefined && known.has(levelled(`${start} ${said}`)));
  const add = (group: Criterion['group'], { text, desirable, source }: Omit<Requirement, 'id'>): void => {
    const said = inOne(text);
    if (said === '' || said.startsWith('[') || isKnown(said)) return;
    known.add(levelled(said));
    criteria.push({
      id: idFor(`criterion ${said}`),
      group,
      text: said,
      ...(desirable && { desirable }),
      ...(source && { source }),
    });
  };
  const { education, skills = [], extra = [], qualities = [] } = role.requirements;
  for (const { field, desirable, source } of education.options)
    if (field !== undefined) add('education', { text: field, ...(desirable && { desirable }), ...(source && { source }) });
  for (const one of skills)
    add('skills', start !== undefined && abilities?.has(one) ? { ...one, text: `${start} ${inOne(one.text)}` } : one);
  for (const one of [...extra, ...qualities]) add('other', one);
  for (const one of role.knowledge) add('knowledge', one);
}
