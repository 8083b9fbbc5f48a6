import { posix } from 'node:path';
import { all, children, valueOf, xmlPartsOf } from '../word-package.mjs';

/** What the schema does not say and Word minds: references that lead somewhere, tables without holes, ids that are unique. */
export const docxParts = {
  name: 'docx-parts',
  formats: ['docx', 'redline'],
  programs: [],
  async find({ path, tree }) {
    const parts = xmlPartsOf(path);
    const texts = [...parts].filter(([name]) => /^word\/(document|header\d*|footer\d*|styles|numbering)\.xml$/.test(name));
    return [
      ...texts.flatMap(([name, part]) =>
        [...cells(part), ...numbers(part, parts), ...styles(part, parts), ...languages(part)].map((finding) => at(name, finding)),
      ),
      ...unique(texts),
      ...mainLanguage(parts, tree).map((finding) => at('word/styles.xml', finding)),
      ...links(parts),
      ...dates(parts).map((finding) => at('docProps/core.xml', finding)),
    ];
  },
};

const at = (part, { place, message }) => ({ place: `${part} ${place}`.trim(), message });

function cells(part) {
  return all(part, 'w:tbl').flatMap((table, number) => {
    const columns = children(children(table, 'w:tblGrid')[0] ?? table, 'w:gridCol').length;
    return children(table, 'w:tr').flatMap((row, line) => {
      const place = `table ${number + 1} row ${line + 1}`;
      const own = [...children(row, 'w:tc'), ...children(row, 'w:sdt').flatMap((control) => all(control, 'w:tc'))];
      const skipped = children(row, 'w:trPr').reduce(
        (sum, one) => sum + Number(valueOf(one, 'w:gridBefore') ?? 0) + Number(valueOf(one, 'w:gridAfter') ?? 0),
        0,
      );
      const covered = own.reduce((sum, cell) => sum + Number(valueOf(children(cell, 'w:tcPr')[0] ?? cell, 'w:gridSpan') ?? 1), skipped);
      return [
        ...(covered === columns ? [] : [{ place, message: `its cells cover ${covered} of ${columns} columns` }]),
        // Word reports a file as damaged when a cell does not end with a paragraph.
        ...own
          .filter((cell) => cell.children.at(-1)?.name !== 'w:p')
          .map(() => ({ place, message: 'a cell does not end with a paragraph' })),
      ];
    });
  });
}

function numbers(part, parts) {
  const numbering = parts.get('word/numbering.xml');
  const lists = new Map(children(numbering ?? part, 'w:num').map((list) => [list.attributes['w:numId'], valueOf(list, 'w:abstractNumId')]));
  const levels = new Map(
    children(numbering ?? part, 'w:abstractNum').map((list) => [
      list.attributes['w:abstractNumId'],
      new Set(children(list, 'w:lvl').map((level) => level.attributes['w:ilvl'])),
    ]),
  );
  const used = all(part, 'w:numPr').flatMap((use) => {
    const id = valueOf(use, 'w:numId');
    const level = valueOf(use, 'w:ilvl') ?? '0';
    // Number 0 takes a paragraph out of the numbering of its style.
    if (id === undefined || id === '0') return [];
    if (!lists.has(id)) return [`there is no numbering ${id}`];
    return levels.get(lists.get(id))?.has(level) ? [] : [`numbering ${id} has no level ${level}`];
  });
  const defined =
    part === numbering
      ? [...lists].filter(([, list]) => !levels.has(list)).map(([id, list]) => `numbering ${id} refers to ${list}, which there is not`)
      : [];
  return [...used, ...defined].map((message) => ({ place: '', message }));
}

/** What refers to a style, and to which kind of it. */
const styleReferences = {
  'w:pStyle': 'paragraph',
  'w:rStyle': 'character',
  'w:tblStyle': 'table',
  'w:numStyleLink': 'numbering',
  'w:styleLink': 'numbering',
};

function styles(part, parts) {
  const sheet = children(parts.get('word/styles.xml') ?? part, 'w:style');
  const kinds = new Map(sheet.map(({ attributes }) => [attributes['w:styleId'], attributes['w:type']]));
  const missing = (id, kind, by) =>
    kinds.get(id) === kind ? [] : [{ place: '', message: `${by} refers to the ${kind} style ${id}, which there is not` }];
  const among = part.name === 'w:styles' ? children(part, 'w:style') : [];
  return [
    ...Object.entries(styleReferences).flatMap(([name, kind]) =>
      [...new Set(all(part, name).map(({ attributes }) => attributes['w:val']))].flatMap((id) => missing(id, kind, name)),
    ),
    ...among.flatMap((style) =>
      ['w:basedOn', 'w:next'].flatMap((name) => {
        const id = valueOf(style, name);
        return id === undefined ? [] : missing(id, style.attributes['w:type'], `${name} of ${style.attributes['w:styleId']}`);
      }),
    ),
  ];
}

function languages(part) {
  const tags = [
    ...all(part, 'w:lang').flatMap(({ attributes }) => Object.values(attributes)),
    ...all(part, 'w:lid').map(({ attributes }) => attributes['w:val']),
  ];
  return [...new Set(tags)]
    .filter((tag) => !isLanguage(tag))
    .map((tag) => ({ place: '', message: `“${tag}” is not the tag of a language` }));
}

/** Well formed, in the usual capitals, and a language that is known by a name. */
function isLanguage(tag) {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical === tag && new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
}

function mainLanguage(parts, { language }) {
  const [defaults] = all(parts.get('word/styles.xml'), 'w:docDefaults');
  const found = defaults && all(defaults, 'w:lang')[0]?.attributes['w:val'];
  return found === language
    ? []
    : [{ place: 'docDefaults', message: `the language of the document is ${found ?? 'not given'} and should be ${language}` }];
}

/** Names of elements and attributes that have to differ all over the file. */
function unique(texts) {
  const ids = {
    'id of a control': (part) => all(part, 'w:sdtPr').map((properties) => valueOf(properties, 'w:id')),
    'tag of a control': (part) => all(part, 'w:sdtPr').map((properties) => valueOf(properties, 'w:tag')),
    'id of a drawing': (part) => all(part, 'wp:docPr').map(({ attributes }) => attributes.id),
    'id of a bookmark': (part) => all(part, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id']),
  };
  return Object.entries(ids).flatMap(([what, idsIn]) => {
    const seen = texts.flatMap(([, part]) => idsIn(part)).filter((id) => id !== undefined);
    const twice = [...new Set(seen.filter((id, index) => seen.indexOf(id) !== index))];
    return twice.map((id) => ({ place: what, message: `“${id}” is used more than once` }));
  });
}

/** Relationships lead to parts that are there, and whoever names a relationship finds it. */
function links(parts) {
  return [...parts]
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, relationships]) => {
      const folder = posix.dirname(posix.dirname(name));
      const owner = parts.get(posix.join(folder, posix.basename(name, '.rels')));
      const known = children(relationships, 'Relationship').map(({ attributes }) => attributes);
      const dangling = known
        .filter(({ TargetMode }) => TargetMode !== 'External')
        .map(({ Target }) => (Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)))
        .filter((target) => target.endsWith('.xml') && !parts.has(target))
        .map((target) => ({ place: name, message: `there is no part ${target}` }));
      const ids = new Set(known.map(({ Id }) => Id));
      const unknown = relationIds(owner)
        .filter((id) => !ids.has(id))
        .map((id) => ({ place: name, message: `there is no relationship ${id}` }));
      return [...dangling, ...unknown];
    });
}

const relationIds = (element) =>
  element
    ? [
        ...Object.entries(element.attributes)
          .filter(([name]) => /^r:(id|embed|link)$/.test(name))
          .map(([, id]) => id),
        ...element.children.flatMap(relationIds),
      ]
    : [];

/** Nobody packs a file at midnight on the second: other dates were read off a clock. */
function dates(parts) {
  const core = parts.get('docProps/core.xml');
  const [created, modified] = ['dcterms:created', 'dcterms:modified'].map((name) => (core ? all(core, name)[0]?.text : undefined));
  return created !== undefined && created === modified && created.endsWith('T00:00:00Z')
    ? []
    : [{ place: '', message: `the dates ${created} and ${modified} are not the constant ones` }];
}
