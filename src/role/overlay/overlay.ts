/** A role file, or an overlay with all that it extends, put together and checked as one role. */
import { basename, posix } from 'node:path';
import { diagnostic, hasErrors, inOrder, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { findingsOf, parseText, told } from '../../read/data.js';
import type { ParsedFile } from '../../read/data.js';
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { schemaFindings } from '../../read/schema-finding.js';
import { isRecord } from '../../read/schema-walk.js';
import { versionProblem } from '../../read/version.js';
import type { Locate } from '../../read/yaml-data.js';
import { findBase } from './base.js';
import type { RoleFile } from './base.js';
import { applyChanges, verbs } from './changes.js';
import type { Overlay } from './overlay.generated.js';
import { openReport } from './report.js';
import type { Report } from './report.js';
import { tellKeptEssences } from './short-words.js';
import { copyOf, graft, placesOf, plain } from './tree.js';
import type { MapNode } from './tree.js';
import { applyValues, changesOf, narrowLanguages } from './values.js';
import type { GonePosts } from './values.js';
import type { Role } from '../role.generated.js';
import { roleKindOn } from '../rules.js';

/** A file with what it gives. */
export interface Layer {
  file: RoleFile;
  /** What the file says; null when it could not be read. */
  text: string | null;
  /** The file as it stands, when it could be parsed. */
  parsed: ParsedFile | null;
  /** The file as an overlay, when it is one and its form is right. */
  overlay: Overlay | null;
  /** What it extends, when that is a valid role. */
  base: Layer | null;
  /** The merged role; null when there is any error. */
  role: Role | null;
  tree: MapNode | null;
  diagnostics: Diagnostic[];
  locate: Locate;
}

/** Roles extending roles; a company, a department and a position are three. */
export const deepest = 8;
const mostChanges = 1000;

/** Reads a role file or an overlay. Never throws: what cannot be read is a diagnostic. */
export function readLayer(file: RoleFile, extendedBy: readonly RoleFile[] = []): Layer {
  let text: string | null = null;
  const parse = (): ReturnType<typeof parseText> => {
    try {
      text = file.workspace.readText(file.path);
      return parseText(text, file.shown);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { parsed: null, diagnostics: error.diagnostics.map((one) => (one.file === file.path ? { ...one, file: file.shown } : one)) };
    }
  };
  const { parsed, diagnostics } = parse();
  const layer: Layer = {
    file,
    text,
    parsed,
    overlay: null,
    base: null,
    role: null,
    tree: null,
    diagnostics,
    locate: parsed?.locate ?? (() => ({ file: file.shown })),
  };
  if (!parsed) return layer;
  const otherVersion = versionProblem(parsed, 'role');
  if (otherVersion) return { ...layer, diagnostics: inOrder([...diagnostics, otherVersion]) };
  if (!isRecord(parsed.data) || !Object.hasOwn(parsed.data, 'extends')) return roleLayer({ ...layer, parsed });
  return overlayLayer({ ...layer, parsed }, grafted(parsed), extendedBy);
}

type Parsed = Layer & { parsed: ParsedFile };

/** The tree of a file that holds a mapping. */
const grafted = (parsed: ParsedFile): MapNode => graft(parsed.data, { file: parsed, pointer: '' }) as MapNode;

function roleLayer(layer: Parsed): Layer {
  const { parsed } = layer;
  const diagnostics = inOrder([
    ...layer.diagnostics,
    ...told(findingsOf(parsed.data, roleKindOn(layer.file.library), parsed.lineOf), parsed),
  ]);
  if (hasErrors(diagnostics)) return { ...layer, diagnostics };
  let tree: MapNode | undefined;
  return withFileName({
    ...layer,
    diagnostics,
    role: parsed.data as Role,
    /** Most roles are extended by nobody, and need no tree. */
    get tree() {
      return (tree ??= grafted(parsed));
    },
  });
}

function overlayLayer(layer: Parsed, own: MapNode, extendedBy: readonly RoleFile[]): Layer {
  const { file, parsed } = layer;
  const form = formFindings(parsed.data);
  const before = [...layer.diagnostics, ...told(form, parsed)];
  if (hasErrors(before)) return { ...layer, diagnostics: inOrder(before) };
  const overlay = parsed.data as Overlay;
  const base = baseOf(overlay, { file, parsed }, extendedBy);
  if ('code' in base) return { ...layer, overlay, diagnostics: inOrder([...before, base]) };
  if (!base.tree || !base.role) {
    const errors = base.diagnostics.filter((one) => one.severity === 'error');
    // A chain that is broken further down has been told of there.
    const isTold = errors.some((one) => brokenChain.has(one.code));
    const broken = diagnostic('overlay-base-broken', { base: base.file.shown, count: errors.length }, parsed.locate('/extends'));
    return { ...layer, overlay, diagnostics: inOrder([...before, ...errors, ...(isTold ? [] : [broken])]) };
  }

  const report = openReport();
  const { tree, gonePosts } = overlaid(base.tree, own, report);
  tellKeptEssences(base.tree, tree, parsed, report);
  if (overlay.base.version !== base.role.version)
    report(
      'overlay-base-moved',
      { file: parsed, pointer: '/base/version' },
      { recorded: overlay.base.version, version: base.role.version, base: base.role.id, file: file.shown },
      { severity: 'warning' },
    );
  if (changesOf(own).length === 0)
    report('overlay-changes-nothing', { file: parsed, pointer: '/extends' }, { base: base.role.id }, { severity: 'info' });

  const data = plain(tree);
  const found = report.failed()
    ? partFindings(data, tree, parsed)
    : told(blamed(findingsOf(data, roleKindOn(file.library), placesOf(tree).lineOf), gonePosts, tree, report), placesOf(tree, parsed));
  const inherited = new Set(warningsBelow(base).map(placeKey));
  const fresh = found.filter((one) => one.severity === 'error' || one.file === file.shown || !inherited.has(placeKey(one)));
  const diagnostics = inOrder([...before, ...report.diagnostics, ...fresh]);
  const { locate } = placesOf(tree);
  if (hasErrors(diagnostics)) return { ...layer, overlay, base, diagnostics, locate };
  return withFileName({ ...layer, overlay, base, diagnostics, locate, tree, role: data as Role });
}

/** The role that an overlay makes of the one that it extends, as a tree of its own. What cannot be done is reported and left out. */
function overlaid(base: MapNode, own: MapNode, report: Report): { tree: MapNode; gonePosts: GonePosts } {
  const tree = copyOf(base);
  narrowLanguages(tree, own.entries.get('languages'), report);
  const gonePosts = applyValues(tree, own, report);
  const changes = own.entries.get('changes');
  applyChanges(tree, changes?.type === 'list' ? changes.items : [], report);
  return { tree, gonePosts };
}

/**
 * The role that the data of an overlay make of a base that was read, before it is checked as one; null where they are no overlay.
 * `path` of the diagnostics is a JSON pointer into the overlay.
 */
export function applyData(data: unknown, base: MapNode, file: string): { data: unknown; diagnostics: Diagnostic[] } {
  const parsed = unwritten(data, file);
  const wrong = told(formFindings(data), parsed);
  if (hasErrors(wrong)) return { data: null, diagnostics: wrong };
  const report = openReport();
  const { tree } = overlaid(base, grafted(parsed), report);
  tellKeptEssences(base, tree, parsed, report);
  return { data: plain(tree), diagnostics: [...wrong, ...report.diagnostics] };
}

/** Data that stand in no file yet: their places are pointers. */
export const unwritten = (data: unknown, file: string): ParsedFile => ({
  ...{ data, file, lineOf: () => 0, offsetOf: () => 0, written: () => '' },
  locate: (pointer) => ({ file, path: pointer }),
});

const brokenChain = new Set(['overlay-cycle', 'overlay-too-deep', 'overlay-base-broken']);

const placeKey = ({ code, file, line, column }: Diagnostic): string => `${code} ${file}:${line}:${column}`;

const warningsBelow = (layer: Layer): Diagnostic[] => [...layer.diagnostics, ...(layer.base ? warningsBelow(layer.base) : [])];

/** A folder that nobody may look into is told at the name that leads there. */
function baseFile(name: string, file: RoleFile, parsed: ParsedFile): RoleFile | Diagnostic {
  try {
    return findBase(name, file, parsed);
  } catch (error) {
    const [first] = error instanceof Refusal ? error.diagnostics : [];
    if (!first) throw error;
    return { ...first, ...parsed.locate('/extends') };
  }
}

function baseOf(
  overlay: Overlay,
  { file, parsed }: { file: RoleFile; parsed: ParsedFile },
  extendedBy: readonly RoleFile[],
): Layer | Diagnostic {
  const base = baseFile(overlay.extends, file, parsed);
  if ('code' in base) return base;
  const chain = [...extendedBy, file];
  const same = chain.findIndex((one) => one.workspace === base.workspace && posix.normalize(one.path) === posix.normalize(base.path));
  if (same >= 0)
    return diagnostic(
      'overlay-cycle',
      { chain: [...chain.slice(same), base].map((one) => one.shown).join(' → ') },
      parsed.locate('/extends'),
    );
  if (chain.length >= deepest) return diagnostic('overlay-too-deep', { limit: deepest }, parsed.locate('/extends'));
  return readLayer(base, chain);
}

/** What is wrong with the form of an overlay. Entries are left for the check of the role, which knows what they should be. */
function formFindings(data: unknown): Finding[] {
  if (!isRecord(data) || !Array.isArray(data.changes)) return schemaFindings('overlay', data);
  const { length } = data.changes;
  // So many are not worth looking at one by one.
  if (length > mostChanges)
    return [
      ...schemaFindings('overlay', { ...data, changes: [] }),
      finding('too-many-items', '/changes', { count: length, limit: mostChanges }, { side: 'key' }),
    ];
  return schemaFindings('overlay', { ...data, changes: data.changes.map(withoutEntry) });
}

/** What a change of a known kind says besides the content of an entry. */
function withoutEntry(change: unknown): unknown {
  if (!isRecord(change) || verbs.filter((verb) => Object.hasOwn(change, verb)).length !== 1) return change;
  if (Object.hasOwn(change, 'change'))
    return Object.fromEntries(Object.entries(change).filter(([key]) => key === 'change' || key === 'why'));
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [key, (key === 'add' || key === 'with') && isRecord(value) ? someEntry : value]),
  );
}

/** An entry with which nothing is wrong. */
const someEntry = { id: 'entry', text: 'entry' };

/** With changes that failed only what the overlay itself brings in is worth telling; the rest may follow from the failure. */
function partFindings(data: unknown, tree: MapNode, parsed: ParsedFile): Diagnostic[] {
  return told(
    findingsOf(data, { schema: 'role', rules: [] }).filter((one) => one.code !== 'duplicate-id'),
    placesOf(tree),
  ).filter((one) => one.file === parsed.file && one.severity === 'error');
}

/** A post that the overlay takes away although the role needs it: the line that takes it away is the one to change. */
function blamed(findings: readonly Finding[], gonePosts: GonePosts, tree: MapNode, report: ReturnType<typeof openReport>): Finding[] {
  return findings.filter(({ code, args, pointer }) => {
    const by = code === 'broken-reference' ? gonePosts.get(String(args.name)) : undefined;
    const at = by && placesOf(tree).locate(pointer);
    if (!by || !at || at.file === by.file.file) return true;
    report('overlay-still-needed', by, { name: String(args.name), where: `${at.file}:${at.line}` }, { side: 'key' });
    return false;
  });
}

/** A role is found by its id in the folder of roles; overlays elsewhere are named by their paths. */
function withFileName(layer: Layer): Layer {
  const { file, role, overlay, locate, diagnostics } = layer;
  const name = basename(file.path).replace(/\.ya?ml$/, '');
  if (!role || role.id === name || (overlay && posix.basename(posix.dirname(file.path)) !== 'roles')) return layer;
  return {
    ...layer,
    diagnostics: inOrder([...diagnostics, diagnostic('file-name-differs', { id: role.id, file: name }, locate('/id'), 'warning')]),
  };
}
