/** The key `schema`: files of another version are refused with one advice, and papers know nothing of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRole } from '../src/desk/roles.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import type { Papers } from '../src/diff/paper.js';
import { diffRoles } from '../src/diff/roles.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { paperText } from '../src/paper/fingerprint.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import { readProject } from '../src/project/project.js';
import { parseText } from '../src/read/data.js';
import type { ParsedFile } from '../src/read/data.js';
import { schemaOf } from '../src/read/schema.js';
import type { SchemaName } from '../src/read/schema.js';
import type { Role } from '../src/role/role.generated.js';
import { graft } from '../src/role/overlay/tree.js';
import type { MapNode } from '../src/role/overlay/tree.js';
import { stampsOf } from '../src/role/overlay/stamps.js';
import { readKind } from '../src/shelf/kind-file.js';
import { isIn } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import type { Workspace } from '../src/workspace/workspace.js';

const shelf = packageWorkspace();
const seller = readFileSync(new URL('corpus/overlay/roles/seller.yaml', import.meta.url), 'utf8');

/** A sound file of each sort, its path, and what reads it. */
const files: [string, string, string, (workspace: Workspace, path: string) => { diagnostics: readonly Diagnostic[] }][] = [
  ['role', 'roles/seller.yaml', seller, readRole],
  ['overlay', 'x.yaml', 'schema: 2\nextends: seller\nbase: { version: 1.2.0 }\nid: x\nversion: 1.0.0\nreview: { months: 6 }\n', readRole],
  ['organisation', 'o.yaml', shelf.readText('examples/organisation.ru.yaml'), readOrganisation],
  ['person', 'p.yaml', shelf.readText('examples/person.ru.yaml'), readPerson],
  ['kind', 'kinds/job-description.yaml', shelf.readText('kinds/job-description.yaml'), readKind],
  ['project', 'rolewright.yaml', 'schema: 2\njurisdiction: nl\n', readProject],
];

describe.each(files)('the file of this sort: %s', (name, path, sound, read) => {
  const told = (text: string): string[] =>
    read(memoryWorkspace({ 'roles/seller.yaml': seller, [path]: text }), path).diagnostics.map(
      ({ code, file, line }) => `${code} ${file}:${line}`,
    );
  const line = sound.split('\n').indexOf('schema: 2') + 1;

  it('of this version is read', () => {
    expect(told(sound)).toEqual([]);
  });

  it('without a version, or of version 1, is refused with one advice, whatever else is wrong in it', () => {
    expect(told(sound.replace('schema: 2\n', 'nonsense: 7\n'))).toEqual([`schema-version-old ${path}:${line}`]);
    expect(told(sound.replace('schema: 2', 'schema: 1\nnonsense: 7'))).toEqual([`schema-version-old ${path}:${line}`]);
  });

  it('of a newer version is refused as such', () => {
    expect(told(sound.replace('schema: 2', 'schema: 3\nnonsense: 7'))).toEqual([`schema-version-new ${path}:${line}`]);
  });

  it('with something else for its version is told what may stand there', () => {
    expect(told(sound.replace('schema: 2', 'schema: 0'))).toEqual([`not-one-of ${path}:${line}`]);
    expect(told(sound.replace('schema: 2', 'schema: two'))).toContain(`wrong-type ${path}:${line}`);
  });

  it('has the key in its schema, for editors', () => {
    expect(schemaOf(name as SchemaName)).toMatchObject({
      properties: { schema: { const: 2 } },
      required: expect.arrayContaining(['schema']) as string[],
    });
  });
});

it('names the file of a base that is of version 1, and the overlay says why it cannot be read', () => {
  const workspace = memoryWorkspace({
    'roles/seller.yaml': seller.replace('schema: 2\n', ''),
    'x.yaml': 'schema: 2\nextends: seller\nbase: { version: 1.2.0 }\nid: x\nversion: 1.0.0\n',
  });
  expect(readRole(workspace, 'x.yaml').diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'schema-version-old roles/seller.yaml',
    'overlay-base-broken x.yaml',
  ]);
});

describe('the version of a role', () => {
  const role = readRole(memoryWorkspace({ 'roles/seller.yaml': seller }), 'roles/seller.yaml').role as Role;
  const without = Object.fromEntries(Object.entries(role).filter(([key]) => key !== 'schema')) as unknown as Role;

  it('is in none of its papers, nor in what they are known by', () => {
    const library = openLibrary(shelf);
    const press = createPress(library, () => expect.fail('nothing is laid out here'));
    const blank = { organisation: null, person: null, date: null, logo: null };
    for (const { id: kind } of library.kinds().filter((kind) => kind.needs === undefined && isIn(kind, 'gb')))
      expect(paperText(press.assemble({ ...blank, role, kind, locale: 'en', jurisdiction: 'gb' })), kind).toBe(
        paperText(press.assemble({ ...blank, role: without, kind, locale: 'en', jurisdiction: 'gb' })),
      );
  });

  it('is in the stamp of no entry', () => {
    const file = parseText(seller, 'seller.yaml').parsed as ParsedFile;
    const stamps = (data: Role): ReturnType<typeof stampsOf> => stampsOf(graft(data, { file, pointer: '' }) as MapNode);
    expect(stamps(role)).toEqual(stamps(without));
    expect(stamps(role).size).toBeGreaterThan(5);
  });

  it('is a change that people need not sign for', () => {
    const none: Papers = { list: [], isSigned: () => false, fingerprint: () => null, entries: () => new Set() };
    const { changes } = diffRoles(without, role, none);
    expect(changes.map(({ fields }) => fields.map(({ field, reason }) => [field, reason]))).toEqual([[['schema', 'metadata']]]);
  });
});
