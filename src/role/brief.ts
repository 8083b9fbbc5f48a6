/** The core of a role: what the brief detail of a paper prints, and people sign. */
import type { Role } from './role.generated.js';

type Entry = Readonly<{ core?: boolean; jurisdictions?: readonly string[]; duties?: readonly Entry[] }>;

/** Only the core of a list, or all of it where no entry is marked. */
export const coreOf = <T extends { core?: boolean }>(list: readonly T[]): readonly T[] =>
  list.some(({ core }) => core) ? list.filter(({ core }) => core) : list;

/**
 * The role with only the core of each list. What a country lacks is left to whoever prints: a list may have a core for one
 * country and none for another, so entries of other countries do not count as its core.
 */
export function inBrief(role: Role, jurisdiction: string): Role {
  const applies = ({ jurisdictions }: Entry): boolean => jurisdictions?.includes(jurisdiction) ?? true;
  const core = <T extends Entry>(list: T[] | undefined): T[] | undefined => list && [...coreOf(list.filter(applies))];
  const areas = role.duties.filter(applies).map((area) => ({ ...area, duties: area.duties.filter(applies) }));
  const hasCore = areas.some(({ duties }) => duties.some((duty) => duty.core));
  return {
    ...role,
    ...defined({
      guidedBy: core(role.guidedBy),
      knowledge: core(role.knowledge),
      criteria: core(role.criteria),
      rights: core(role.rights),
      limits: core(role.limits),
      responsibility: core(role.responsibility),
      relations: core(role.relations),
      conditions: core(role.conditions),
      physicalDemands: core(role.physicalDemands),
    }),
    requirements: {
      ...role.requirements,
      ...defined({
        skills: core(role.requirements.skills),
        extra: core(role.requirements.extra),
        qualities: core(role.requirements.qualities),
      }),
    },
    // Of areas the core counts as a whole: one without any core duty says nothing in a brief paper but its essence.
    duties: hasCore ? areas.map((area) => ({ ...area, duties: area.duties.filter((duty) => duty.core) })) : areas,
  };
}

const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
