/** A Word file as it is after all of its tracked changes were accepted or rejected, by the rules of the format (ISO/IEC 29500-1, 17.13.5). */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { childOf, descendantsOf, elementsOf, isXml, parseXml, printXml } from '../src/ooxml/xml-tree.js';
import type { Node, Xml } from '../src/ooxml/xml-tree.js';

export type Decision = 'accept' | 'reject';

export function settledDocx(bytes: Uint8Array, decision: Decision): Uint8Array {
  const parts = unzipSync(bytes);
  const root = readPart(parts['word/document.xml']);
  settle(root, decision === 'accept' ? { gone: 'w:del', stays: 'w:ins' } : { gone: 'w:ins', stays: 'w:del' });
  return zipSync({ ...parts, 'word/document.xml': strToU8(printXml(root)) });
}

/** Names of the marks of tracked changes that a part has, with how often it has them. */
export function marksOf(bytes: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of descendantsOf(readPart(unzipSync(bytes)['word/document.xml'])))
    if (/^w:(?:ins|del|pPrChange|customXml\w+)$/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const readPart = (part: Uint8Array | undefined): Xml =>
  parseXml(strFromU8(part ?? new Uint8Array()), (fault) => {
    throw new Error(fault);
  });

interface Marks {
  gone: 'w:ins' | 'w:del';
  stays: 'w:ins' | 'w:del';
}

function settle(parent: Xml, marks: Marks): void {
  parent.children = parent.children.flatMap((node, at) => settledNode(node, parent.children[at - 1], marks));
  for (const one of elementsOf(parent)) settle(one, marks);
  parent.children = parent.children.filter((node) => !(isXml(node) && node.name === 'w:tbl' && !childOf(node, 'w:tr')));
  joinParagraphs(parent, marks);
}

function settledNode(node: Node, previous: Node | undefined, marks: Marks): Node[] {
  if (!isXml(node)) return [node];
  if (node.name === marks.gone && node.children.length > 0) return [];
  if (node.name === marks.stays && node.children.length > 0)
    return node.children.flatMap((one, at) => settledNode(one, node.children[at - 1], marks));
  if (node.name === 'w:tr' && childOf(childOf(node, 'w:trPr'), marks.gone)) return [];
  if (/^w:customXmlInsRange/.test(node.name)) return [];
  if (
    marks.gone === 'w:ins' &&
    node.name === 'w:sdt' &&
    previous !== undefined &&
    isXml(previous) &&
    previous.name === 'w:customXmlInsRangeStart'
  )
    return [];
  if (node.name === 'w:delText') return [{ ...node, name: 'w:t' }];
  if (node.name === 'w:pPrChange') return [];
  const former = node.name === 'w:pPr' && marks.gone === 'w:ins' ? childOf(childOf(node, 'w:pPrChange'), 'w:pPr') : undefined;
  return [
    former ? { ...former, children: [...former.children, ...node.children.filter((one) => isXml(one) && one.name === 'w:rPr')] } : node,
  ];
}

/** A mark that goes joins its paragraph to the next, whose mark, and so whose looks, both then have. */
function joinParagraphs(parent: Xml, { gone, stays }: Marks): void {
  const out: Node[] = [];
  let carried: Node[] | null = null;
  for (const node of parent.children) {
    if (!isXml(node) || node.name !== 'w:p') {
      if (carried !== null && carried.length > 0) throw new Error('words without a paragraph to join');
      carried = null;
      out.push(node);
      continue;
    }
    const properties = childOf(node, 'w:pPr');
    const look = childOf(properties, 'w:rPr');
    const content: Node[] = [...(carried ?? []), ...node.children.filter((one) => one !== properties)];
    if (childOf(look, gone)) carried = content;
    else {
      carried = null;
      if (look) look.children = look.children.filter((one) => !(isXml(one) && one.name === stays));
      out.push({ ...node, children: [...(properties ? [properties] : []), ...content] });
    }
  }
  if (carried !== null) throw new Error(`${parent.name} ends without the mark of its last paragraph`);
  parent.children = out;
}
