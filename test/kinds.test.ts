/** Kinds of document: which countries have them, and what is said where one is asked for elsewhere. */
import { describe, expect, it } from 'vitest';
import { countryProblems, documentsOf, wantedBy } from '../src/desk/documents.js';
import type { DocumentOptions } from '../src/desk/documents.js';
import { readRole } from '../src/desk/roles.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { createPress } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { readKind } from '../src/shelf/kind-file.js';
import { isFor, isIn } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const role = readRole(shelf, 'roles/sales-manager.yaml').role ?? expect.fail('not valid');

function asked(options: DocumentOptions, of: Role = role): { kinds: string[]; said: Diagnostic[] } {
  const said: Diagnostic[] = [];
  const wanted = wantedBy({ format: 'pdf', ...options }, library, said);
  said.push(...countryProblems([of], wanted, null, library));
  return { kinds: [...new Set(documentsOf(of, wanted, null, null, said).map(({ kind }) => kind))], said };
}

describe('a kind of some countries', () => {
  it('is an error where it is asked for and no country has it', () => {
    const { kinds, said } = asked({ kind: 'contract-annex,job-description', jurisdiction: 'us', locale: 'en' });
    expect(kinds).toEqual(['job-description']);
    expect(said).toMatchObject([
      { code: 'kind-not-in-country', severity: 'error', args: { kind: 'contract-annex', countries: 'us', known: 'ru, nl' } },
    ]);
  });

  it('is made where one of the countries has it, and said to be left out for the others', () => {
    const { kinds, said } = asked({ kind: 'contract-annex', locale: 'en,nl' });
    expect(kinds).toEqual(['contract-annex']);
    expect(said).toMatchObject([{ code: 'kinds-left-out', severity: 'info', args: { country: 'gb', kinds: 'contract-annex' } }]);
  });

  it('is left out of a set, which is said once', () => {
    const { kinds, said } = asked({ kind: 'all', jurisdiction: 'gb' });
    expect(kinds).toEqual(
      library.kinds().flatMap((kind) => (isIn(kind, 'gb') && isFor(kind, role.category) && kind.needs !== 'changes' ? [kind.id] : [])),
    );
    expect(said.map(({ code }) => code)).toEqual(['kinds-left-out']);
  });

  it('is refused by a press as well, with the countries that have it', () => {
    const press = createPress(library, () => expect.fail('no fonts are needed here'));
    const job = {
      role,
      kind: 'contract-annex',
      locale: 'en',
      jurisdiction: 'us',
      organisation: null,
      person: null,
      date: null,
      logo: null,
    } as const;
    expect(() => press.assemble(job)).toThrow(/kind-not-in-country.*"known":"ru, nl"/);
  });

  it('is listed with its countries, and in the help of generate', async () => {
    const nowhere = { workspace: memoryWorkspace({}) };
    expect((await command('list kinds', nowhere)).out).toMatch(/contract-annex .*\[ru, nl\]/);
    expect((await command('generate --help', nowhere)).out).toMatch(/^ {2}nl: .*contract-annex/m);
  });
});

describe('a kind of some categories of staff', () => {
  const worker: Role = { ...role, category: 'workers' };

  it('takes the place of another in every set, in its countries', () => {
    for (const kind of ['usual', 'hiring', 'all']) {
      const { kinds } = asked({ kind, jurisdiction: 'ru' }, worker);
      expect(kinds).toContain('worker-instruction');
      expect(kinds).not.toContain('job-description');
    }
    expect(asked({ kind: 'usual', jurisdiction: 'nl' }, worker).kinds).toContain('job-description');
    expect(asked({ kind: 'usual', jurisdiction: 'ru' }).kinds).not.toContain('worker-instruction');
  });

  it('leaves the other to be asked for by name, with a warning', () => {
    const { kinds, said } = asked({ kind: 'job-description', jurisdiction: 'ru' }, worker);
    expect(kinds).toEqual(['job-description']);
    expect(said).toMatchObject([{ code: 'kind-has-other', severity: 'warning', args: { instead: 'worker-instruction' } }]);
  });

  it('is not made for other categories, which is said where it is asked for by name', () => {
    const { kinds, said } = asked({ kind: 'worker-instruction', jurisdiction: 'ru' });
    expect(kinds).toEqual([]);
    expect(said).toMatchObject([
      { code: 'kind-not-for-category', severity: 'warning', args: { category: 'specialists', known: 'workers' } },
    ]);
  });

  it('refers to a kind that there is', () => {
    const file = 'schema: 2\nid: own\nname: { en: own }\nfor: post\ninstead: job-descriptions\n';
    const known = { countries: ['ru'], kinds: ['job-description'] };
    expect(readKind(memoryWorkspace({ 'own.yaml': file }), 'own.yaml', known).diagnostics).toMatchObject([{ path: 'instead' }]);
  });
});

describe('a grading decision', () => {
  it('is made of a position that somebody has rated, in the role or in the organisation', () => {
    const unrated: Role = { ...role, evaluation: {} };
    const { kinds, said } = asked({ kind: 'grading-decision', jurisdiction: 'nl' }, unrated);
    expect(kinds).toEqual([]);
    expect(said).toMatchObject([{ code: 'no-evaluation', severity: 'warning' }]);
    expect(asked({ kind: 'all', jurisdiction: 'nl' }, unrated).said.map(({ code }) => code)).not.toContain('no-evaluation');
    expect(asked({ kind: 'grading-decision', jurisdiction: 'nl' }).kinds).toEqual(['grading-decision']);
  });
});

describe('sets of kinds', () => {
  it('hold what their names say', () => {
    expect(asked({ kind: 'hiring', jurisdiction: 'ru' }).kinds).toContain('job-description');
    expect(asked({ kind: 'usual', jurisdiction: 'ru' }).kinds).toEqual(['job-description', 'onboarding-checklist']);
  });
});
