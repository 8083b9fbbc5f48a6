/** The employer, read from one file. */
import { frozen } from '../content/content.js';
import { innFits, ogrnFits } from './check-digits.js';
import { contrast, readable } from '../theme/contrast.js';
import { leadsOut } from '../read/named-file.js';
import type { Organisation } from './organisation.generated.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import { idsAreOnShelf } from '../read/known-ids.js';
import { finding, quoted } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { unknownTimeZone } from '../read/time-zone.js';
import { segment } from '../read/yaml-data.js';
import { postsExist } from '../role/rules.js';
import type { Workspace } from '../workspace/workspace.js';

export const organisationKind: Kind = {
  schema: 'organisation',
  rules: [postsExistHere, structureIsAlone, accentIsReadable, linesAreShort, overlaysAreBelow, timeZoneIsKnown, identifiersFit],
};

export interface OrganisationReading extends Omit<Reading<Organisation>, 'data'> {
  /** Null when there is any error. */
  organisation: Organisation | null;
}

/** Reads and checks an organisation file; with a `shelf`, against the countries and looks that it has. The organisation is frozen. Never throws; all problems come in one run, in the order of the file. */
export function readOrganisation(workspace: Workspace, path: string, shelf: Workspace | null = null): OrganisationReading {
  const kind = shelf ? { ...organisationKind, rules: [...organisationKind.rules, idsAreOnShelf(shelf)] } : organisationKind;
  const { data, ...rest } = readData<Organisation>(workspace, path, kind);
  return { organisation: data && frozen(data), ...rest };
}

/** Where a structure has the posts, what names them is held against it when both are read. */
function postsExistHere(checked: Checked): Finding[] {
  return hasStructure(checked.data) ? [] : postsExist(checked);
}

const hasStructure = (data: unknown): boolean => isRecord(data) && Object.hasOwn(data, 'structure');

/** What the structure settles is not said a second time. */
function structureIsAlone({ data }: Checked): Finding[] {
  if (!isRecord(data) || !hasStructure(data)) return [];
  const signatories = isRecord(data.signatories) ? data.signatories : {};
  const pointers = [
    ...['posts', 'departments', 'superiors'].filter((key) => Object.hasOwn(data, key)).map((key) => `/${key}`),
    ...(Object.hasOwn(signatories, 'unitHead') ? ['/signatories/unitHead'] : []),
  ];
  return pointers.map((pointer) => finding('structure-settles', pointer, { key: pointer.slice(1).replace('/', '.') }, { side: 'key' }));
}

function accentIsReadable({ data }: Checked): Finding[] {
  const { accent } = brandOf(data);
  if (typeof accent !== 'string' || !/^[0-9A-Fa-f]{6}$/.test(accent)) return [];
  const ratio = contrast(accent, 'FFFFFF');
  // Rounded down, so that no colour is refused for the contrast that is asked for.
  return ratio < readable
    ? [finding('accent-contrast', '/brand/accent', { accent, ratio: Math.floor(ratio * 100) / 100, least: readable })]
    : [];
}

function timeZoneIsKnown({ data }: Checked): Finding[] {
  const calendar = isRecord(data) ? data.calendar : null;
  return isRecord(calendar) ? unknownTimeZone(calendar.timeZone, '/calendar/timeZone') : [];
}

/** A number of the wrong shape is told of by the schema. */
function identifiersFit({ data }: Checked): Finding[] {
  const identifiers = isRecord(data) && isRecord(data.identifiers) ? data.identifiers : {};
  const { inn, ogrn } = identifiers;
  return [
    ...(typeof inn === 'string' && /^(\d{10}|\d{12})$/.test(inn) && !innFits(inn) ? [wrongDigit('inn', inn)] : []),
    ...(typeof ogrn === 'string' && /^(\d{13}|\d{15})$/.test(ogrn) && !ogrnFits(ogrn) ? [wrongDigit('ogrn', ogrn)] : []),
  ];
}

const wrongDigit = (name: 'inn' | 'ogrn', value: string): Finding => finding('wrong-check-digit', `/identifiers/${name}`, { name, value });

/** Whether links lead out is found when an overlay is read; here the path alone is looked at. */
function overlaysAreBelow({ data }: Checked): Finding[] {
  const departments = isRecord(data) && Array.isArray(data.departments) ? data.departments : [];
  return departments.flatMap((department: unknown, at) => {
    const overlays = isRecord(department) && isRecord(department.overlays) ? Object.entries(department.overlays) : [];
    return overlays.flatMap(([role, file]) =>
      typeof file === 'string' && leadsOut(file)
        ? [finding('department-overlay-outside', `/departments/${at}/overlays${segment(role)}`, { file: quoted(file) })]
        : [],
    );
  });
}

/** Characters; the first page is for the text. */
const longestLine = 200;

function linesAreShort({ data }: Checked): Finding[] {
  const brand = brandOf(data);
  return ['letterhead', 'footer'].flatMap((key) => {
    const lines = brand[key];
    return (Array.isArray(lines) ? lines : []).flatMap((line: unknown, at) => {
      const wordings = isRecord(line)
        ? Object.entries(line).map(([language, words]) => [`/${language}`, words] as const)
        : [['', line] as const];
      return wordings.flatMap(([pointer, words]) =>
        typeof words === 'string' && words.length > longestLine
          ? [finding('too-long', `/brand/${key}/${at}${pointer}`, { length: words.length, limit: longestLine })]
          : [],
      );
    });
  });
}

function brandOf(data: unknown): Record<string, unknown> {
  const brand = isRecord(data) ? data.brand : null;
  return isRecord(brand) ? brand : {};
}
