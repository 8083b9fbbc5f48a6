/** Data written as people write YAML: what is short and holds no words for readers stands on one line. */
import { isCollection, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { yaml } from '../../packages/installed.js';

/** Characters of a line, and of a collection that stands on one. */
const lineWidth = 120;
const shortest = 64;

/** Keys of words that people write and rewrite: they get a line of their own. */
const words = new Set(['id', 'text', 'title', 'heading', 'name', 'topic', 'party', 'genitive']);

/** A part of a file under its key; `hints` are comments above the entries of a list. */
export function written(key: string, value: unknown, hints: readonly (string | null)[] = []): string {
  const document = new (yaml().Document)({ [key]: value });
  if (isMap(document.contents)) for (const { value: node } of document.contents.items) if (isSeq(node)) withHints(node.items, hints);
  if (isMap(document.contents)) for (const { value: node } of document.contents.items) if (isCollection(node)) onOneLine(node);
  return document.toString({ lineWidth, flowCollectionPadding: true });
}

function withHints(entries: readonly unknown[], hints: readonly (string | null)[]): void {
  entries.forEach((entry, at) => {
    const hint = hints[at];
    if (isNode(entry) && hint) entry.commentBefore = ` ${hint}`;
  });
}

/** Whether the node has become one line, or was one. */
function onOneLine(node: Node): boolean {
  if (!isCollection(node)) return true;
  const inner = node.items.map((item) => (isPair(item) ? item.value : item) as Node);
  const areShort = inner.map((one) => onOneLine(one)).every(Boolean);
  const hasWords = isMap(node) && node.items.some(({ key }) => isScalar(key) && words.has(String(key.value)));
  node.flow = areShort && !hasWords && JSON.stringify(node.toJSON()).length <= shortest;
  return node.flow;
}
