/** A Word file opened for tests: its parts as trees, and its numbers counted anew by the rules of the format. */
import { SaxesParser } from 'saxes';
import { strFromU8, unzipSync } from 'fflate';

export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: (Xml | string)[];
}

export interface OpenedParagraph {
  style: string | null;
  /** What Word prints before the text, such as `2.1.`; null without a number. */
  number: string | null;
  text: string;
  xml: Xml;
}

export interface OpenedParts {
  paths: string[];
  /** The tree of a part, the same one each time: nobody may change it. */
  part(path: string): Xml;
  source(path: string): string;
}

export interface OpenedDocx extends OpenedParts {
  body: Xml;
  /** In reading order, those in cells included. */
  paragraphs: OpenedParagraph[];
}

export function parseXml(source: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  const top = (): Xml => open.at(-1) ?? root;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const made: Xml = { name, attributes, children: [] };
    top().children.push(made);
    open.push(made);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void top().children.push(text));
  parser.write(source).close();
  return elements(root)[0] ?? root;
}

/** The words directly in an element. */
export const wordsIn = (xml: Xml): string => xml.children.filter((child) => typeof child === 'string').join('');
export const elements = (xml: Xml): Xml[] => xml.children.filter((child): child is Xml => typeof child !== 'string');
export const child = (xml: Xml | undefined, name: string): Xml | undefined => xml && elements(xml).find((one) => one.name === name);
export const val = (xml: Xml | undefined): string | undefined => xml?.attributes['w:val'];

export function* descendants(xml: Xml, name?: string): Generator<Xml> {
  for (const one of elements(xml)) {
    if (name === undefined || one.name === name) yield one;
    yield* descendants(one, name);
  }
}

/** Words as Word shows them; a line break is a line feed. */
export function textOf(xml: Xml): string {
  return [...descendants(xml)]
    .map((one) =>
      one.name === 'w:t'
        ? wordsIn(one)
        : one.name === 'w:br'
          ? '\n'
          : one.name === 'w:tab' && one.attributes['w:val'] === undefined
            ? '\t'
            : '',
    )
    .join('');
}

/** The parts only, for files that are not in order. */
export function openParts(bytes: Uint8Array): OpenedParts {
  const parts = unzipSync(bytes);
  const source = (path: string): string => {
    const part = parts[path];
    if (!part) throw new Error(`no part ${path}`);
    return strFromU8(part);
  };
  // The styles, above all, are asked for again and again.
  const read = new Map<string, Xml>();
  const part = (path: string): Xml => {
    const known = read.get(path) ?? parseXml(source(path));
    read.set(path, known);
    return known;
  };
  return { paths: Object.keys(parts), source, part };
}

export function openDocx(bytes: Uint8Array): OpenedDocx {
  const { paths, part, source } = openParts(bytes);
  const body = child(part('word/document.xml'), 'w:body');
  if (!body) throw new Error('no body');
  const count = counter(part('word/numbering.xml'), part('word/styles.xml'));
  const paragraphs = [...descendants(body, 'w:p')].map(
    (xml): OpenedParagraph => ({
      style: val(child(child(xml, 'w:pPr'), 'w:pStyle')) ?? null,
      number: count(xml),
      text: textOf(xml),
      xml,
    }),
  );
  return { paths, part, source, body, paragraphs };
}

/** Counts as ISO/IEC 29500-1, 17.9 says: one count for each abstract numbering, begun anew where a w:num says so. */
function counter(numbering: Xml, styles: Xml): (paragraph: Xml) => string | null {
  const levelsOf = (id: string | undefined): Map<number, Xml> => {
    const found = elements(numbering).find((one) => one.name === 'w:abstractNum' && one.attributes['w:abstractNumId'] === id);
    return new Map(
      found &&
        elements(found)
          .filter((one) => one.name === 'w:lvl')
          .map((one) => [Number(one.attributes['w:ilvl']), one]),
    );
  };
  const nums = new Map(
    elements(numbering)
      .filter((one) => one.name === 'w:num')
      .map((num) => {
        const abstract = val(child(num, 'w:abstractNumId'));
        const overrides = new Map(
          elements(num)
            .filter((one) => one.name === 'w:lvlOverride')
            .map((one) => [Number(one.attributes['w:ilvl']), Number(val(child(one, 'w:startOverride')))]),
        );
        return [num.attributes['w:numId'], { abstract, levels: levelsOf(abstract), overrides }] as const;
      }),
  );
  const styleNumbers = new Map(
    elements(styles).flatMap((style) => {
      const numPr = child(child(style, 'w:pPr'), 'w:numPr');
      return numPr ? [[style.attributes['w:styleId'], numPr] as const] : [];
    }),
  );
  const counts = new Map<string | undefined, (number | undefined)[]>();
  const used = new Set<string>();

  return (paragraph) => {
    const properties = child(paragraph, 'w:pPr');
    const numPr = child(properties, 'w:numPr') ?? styleNumbers.get(val(child(properties, 'w:pStyle')) ?? '');
    const numId = val(child(numPr, 'w:numId'));
    if (numId === undefined || numId === '0') return null;
    const num = nums.get(numId);
    if (!num) throw new Error(`w:numId ${numId} is not defined`);
    const level = Number(val(child(numPr, 'w:ilvl')) ?? 0);
    const own = num.levels.get(level);
    if (!own) throw new Error(`level ${level} of w:numId ${numId} is not defined`);
    const start = Number(val(child(own, 'w:start')) ?? 0);
    const now = counts.get(num.abstract) ?? [];
    const key = `${numId}/${level}`;
    const restarts = !used.has(key) && num.overrides.has(level);
    const before = restarts ? undefined : now[level];
    now[level] = before === undefined ? (num.overrides.get(level) ?? start) : before + 1;
    used.add(key);
    now.length = level + 1;
    counts.set(num.abstract, now);
    return (val(child(own, 'w:lvlText')) ?? '').replace(/%(\d)/g, (_, digit: string) => {
      const count = now[Number(digit) - 1];
      // What a level prints that has not been counted yet is not the same in all programs.
      if (count === undefined) throw new Error(`${val(child(own, 'w:lvlText'))} needs a count that is not there`);
      return String(count);
    });
  };
}
