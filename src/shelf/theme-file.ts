/** A theme that a project brings along: read and checked, so that no page comes out without room for its text. */
import { frozen } from '../content/content.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { contrast, readable } from '../theme/contrast.js';
import type { Theme } from '../theme/theme.js';
import type { Workspace } from '../workspace/workspace.js';
import { calledLikeItsFile } from './shelf-file.js';

export interface ThemeReading extends Omit<Reading<Theme>, 'data'> {
  /** Null when there is any error. */
  theme: Theme | null;
}

/** Reads and checks a theme, which is frozen. Never throws; all problems come in one run, in the order of the file. */
export function readTheme(workspace: Workspace, path: string): ThemeReading {
  const { data, ...rest } = readData<Theme>(workspace, path, kindAt(path));
  return { theme: data && frozen(data), ...rest };
}

const kindAt = (path: string): Kind => ({
  schema: 'theme',
  rules: [calledLikeItsFile(path, 'id'), pageHasRoom, partsFitThePage, pageNumbersStandInMargins, textIsReadable],
});

/** A value deep in the data, by its JSON pointer. */
const at = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), data);

const numberAt = (data: unknown, pointer: string): number => {
  const value = at(data, pointer);
  return typeof value === 'number' ? value : NaN;
};

/** The least side of the text area, mm: a name, a date and a signature stand beside one another. */
const leastRoom = 60;

/** Width and height of the text area, mm; NaN where the file does not say. */
const textArea = (data: unknown): { width: number; height: number } => ({
  width: numberAt(data, '/page/width') - numberAt(data, '/page/margin/left') - numberAt(data, '/page/margin/right'),
  height: numberAt(data, '/page/height') - numberAt(data, '/page/margin/top') - numberAt(data, '/page/margin/bottom'),
});

/** Figures of decimals as people write them. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

function pageHasRoom({ data }: Checked): Finding[] {
  const { width, height } = textArea(data);
  // Sheets are turned for wide tables; their margins stay.
  const turned = {
    width: numberAt(data, '/page/height') - numberAt(data, '/page/margin/left') - numberAt(data, '/page/margin/right'),
    height: numberAt(data, '/page/width') - numberAt(data, '/page/margin/top') - numberAt(data, '/page/margin/bottom'),
  };
  return [
    { side: 'width', room: Math.min(width, turned.width) },
    { side: 'height', room: Math.min(height, turned.height) },
  ]
    .filter(({ room }) => room < leastRoom)
    .map(({ side, room }) => finding('theme-no-room', '/page/margin', { side, room: rounded(room), least: leastRoom }));
}

/** Indents and hanging numbers may take half of the width, stamps all of it. */
function partsFitThePage({ data }: Checked): Finding[] {
  const { width } = textArea(data);
  if (!(width >= leastRoom)) return [];
  const parts = [
    ...['/text/indent', '/heading/1/indent', '/heading/2/indent', '/clause/hang', '/list/hang', '/list/indent'].map((pointer) => ({
      pointer,
      needs: numberAt(data, pointer),
      most: width / 2,
    })),
    { pointer: '/stamp/width', needs: numberAt(data, '/stamp/width'), most: width },
  ];
  return parts
    .filter(({ needs, most }) => needs > most)
    .map(({ pointer, needs, most }) => finding('theme-too-wide', pointer, { width: needs, most: rounded(most) }));
}

function pageNumbersStandInMargins({ data }: Checked): Finding[] {
  const place = at(data, '/pageNumber/place');
  const distance = numberAt(data, '/pageNumber/distance');
  const margin = numberAt(data, place === 'top-center' ? '/page/margin/top' : '/page/margin/bottom');
  return distance >= margin ? [finding('page-number-in-text', '/pageNumber/distance', { distance, margin })] : [];
}

/** What is printed in a colour of its own, and on what. */
const printed = [
  { color: 'text', on: null },
  { color: 'accent', on: null },
  { color: 'quiet', on: null },
  { color: 'tableHead', on: 'shade' },
] as const;

function textIsReadable({ data }: Checked): Finding[] {
  const colorAt = (name: string): string | null => {
    const value = at(data, `/color/${name}`);
    return typeof value === 'string' && /^[0-9A-Fa-f]{6}$/.test(value) ? value : null;
  };
  return printed.flatMap(({ color: name, on }) => {
    const shaded = on !== null && at(data, '/table/headerShade') === true;
    const [color, ground] = [colorAt(name), shaded ? colorAt(on) : 'FFFFFF'];
    if (color === null || ground === null) return [];
    const ratio = contrast(color, ground);
    // Rounded down, so that no colour is refused for the contrast that is asked for.
    return ratio < readable
      ? [finding('theme-contrast', `/color/${name}`, { color, ground, ratio: Math.floor(ratio * 100) / 100, least: readable })]
      : [];
  });
}
