/** The description of a package of electronic papers: XML of facts, with the elements that the data of a country names. */
import type { Library } from 'rolewright';

/** What the data of a country says of such packages. */
export type PackageLaw = NonNullable<ReturnType<Library['jurisdiction']>['electronicPackage']>;
/** What stands in elements; one that is left out has none. */
export type PackageFacts = Readonly<Partial<Record<PackageLaw['elements'][number]['holds'], string>>>;

export interface Labelled {
  /** A UUID. */
  readonly id: string;
  /** The day on which the package is made. */
  readonly created: string;
}

/** The text of the file. Elements without a value are left out, and so is what has nothing in it. */
export function description(facts: PackageFacts, { description: head, elements }: PackageLaw, { id, created }: Labelled): string {
  const root = `${head.prefix}:${head.root}`;
  const attributes = {
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    [`xmlns:${head.prefix}`]: head.namespace,
    ...{ id, created, version: head.version },
    'xsi:schemaLocation': `${head.namespace} ${head.schema}`,
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<${root}${written.join('')}>`];
  const open: string[] = [];
  const put = (line: string): void => void lines.push(`${'  '.repeat(open.length + 1)}${line}`);
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const name = open.pop() ?? '';
      put(`</${name}>`);
    }
  };
  for (const { path, holds } of elements) {
    const value = facts[holds];
    if (value === undefined) continue;
    const parents = path.slice(0, -1);
    const differs = parents.findIndex((name, at) => open[at] !== name);
    closeTo(differs < 0 ? parents.length : differs);
    for (const name of parents.slice(open.length)) {
      put(`<${name}>`);
      open.push(name);
    }
    const [name = ''] = path.slice(-1);
    put(`<${name}>${escaped(value)}</${name}>`);
  }
  closeTo(0);
  return `${[...lines, `</${root}>`].join('\n')}\n`;
}

/** What XML 1.0 has no place for (2.2); it stands in no text that was checked. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
