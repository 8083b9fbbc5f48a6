/** From a file to checked data: read, parse, check against the schema, apply the rules; every problem in one run. */
import { diagnostic, hasErrors, inOrder, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Workspace } from '../workspace/workspace.js';
import { usualBounds } from './bounds.js';
import type { Bounds } from './bounds.js';
import { quoted } from './finding.js';
import type { Finding } from './finding.js';
import { openPlaceNotes, placesIn } from './plain-places.js';
import type { Places } from './plain-places.js';
import { plainYaml } from './plain-yaml.js';
import { unprintableInFile } from './printable.js';
import { commonRules } from './rules.js';
import type { Rule } from './rules.js';
import { schemaFindings } from './schema-finding.js';
import type { SchemaName } from './schema.js';
import { occurrences } from './schema-walk.js';
import { sourceText } from './source-text.js';
import type { SourceText } from './source-text.js';
import { parseYaml } from './yaml.js';
import { versionProblem } from './version.js';
import { dataOf } from './yaml-data.js';
import type { Locate, YamlData } from './yaml-data.js';

/** What is known about data of one kind. */
export interface Kind {
  schema: SchemaName;
  rules: readonly Rule[];
  /** How large a file of this kind may be, if larger than others. */
  bounds?: Bounds;
}

export interface Reading<T> {
  /** Null when there is any error. */
  data: T | null;
  diagnostics: Diagnostic[];
  /** The place of a JSON pointer such as `/duties/0/text/ru`; of the file only, when that could not be parsed. */
  locate: Locate;
}

/** Findings beyond these say that the file is of another kind. */
const most = 200;

/** Reads and checks a file, which diagnostics call `shown`. Never throws: a file that cannot be read is a diagnostic as well. */
export function readData<T>(workspace: Workspace, path: string, kind: Kind, shown = path): Reading<T> {
  try {
    return checkText(workspace.readText(path, (kind.bounds ?? usualBounds).bytes), shown, kind);
  } catch (error) {
    return refused(error, shown);
  }
}

/** Checks a text that has been read already; `file` is what diagnostics call it. */
export function checkText<T>(text: string, file: string, kind: Kind): Reading<T> {
  const { parsed, diagnostics: before } = parseText(text, file, kind.bounds);
  if (!parsed) return { data: null, diagnostics: before, locate: () => ({ file }) };
  const otherVersion = versionProblem(parsed, kind.schema);
  if (otherVersion) return { data: null, diagnostics: inOrder([...before, otherVersion]), locate: parsed.locate };
  const diagnostics = inOrder([...before, ...told(findingsOf(parsed.data, kind, parsed.lineOf), parsed)]);
  return { data: hasErrors(diagnostics) ? null : (parsed.data as T), diagnostics, locate: parsed.locate };
}

/** A file as data, before anything is known of what they should be. */
export interface ParsedFile extends Omit<YamlData, 'diagnostics'> {
  /** What diagnostics call the file. */
  file: string;
  /** The line of a JSON pointer, from 1. */
  lineOf(pointer: string): number;
}

/** Reads a text as YAML. Null when it has nothing that could be checked further; the diagnostics say why. */
export function parseText(
  text: string,
  file: string,
  bounds: Bounds = usualBounds,
): { parsed: ParsedFile | null; diagnostics: Diagnostic[] } {
  try {
    const source = sourceText(file, text);
    const unprintable = unprintableInFile(source);
    // A large file is hardly ever without a finding, and to read it again for its place would take as long as all the rest.
    const notes = text.length > large ? openPlaceNotes(source) : null;
    const plain = unprintable.length === 0 ? plainYaml(text, bounds, notes?.watch) : null;
    if (plain !== null) {
      const places = (): Places => notes?.placesOf(plain) ?? placesIn(plain, source, bounds);
      return { parsed: plainFile(plain, source, places), diagnostics: [] };
    }
    const { document, diagnostics: syntax } = parseYaml(source, bounds.lexemes);
    if (!document) return { parsed: null, diagnostics: inOrder([...unprintable, ...syntax]) };
    if (document.contents === null) return { parsed: null, diagnostics: [...unprintable, diagnostic('empty-file', { file }, { file })] };
    const { diagnostics: badData, ...data } = dataOf(document, source, bounds.values);
    return {
      parsed: { ...data, file, lineOf: (pointer) => source.lineAt(data.offsetOf(pointer)) },
      diagnostics: inOrder([...unprintable, ...badData.slice(0, most)]),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { parsed: null, diagnostics: [...error.diagnostics] };
  }
}

/** Characters from which on a file is large: twice as many as a large role has. */
const large = 500_000;

/** Data whose places are worked out when one is asked for, which few files need. */
function plainFile(data: unknown, { file, lineAt }: SourceText, placesOf: () => Places): ParsedFile {
  let known: Places | undefined;
  const places = (): Places => (known ??= placesOf());
  return {
    data,
    file,
    lineOf: (pointer) => lineAt(places().offsetOf(pointer)),
    locate: (pointer, side) => places().locate(pointer, side),
    offsetOf: (pointer, side) => places().offsetOf(pointer, side),
    written: (pointer) => places().written(pointer),
  };
}

/** Findings as diagnostics with their places, in the order of the file, and at most two hundred of them. */
export function told(
  findings: readonly Finding[],
  { locate, offsetOf, written }: Pick<YamlData, 'locate' | 'offsetOf' | 'written'>,
): Diagnostic[] {
  const inFileOrder = findings.map((one) => ({ one, offset: offsetOf(one.pointer, one.side) })).sort((a, b) => a.offset - b.offset);
  const next = inFileOrder[most]?.one;
  return [
    ...inFileOrder
      .slice(0, most)
      .map(({ one }) => diagnostic(one.code, asWritten(one, written), locate(one.pointer, one.side), one.severity)),
    ...(next ? [diagnostic('more-problems', { count: findings.length - most }, locate(next.pointer, next.side), 'info')] : []),
  ];
}

/** The data have 42 where the author wrote 00042, and knows it by that. */
const asWritten = ({ code, args, pointer }: Finding, written: (pointer: string) => string): Finding['args'] =>
  code === 'wrong-type' && (args.found === 'number' || args.found === 'boolean') ? { ...args, value: quoted(written(pointer)) } : args;

/** Checks data that come from no file, such as a row of a table; pointers lead to what is meant. */
export function findingsOf(data: unknown, kind: Kind, lineOf: (pointer: string) => number = () => 0): Finding[] {
  const found = schemaFindings(kind.schema, data);
  const all = occurrences(kind.schema, data);
  const known = new Set(found.map((one) => `${one.code} ${one.pointer}`));
  const broken = [...commonRules, ...kind.rules].flatMap((rule) => rule({ data, all, lineOf }));
  return [...found, ...broken.filter((one) => !known.has(`${one.code} ${one.pointer}`))];
}

function refused<T>(error: unknown, file: string): Reading<T> {
  if (!(error instanceof Refusal)) throw error;
  return { data: null, diagnostics: [...error.diagnostics], locate: () => ({ file }) };
}
