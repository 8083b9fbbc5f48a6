/**
 * Posts and departments of an organisation file as a structure file. What the organisation file says besides stays as it
 * is to the byte; what it said of posts and departments goes over with its comments.
 */
import type { Document, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { yaml } from '../packages/installed.js';
import { edited, lineEndOf } from '../read/edits.js';
import type { Edit } from '../read/edits.js';
import { sourceText } from '../read/source-text.js';
import { parseYaml } from '../read/yaml.js';

/** A role that the organisation has, with its title in each language or in the only one. */
export interface TitledRole {
  readonly id: string;
  readonly title: string | Readonly<Record<string, unknown>>;
  /** The short name of the post to which it reports here, where that is settled. */
  readonly superior: string | undefined;
}

export interface StructureLift {
  /** Both texts; null where there is nothing to move, or it cannot be moved, which `diagnostics` then says. */
  readonly texts: { readonly organisation: string; readonly structure: string } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The line with which an editor finds the schema, after that of our examples. */
const schemaLine = '# yaml-language-server: $schema=';

type TextPair = Pair<Scalar.Parsed, ParsedNode | null>;
type Plain = Record<string, unknown>;

/** What an organisation says of posts, as plain data. */
interface Said {
  readonly languages?: readonly string[];
  readonly departments?: readonly { readonly id: string; readonly head?: string }[];
  readonly posts?: Readonly<Record<string, Plain>>;
  readonly signatories?: { readonly approver?: string };
  readonly positions?: Readonly<Record<string, { readonly title?: unknown }>>;
}

/**
 * Moves `posts`, `departments`, `superiors` and `signatories.unitHead` of the valid organisation file `text` into the text
 * of a structure file that it then names as `structure`. `roles` get a position each, under the superior that they had.
 */
export function liftStructure(text: string, file: string, structure: string, roles: readonly TitledRole[]): StructureLift {
  const source = sourceText(file, text);
  const { document, diagnostics } = parseYaml(source);
  const { isMap } = yaml();
  const root = document?.contents;
  if (!document || !isMap(root)) return { texts: null, diagnostics };
  const pairs = ['posts', 'departments', 'superiors'].flatMap((key) => pairOf(root, key) ?? []);
  if (pairs.length === 0) return { texts: null, diagnostics: [] };
  if (root.flow === true) return { texts: null, diagnostics: [diagnostic('migrate-structure-by-hand', { file }, { file })] };
  const said = document.toJS() as Said;
  const untitled = Object.entries(said.posts ?? {}).flatMap(([id, { title }]) => (title === undefined ? [id] : []));
  if (untitled.length > 0)
    return {
      texts: null,
      diagnostics: [diagnostic('migrate-post-untitled', { posts: untitled.join(', ') }, source.placeAt(...rangeOf(root, 'posts')))],
    };
  return {
    texts: { organisation: withoutStructure(text, root, structure), structure: structureText(root, said, roles, text) },
    diagnostics: [],
  };
}

const pairOf = (map: YAMLMap.Parsed, key: string): TextPair | undefined =>
  map.items.find((pair): pair is TextPair => yaml().isScalar(pair.key) && pair.key.value === key);

function rangeOf(root: YAMLMap.Parsed, key: string): [number, number] {
  const [start, end] = pairOf(root, key)?.key.range ?? root.range;
  return [start, end];
}

/** The organisation file with the name of the structure where the first of the keys was. */
function withoutStructure(text: string, root: YAMLMap.Parsed, structure: string): string {
  const moved = ['posts', 'departments', 'superiors'].flatMap((key) => pairOf(root, key) ?? []);
  const cuts = moved.map((pair) => wholeLines(text, root, pair)).sort((a, b) => a.start - b.start);
  const [first] = cuts;
  const signatories = pairOf(root, 'signatories')?.value;
  const unitHead = yaml().isMap(signatories) ? pairOf(signatories, 'unitHead') : undefined;
  const alone = yaml().isMap(signatories) && signatories.items.length === 1 ? pairOf(root, 'signatories') : undefined;
  const last =
    unitHead && yaml().isMap(signatories)
      ? [
          alone
            ? wholeLines(text, root, alone)
            : signatories.flow === true
              ? inBraces(text, unitHead)
              : wholeLines(text, signatories, unitHead),
        ]
      : [];
  const line = `structure: ${structure}${lineEndOf(text)}`;
  const edits: Edit[] = [...cuts, ...last].map(({ start, end }) => ({ start, end, with: start === first?.start ? line : '' }));
  return edited(text, edits);
}

/** From the comments right above a key to the next key, or to the end of what belongs to it. */
function wholeLines(text: string, map: YAMLMap.Parsed, pair: TextPair): { start: number; end: number } {
  const next = map.items[map.items.indexOf(pair) + 1];
  const end = next ? startOf(text, (next.key as Scalar.Parsed).range[0]) : endOfLine(text, pair.value?.range[1] ?? pair.key.range[1]);
  return { start: startOf(text, pair.key.range[0]), end };
}

/** The start of the line, or of the comment lines above that no blank line divides from it. */
function startOf(text: string, at: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  for (;;) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^\s*#/.test(text.slice(before, start))) return start;
    start = before;
  }
}

/** Values of several lines may end with their last line break already. */
const endOfLine = (text: string, at: number): number =>
  text[at - 1] === '\n' ? at : text.includes('\n', at) ? text.indexOf('\n', at) + 1 : text.length;

function inBraces(text: string, pair: TextPair): { start: number; end: number } {
  const end = pair.value?.range[1] ?? pair.key.range[1];
  const before = text.lastIndexOf(',', pair.key.range[0]);
  const open = text.lastIndexOf('{', pair.key.range[0]);
  if (before > open) return { start: before, end };
  const comma = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: pair.key.range[0], end: end + comma };
}

/** The text of the structure file: nodes of the organisation file, so that their comments come along. */
function structureText(root: YAMLMap.Parsed, said: Said, roles: readonly TitledRole[], text: string): string {
  const { Document: NewDocument, YAMLMap: NewMap, isMap } = yaml();
  const out = new NewDocument({ schema: 2, languages: said.languages ?? [] });
  const { approver } = said.signatories ?? {};
  const departments = pairOf(root, 'departments');
  if (departments) out.set('departments', departments.value);
  const positions = new NewMap();
  const posts = pairOf(root, 'posts')?.value;
  // What stands above the first post belongs to all of them, as far as the parser can tell.
  if (isMap(posts)) positions.commentBefore = posts.commentBefore ?? null;
  for (const pair of isMap(posts) ? posts.items : []) {
    const id = String((pair.key as Scalar).value);
    const home = said.departments?.find(({ head }) => head === id)?.id;
    const entry = positionOf(pair.value as YAMLMap.Parsed, out);
    if (home !== undefined) entry.set('department', home);
    if (id === approver) entry.set('reportsTo', null);
    positions.set(pair.key, entry);
  }
  for (const { id, title, superior } of roles) {
    if (positions.has(id)) continue;
    positions.set(
      id,
      out.createNode({
        title: said.positions?.[id]?.title ?? titleIn(title, said.languages ?? []),
        role: id,
        ...(superior !== undefined && superior !== id && { reportsTo: superior }),
      }),
    );
  }
  out.set('positions', positions);
  const [, address] = /yaml-language-server: \$schema=(\S*)organisation\.schema\.json/.exec(text) ?? [];
  const head = address === undefined ? '' : `${schemaLine}${address}structure.schema.json\n`;
  const body = `${head}${out.toString({ lineWidth: 0 })}`;
  return lineEndOf(text) === '\n' ? body : body.replaceAll('\n', '\r\n');
}

/** In one language a plain text, in several one for each that there is. */
function titleIn(title: TitledRole['title'], languages: readonly string[]): unknown {
  if (typeof title === 'string') return title;
  const own = Object.entries(title).filter(([language]) => languages.includes(language.slice(0, 2)));
  const [first, ...more] = own;
  return first && more.length === 0 && languages.length === 1 ? first[1] : Object.fromEntries(own);
}

/** A post as a position: its holder is the first of the holders. */
function positionOf(post: YAMLMap.Parsed, out: Document): YAMLMap {
  const { YAMLMap: NewMap, YAMLSeq } = yaml();
  const entry = new NewMap();
  entry.flow = false;
  const holder = new NewMap();
  const places: Readonly<Record<string, string>> = { holder: 'name', holderGender: 'gender', holderForms: 'nameForms', acting: 'acting' };
  for (const pair of post.items) {
    const key = String((pair.key as Scalar).value);
    const name = places[key];
    if (name === undefined) entry.items.push(pair);
    else {
      const renamed = out.createNode(name);
      renamed.commentBefore = (pair.key as Scalar).commentBefore ?? null;
      holder.items.push(out.createPair(renamed, pair.value));
    }
  }
  if (holder.items.some(({ key }) => (key as Scalar).value === 'name')) {
    const holders = new YAMLSeq();
    holders.add(holder);
    entry.set('holders', holders);
  }
  return entry;
}
