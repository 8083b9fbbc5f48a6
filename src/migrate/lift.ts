/**
 * A file of version 1 as one of version 2. Only what version 2 says otherwise is rewritten, at its very characters; what
 * people have to decide stays as it is and is told by `undecided.ts`.
 */
import type { Document, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { yaml } from '../packages/installed.js';
import { edited, lineEndOf } from '../read/edits.js';
import type { Edit } from '../read/edits.js';
import { sourceText } from '../read/source-text.js';
import type { SourceText } from '../read/source-text.js';
import { currentVersion, versionOf } from '../read/version.js';
import { parseYaml } from '../read/yaml.js';

/** The sorts of files that say their version; `role` is an overlay too. */
export const liftedSorts = ['role', 'organisation', 'person', 'kinds', 'project'] as const;
export type LiftedSort = (typeof liftedSorts)[number];

export interface Lift {
  /** The text of this version; null when the file is of it already, or cannot be lifted. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lifts the text of a file, without its byte order mark; `file` is what diagnostics call it. */
export function lift(text: string, file: string, sort: LiftedSort): Lift {
  const source = sourceText(file, text);
  const { document, diagnostics } = parseYaml(source);
  if (!document) {
    // A project file may do no more than be there.
    const isBare = sort === 'project' && diagnostics.every(({ code }) => code === 'empty-file');
    return isBare ? { text: withLine(text), diagnostics: [] } : { text: null, diagnostics };
  }
  const root = document.contents;
  if (root === null && sort === 'project') return { text: withLine(text), diagnostics: [] };
  if (!yaml().isMap(root)) return { text: null, diagnostics: [diagnostic('migrate-no-version', { file }, { file }, 'info')] };
  const version = versionIn(document, root);
  if (version === null || version === currentVersion) return { text: null, diagnostics: [] };
  if (version > currentVersion)
    return {
      text: null,
      diagnostics: [diagnostic('schema-version-new', { file, version, current: currentVersion }, placeOf(root, 'schema', source))],
    };
  return { text: edited(text, [versionEdit(root, source), ...(sort === 'role' ? flsaEdits(root, source) : [])]), diagnostics: [] };
}

const versionLine = `schema: ${currentVersion}`;

/** A text without any key with the version as its last line. */
const withLine = (text: string): string =>
  `${text}${text === '' || text.endsWith('\n') ? '' : lineEndOf(text)}${versionLine}${lineEndOf(text)}`;

type TextKey = Pair<Scalar.Parsed, ParsedNode | null>;

const pairOf = (root: YAMLMap.Parsed, key: string): TextKey | undefined =>
  root.items.find((pair): pair is TextKey => yaml().isScalar(pair.key) && pair.key.value === key);

const versionIn = (document: Document.Parsed, root: YAMLMap.Parsed): number | null => {
  const value = pairOf(root, 'schema')?.value;
  return versionOf(value ? { schema: value.toJS(document) as unknown } : {});
};

const placeOf = (root: YAMLMap.Parsed, key: string, { placeAt }: SourceText): ReturnType<SourceText['placeAt']> => {
  const [start, end] = pairOf(root, key)?.value?.range ?? root.range;
  return placeAt(start, end);
};

/** The key `schema` before all others, below the comments at the head of the file; where it stands already, its value. */
function versionEdit(root: YAMLMap.Parsed, { text }: SourceText): Edit {
  const value = pairOf(root, 'schema')?.value;
  if (value) return { start: value.range[0], end: value.range[1], with: String(currentVersion) };
  const first = root.items[0]?.key;
  // Only braces can be empty.
  if (!first) return { start: root.range[0], end: root.range[1], with: `{ ${versionLine} }` };
  if (root.flow) {
    const [start] = first.range;
    return { start, end: start, with: `${text[start] === '"' ? '"schema"' : 'schema'}: ${currentVersion}, ` };
  }
  const start = text.lastIndexOf('\n', first.range[0] - 1) + 1;
  const indent = /^ */.exec(text.slice(start))?.[0] ?? '';
  return { start, end: start, with: `${indent}${versionLine}${lineEndOf(text)}` };
}

/** `flsaStatus: exempt` is `flsa: { status: exempt }`; null, with which an overlay takes it away, stays null. */
function flsaEdits(root: YAMLMap.Parsed, { text }: SourceText): Edit[] {
  const pair = pairOf(root, 'flsaStatus');
  if (!pair || pairOf(root, 'flsa')) return [];
  const [keyStart, keyEnd] = pair.key.range;
  const key: Edit = { start: keyStart, end: keyEnd, with: text.slice(keyStart, keyEnd).replace('flsaStatus', 'flsa') };
  const { isScalar } = yaml();
  const { value } = pair;
  if (!value || (isScalar(value) && value.value === null)) return [key];
  const status = text[keyStart] === '"' ? '"status"' : 'status';
  if (isScalar(value) && (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL')) {
    const { start, end } = spanOf(value, keyEnd, text);
    return [key, { start, end, with: `{ ${status}: ${String(value.value).trim()} }${lineEndOf(text)}` }];
  }
  const { start, end } = spanOf(value, keyEnd, text);
  return [key, { start, end, with: `{ ${status}: ${text.slice(start, end)} }` }];
}

/** A value with what stands before it on its line, such as an anchor, but for the key and its colon. */
function spanOf(value: ParsedNode, keyEnd: number, text: string): { start: number; end: number } {
  const [start, end] = value.range;
  const from = Math.max(text.indexOf(':', keyEnd) + 1, text.lastIndexOf('\n', start - 1) + 1);
  return { start: from + (/^\s*/.exec(text.slice(from, start))?.[0].length ?? 0), end };
}
