/** Fields in headers and footers: those that Word works out from the new document stay, others leave their words. */
import { refusal } from '../../ooxml/package.js';
import { childOf, elementsOf, isXml, wordsIn, xml } from '../../ooxml/xml-tree.js';
import type { Node, Xml } from '../../ooxml/xml-tree.js';

/** Numbers of pages and dates, and what they are reckoned with. */
const kept = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'IF', '=', 'DATE', 'TIME']);
/** What the document says of itself; the words in the reference document are those of its own. */
const ofDocument = new Set(['TITLE', 'SUBJECT', 'AUTHOR', 'KEYWORDS', 'STYLEREF', 'FILENAME']);
/** Brings in what lies outside the file. */
const outside = new Set(['INCLUDEPICTURE', 'INCLUDETEXT', 'INCLUDE', 'LINK', 'DDE', 'DDEAUTO', 'IMPORT', 'DATABASE', 'RD']);

interface OpenField {
  /** Everything, the marks of the field included. */
  all: Node[];
  /** What is shown. */
  shown: Node[];
  instruction: string;
  /** The fields that the instruction is made with. */
  inner: string[];
  showing: boolean;
}

const nameOf = (instruction: string): string => /^\s*(=|[A-Za-z]+)/.exec(instruction)?.[1]?.toUpperCase() ?? '';

/** The children of a paragraph with their fields settled; `part` is named where one leads outside. */
export function fieldsSettled(children: readonly Node[], part: string): Node[] {
  const out: Node[] = [];
  const open: OpenField[] = [];
  const put = (node: Node): void => {
    const field = open.at(-1);
    if (!field) return void out.push(node);
    field.all.push(node);
    if (field.showing) field.shown.push(node);
  };
  for (const node of children.flatMap(apart)) {
    const mark = isXml(node) ? childOf(node, 'w:fldChar')?.attributes['w:fldCharType'] : undefined;
    const field = open.at(-1);
    if (mark === 'begin') open.push({ all: [node], shown: [], instruction: '', inner: [], showing: false });
    else if (mark === 'separate') {
      field?.all.push(node);
      if (field) field.showing = true;
    } else if (mark === 'end') {
      if (!field) continue;
      open.pop();
      field.all.push(node);
      const settled = settle(field, part);
      const outer = open.at(-1);
      if (outer && !outer.showing) outer.inner.push(nameOf(field.instruction), ...field.inner);
      settled.forEach(put);
    } else {
      const words = isXml(node) ? childOf(node, 'w:instrText') : undefined;
      if (field && !field.showing && words) field.instruction += wordsIn(words);
      if (isXml(node) && node.name === 'w:fldSimple') simple(node, part).forEach(put);
      else if (field || !words) put(node);
    }
  }
  // What is not closed in its paragraph is no field any more.
  return [...out, ...open.flatMap((field) => field.shown)];
}

/** Runs that hold one thing each where one of them belongs to a field. */
function apart(node: Node): Node[] {
  if (!isXml(node) || node.name !== 'w:r' || !elementsOf(node).some((one) => one.name === 'w:fldChar' || one.name === 'w:instrText'))
    return [node];
  const look = childOf(node, 'w:rPr');
  return elementsOf(node)
    .filter((one) => one !== look)
    .map((one) => ({ ...node, children: [...(look ? [look] : []), one] }));
}

function settle({ all, shown, instruction, inner }: OpenField, part: string): Node[] {
  const decision = decide(instruction, inner, part);
  if (decision === 'keep') return all;
  if (decision === 'anew')
    return [
      settledField(
        instruction.trim(),
        shown.find((node): node is Xml => isXml(node) && node.name === 'w:r'),
      ),
    ];
  return shown;
}

function simple(field: Xml, part: string): Node[] {
  const instruction = field.attributes['w:instr'] ?? '';
  const decision = decide(instruction, [], part);
  if (decision === 'keep') return [field];
  if (decision === 'anew') return [settledField(instruction.trim(), childOf(field, 'w:r'))];
  return field.children.filter((node) => isXml(node) && node.name !== 'w:fldData');
}

function decide(instruction: string, inner: readonly string[], part: string): 'keep' | 'anew' | 'words' {
  const name = nameOf(instruction);
  const stranger = [name, ...inner].find((one) => outside.has(one));
  if (stranger !== undefined) throw refusal('reference-linked', { part, target: stranger });
  if (kept.has(name) && inner.every((one) => kept.has(one))) return 'keep';
  return ofDocument.has(name) ? 'anew' : 'words';
}

/** A field without a result, looking as `run` does. */
export function settledField(instruction: string, run: Xml | undefined): Xml {
  const look = run && childOf(run.name === 'w:r' ? run : (childOf(run, 'w:r') ?? run), 'w:rPr');
  return xml(
    'w:fldSimple',
    { 'w:instr': ` ${instruction} ` },
    xml('w:r', {}, ...(look ? [look] : []), xml('w:t', { 'xml:space': 'preserve' })),
  );
}

/** The field with what the document says; other elements as they are. */
export function fieldFilled(one: Xml, words: Readonly<Record<string, string>>): Xml {
  const text = one.name === 'w:fldSimple' ? words[nameOf(one.attributes['w:instr'] ?? '')] : undefined;
  const run = childOf(one, 'w:r');
  if (text === undefined || !run) return one;
  const look = childOf(run, 'w:rPr');
  return { ...one, children: [{ ...run, children: [...(look ? [look] : []), xml('w:t', { 'xml:space': 'preserve' }, text)] }] };
}
