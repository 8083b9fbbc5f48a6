/** Kinds of document: which countries have them, and what is said where one is asked for elsewhere. */
import { describe, expect, it } from 'vitest';
import { countryProblems, documentsOf, wantedBy } from '../src/desk/documents.js';
import type { DocumentOptions } from '../src/desk/documents.js';
import { readRole } from '../src/desk/roles.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { createPress } from '../src/press/press.js';
import { isIn } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const role = readRole(shelf, 'roles/sales-manager.yaml').role ?? expect.fail('not valid');

function asked(options: DocumentOptions): { kinds: string[]; said: Diagnostic[] } {
  const said: Diagnostic[] = [];
  const wanted = wantedBy({ format: 'pdf', ...options }, library, said);
  said.push(...countryProblems([role], wanted, null, library));
  return { kinds: [...new Set(documentsOf(role, wanted, null, null, said).map(({ kind }) => kind))], said };
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
    expect(kinds).toEqual(library.kinds().flatMap((kind) => (isIn(kind, 'gb') && kind.needs !== 'changes' ? [kind.id] : [])));
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

describe('sets of kinds', () => {
  it('hold what their names say', () => {
    expect(asked({ kind: 'hiring', jurisdiction: 'ru' }).kinds).toContain('job-description');
    expect(asked({ kind: 'usual', jurisdiction: 'ru' }).kinds).toEqual(['job-description', 'onboarding-checklist']);
  });
});
