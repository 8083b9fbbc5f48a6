import { contents } from '../../dist/index.js';

/** How far two places to fill in may overlap, in points: rounding. */
const tolerance = 0.5;

/** pdf.js finds the blanks of the tree as fields: in their order, each with a name of its own, its kind and its label, tagged and drawn. */
export const pdfFields = {
  name: 'pdf-fields',
  formats: ['pdf'],
  programs: [],
  async find(document, { pdf }) {
    const { pages, fields } = await pdf(document);
    const blanks = pages.flatMap((page) => page.blanks.map((blank) => ({ ...blank, page })));
    return [
      ...missing(blanks, wantedOf(document.tree.blocks)),
      ...repeated(blanks.map(({ name }) => name)).map((name) => ({ place: name, message: 'two fields have this name' })),
      ...blanks
        .filter(({ name }) => !fields.includes(name))
        .map(({ name }) => ({ place: name, message: 'is on the page and not in the form' })),
      ...blanks.flatMap(faults),
      ...pages.flatMap(tagged),
      ...pages.flatMap(overlaps),
    ];
  },
};

/** The blanks of a tree as fields should have them. A full stop in a name would part a field from its parent. */
const wantedOf = (blocks) =>
  [...contents(blocks)]
    .flat()
    .filter(({ type }) => type === 'field' || type === 'checkbox')
    .map((blank) => ({
      name: blank.name.replaceAll('.', '-'),
      label: blank.label,
      type: blank.type === 'checkbox' ? 'checkbox' : blank.kind === 'signature' ? 'Sig' : 'Tx',
      ...(blank.type === 'checkbox' ? { value: blank.checked ? 'Yes' : 'Off' } : {}),
    }));

function missing(blanks, wanted) {
  return Array.from({ length: Math.max(blanks.length, wanted.length) }, (_, at) => at).flatMap((at) => {
    const [is, should] = [blanks[at], wanted[at]];
    if (!is || !should) return [{ place: (is ?? should).name, message: is ? 'is not in the tree' : 'has no field' }];
    return Object.entries(should)
      .filter(([what, value]) => is[what] !== value)
      .map(([what, value]) => ({ place: should.name, message: `its ${what} is ${is[what]} and should be ${value}` }));
  });
}

function faults({ name, rect: [left, bottom, right, top], drawn, page }) {
  const inside = left >= 0 && bottom >= 0 && right <= page.width && top <= page.height;
  return [
    ...(right - left > 1 && top - bottom > 1 ? [] : ['has no room to fill it in']),
    ...(inside ? [] : ['stands over the edge of the sheet']),
    ...(drawn ? [] : ['is not drawn']),
  ].map((message) => ({ place: name, message }));
}

const repeated = (names) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];

/** Each blank stands once in the tags, in an element Form that has its label. */
function tagged({ number, tree, blanks }) {
  const forms = formsIn(tree);
  return blanks.flatMap(({ id, name, label }) => {
    const own = forms.filter(({ ids }) => ids.includes(id));
    if (own.length !== 1) return [{ place: name, message: `is ${own.length} times among the tags of page ${number}` }];
    return own[0].alt === label ? [] : [{ place: name, message: `is read aloud as “${own[0].alt}” and should be as “${label}”` }];
  });
}

function formsIn(element) {
  const children = element?.children ?? [];
  const own =
    element?.role === 'Form' ? [{ alt: element.alt, ids: children.filter(({ type }) => type === 'annotation').map(({ id }) => id) }] : [];
  return [...own, ...children.flatMap(formsIn)];
}

function overlaps({ blanks }) {
  return blanks.flatMap((one, at) =>
    blanks
      .slice(at + 1)
      .filter((other) => commonRoom(one.rect, other.rect) > tolerance)
      .map((other) => ({ place: one.name, message: `lies over ${other.name}` })),
  );
}

/** The smaller side of what two rectangles share. */
const commonRoom = (one, other) => Math.min(...[0, 1].map((at) => Math.min(one[at + 2], other[at + 2]) - Math.max(one[at], other[at])));
