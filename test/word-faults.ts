/** What the Open XML SDK does not find and Word minds all the same. */
import { posix } from 'node:path';
import { child, descendants, elements, val } from './opened-docx.js';
import type { OpenedParts, Xml } from './opened-docx.js';

const named = (xml: Xml, name: string): Xml[] => elements(xml).filter((one) => one.name === name);
const repeated = (ids: (string | undefined)[]): (string | undefined)[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

/** A line for each fault; none for a file that is in order. */
export function faultsOf(file: OpenedParts): string[] {
  const texts = file.paths.filter((path) => /^word\/(document|styles|numbering|footnotes|endnotes|header\d+|footer\d+)\.xml$/.test(path));
  return [
    ...texts.flatMap((path) =>
      [...styles(file, path), ...numbers(file, path), ...cells(file.part(path)), ...languages(file.part(path))].map(
        (fault) => `${path}: ${fault}`,
      ),
    ),
    ...sheet(file),
    ...ids(file, texts),
    ...relationships(file),
  ];
}

function styles(file: OpenedParts, path: string): string[] {
  const sheet = named(file.part('word/styles.xml'), 'w:style');
  const kinds = new Map(sheet.map((one) => [one.attributes['w:styleId'], one.attributes['w:type']]));
  const wanted = { 'w:pStyle': 'paragraph', 'w:rStyle': 'character', 'w:tblStyle': 'table' };
  const inText = [...descendants(file.part(path))].flatMap((one) => {
    const kind = wanted[one.name as keyof typeof wanted];
    return kind === undefined || kinds.get(val(one)) === kind ? [] : [`no ${kind} style ${val(one)}`];
  });
  const among =
    path !== 'word/styles.xml'
      ? []
      : sheet.flatMap((style) =>
          ['w:basedOn', 'w:next', 'w:link'].flatMap((name) => {
            const to = val(child(style, name));
            return to === undefined || kinds.has(to) ? [] : [`${name} of ${style.attributes['w:styleId']} leads to ${to}`];
          }),
        );
  return [...inText, ...among];
}

/** One style of each id and each name, one default of each type. */
function sheet(file: OpenedParts): string[] {
  const all = named(file.part('word/styles.xml'), 'w:style');
  const defaults = all.filter((one) => /^(1|true)$/.test(one.attributes['w:default'] ?? '')).map((one) => one.attributes['w:type']);
  return [
    ...repeated(all.map((one) => one.attributes['w:styleId'])).map((id) => `two styles ${id}`),
    ...repeated(all.map((one) => `${one.attributes['w:type']} ${val(child(one, 'w:name'))?.toLowerCase()}`)).map(
      (name) => `two styles named ${name}`,
    ),
    ...(defaults.sort().join() === 'character,numbering,paragraph,table' ? [] : [`defaults: ${defaults.join()}`]),
  ];
}

function numbers(file: OpenedParts, path: string): string[] {
  const numbering = file.part('word/numbering.xml');
  const levels = new Map(
    named(numbering, 'w:abstractNum').map((one) => [
      one.attributes['w:abstractNumId'],
      new Set(named(one, 'w:lvl').map((level) => level.attributes['w:ilvl'])),
    ]),
  );
  const lists = new Map(
    named(numbering, 'w:num').map((one) => [one.attributes['w:numId'], levels.get(val(child(one, 'w:abstractNumId')))]),
  );
  return [...descendants(file.part(path), 'w:numPr')].flatMap((one) => {
    const id = val(child(one, 'w:numId'));
    return id === '0' || lists.get(id)?.has(val(child(one, 'w:ilvl')) ?? '0') ? [] : [`no numbering ${id}`];
  });
}

function cells(part: Xml): string[] {
  return [...descendants(part, 'w:tbl')].flatMap((table) => {
    const columns = named(child(table, 'w:tblGrid') ?? table, 'w:gridCol').length;
    return named(table, 'w:tr').flatMap((row) => {
      const own = named(row, 'w:tc');
      const covered = own.reduce((sum, cell) => sum + Number(val(child(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1), 0);
      return [
        ...(covered === columns ? [] : [`${covered} cells in ${columns} columns`]),
        ...own.filter((cell) => elements(cell).at(-1)?.name !== 'w:p').map(() => 'a cell without a paragraph at its end'),
      ];
    });
  });
}

function languages(part: Xml): string[] {
  const tags = [...descendants(part)].flatMap((one) =>
    one.name === 'w:lang' ? Object.values(one.attributes) : one.name === 'w:lid' ? [val(one) ?? ''] : [],
  );
  return [...new Set(tags)].filter((tag) => !/^[a-z]{2,3}-[A-Z]{2}$/.test(tag)).map((tag) => `language ${tag}`);
}

function ids(file: OpenedParts, texts: readonly string[]): string[] {
  const controls = texts.flatMap((path) => [...descendants(file.part(path), 'w:sdtPr')]);
  const drawings = texts.flatMap((path) => [...descendants(file.part(path), 'wp:docPr')].map((one) => one.attributes.id));
  return [
    ...repeated(controls.map((one) => val(child(one, 'w:id')))).map((id) => `two controls ${id}`),
    ...repeated(drawings).map((id) => `two drawings ${id}`),
  ];
}

/** Each leads to a part that there is, each is used by what it belongs to, none leads outside; each part has a type. */
function relationships(file: OpenedParts): string[] {
  const types = elements(file.part('[Content_Types].xml'));
  const typed = (path: string): boolean =>
    types.some(
      ({ attributes }) =>
        attributes.PartName === `/${path}` || (attributes.Extension !== undefined && path.endsWith(`.${attributes.Extension}`)),
    );
  const doubled = repeated(types.map(({ attributes }) => attributes.PartName ?? attributes.Extension?.toLowerCase()));
  const broken = file.paths
    .filter((path) => path.endsWith('.rels'))
    .flatMap((path) => {
      const owner = posix.join(posix.dirname(posix.dirname(path)), posix.basename(path, '.rels'));
      const all = elements(file.part(path));
      const known = new Set(all.map(({ attributes }) => attributes.Id));
      const used =
        owner === '.' || owner === '' || !file.paths.includes(owner)
          ? []
          : [...descendants(file.part(owner))].flatMap((one) =>
              Object.entries(one.attributes)
                .filter(([name]) => /^r:(id|embed|link|pict)$/.test(name))
                .map(([, id]) => id),
            );
      return [
        ...all
          .filter(({ attributes }) => attributes.TargetMode === 'External')
          .map(({ attributes }) => `${path} leads to ${attributes.Target}`),
        ...all
          .filter(
            ({ attributes }) =>
              attributes.TargetMode !== 'External' &&
              !file.paths.includes(posix.join(posix.dirname(posix.dirname(path)), attributes.Target ?? '')),
          )
          .map(({ attributes }) => `${path}: no part ${attributes.Target}`),
        ...used.filter((id) => !known.has(id)).map((id) => `${owner}: no relationship ${id}`),
        ...repeated(all.map(({ attributes }) => attributes.Id)).map((id) => `${path}: two relationships ${id}`),
      ];
    });
  const orphans = file.paths.filter((path) => path !== '[Content_Types].xml' && !typed(path)).map((path) => `${path} has no type`);
  return [...broken, ...orphans, ...doubled.map((name) => `two types of ${name}`)];
}
