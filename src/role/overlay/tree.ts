/** Data as a tree whose every value knows the file that holds it, so that a role can be put together from several. */
import type { ParsedFile } from '../../read/data.js';
import { isRecord } from '../../read/schema-walk.js';
import { segment, segmentsOf } from '../../read/yaml-data.js';
import type { YamlData } from '../../read/yaml-data.js';

/** Where a value stands: a file and a JSON pointer in it. */
export interface Origin {
  file: ParsedFile;
  pointer: string;
}

interface Common {
  origin: Origin;
  /** The last change that concerned the value as a whole: what it holds, in what order, with what weight. */
  touched?: Origin;
}

export interface ValueNode extends Common {
  type: 'value';
  value: unknown;
}

export interface ListNode extends Common {
  type: 'list';
  items: TreeNode[];
}

export interface MapNode extends Common {
  type: 'map';
  entries: Map<string, TreeNode>;
}

export type TreeNode = ValueNode | ListNode | MapNode;

/** The tree of data that a file holds at a pointer. */
export function graft(data: unknown, origin: Origin): TreeNode {
  const inner = (key: string | number): Origin => ({ file: origin.file, pointer: origin.pointer + segment(key) });
  if (Array.isArray(data)) return { type: 'list', origin, items: data.map((one, at) => graft(one, inner(at))) };
  if (isRecord(data))
    return { type: 'map', origin, entries: new Map(Object.entries(data).map(([key, one]) => [key, graft(one, inner(key))])) };
  return { type: 'value', origin, value: data };
}

/** The data of a tree. Mappings are objects without a prototype, as they are when read from one file. */
export function plain(node: TreeNode): unknown {
  switch (node.type) {
    case 'value':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map': {
      const out = Object.create(null) as Record<string, unknown>;
      for (const [key, inner] of node.entries) out[key] = plain(inner);
      return out;
    }
  }
}

/** A tree that can be changed without changing the first. */
export function copyOf<T extends TreeNode>(node: T): T {
  if (node.type === 'list') return { ...node, items: node.items.map(copyOf) };
  if (node.type === 'map') return { ...node, entries: new Map([...node.entries].map(([key, inner]) => [key, copyOf(inner)])) };
  return { ...node };
}

/** The text of a value, or nothing when it is no text. */
export const textOf = (node: TreeNode | undefined): string | undefined =>
  node?.type === 'value' && typeof node.value === 'string' ? node.value : undefined;

export const childOf = (node: TreeNode | undefined, key: string): TreeNode | undefined =>
  node?.type === 'map' ? node.entries.get(key) : undefined;

export interface Found {
  /** The deepest value on the way that there is, and all above it, the root first. */
  node: TreeNode;
  trail: TreeNode[];
  /** Whether the way leads to its end. */
  whole: boolean;
  /** Steps by id where entries have one, as diagnostics name the way. */
  path: string[];
}

/** Follows a JSON pointer; in a list an id may stand for the number. */
export function find(root: TreeNode, pointer: string): Found {
  let node = root;
  const trail = [root];
  const path: string[] = [];
  for (const step of segmentsOf(pointer)) {
    const next = nextOf(node, step);
    if (!next) return { node, trail, whole: false, path };
    path.push(node.type === 'list' ? (textOf(childOf(next, 'id')) ?? String(node.items.indexOf(next) + 1)) : step);
    trail.push(next);
    node = next;
  }
  return { node, trail, whole: true, path };
}

function nextOf(node: TreeNode, step: string): TreeNode | undefined {
  if (node.type === 'map') return node.entries.get(step);
  if (node.type === 'list') return node.items[Number(step)] ?? node.items.find((item) => textOf(childOf(item, 'id')) === step);
  return undefined;
}

/** The line of an origin as messages name it: `roles/account-manager.yaml:12`. */
export const lineOf = ({ file, pointer }: Origin): string => `${file.file}:${file.lineOf(pointer)}`;

export type Places = Pick<YamlData, 'locate' | 'offsetOf' | 'written'> & { lineOf(pointer: string): number };

/**
 * The places of a merged tree. With `blame`, a value of another file is shown at the last change that this file made
 * around it, if there is any: that is where a mistake comes from that the other file alone did not have.
 */
export function placesOf(root: TreeNode, blame: ParsedFile | null = null): Places {
  const files = new Map<ParsedFile, number>();
  const numberOf = (file: ParsedFile): number => files.get(file) ?? (files.set(file, files.size), files.size - 1);

  function meant(pointer: string): { origin: Origin; whole: boolean; path: string } {
    const { node, trail, whole, path } = find(root, pointer);
    const change = blame && node.origin.file !== blame ? trail.findLast((one) => one.touched?.file === blame)?.touched : undefined;
    return { origin: change ?? node.origin, whole: whole && !change, path: path.join('/') };
  }

  return {
    locate(pointer, side) {
      const { origin, whole, path } = meant(pointer);
      return { ...origin.file.locate(origin.pointer, whole ? side : 'key'), path };
    },
    offsetOf(pointer, side) {
      const { origin, whole } = meant(pointer);
      // Files come one after the other; none is longer than this.
      return numberOf(origin.file) * 2 ** 32 + origin.file.offsetOf(origin.pointer, whole ? side : 'key');
    },
    written(pointer) {
      const { node, whole } = find(root, pointer);
      return whole ? node.origin.file.written(node.origin.pointer) : '';
    },
    lineOf(pointer) {
      const { origin } = find(root, pointer).node;
      return origin.file.lineOf(origin.pointer);
    },
  };
}
