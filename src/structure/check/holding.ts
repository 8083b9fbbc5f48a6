/** Who holds what: units held and vacant, whoever stands in, and those who are away. */
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { isAway, isThere, ownHoldersOn, presentOn, sum, unitsOf } from '../holders.js';
import type { Day, Units } from '../holders.js';
import type { Place } from '../lines.js';
import { pointerOf, shortList } from '../shape.js';
import { openMeeting, presentSpans, spanOf } from '../spans.js';
import type { Inspected } from './inspected.js';

export function holdingProblems(inspected: Inspected): Finding[] {
  const { lines, day, units } = inspected;
  const places = [...lines.places.values()];
  return [
    ...vacancies(
      places.filter(({ id }) => (units.get(id)?.vacant ?? 0) > 0),
      inspected,
    ),
    ...places.flatMap((place) => [
      ...tooManyHeld(place, units.get(place.id)),
      ...heldAlthoughVacant(place),
      ...actingProblems(place, day),
      ...(lines.below(place.id).length > 0 ? awayAlone(place, day) : []),
    ]),
  ];
}

/** One for all: a large firm has hundreds. */
function vacancies(vacant: readonly Place[], { units: known, day }: Inspected): Finding[] {
  const [first] = vacant;
  if (!first) return [];
  const units = sum(vacant.map(({ id }) => known.get(id)?.vacant ?? 0));
  const since = ({ id, position: { vacantFrom } }: Place): string => (vacantFrom === undefined ? id : `${id} (${vacantFrom})`);
  const args = { count: vacant.length, units, positions: shortList(vacant.map(since)), date: day ?? '' };
  return [finding('structure-vacancies', pointerOf(first.id), args, { side: 'key', severity: 'info' })];
}

function tooManyHeld({ id }: Place, units: Units | undefined): Finding[] {
  if (!units || units.held <= units.table) return [];
  const args = { position: id, units: units.table, held: units.held };
  return [finding('structure-overheld', `${pointerOf(id)}/holders`, args, { severity: 'warning' })];
}

/** Of several units some may be vacant; with all of them held none is. */
function heldAlthoughVacant({ id, position }: Place): Finding[] {
  const { vacantFrom, holders = [] } = position;
  if (vacantFrom === undefined) return [];
  const after = holders.filter(({ acting, until }) => acting !== true && (until === undefined || until >= vacantFrom));
  return sum(after.map(({ fte }) => fte ?? 1)) >= unitsOf(position)
    ? [finding('structure-vacant-held', `${pointerOf(id)}/vacantFrom`, { position: id, from: vacantFrom }, { severity: 'warning' })]
    : [];
}

/** Somebody stands in for a time, and while the holder is away. */
function actingProblems({ id, position }: Place, day: Day): Finding[] {
  const { holders = [] } = position;
  if (!holders.some(({ acting }) => acting)) return [];
  const isPresent = day !== null && ownHoldersOn(position, day).some((one) => !isAway(one, day));
  const meets = openMeeting(holders.filter(({ acting }) => acting !== true).flatMap(presentSpans));
  return holders.flatMap((one, at) => {
    if (one.acting !== true) return [];
    const { from, until } = one;
    const pointer = `${pointerOf(id)}/holders/${at}`;
    if (day !== null && until !== undefined && until < day)
      return [finding('structure-acting-over', `${pointer}/until`, { position: id, until, date: day }, { severity: 'warning' })];
    const severity = from === undefined ? 'warning' : 'info';
    const args = { position: id, from: from ?? '', until: until ?? '' };
    // Of several units somebody may stand in for one while others are there.
    const isBeside = unitsOf(position) <= 1 && (day === null ? meets(spanOf(one)) : isPresent && isThere(one, day));
    return [
      ...(from === undefined || until === undefined ? [finding('structure-acting-undated', `${pointer}/acting`, args, { severity })] : []),
      ...(isBeside ? [finding('structure-acting-beside', `${pointer}/acting`, { position: id }, { severity: 'warning' })] : []),
    ];
  });
}

/** Nobody can sign for somebody who leads others, is away for long, and has nobody to stand in. */
function awayAlone({ id, position }: Place, day: Day): Finding[] {
  const own = ownHoldersOn(position, day);
  const at = (position.holders ?? []).findIndex((one) => own.includes(one) && isAway(one, day));
  if (own.length === 0 || at < 0 || presentOn(position, day) !== null) return [];
  const { from = '', until = '' } = position.holders?.[at]?.absent ?? {};
  return [finding('structure-away-alone', `${pointerOf(id)}/holders/${at}/absent`, { position: id, from, until }, { severity: 'warning' })];
}
