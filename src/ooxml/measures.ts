/**
 * Measures as every program reads them: whole numbers in the unit of their place. Other programs write fractions (`w:w="100.0"`),
 * units (`12pt`), percentages (`50%`) and what is no measure at all; Word takes the first of these for damage
 * (ISO/IEC 29500-4, 2.18, ST_TwipsMeasure, ST_HpsMeasure, ST_MeasurementOrPercent).
 */
import type { Xml } from './xml-tree.js';

/** How much of the unit of a place a point is. */
const perPoint = { twips: 20, halfPoints: 2, eighths: 8, points: 1, count: 1 } as const;
type Unit = keyof typeof perPoint;

/** What an attribute is measured in, and whether it may be below zero. */
type Rule = readonly [Unit, 'signed'?];

const val = (unit: Unit, signed?: 'signed'): Record<string, Rule> => ({ 'w:val': signed ? [unit, signed] : [unit] });
const width: Record<string, Rule> = { 'w:w': ['twips', 'signed'] };
/** Edges of cells have a width, lines around something a thickness and a distance. */
const side: Record<string, Rule> = { ...width, 'w:sz': ['eighths'], 'w:space': ['points'] };
const signed = (unit: Unit, ...names: string[]): Record<string, Rule> => Object.fromEntries(names.map((name) => [name, [unit, 'signed']]));
const unsigned = (unit: Unit, ...names: string[]): Record<string, Rule> => Object.fromEntries(names.map((name) => [name, [unit]]));

const rules: Readonly<Record<string, Record<string, Rule>>> = {
  'w:ind': {
    ...signed('twips', 'w:left', 'w:right', 'w:start', 'w:end'),
    ...unsigned('twips', 'w:firstLine', 'w:hanging'),
    ...signed('count', 'w:leftChars', 'w:rightChars', 'w:startChars', 'w:endChars', 'w:firstLineChars', 'w:hangingChars'),
  },
  'w:spacing': {
    ...unsigned('twips', 'w:before', 'w:after'),
    ...signed('twips', 'w:line', 'w:val'),
    ...signed('count', 'w:beforeLines', 'w:afterLines'),
  },
  'w:tab': signed('twips', 'w:pos'),
  'w:framePr': {
    ...unsigned('twips', 'w:w', 'w:h', 'w:hSpace', 'w:vSpace'),
    ...signed('twips', 'w:x', 'w:y'),
  },
  'w:tblpPr': {
    ...unsigned('twips', 'w:leftFromText', 'w:rightFromText', 'w:topFromText', 'w:bottomFromText'),
    ...signed('twips', 'w:tblpX', 'w:tblpY'),
  },
  'w:gridCol': unsigned('twips', 'w:w'),
  'w:trHeight': val('twips'),
  'w:sz': val('halfPoints'),
  'w:szCs': val('halfPoints'),
  'w:kern': val('halfPoints'),
  'w:position': val('halfPoints', 'signed'),
  'w:w': val('count'),
  'w:outlineLvl': val('count'),
  'w:ilvl': val('count'),
  'w:numId': val('count'),
  'w:gridSpan': val('count'),
  'w:uiPriority': val('count', 'signed'),
  'w:bdr': side,
  ...Object.fromEntries(['w:tblW', 'w:tcW', 'w:wBefore', 'w:wAfter', 'w:tblInd', 'w:tblCellSpacing'].map((name) => [name, width])),
  ...Object.fromEntries(
    ['w:top', 'w:left', 'w:start', 'w:bottom', 'w:right', 'w:end', 'w:insideH', 'w:insideV', 'w:between', 'w:bar'].map((name) => [
      name,
      side,
    ]),
  ),
};

/** Elements that are nothing without their measure. */
const nothingWithout: Readonly<Record<string, string>> = {
  'w:tab': 'w:pos',
  ...Object.fromEntries(
    ['sz', 'szCs', 'kern', 'position', 'w', 'outlineLvl', 'ilvl', 'numId', 'gridSpan', 'uiPriority'].map((name) => [`w:${name}`, 'w:val']),
  ),
};

/** Points in each unit. */
const units: Readonly<Record<string, number>> = { pt: 1, pc: 12, pi: 12, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };

/** The element with measures that can be read; null where nothing is left of it. */
export function withMeasures(one: Xml): Xml | null {
  const own = rules[one.name];
  if (!own) return one;
  const needed = nothingWithout[one.name];
  let { attributes } = one;
  for (const [name, [unit, below]] of Object.entries(own)) {
    const written = attributes[name];
    if (written === undefined || /^\d{1,9}$/.test(written)) continue;
    const share = name === 'w:w' ? shareOf(written) : null;
    const measure = share ?? measureIn(one.name === 'w:w' ? written.replace(/%$/, '') : written, unit);
    if (measure !== null && (below || measure >= 0))
      attributes = { ...attributes, [name]: String(measure), ...(share !== null && { 'w:type': 'pct' }) };
    else if (name === needed) return null;
    else attributes = Object.fromEntries(Object.entries(attributes).filter(([other]) => other !== name));
  }
  return attributes === one.attributes ? one : { ...one, attributes };
}

/** Percentages of widths are counted in fiftieths. */
function shareOf(written: string): number | null {
  const share = /^(-?\d{1,6}(?:\.\d+)?)%$/.exec(written)?.[1];
  return share === undefined ? null : Math.round(Number(share) * 50);
}

function measureIn(written: string, unit: Unit): number | null {
  const [, amount, sign] = /^\s*([-+]?\d{1,9}(?:\.\d*)?)(pt|pc|pi|in|cm|mm)?\s*$/.exec(written) ?? [];
  if (amount === undefined) return null;
  return Math.round(Number(amount) * (sign === undefined ? 1 : (units[sign] ?? 1) * perPoint[unit]));
}
