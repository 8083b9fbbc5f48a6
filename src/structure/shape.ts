/** Whether a structure hangs together: one at the top, nobody above themselves, everybody with a superior. */
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import type { Text } from '../role/role.generated.js';
import { linesOf } from './lines.js';
import type { Lines, Place } from './lines.js';
import type { Structure, StructureDepartment, StructurePosition } from './structure.generated.js';
import { titlesOf, withTitles } from './titled.js';

export const pointerOf = (id: string): string => `/positions${segment(id)}`;

/** The rules of the shape, for data that may break the schema elsewhere. */
export function shapeProblems({ data }: Checked): Finding[] {
  const lines = linesOf(soundPart(data));
  const circles = circlesIn(lines);
  const findings = [
    ...departmentCircles(lines),
    ...circles.map((circle) => circleProblem(circle, lines)),
    ...(circles.length > 0 ? [] : topProblems(lines)),
  ];
  const titled = titlesOf(lines.structure, null);
  return findings.map((one) => ({ ...one, args: withTitles(one.args, titled) }));
}

/** Circles of superiors, each once, from its first position in the file. */
export const circlesIn = ({ places }: Lines): readonly (readonly string[])[] =>
  circlesOf(places.keys(), (id) => places.get(id)?.superior ?? null);

/** Circles in which each leads to one next, if any; each once, from its first. */
export function circlesOf(ids: Iterable<string>, next: (id: string) => string | null): readonly (readonly string[])[] {
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const start of ids) {
    const way: string[] = [];
    const at = new Map<string, number>();
    let one: string | null = start;
    while (one !== null && !done.has(one) && !at.has(one)) {
      at.set(one, way.length);
      way.push(one);
      one = next(one);
    }
    if (one !== null && !done.has(one)) circles.push(way.slice(at.get(one)));
    for (const id of way) done.add(id);
  }
  return circles;
}

function circleProblem(circle: readonly string[], { places }: Lines): Finding {
  const [first = ''] = circle;
  return finding('structure-circle', superiorPointer(first, places.get(first)), { positions: roundTrip(circle) });
}

/** A department cannot be part of itself, however far round. */
function departmentCircles({ structure, departments }: Lines): Finding[] {
  const parentOf = (id: string): string | null => departments.get(departments.get(id)?.parent ?? '')?.id ?? null;
  const at = new Map((structure.departments ?? []).map(({ id }, number) => [id, number]));
  return circlesOf(departments.keys(), parentOf).map((circle) =>
    finding('department-circle', `/departments/${at.get(circle[0] ?? '') ?? 0}/parent`, { departments: roundTrip(circle) }),
  );
}

/** Ids of a circle as they lead to one another, back to the first. */
export function roundTrip(circle: readonly string[]): string {
  const [first = ''] = circle;
  return (circle.length > longestShown ? [...circle.slice(0, longestShown), '…', first] : [...circle, first]).join(' → ');
}

/** Positions of a circle that are named; more help nobody to find the wrong one. */
const longestShown = 8;

const superiorPointer = (id: string, place: Place | undefined): string => (place?.stated ? `${pointerOf(id)}/reportsTo` : pointerOf(id));

/** One position is at the top. Where several are without a superior, those that do not say null have been forgotten. */
function topProblems({ places }: Lines): Finding[] {
  const without = [...places.values()].filter(({ superior }) => superior === null);
  if (without.length < 2) return [];
  const tops = without.filter(({ position }) => position.reportsTo === null);
  const [first] = tops;
  const forgotten = without.filter(({ position }) => position.reportsTo === undefined).map(({ id }) => id);
  const [unled] = forgotten;
  return [
    ...tops
      .slice(1)
      .map(({ id }) =>
        finding('structure-several-tops', `${pointerOf(id)}/reportsTo`, { position: id, first: first?.id ?? '' }, { severity: 'warning' }),
      ),
    ...(unled === undefined
      ? []
      : [
          finding(
            'structure-no-superior',
            pointerOf(unled),
            { positions: shortList(forgotten), count: forgotten.length },
            { side: 'key', severity: 'warning' },
          ),
        ]),
  ];
}

/** Ids that are named in one message; of more only how many there are. */
const mostNamed = 8;

export const shortList = (ids: readonly string[]): string =>
  ids.length > mostNamed ? `${ids.slice(0, mostNamed).join(', ')} …` : ids.join(', ');

/** As much of the data as keeps to the schema in what reporting rests on. */
function soundPart(data: unknown): Structure {
  const root = isRecord(data) ? data : {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const departments = (Array.isArray(root.departments) ? (root.departments as unknown[]) : []).filter(isRecord).flatMap((one) => {
    const [id, head, parent] = [text(one.id), text(one.head), text(one.parent)];
    return id === undefined
      ? []
      : [{ id, name: sound(one.name), ...(head && { head }), ...(parent && { parent }) } satisfies StructureDepartment];
  });
  const positions = Object.entries(isRecord(root.positions) ? root.positions : {}).flatMap(([id, one]) => {
    if (!isRecord(one)) return [];
    const [department, reportsTo] = [text(one.department), one.reportsTo === null ? null : text(one.reportsTo)];
    const position: StructurePosition = {
      title: sound(one.title),
      ...(department && { department }),
      ...(reportsTo !== undefined && { reportsTo }),
    };
    return [[id, position] as const];
  });
  return { languages: [], departments, positions: Object.fromEntries(positions) };
}

/** A text or its wordings by language; what is neither nobody can print. */
const sound = (text: unknown): Text =>
  typeof text === 'string'
    ? text
    : Object.fromEntries(Object.entries(isRecord(text) ? text : {}).filter(([, one]) => typeof one === 'string'));
