/** The objects of a PDF file as qpdf reads them, and what its pages show. */
import { run } from './program.mjs';

const reference = /^\d+ \d+ R$/;

/**
 * Opens a file: the `catalog`, the `trailer`, `all` dictionaries by reference, `get`, which follows a reference to its
 * value, and `bytesOf` a stream, unpacked. Names begin with a slash. Rejects when qpdf cannot read the file.
 */
export async function readObjects(path) {
  const { code, output, messages } = await run('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path]);
  if (output.length === 0) throw new Error(messages.trim() || `qpdf ended with ${code}`);
  const [, objects] = JSON.parse(output.toString()).qpdf;
  const entries = Object.entries(objects)
    .filter(([key]) => key.startsWith('obj:'))
    .map(([key, { value, stream }]) => [key.slice('obj:'.length), stream ? { ...stream.dict, [data]: stream.data } : value]);
  const byReference = new Map(entries);
  const get = (value) => (typeof value === 'string' && reference.test(value) ? get(byReference.get(value)) : value);
  const trailer = objects.trailer.value;
  return {
    trailer,
    get,
    catalog: get(trailer['/Root']),
    all: new Map(entries.filter(([, value]) => value !== null && typeof value === 'object' && !Array.isArray(value))),
    bytesOf: (value) => Buffer.from(get(value)?.[data] ?? '', 'base64'),
  };
}

const data = Symbol('stream');

/** A string of the file; null for anything else. */
export const wordsOf = (value) => (typeof value === 'string' && value.startsWith('u:') ? value.slice(2) : null);

/** The pages in their order, each with its reference. */
export function pagesOf({ catalog, get }) {
  const inside = (reference) => {
    const node = get(reference);
    return node['/Kids'] ? node['/Kids'].flatMap(inside) : [{ reference, page: node }];
  };
  return inside(catalog['/Pages']);
}

/** The elements of the structure in reading order, parents first: `role`, `dictionary`, `parent`, `children`, and `marks`, the page and number of each content, and `objects`, its annotations. */
export function structureOf({ catalog, get }) {
  const all = [];
  const visit = (reference, parent, page) => {
    const dictionary = get(reference);
    const element = { role: dictionary['/S']?.slice(1), reference, dictionary, parent, children: [], marks: [], objects: [] };
    all.push(element);
    const own = dictionary['/Pg'] ?? page;
    for (const kid of listOf(get(dictionary['/K']))) {
      const value = get(kid);
      if (typeof value === 'number') element.marks.push({ page: own, mark: value });
      else if (value?.['/Type'] === '/MCR') element.marks.push({ page: value['/Pg'] ?? own, mark: value['/MCID'] });
      else if (value?.['/Type'] === '/OBJR') element.objects.push(value['/Obj']);
      else if (value) element.children.push(visit(kid, element, own));
    }
    return element;
  };
  const root = get(catalog['/StructTreeRoot']);
  for (const kid of listOf(get(root?.['/K']))) visit(kid, null, null);
  return all;
}

export const listOf = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

/** The entries of a number tree. */
export function numbersOf(node, get) {
  const { '/Nums': numbers = [], '/Kids': kids = [] } = get(node) ?? {};
  const own = numbers.flatMap((key, at) => (at % 2 === 0 ? [[key, numbers[at + 1]]] : []));
  return [...own, ...kids.flatMap((kid) => numbersOf(kid, get))];
}

const token = /%[^\r\n]*|<<|>>|[[\]]|<[0-9A-Fa-f\s]*>|\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\)|\/[^\s<>[\](){}/%]*|[^\s<>[\](){}/%]+/g;
const operator = /^[A-Za-z'"][A-Za-z0-9*'"]*$/;

/** The operators of a content stream in their order, each with its operands as they are written. */
export function* operatorsIn(bytes) {
  let operands = [];
  for (const [written] of bytes.toString('latin1').matchAll(token)) {
    if (written.startsWith('%')) continue;
    if (operator.test(written) && !['true', 'false', 'null'].includes(written)) {
      yield { name: written, operands };
      operands = [];
    } else operands.push(written);
  }
}

const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);
const showing = new Set(['Tj', 'TJ', "'", '"']);

/**
 * What is painted, piece by piece: the `operator`, the `mark` of the content around it (`null` outside of all, `Artifact`
 * or a number), the type of an artifact, what it stands for (`expansion`), and of text its `font` and `codes` of two bytes.
 */
export function paintedIn(bytes) {
  const painted = [];
  const open = [];
  let font = null;
  for (const { name, operands } of operatorsIn(bytes)) {
    if (name === 'BDC' || name === 'BMC') open.push(markOf(operands));
    else if (name === 'EMC') open.pop();
    else if (name === 'Tf') font = operands[0].slice(1);
    else if (painting.has(name)) {
      const around = open.filter(({ mark }) => mark !== null);
      const codes = showing.has(name) ? operands.flatMap(codesOf) : [];
      painted.push({
        operator: name,
        operands,
        depth: around.length,
        ...(around.at(-1) ?? { mark: null, type: null }),
        ...(showing.has(name) && { font, codes }),
      });
    }
  }
  return painted;
}

/** The codes of two bytes of a string, in digits or in characters. */
function codesOf(written) {
  const digits = written.startsWith('<')
    ? written
    : written.startsWith('(')
      ? Buffer.from(charactersIn(written), 'latin1').toString('hex')
      : '';
  return (digits.match(/[0-9A-Fa-f]{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
}

const escaped = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a string in brackets says; see ISO 32000-1, 7.3.4.2. */
const charactersIn = (string) =>
  string
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|\r\n|[^])|\r\n?/g, (_, one) =>
      one === undefined
        ? '\n'
        : /^[0-7]/.test(one)
          ? String.fromCharCode(Number.parseInt(one, 8) & 0xff)
          : /^[\r\n]/.test(one)
            ? ''
            : (escaped[one] ?? one),
    );

function markOf([tag, ...properties]) {
  const valueOf = (key) => properties[properties.indexOf(key) + 1];
  if (tag === '/Artifact') return { mark: 'Artifact', type: properties.includes('/Type') ? valueOf('/Type') : null };
  return properties.includes('/MCID')
    ? { mark: Number(valueOf('/MCID')), type: null, expanded: properties.includes('/E') }
    : { mark: null, type: null };
}

/** Code → character of a font that has codes of two bytes. */
export function charactersOf(map) {
  const found = new Map();
  const text = (hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, body] of map.toString('latin1').matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from, to, list, one] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:\[(.*?)\]|<([0-9a-f]*)>)/gis)) {
      const first = Number.parseInt(from, 16);
      const texts = list === undefined ? null : [...list.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => text(hex));
      for (let code = first; code <= Number.parseInt(to, 16); code++) {
        found.set(code, texts ? (texts[code - first] ?? '') : String.fromCodePoint((text(one).codePointAt(0) ?? 0) + code - first));
      }
    }
  }
  for (const [, body] of map.toString('latin1').matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, hex] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]*)>/gi)) found.set(Number.parseInt(code, 16), text(hex));
  }
  return found;
}
