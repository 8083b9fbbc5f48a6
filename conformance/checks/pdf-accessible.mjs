import { listOf, numbersOf, pagesOf, paintedIn, readObjects, structureOf, wordsOf } from '../pdf-objects.mjs';

/** What PDF/UA-1 asks for and a program can tell: claims, tags on all content, their nesting, headings, tables, lists, figures and annotations. */
export const pdfAccessible = {
  name: 'pdf-accessible',
  formats: ['pdf'],
  programs: ['qpdf'],
  async find({ path }) {
    const file = await readObjects(path);
    const structure = structureOf(file);
    return [
      ...claims(file),
      ...content(file, structure),
      ...nesting(structure),
      ...headings(structure),
      ...attributes(file, structure),
      ...tables(structure),
      ...annotations(file, structure),
    ];
  },
};

const at = (place) => (message) => ({ place, message });

function claims({ catalog, get, bytesOf }) {
  const marks = get(catalog['/MarkInfo']) ?? {};
  const packet = bytesOf(catalog['/Metadata']).toString('utf8');
  const roles = get(get(catalog['/StructTreeRoot'])?.['/RoleMap']) ?? {};
  return [
    ...(/^u:[a-z]{2,3}(-|$)/i.test(catalog['/Lang'] ?? '') ? [] : ['the document has no language']),
    ...(marks['/Marked'] === true && marks['/Suspects'] !== true ? [] : ['the document does not say that it is tagged for certain']),
    ...(get(catalog['/ViewerPreferences'])?.['/DisplayDocTitle'] === true ? [] : ['the window would not show the title']),
    ...(/<pdfuaid:part>1<\/pdfuaid:part>/.test(packet) ? [] : ['PDF/UA-1 is not claimed']),
    ...(/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S/.test(packet) ? [] : ['the metadata have no title']),
    ...Object.keys(roles)
      .filter((role) => standard.has(role.slice(1)))
      .map((role) => `the standard type ${role} is mapped to another`),
  ].map(at('claims'));
}

/** All that is painted belongs to an element or is an artifact with a type, and page and structure agree on it. */
function content(file, structure) {
  const { catalog, get } = file;
  const parents = new Map(numbersOf(get(catalog['/StructTreeRoot'])?.['/ParentTree'], get));
  const owners = new Map(structure.flatMap((element) => element.marks.map(({ page, mark }) => [`${page} ${mark}`, element])));
  return pagesOf(file).flatMap(({ reference, page }, index) => {
    const note = at(`page ${index + 1}`);
    const painted = paintedIn(file.bytesOf(page['/Contents']));
    const own = get(parents.get(page['/StructParents'])) ?? [];
    const marks = [...new Set(painted.map(({ mark }) => mark).filter((mark) => typeof mark === 'number'))];
    return [
      ...(painted.some(({ mark }) => mark === null) ? ['something is painted outside of the tags'] : []),
      ...(painted.some(({ depth }) => depth > 1) ? ['one piece of content stands inside another'] : []),
      ...[
        ...new Set(
          painted
            .filter(({ mark, type }) => mark === 'Artifact' && !['/Layout', '/Pagination', '/Page', '/Background'].includes(type))
            .map(({ type }) => type),
        ),
      ].map((type) => `an artifact is of the type ${type}`),
      ...marks.filter((mark) => !owners.has(`${reference} ${mark}`)).map((mark) => `content ${mark} belongs to no element`),
      ...marks
        .filter((mark) => owners.has(`${reference} ${mark}`) && own[mark] !== owners.get(`${reference} ${mark}`).reference)
        .map((mark) => `content ${mark} has another parent than the element that it is in`),
      ...(page['/Annots'] && page['/Tabs'] !== '/S' ? ['the fields are not walked through in the order of the structure'] : []),
    ].map(note);
  });
}

const inline = ['Span', 'Form', 'Link', 'Quote', 'Reference', 'Note'];
const blocks = ['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'Table', 'Figure', 'Form', 'Div', 'Sect', 'Caption'];
const standard = new Set([
  'Document',
  'Part',
  'Art',
  'BlockQuote',
  'TOC',
  'TOCI',
  'LI',
  'Lbl',
  'LBody',
  'TR',
  'TH',
  'TD',
  'THead',
  'TBody',
  'TFoot',
  'Formula',
  ...inline,
  ...blocks,
]);

/** What may stand directly in an element. */
const allowed = {
  Document: blocks,
  Sect: blocks,
  Div: blocks,
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Lbl: inline,
  LBody: [...inline, ...blocks],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TH: [...inline, ...blocks],
  TD: [...inline, ...blocks],
  Caption: [...inline, 'P'],
  P: [...inline, 'Figure'],
  H1: inline,
  H2: inline,
  H3: inline,
  H4: inline,
  H5: inline,
  H6: inline,
  Span: ['Span'],
  Form: [],
  Figure: [],
};

function nesting(structure) {
  return structure.flatMap(({ role, parent, children, reference }) => {
    const note = at(`${role} ${reference}`);
    if (!standard.has(role)) return [note('is no standard type')];
    const within = parent ? (allowed[parent.role]?.includes(role) ?? true) : role === 'Document';
    return [
      ...(within ? [] : [note(`may not stand in ${parent?.role ?? 'the root'}`)]),
      ...(role === 'LI' && !children.some((child) => child.role === 'LBody') ? [note('has no LBody')] : []),
    ];
  });
}

/** The first is H1, and none skips a level. */
function headings(structure) {
  let last = 0;
  return structure
    .filter(({ role }) => /^H\d$/.test(role))
    .flatMap(({ role, reference }) => {
      const level = Number(role[1]);
      const skipped = level > last + 1;
      last = level;
      return skipped ? [{ place: `${role} ${reference}`, message: 'skips a level of headings' }] : [];
    });
}

function attributes({ get }, structure) {
  return structure.flatMap(({ role, dictionary, children, reference }) => {
    const note = at(`${role} ${reference}`);
    const own = listOf(get(dictionary['/A'])).map((one) => get(one));
    const value = (owner, key) => own.find((one) => one?.['/O'] === owner)?.[key];
    const labels = role === 'L' && children.some((item) => item.children.some((child) => child.role === 'Lbl'));
    return [
      ...(role === 'TH' && !['/Row', '/Column', '/Both'].includes(value('/Table', '/Scope')) ? ['does not say what it heads'] : []),
      ...(labels && value('/List', '/ListNumbering') === undefined ? ['has labels and does not say how it is numbered'] : []),
      ...(role === 'Figure' && !wordsOf(dictionary['/Alt'])?.trim() && !wordsOf(dictionary['/ActualText']) ? ['has no description'] : []),
      ...(role === 'Figure' && !Array.isArray(value('/Layout', '/BBox')) ? ['does not say where it is'] : []),
      ...['/Alt', '/E', '/ActualText']
        .filter((key) => dictionary[key] !== undefined && (wordsOf(dictionary[key]) ?? '') === '')
        .map((key) => `has an empty ${key.slice(1)}`),
      ...[...(wordsOf(dictionary['/E']) ?? ''), ...(wordsOf(dictionary['/Alt']) ?? '')]
        .filter((one) => /\p{Private_Use}/u.test(one))
        .map(() => 'is described in characters that mean nothing'),
    ].map(note);
  });
}

/** All rows of a table have as many cells; none spans more than one column here. */
function tables(structure) {
  return structure
    .filter(({ role }) => role === 'Table')
    .flatMap(({ children, reference }) => {
      const counts = new Set(
        children
          .flatMap((child) => (child.role === 'TR' ? [child] : child.children))
          .filter(({ role }) => role === 'TR')
          .map((row) => row.children.length),
      );
      return counts.size > 1 ? [{ place: `Table ${reference}`, message: `its rows have ${[...counts].join(' and ')} cells` }] : [];
    });
}

/** Each annotation is tagged, and says what it is for. */
function annotations(file, structure) {
  const { catalog, get } = file;
  const parents = new Map(numbersOf(get(catalog['/StructTreeRoot'])?.['/ParentTree'], get));
  const owners = new Map(structure.flatMap((element) => element.objects.map((object) => [object, element])));
  const roles = { '/Widget': 'Form', '/Link': 'Link' };
  const ofPages = pagesOf(file).flatMap(({ page }, index) =>
    listOf(get(page['/Annots'])).flatMap((reference) => {
      const one = get(reference);
      const owner = owners.get(reference);
      const note = at(`page ${index + 1} ${wordsOf(one['/T']) ?? one['/Subtype']}`);
      const said = wordsOf(one['/TU'])?.trim() || wordsOf(one['/Contents'])?.trim();
      return [
        ...(owner ? [] : ['is not tagged']),
        ...(owner && owner.role !== (roles[one['/Subtype']] ?? 'Annot') ? [`is tagged as ${owner.role}`] : []),
        ...(owner && parents.get(one['/StructParent']) !== owner.reference ? ['does not know its element'] : []),
        ...(said ? [] : ['has no words']),
        ...(one['/Subtype'] === '/TrapNet' ? ['is a trap network'] : []),
      ].map(note);
    }),
  );
  const forms = structure
    .filter(({ role }) => role === 'Form')
    .flatMap(({ dictionary, objects, marks, children, reference }) => {
      const drawn = listOf(get(dictionary['/A'])).some((one) => get(one)?.['/O'] === '/PrintField');
      const good = objects.length === 1 ? marks.length + children.length === 0 : objects.length === 0 && drawn;
      return good ? [] : [{ place: `Form ${reference}`, message: 'is neither one field nor a blank that is drawn' }];
    });
  return [...ofPages, ...forms];
}
