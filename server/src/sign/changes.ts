/**
 * What came into a file after it was signed. All that can be reached from its root is compared in both versions; a few changes are
 * allowed after a signature (fields filled in, further signatures, data for checking them), any other changes what was signed.
 */
import type { PdfFile } from './read/file.js';
import { entriesOf, isReference, itemsOf, nameOf, PdfFault, textOf } from './read/values.js';
import type { Entries, PdfValue } from './read/values.js';
import { keysOf, sameLeaf, sameTree } from './same.js';
import { fieldsOf } from './signatures.js';
import type { Field } from './signatures.js';

export type Change =
  | { readonly kind: 'filled'; readonly field: string; readonly value: string }
  | { readonly kind: 'signed'; readonly field: string }
  | { readonly kind: 'validation-data' }
  | { readonly kind: 'metadata' }
  /** From here on, what was signed is not what is seen. */
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'pages' }
  | { readonly kind: 'annotation'; readonly page: number }
  | { readonly kind: 'appearance'; readonly field: string }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'signature-changed'; readonly field: string }
  | { readonly kind: 'other'; readonly path: string }
  /** The tables of references pass over those that were signed. */
  | { readonly kind: 'references' }
  /** Something stands behind the end of the file. */
  | { readonly kind: 'behind-the-end' };

const allowed: ReadonlySet<Change['kind']> = new Set(['filled', 'signed', 'validation-data', 'metadata']);
export const isAllowed = ({ kind }: Change): boolean => allowed.has(kind);

const mostSteps = 5_000_000;

/** What differs between the version that was signed and the whole file, each once, in the order of its finding. */
export function changesSince(old: PdfFile, now: PdfFile): readonly Change[] {
  const found = new Map<string, Change>();
  const tell = (change: Change): void => void found.set(JSON.stringify(change), change);
  if (now.trailing) tell({ kind: 'behind-the-end' });
  const start = old.sections[0]?.at;
  if (!now.sections.some(({ at }) => at === start)) tell({ kind: 'references' });
  const fields = formChanges(old, now, tell);
  treeChanges(old, now, fields, tell);
  return [...found.values()];
}

/** Compares the fields, and gives the objects that are theirs by number: the walk through the rest leaves them alone. */
function formChanges(old: PdfFile, now: PdfFile, tell: (change: Change) => void): ReadonlySet<number> {
  const before = new Map(fieldsOf(old).map((field) => [field.name, field]));
  const after = fieldsOf(now);
  const done = new Set<number>();
  const names = new Set<string>();
  for (const field of after) {
    const own = before.get(field.name);
    // Two fields of one name: which of them is meant, readers decide differently.
    if (names.has(field.name) && !own) tell({ kind: 'field', field: field.name });
    names.add(field.name);
    if (!own) {
      const isSigned = field.type === 'Sig' && entriesOf(now.resolve(field.entries.get('V'))) !== null;
      tell({ kind: isSigned && areaOf(field, now) <= largestSign ? 'signed' : 'field', field: field.name });
      for (const number of objectsOf(field, now)) done.add(number);
    } else if (own.number === field.number) {
      fieldChanges(own, field, old, now, tell);
      for (const number of objectsOf(field, now)) done.add(number);
    } else tell({ kind: 'field', field: field.name });
  }
  for (const name of before.keys()) if (!names.has(name)) tell({ kind: 'field', field: name });
  return done;
}

/** Square points: a tenth of a page. A larger sign of a signature would lie over what is written. */
const largestSign = 50_000;

function areaOf({ entries }: Field, file: PdfFile): number {
  const areas = [entries, ...kidsOf(entries, file).map((kid) => entriesOf(file.resolve(kid)))].map((one) => {
    const [a = 0, b = 0, c = 0, d = 0] = (itemsOf(file.resolve(one?.get('Rect'))) ?? []).map((item) => Number(file.resolve(item)));
    return Math.abs((c - a) * (d - b));
  });
  return Math.max(...areas);
}

/** The widgets of a field that has several, or one apart from itself. */
const kidsOf = (entries: Entries, file: PdfFile): readonly PdfValue[] => itemsOf(file.resolve(entries.get('Kids'))) ?? [];

const objectsOf = ({ number, entries }: Field, file: PdfFile): readonly number[] =>
  [number, ...kidsOf(entries, file).map((kid) => (isReference(kid) ? kid.number : null))].filter((one) => one !== null);

function fieldChanges(own: Field, field: Field, old: PdfFile, now: PdfFile, tell: (change: Change) => void): void {
  const differs = (key: string): boolean =>
    !sameTree(own.entries.get(key) ?? null, field.entries.get(key) ?? null, old, now, key === 'Rect');
  const { name } = field;
  const signedBefore = own.type === 'Sig' && entriesOf(old.resolve(own.entries.get('V'))) !== null;
  const changed = [
    ...keysOf(own.entries, field.entries).filter((key) => !tied.has(key) && differs(key)),
    ...widgetChanges(own, field, old, now),
  ];
  if (changed.length === 0) return;
  const value = changed.includes('V');
  if (signedBefore && value) tell({ kind: 'signature-changed', field: name });
  else if (value && own.type === 'Sig') tell({ kind: 'signed', field: name });
  else if (value) tell({ kind: 'filled', field: name, value: shown(now.resolve(field.entries.get('V'))) });
  // A look without a value is how a forger writes over a field.
  else if (changed.includes('AP') || changed.includes('AS')) tell({ kind: 'appearance', field: name });
  const rest = changed.filter(
    (key) => key !== 'V' && !looks.has(key) && !(own.type === 'Sig' && value && !signedBefore && signerMay.has(key)),
  );
  if (rest.length > 0) tell({ kind: 'field', field: name });
}

/** The keys in which the widgets of a field differ; `Kids` where they are others. */
function widgetChanges(own: Field, field: Field, old: PdfFile, now: PdfFile): readonly string[] {
  const [before, after] = [kidsOf(own.entries, old), kidsOf(field.entries, now)];
  if (before.length !== after.length) return ['Kids'];
  return before.flatMap((kid, at) => {
    const other = after[at] ?? null;
    const [x, y] = [entriesOf(old.resolve(kid)), entriesOf(now.resolve(other))];
    if (!x || !y || !isReference(kid) || !isReference(other) || kid.number !== other.number) return ['Kids'];
    return keysOf(x, y).filter((key) => !tied.has(key) && !sameTree(x.get(key) ?? null, y.get(key) ?? null, old, now, key === 'Rect'));
  });
}

/** What leads back to the whole file, which is compared by itself. */
const tied = new Set(['P', 'Parent', 'Kids']);
const looks = new Set(['AP', 'AS', 'M']);
/** What programs also write into the field that they sign. */
const signerMay = new Set(['F', 'Type', 'Subtype', 'MK', 'DA']);

const shown = (value: PdfValue): string => (textOf(value) ?? nameOf(value) ?? '').slice(0, 200);

type Path = readonly string[];

/** Compares all that is reached from the root, but for the fields. */
function treeChanges(old: PdfFile, now: PdfFile, fields: ReadonlySet<number>, tell: (change: Change) => void): void {
  const parts = new Map([...pageParts(old), ...pageParts(now)]);
  const seen = new Set<string>();
  const stack: { readonly a: PdfValue; readonly b: PdfValue; readonly path: Path; readonly page: Of }[] = [];
  const push = (a: PdfValue, b: PdfValue, path: Path, page: Of): void => void stack.push({ a, b, path, page });
  push(old.trailer.get('Root') ?? null, now.trailer.get('Root') ?? null, [], null);
  if (!sameTree(old.trailer.get('Info') ?? null, now.trailer.get('Info') ?? null, old, now)) tell({ kind: 'metadata' });
  let steps = 0;
  for (let one = stack.pop(); one; one = stack.pop()) {
    steps += 1;
    if (steps > mostSteps) throw new PdfFault('too-large');
    const { a, b, path } = one;
    if (isReference(a) && isReference(b)) {
      // The same object is not another where somebody else points to it.
      if (a.number === b.number && fields.has(a.number)) continue;
      const pair = `${a.number} ${b.number}`;
      if (seen.has(pair)) continue;
      seen.add(pair);
    } else if (isReference(b) && fields.has(b.number) && a === null) continue;
    const page = isReference(b) ? (parts.get(b.number) ?? one.page) : one.page;
    const [x, y] = [old.resolve(a), now.resolve(b)];
    if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) {
      if (x !== y) tell(changeAt(path, page));
      continue;
    }
    const leaf = sameLeaf(x, y);
    if (leaf === false) tell(changeAt(path, page));
    if (leaf !== null) continue;
    if (x.type === 'array' && y.type === 'array') compareArrays(x.items, y.items, path, page);
    if ('entries' in x && 'entries' in y)
      for (const key of keysOf(x.entries, y.entries)) compareEntry(x.entries, y.entries, key, path, page);
  }

  function compareArrays(x: readonly PdfValue[], y: readonly PdfValue[], path: Path, page: Of): void {
    // What was there stays where it was; a new widget of a field may follow.
    for (const [at, item] of x.entries()) {
      if (at < y.length) push(item, y[at] ?? null, [...path, '*'], page);
      else tell(changeAt(path, page));
    }
    for (const item of y.slice(x.length)) if (!(mayGrow(path) && isReference(item) && fields.has(item.number))) tell(changeAt(path, page));
  }

  function compareEntry(x: Entries, y: Entries, key: string, path: Path, page: Of): void {
    const [a, b] = [x.get(key) ?? null, y.get(key) ?? null];
    const here = [...path, key];
    const allowance = allowedAt(here, x.has(key));
    if (allowance === null) {
      // What stands above a page is not of that page.
      if (x.has(key) || emptyGrowth(here, b)) push(a, b, here, key === 'Parent' ? null : page);
      else tell(changeAt(here, page));
    } else if (allowance !== 'same' && !sameTree(a, b, old, now)) tell(allowance);
  }

  /** A list of annotations or fields where there was none: all of them are widgets of new fields. */
  function emptyGrowth(path: Path, b: PdfValue): boolean {
    const items = itemsOf(now.resolve(b));
    return mayGrow(path) && items !== null && items.every((item) => isReference(item) && fields.has(item.number));
  }
}

const mayGrow = (path: Path): boolean => path.at(-1) === 'Annots' || path.join('/') === 'AcroForm/Fields';

/** What may change at a place: null where nothing may, `same` where it tells nothing. */
function allowedAt(path: Path, wasThere: boolean): Change | 'same' | null {
  switch (path.join('/')) {
    case 'DSS':
      return { kind: 'validation-data' };
    case 'Metadata':
      return { kind: 'metadata' };
    case 'Extensions':
    case 'Version':
    case 'AcroForm/SigFlags':
    case 'AcroForm/NeedAppearances':
      return 'same';
    default:
      // A program that fills in brings its fonts, beside those that are there.
      return path.length === 4 && path.slice(0, 3).join('/') === 'AcroForm/DR/Font' && !wasThere ? 'same' : null;
  }
}

function changeAt(path: Path, page: Of): Change {
  if (page === 'tree') return { kind: 'pages' };
  if (page !== null) return path.includes('Annots') ? { kind: 'annotation', page } : { kind: 'page', page };
  if (path[0] === 'Pages') return { kind: 'pages' };
  return { kind: 'other', path: path.filter((key) => key !== '*').join('/') };
}

/** Of which page a thing is, or of the tree that holds the pages together. */
type Of = number | 'tree' | null;

/** The pages, and the nodes of their tree, by the numbers of their objects. */
function pageParts(file: PdfFile): ReadonlyMap<number, Of> {
  const parts = new Map<number, Of>();
  let pages = 0;
  const visit = (value: PdfValue): void => {
    if (!isReference(value) || parts.has(value.number)) return;
    const kids = itemsOf(file.resolve(entriesOf(file.resolve(value))?.get('Kids')));
    parts.set(value.number, kids ? 'tree' : (pages += 1));
    kids?.forEach(visit);
  };
  visit(file.root.get('Pages') ?? null);
  return parts;
}
