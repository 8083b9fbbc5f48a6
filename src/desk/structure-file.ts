/** The structure that an organisation names, or that the user means, with its file. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearestOfMany } from '../diagnostic/nearest.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { fileNamedIn } from '../read/named-file.js';
import type { NamingFile } from '../read/named-file.js';
import { linesOf } from '../structure/lines.js';
import type { Lines } from '../structure/lines.js';
import { readStructure } from '../structure/structure.js';
import { otherKind } from './expected-kind.js';
import type { Workspace } from '../workspace/workspace.js';

/** A structure with its file, since departments name overlays. */
export interface StructureFile {
  readonly lines: Lines;
  readonly file: NamingFile;
}

/** The structure at a path, which diagnostics call `shown`. Null where it is not valid: `problems` then says why. */
export function structureAt(workspace: Workspace, path: string, problems: Diagnostic[], shown = path): StructureFile | null {
  const other = otherKind(workspace, path, 'structure');
  if (other) {
    problems.push(other);
    return null;
  }
  const { structure, diagnostics, locate } = readStructure(workspace, path, shown);
  problems.push(...diagnostics);
  return structure && { lines: linesOf(structure), file: { workspace, path, locate } };
}

/** The structure that an organisation file names; null where it names none, or it cannot be read. */
export function structureOf(organisation: Organisation, file: NamingFile, problems: Diagnostic[]): StructureFile | null {
  if (organisation.structure === undefined) return null;
  const named = fileNamedIn(file, organisation.structure, { pointer: '/structure', outside: 'structure-outside' });
  if ('code' in named) {
    problems.push(named);
    return null;
  }
  if (!file.workspace.exists(named.path)) {
    problems.push(diagnostic('structure-missing', { file: organisation.structure }, file.locate('/structure')));
    return null;
  }
  const found = structureAt(file.workspace, named.path, problems);
  if (found) problems.push(...organisationProblems(organisation, found, file));
  return found;
}

/** What an organisation, of this file, asks of its structure and does not find there. */
export const organisationProblems = (organisation: Organisation, structure: StructureFile, file: NamingFile): Diagnostic[] => [
  ...postProblems(organisation, structure, file),
  ...languageProblems(organisation, structure, file),
];

/** Whoever signs or agrees has a position: by its id, or by the short name by which roles call it. */
function postProblems(
  { signatories = {}, approval, positions = {} }: Organisation,
  { lines }: StructureFile,
  file: NamingFile,
): Diagnostic[] {
  const named = [
    ...Object.entries(signatories).map(([key, ref]) => [`/signatories/${key}`, ref] as const),
    ...(approval?.visas ?? []).map((ref, at) => [`/approval/visas/${at}`, ref] as const),
    ...Object.entries(positions).flatMap(([role, { deputies = [] }]) =>
      deputies.map((ref, at) => [`/positions/${role}/deputies/${at}`, ref] as const),
    ),
  ];
  const known = [...lines.places.keys()];
  return named
    .filter(([, ref]) => !lines.places.has(ref) && lines.called(ref).length === 0)
    .map(([pointer, ref]) =>
      diagnostic(
        'broken-reference',
        {
          kind: 'position',
          name: ref,
          nearest: nearestOfMany(ref, known, mostMisspelt),
          known: known.length > 12 ? '' : known.join(', '),
        },
        file.locate(pointer),
      ),
    );
}

/** Letters: heads of two departments differ by few, and to take one for the other would let the wrong one sign. */
const mostMisspelt = 2;

/** Papers in a language of the organisation need the titles of its posts in it. */
function languageProblems({ languages }: Organisation, { lines }: StructureFile, file: NamingFile): Diagnostic[] {
  const lacking = languages.filter((one) => !lines.structure.languages.includes(one));
  return lacking.length === 0
    ? []
    : [
        diagnostic(
          'structure-lacks-language',
          { languages: lacking.join(', '), count: lacking.length },
          file.locate('/structure'),
          'warning',
        ),
      ];
}
