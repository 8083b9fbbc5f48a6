/** The state of a role that an overlay records: its version, and a stamp of every entry. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { edited, lineEndOf } from '../../read/edits.js';
import type { Edit } from '../../read/edits.js';
import { isRecord } from '../../read/schema-walk.js';
import { stampOf } from '../stamp.js';
import { entriesOf, entriesWithin } from './catalogue.js';
import type { NamedEntry } from './catalogue.js';
import { listsIn, sections } from './lists.js';
import { childOf, plain } from './tree.js';
import type { MapNode, TreeNode } from './tree.js';

/** Every entry of a role in its order, those inside another after it. */
export const allEntries = (role: MapNode): NamedEntry[] =>
  [...sections()].flatMap(([path, { kind }]) => {
    const list = path.split('.').reduce<TreeNode | undefined>(childOf, role);
    return list?.type === 'list' ? entriesOf(list, kind).flatMap((entry) => [entry, ...entriesWithin(entry.node, entry.kind)]) : [];
  });

/** The stamp of every entry by its id. What is inside an entry and has an id has a stamp of its own. */
export const stampsOf = (role: MapNode): Map<string, string> =>
  new Map(
    allEntries(role).map(({ id, node, kind }) => {
      const data = plain(node);
      return [id, stampOf(isRecord(data) ? data : {}, listsIn(kind).keys())];
    }),
  );

/** Characters. */
const lineLength = 120;

/** The stamps as a mapping in braces, several on a line. */
export function writtenStamps(stamps: ReadonlyMap<string, string>, indent: string, eol: string): string {
  const lines: string[] = [];
  for (const [id, stamp] of stamps) {
    // Digits alone, or with an e between them, would be read as a number.
    const pair = `${/^\d+$/.test(id) ? `"${id}"` : id}: ${/^\d+(e\d+)?$/.test(stamp) ? `"${stamp}"` : stamp},`;
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + pair.length + 3 <= lineLength) lines[lines.length - 1] = `${last} ${pair}`;
    else lines.push(pair);
  }
  return stamps.size === 0 ? '{}' : ['{', ...lines.map((line) => `${indent}  ${line}`), `${indent}}`].join(eol);
}

/**
 * The text of a valid overlay with another version and other stamps under `base`. Nothing else is touched: comments,
 * order, quotes and line ends stay as they are.
 */
export function withRecord(text: string, version: string, stamps: ReadonlyMap<string, string>): string {
  const document = parseDocument(text, { keepSourceTokens: false });
  const base = document.get('base', true) as ParsedNode | undefined;
  if (!isMap(base)) return text;
  const eol = lineEndOf(text);
  const edits = [versionEdit(base, version), stampsEdit(base, text, stamps, eol)].filter((one) => one !== null);
  return edited(text, edits);
}

const pairOf = (map: YAMLMap.Parsed, key: string): YAMLMap.Parsed['items'][number] | undefined =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);

function versionEdit(base: YAMLMap.Parsed, version: string): Edit | null {
  const value = pairOf(base, 'version')?.value;
  return value ? { start: value.range[0], end: value.range[1], with: version } : null;
}

function stampsEdit(base: YAMLMap.Parsed, text: string, stamps: ReadonlyMap<string, string>, eol: string): Edit | null {
  const [clauses, recorded] = [pairOf(base, 'clauses'), pairOf(base, 'version')];
  const indentAt = (offset: number): string => ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
  if (clauses) {
    const colon = text.indexOf(':', clauses.key.range[1]) + 1;
    return {
      start: colon,
      end: Math.max(colon, trimmedEnd(text, clauses.value?.range[1] ?? colon)),
      with: ` ${writtenStamps(stamps, base.flow ? '  ' : indentAt(clauses.key.range[0]), eol)}`,
    };
  }
  if (!recorded?.value) return null;
  const end = recorded.value.range[1];
  if (base.flow) return { start: end, end, with: `, clauses: ${writtenStamps(stamps, '  ', eol)}` };
  const line = text.indexOf('\n', end);
  const at = line < 0 ? text.length : text[line - 1] === '\r' ? line - 1 : line;
  const indent = indentAt(recorded.key.range[0]);
  return { start: at, end: at, with: `${eol}${indent}clauses: ${writtenStamps(stamps, indent, eol)}` };
}

/** A block mapping ends with its last line break; that belongs to what follows. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
