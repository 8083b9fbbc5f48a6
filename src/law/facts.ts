/** What holds for the work of somebody: what is usual for the role, and what the organisation, the department or the person says instead. */
import { departmentOf } from '../organisation/superior.js';
import type { Placed } from '../organisation/superior.js';
import type { Facts, Role } from '../role/role.generated.js';
import { isOnCall } from './contract.js';
import { workDaysOf } from './work-days.js';

/** The last one who says anything of a fact wins: role, organisation, department, position there, person. */
export function factsOf(role: Role, parties: Placed): Facts {
  const { organisation, person } = parties;
  const layers = [
    role.facts,
    generalFacts(role, organisation?.facts),
    role.facts?.days ? withoutDays(departmentOf(parties)?.facts) : departmentOf(parties)?.facts,
    organisation?.positions?.[role.id]?.facts,
  ];
  const over = (before: Facts, layer: Facts | undefined): Facts => ({
    ...partly(before, layer),
    ...layer,
    codes: { ...before.codes, ...layer?.codes },
  });
  const general = layers.reduce<Facts>(over, {});
  const usual = isOnCall(parties) ? without(general, ['hours', 'fte', 'pattern', 'days']) : general;
  const own = shareOf(person?.facts, usual);
  const isOfWork = role.facts?.ownPattern === true || role.facts?.days !== undefined;
  const isOtherWeek = own !== undefined && !isOfWork && weekDiffers(own, usual);
  const said = over(isOtherWeek ? without(usual, ['pattern', 'days']) : usual, own);
  const days = isOtherWeek || isOnCall(parties) ? own?.days : workDaysOf(role, parties);
  return days ? { ...said, days } : said;
}

/**
 * Hours and pattern of a full week are not those of whoever works a part of it: the hours in proportion, the pattern
 * unknown. Nor is a pattern that of whoever works on other days.
 */
function partly(before: Facts, layer: Facts | undefined): Facts {
  const { fte = 1, hours, days } = layer ?? {};
  const kept = days ? without(before, ['pattern']) : before;
  if (fte >= 1 || hours !== undefined || (before.fte ?? 1) < 1) return kept;
  return { ...without(kept, ['pattern']), ...(before.hours !== undefined && { hours: hundredths(before.hours * fte) }) };
}

/** Days and times of the usual week are not known to be those of whoever works other hours, unless the work itself has them. */
const weekDiffers = (own: Facts, usual: Facts): boolean =>
  own.hours === undefined ? own.fte !== undefined && own.fte !== (usual.fte ?? 1) : own.hours !== usual.hours;

/** A person’s own hours are another share of the full week that holds here, and a share of one’s own is other hours. */
function shareOf(own: Facts | undefined, { hours, fte }: Facts): Facts | undefined {
  if (own === undefined || hours === undefined || fte === undefined) return own;
  if (own.hours === undefined) return own.fte === undefined ? own : { ...own, hours: hundredths((hours * own.fte) / fte) };
  return own.fte === undefined ? { ...own, fte: hundredths((fte * own.hours) / hours) } : own;
}

const hundredths = (number: number): number => Math.round(number * 100) / 100;

const without = (facts: Facts | undefined, names: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts ?? {}).filter(([name]) => !names.includes(name)));

/** Days and their pattern are of the work itself where a role says them. */
const withoutDays = (facts: Facts | undefined): Facts => without(facts, ['days', 'pattern']);

/** Work that is part time by itself has hours of its own; those of the organisation are of a full week. */
const isPartTime = (facts: Facts | undefined): boolean => facts?.fte !== undefined && facts.fte < 1;

/** What the organisation says for all positions, as far as it holds for this one. */
function generalFacts({ facts }: Role, general: Facts | undefined): Facts {
  const own = [...(facts?.ownPattern ? ['pattern', 'hybrid'] : []), ...(isPartTime(facts) ? ['hours', 'fte'] : [])];
  return without(facts?.days ? withoutDays(general) : general, own);
}
