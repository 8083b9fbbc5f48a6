import { charactersOf, listOf, operatorsIn, pagesOf, paintedIn, readObjects, wordsOf } from '../pdf-objects.mjs';

const usual = '2a';

/** What PDF/A asks for and a program can tell: claims, colours, fonts, no transparency in 1a, no foreign files, no scripts, drawn fields. */
export const pdfArchive = {
  name: 'pdf-archive',
  formats: ['pdf'],
  programs: ['qpdf'],
  async find({ path, sealed = false, options: { profile = usual } }) {
    const file = await readObjects(path);
    return [
      ...metadata(file, profile),
      ...colours(file),
      ...objects(file, profile),
      ...attachments(file, profile),
      ...fields(file, sealed),
      ...fonts(file, profile),
    ];
  },
};

const at = (place) => (message) => ({ place, message });
const dictionaries = ({ all }) => [...all].map(([reference, dictionary]) => ({ reference, dictionary }));

/** The claims, and that the two places that tell of a file tell the same. */
function metadata({ catalog, trailer, get, bytesOf }, profile) {
  const stream = get(catalog['/Metadata']) ?? {};
  const packet = bytesOf(catalog['/Metadata']).toString('utf8');
  const information = Object.fromEntries(Object.entries(get(trailer['/Info']) ?? {}).map(([key, value]) => [key, get(value)]));
  const said = (name) => decoded(new RegExp(`<${name}>(?:\\s*<rdf:(?:Alt|Seq|Bag)>\\s*<rdf:li[^>]*>)?([^<]*)<`).exec(packet)?.[1] ?? null);
  const pairs = [
    ['/Title', 'dc:title'],
    ['/Author', 'dc:creator'],
    ['/Subject', 'dc:description'],
    ['/Keywords', 'pdf:Keywords'],
    ['/Creator', 'xmp:CreatorTool'],
    ['/Producer', 'pdf:Producer'],
  ];
  const differing = pairs
    .filter(([key, name]) => information[key] !== undefined && wordsOf(information[key]) !== said(name))
    .map(([key, name]) => `${key.slice(1)} is “${wordsOf(information[key])}” and ${name} is “${said(name)}”`);
  const date = (written) =>
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/
      .exec(wordsOf(written) ?? '')
      ?.slice(1)
      .join('') ?? null;
  const dates = [
    ['/CreationDate', 'xmp:CreateDate'],
    ['/ModDate', 'xmp:ModifyDate'],
  ].filter(([key, name]) => information[key] !== undefined && date(information[key]) !== said(name)?.replace(/\D/g, '').slice(0, 14));
  return [
    ...(said('pdfaid:part') === profile[0] && said('pdfaid:conformance') === 'A' ? [] : ['PDF/A is not claimed as it should be']),
    ...(/<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/</.test(packet) && /<pdfaSchema:prefix>pdfuaid</.test(packet)
      ? []
      : ['the schema of the PDF/UA claim is not described']),
    ...(/<\?xpacket begin=[^>]*(bytes|encoding)=/.test(packet) ? ['the packet names its length or encoding'] : []),
    ...(stream['/Filter'] === undefined && stream['/Subtype'] === '/XML' ? [] : ['the packet cannot be found without unpacking']),
    ...(Array.isArray(trailer['/ID']) ? [] : ['the file has no identifier']),
    ...(trailer['/Encrypt'] === undefined ? [] : ['the file is encrypted']),
    ...differing,
    ...dates.map(([key]) => `${key.slice(1)} is another date in the metadata`),
  ].map(at('metadata'));
}

const decoded = (text) =>
  text
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&') ?? null;

/** Red, green and blue are those of the profile in the file; nothing is in other colours. */
function colours(file) {
  const { catalog, get } = file;
  const intents = listOf(get(catalog['/OutputIntents']))
    .map(get)
    .filter((intent) => intent['/S'] === '/GTS_PDFA1');
  const components = intents.map((intent) => get(intent['/DestOutputProfile'])?.['/N']);
  const cmyk = pagesOf(file).filter(({ page }) =>
    [...operatorsIn(file.bytesOf(page['/Contents']))].some(({ name }) => ['k', 'K'].includes(name)),
  );
  const images = dictionaries(file).filter(
    ({ dictionary }) =>
      dictionary['/Subtype'] === '/Image' && !['/DeviceRGB', '/DeviceGray', '/Indexed'].includes(listOf(dictionary['/ColorSpace'])[0]),
  );
  return [
    ...(components.length === 1 && components[0] === 3
      ? []
      : [{ place: 'colours', message: 'there is not one output intent for red, green and blue' }]),
    ...[...cmyk, ...images].map(({ reference }) => ({ place: reference, message: 'is in colours that the output intent does not cover' })),
  ];
}

/** Actions that an archive does not know. */
const actions = new Set([
  '/Launch',
  '/Sound',
  '/Movie',
  '/ResetForm',
  '/ImportData',
  '/JavaScript',
  '/Hide',
  '/SetOCGState',
  '/Rendition',
  '/Trans',
  '/GoTo3DView',
  '/SubmitForm',
]);

/** The longest array and string that PDF 1.4 promises to read. */
const limits = { array: 8191, string: 65_535 };

function objects(file, profile) {
  const early = profile === '1a';
  const found = dictionaries(file).flatMap(({ reference, dictionary }) => {
    const has = (key) => dictionary[key] !== undefined;
    const kind = dictionary['/Type'] ?? dictionary['/Subtype'];
    const see = dictionary['/ca'] ?? dictionary['/CA'] ?? 1;
    const ofPage = dictionary['/Type'] === '/Page';
    return [
      ...(actions.has(dictionary['/S']) ? [`has the action ${dictionary['/S']}`] : []),
      ...(has('/AA') || has('/JS') ? ['acts by itself'] : []),
      ...(listOf(dictionary['/Filter']).some((filter) => ['/LZWDecode', '/Crypt'].includes(filter))
        ? [`is packed with ${dictionary['/Filter']}`]
        : []),
      ...(dictionary['/Interpolate'] === true ? ['is smoothed'] : []),
      ...(has('/OPI') || has('/Alternates') || dictionary['/Subtype'] === '/PS' ? ['shows something else elsewhere'] : []),
      ...(kind === '/ExtGState' && (has('/TR') || has('/HTP')) ? ['changes colours by the device'] : []),
      ...(early &&
      ((has('/SMask') && dictionary['/SMask'] !== '/None') || see < 1 || ![undefined, '/Normal', '/Compatible'].includes(dictionary['/BM']))
        ? ['is transparent']
        : []),
      ...(early && file.get(dictionary['/Group'])?.['/S'] === '/Transparency' ? ['is a group for transparency'] : []),
      ...(early && ['/ObjStm', '/XRef'].includes(dictionary['/Type']) ? ['is of a later version of PDF'] : []),
      ...(early ? oversized(dictionary) : []),
      ...(ofPage && !boxes(dictionary['/MediaBox']) ? ['is a sheet of an impossible size'] : []),
    ].map(at(reference));
  });
  const { catalog, get } = file;
  return [
    ...found,
    ...(get(catalog['/OpenAction'])?.['/S'] && get(catalog['/OpenAction'])['/S'] !== '/GoTo'
      ? [{ place: 'catalogue', message: 'the document acts when it is opened' }]
      : []),
    ...(early && catalog['/OCProperties'] ? [{ place: 'catalogue', message: 'parts of the document can be hidden' }] : []),
    ...(catalog['/Requirements'] ? [{ place: 'catalogue', message: 'the document makes requirements' }] : []),
  ];
}

function oversized(value) {
  if (typeof value === 'string') return value.length > limits.string ? ['has a string that is too long for PDF 1.4'] : [];
  if (value === null || typeof value !== 'object') return [];
  const own = Array.isArray(value) && value.length > limits.array ? ['has a list that is too long for PDF 1.4'] : [];
  return [...own, ...Object.values(value).flatMap(oversized)];
}

const boxes = (box) => Array.isArray(box) && [box[2] - box[0], box[3] - box[1]].every((side) => side >= 3 && side <= 14_400);

/** Only 3a carries a file, and says how it belongs to the document. */
function attachments(file, profile) {
  const { catalog, get } = file;
  const specifications = dictionaries(file).filter(({ dictionary }) => dictionary['/EF'] !== undefined);
  if (profile !== '3a')
    return specifications.map(({ reference }) => ({ place: reference, message: `a file is attached, which ${profile} does not allow` }));
  const associated = listOf(get(catalog['/AF']));
  return specifications.flatMap(({ reference, dictionary }) => {
    const embedded = get(get(dictionary['/EF'])['/F']) ?? {};
    return [
      ...(['/Source', '/Data', '/Alternative', '/Supplement', '/Unspecified'].includes(dictionary['/AFRelationship'])
        ? []
        : ['does not say how it belongs to the document']),
      ...(associated.includes(reference) ? [] : ['belongs to nothing in the document']),
      ...(wordsOf(dictionary['/F']) && wordsOf(dictionary['/UF']) ? [] : ['has no name']),
      ...(embedded['/Subtype']?.includes('/', 1) ? [] : ['does not say of what type it is']),
      ...(embedded['/Params'] && get(embedded['/Params'])['/ModDate'] ? [] : ['does not say when it was changed']),
    ].map(at(reference));
  });
}

/** Bits of `/F` of an annotation. */
const flags = { hidden: 2, printed: 4, invisible: 1, noView: 32, toggleNoView: 256 };

/** Fields are printed and drawn, act by no script, and nothing is signed yet, but for the seal of what is sealed. */
function fields(file, sealed) {
  const { catalog, get } = file;
  const form = get(catalog['/AcroForm']) ?? {};
  const widgets = dictionaries(file).filter(({ dictionary }) => dictionary['/Subtype'] === '/Widget');
  const listed = new Set(listOf(get(form['/Fields'])));
  return [
    ...(form['/NeedAppearances'] === undefined ? [] : [{ place: 'form', message: 'fields are to be drawn by whoever opens the file' }]),
    ...(form['/XFA'] === undefined && catalog['/NeedsRendering'] === undefined
      ? []
      : [{ place: 'form', message: 'there is a form of another kind as well' }]),
    ...widgets.flatMap(({ reference, dictionary }) => {
      const flag = dictionary['/F'] ?? 0;
      const drawn = get(dictionary['/AP']);
      return [
        ...(flag & flags.printed && !(flag & (flags.hidden | flags.invisible | flags.noView | flags.toggleNoView))
          ? []
          : ['is not printed, or hidden']),
        ...(drawn && Object.keys(drawn).join() === '/N' ? [] : ['has not one look']),
        ...(dictionary['/FT'] === '/Btn' && drawn && get(drawn['/N'])?.[dictionary['/AS']] === undefined
          ? ['has no look for its state']
          : []),
        ...(dictionary['/A'] === undefined ? [] : ['acts when it is clicked']),
        ...(dictionary['/FT'] === '/Sig' && dictionary['/V'] !== undefined && !sealed ? ['is signed'] : []),
        ...(listed.has(reference) ? [] : ['is not in the form']),
      ].map(at(wordsOf(dictionary['/T']) ?? reference));
    }),
  ];
}

/** What no character may be read as: PDF/UA says so. */
const unreadable = ['\u0000', '\uFEFF', '\uFFFE'];

/** Fonts are in the file, each code that is shown has a glyph and a character, and widths are those of the font. */
function fonts(file, profile) {
  const { get, bytesOf } = file;
  const shown = new Map();
  for (const { page } of pagesOf(file)) collect(file, page['/Resources'], bytesOf(page['/Contents']), shown);
  for (const { dictionary } of dictionaries(file).filter(({ dictionary }) => dictionary['/Subtype'] === '/Form'))
    collect(file, dictionary['/Resources'], bytesOf(dictionary), shown);
  return dictionaries(file)
    .filter(({ dictionary }) => dictionary['/Type'] === '/Font' && dictionary['/DescendantFonts'])
    .flatMap(({ reference, dictionary }) => {
      const own = get(get(dictionary['/DescendantFonts'])[0]);
      const descriptor = get(own['/FontDescriptor']) ?? {};
      const program = bytesOf(descriptor['/FontFile2'] ?? descriptor['/FontFile3']);
      const characters = charactersOf(bytesOf(dictionary['/ToUnicode']));
      const codes = [...(shown.get(reference) ?? [])];
      const glyphs = glyphsIn(program);
      const widths = widthsOf(get(own['/W']) ?? []);
      const subset = bytesOf(descriptor['/CIDSet']);
      const inSubset = (glyph) => ((subset[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;
      // A seal's font calls its few glyphs by other numbers than they have.
      const map = own['/CIDToGIDMap'] === '/Identity' ? Buffer.alloc(0) : bytesOf(own['/CIDToGIDMap']);
      const glyphOf = (code) => (map.length > 0 ? (map[2 * code] << 8) | map[2 * code + 1] : code);
      const held =
        map.length > 0
          ? [0, ...Array(map.length / 2).keys()].filter((code) => code === 0 || glyphOf(code) > 0)
          : [...Array(glyphs?.count ?? 0).keys()];
      const bad = codes.find((code) => glyphs && Math.abs((widths.get(code) ?? 1000) - glyphs.widths[glyphOf(code)]) > 1);
      return [
        ...(program.length > 0 ? [] : ['is not in the file']),
        ...(own['/Subtype'] === '/CIDFontType2' && own['/CIDToGIDMap'] === undefined ? ['does not say which glyph a code is'] : []),
        ...(dictionary['/Encoding'] === '/Identity-H' ? [] : ['has another encoding']),
        ...(/^\/[A-Z]{6}\+/.test(dictionary['/BaseFont']) &&
        own['/BaseFont'] === dictionary['/BaseFont'] &&
        descriptor['/FontName'] === dictionary['/BaseFont']
          ? []
          : ['is called in different ways']),
        ...(codes.includes(0) ? ['shows the glyph for what is missing'] : []),
        ...(codes.some((code) => glyphs && !(glyphOf(code) < glyphs.count)) ? ['shows a glyph that it does not have'] : []),
        ...codes
          .filter((code) => !characters.get(code))
          .slice(0, 1)
          .map((code) => `glyph ${code} is read as no character`),
        ...[...characters]
          .filter(([, text]) => unreadable.some((one) => text.includes(one)))
          .slice(0, 1)
          .map(([code]) => `glyph ${code} is read as a character that is none`),
        ...(bad === undefined ? [] : [`glyph ${bad} is ${widths.get(bad)} wide and should be ${glyphs.widths[glyphOf(bad)]}`]),
        // PDF/A-1 asks for the list of all glyphs; later parts take it if it is complete.
        ...(profile === '1a' && subset.length === 0 ? ['does not list its glyphs'] : []),
        ...(subset.length > 0 && glyphs && held.some((code) => !inSubset(code)) ? ['lists not all of its glyphs'] : []),
      ].map(at(dictionary['/BaseFont']));
    });
}

function collect({ get }, resources, bytes, shown) {
  const names = get(get(resources)?.['/Font']) ?? {};
  for (const { font, codes = [] } of paintedIn(bytes)) {
    const reference = names[`/${font}`];
    if (!reference) continue;
    const own = shown.get(reference) ?? new Set();
    shown.set(reference, own);
    for (const code of codes) own.add(code);
  }
}

/** The number of glyphs of a TrueType program and their widths, in thousandths of the size. */
function glyphsIn(program) {
  if (program.length < 12) return null;
  const tables = new Map(
    Array.from({ length: program.readUInt16BE(4) }, (_, at) => 12 + 16 * at).map((at) => [
      program.toString('latin1', at, at + 4),
      program.readUInt32BE(at + 8),
    ]),
  );
  const [head, maximum, across, metrics] = ['head', 'maxp', 'hhea', 'hmtx'].map((name) => tables.get(name));
  if ([head, maximum, across, metrics].includes(undefined)) return null;
  const [em, count, long] = [program.readUInt16BE(head + 18), program.readUInt16BE(maximum + 4), program.readUInt16BE(across + 34)];
  return {
    count,
    widths: Array.from({ length: count }, (_, glyph) => (program.readUInt16BE(metrics + 4 * Math.min(glyph, long - 1)) * 1000) / em),
  };
}

function widthsOf(list) {
  const widths = new Map();
  for (let at = 0; at < list.length; ) {
    const [first, next] = [list[at], list[at + 1]];
    if (Array.isArray(next)) {
      next.forEach((width, index) => widths.set(first + index, width));
      at += 2;
    } else {
      for (let code = first; code <= next; code++) widths.set(code, list[at + 2]);
      at += 3;
    }
  }
  return widths;
}
