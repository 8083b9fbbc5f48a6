/** A form with a person specification prints nothing else of the requirements: each of them is a criterion too. */
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
