/** The structure of an organisation, read from one file. */
import { frozen } from '../content/content.js';
import type { Bounds } from '../read/bounds.js';
import { leadsOut } from '../read/named-file.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import { nearestOfMany } from '../diagnostic/nearest.js';
import { finding, quoted } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { valuesOf } from '../read/rules.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Structure } from './structure.generated.js';
import { shapeProblems } from './shape.js';

/** The usual name of the file. */
export const structureFile = 'structure.yaml';

/** Twenty thousand positions, each with a holder. A structure is a table that nobody writes by hand. */
export const structureBounds: Bounds = { bytes: 12 << 20, lexemes: 3_000_000, values: 800_000, plain: { lines: 400_000, values: 700_000 } };

export const structureKind: Kind = {
  schema: 'structure',
  rules: [referencesExist, overlaysAreBelow, datesAreInOrder, shapeProblems],
  bounds: structureBounds,
};

export interface StructureReading extends Omit<Reading<Structure>, 'data'> {
  /** Null when there is any error. */
  structure: Structure | null;
}

/**
 * Reads and checks a structure file, which diagnostics call `shown` and which is frozen. Never throws; all problems come in
 * one run, in the order of the file.
 */
export function readStructure(workspace: Workspace, path: string, shown = path): StructureReading {
  const { data, ...rest } = readData<Structure>(workspace, path, structureKind, shown);
  return { structure: data && frozen(data), ...rest };
}

/** What a file has to say whose rules cannot rest on its schema. */
interface Loose {
  readonly departments: readonly (readonly [pointer: string, department: Record<string, unknown>])[];
  readonly positions: readonly (readonly [pointer: string, id: string, position: Record<string, unknown>])[];
}

function looseOf({ data }: Checked): Loose {
  const root = isRecord(data) ? data : {};
  const departments = Array.isArray(root.departments) ? (root.departments as unknown[]) : [];
  const positions = isRecord(root.positions) ? Object.entries(root.positions) : [];
  return {
    departments: departments.flatMap((one, at) => (isRecord(one) ? [[`/departments/${at}`, one] as const] : [])),
    positions: positions.flatMap(([id, one]) => (isRecord(one) ? [[`/positions${segment(id)}`, id, one] as const] : [])),
  };
}

/** Ids of positions and departments that there are. The file may name ten thousand of them, so each is looked up, not searched for. */
function referencesExist(checked: Checked): Finding[] {
  const { departments, positions } = looseOf(checked);
  const known = {
    positionRef: namesOf(positions.map(([, id]) => id)),
    departmentRef: namesOf(departments.map(([, { id }]) => id).filter((id) => typeof id === 'string')),
  };
  const broken = (definition: keyof typeof known, kind: string): Finding[] => {
    const { all, list } = known[definition];
    return valuesOf(checked, definition)
      .filter(({ value }) => typeof value === 'string' && !all.has(value))
      .map(({ value, pointer }) =>
        finding('broken-reference', pointer, {
          kind,
          name: quoted(value),
          nearest: nearestOfMany(String(value), list),
          known: list.length > 12 ? '' : list.join(', '),
        }),
      );
  };
  return [...broken('positionRef', 'position'), ...broken('departmentRef', 'department')];
}

const namesOf = (list: readonly string[]) => ({ list, all: new Set(list) });

/** Whether links lead out is found when an overlay is read; here the path alone is looked at. */
function overlaysAreBelow(checked: Checked): Finding[] {
  return looseOf(checked).departments.flatMap(([pointer, { overlays }]) =>
    Object.entries(isRecord(overlays) ? overlays : {}).flatMap(([role, file]) =>
      typeof file === 'string' && leadsOut(file)
        ? [finding('department-overlay-outside', `${pointer}/overlays${segment(role)}`, { file: quoted(file) })]
        : [],
    ),
  );
}

function datesAreInOrder({ all }: Checked): Finding[] {
  return all
    .filter(({ value }) => datesOf(value) !== null)
    .map(({ value, pointer }) => finding('until-before-from', `${pointer}/until`, { ...datesOf(value) }));
}

/** A first day behind a last one; null for all else. */
const datesOf = (value: unknown): { from: string; until: string } | null =>
  isRecord(value) && typeof value.from === 'string' && typeof value.until === 'string' && value.from > value.until
    ? { from: value.from, until: value.until }
    : null;
