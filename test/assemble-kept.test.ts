/** Blocks that come again are built once: the trees are the same as if nothing had been kept. */
import { describe, expect, it } from 'vitest';
import { createAssembler } from '../src/press/assemble.js';
import { piecesOf } from '../src/template/pieces.js';
import type { Document, Locale } from '../src/document/document.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { openKept } from '../src/content/kept.js';
import { jurisdictionIds, locales, openLibrary } from '../src/shelf/library.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readRole } from '../src/desk/roles.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const people = [
  null,
  { name: { last: 'Орлова', first: 'Анна', middle: 'Петровна' }, gender: 'female' as const, department: 'sales' },
  { name: { last: 'Ким', first: 'Пётр' }, gender: 'male' as const, personnelNumber: '7' },
  { name: { last: 'Jansen', first: 'Jan' } },
];

const roles = new Map(['account-manager', 'hr-manager'].map((id) => [id, readRole(shelf, `roles/${id}.yaml`).role]));
const organisations = new Map(['ru', 'nl'].map((id) => [id, readOrganisation(shelf, `examples/organisation.${id}.yaml`).organisation]));

function request(id: string, locale: Locale, jurisdiction: JurisdictionId, person: (typeof people)[number], organisation: string | null) {
  const role = roles.get(id);
  if (!role) throw new Error('not valid');
  const law = library.jurisdiction(jurisdiction);
  return {
    role,
    locale,
    person,
    kind: 'job-description',
    jurisdiction: law,
    theme: library.theme(law.layout),
    date: '2026-06-01',
    logo: null,
    organisation: organisations.get(organisation ?? '') ?? null,
  };
}

describe('blocks kept from document to document', () => {
  it('make the same trees, in whatever order people come', () => {
    const kept = createAssembler(library.template, library);
    const requests = locales.flatMap((locale) =>
      jurisdictionIds.flatMap((jurisdiction) =>
        people.flatMap((person) =>
          [null, 'ru', 'nl'].map((organisation) => request('account-manager', locale, jurisdiction, person, organisation)),
        ),
      ),
    );
    const fresh = createAssembler(library.template, library, openKept(0));
    // One of nine: every language, country, person and organisation comes, each next to many others.
    for (const one of [...requests, ...requests.slice().reverse()].filter((_, at) => at % 9 < 1))
      expect(kept.assemble(one)).toEqual(fresh.assemble(one));
  });

  it('are shared, and only what differs is built', () => {
    const kept = createAssembler(library.template, library);
    // What comes for the second time is kept, the third is the first to share it.
    const [, first, second] = people
      .slice(0, 3)
      .map((person): Document => kept.assemble(request('account-manager', 'ru', 'ru', person, 'ru')));
    const shared = (first?.blocks ?? []).filter((block, at) => block === second?.blocks[at]);
    expect(shared.length).toBeGreaterThan((first?.blocks.length ?? 0) / 2);
    expect(shared.length).toBeLessThan(first?.blocks.length ?? 0);
  });

  it('begin anew when there are too many', () => {
    const few = createAssembler(library.template, library, openKept(20_000));
    for (const person of people)
      expect(few.assemble(request('hr-manager', 'nl', 'nl', person, null))).toEqual(
        createAssembler(library.template, library, openKept(0)).assemble(request('hr-manager', 'nl', 'nl', person, null)),
      );
  });

  it('leave a broken template to be judged as a whole', () => {
    const broken = createAssembler(
      (name) =>
        name === 'job-description'
          ? { file: 'x.hbs', text: '<document title="a"><p nosuch="1">a</p>\n<clause>b</clause></document>' }
          : null,
      library,
    );
    const codes = (): string[] => {
      try {
        broken.assemble(request('hr-manager', 'en', 'gb', null, null));
      } catch (error) {
        if (error instanceof Refusal) return error.diagnostics.map((one) => `${one.code} ${String(one.line)}`);
        throw error;
      }
      return [];
    };
    expect(codes()).toEqual(['template-missing-attribute 1', 'template-unknown-attribute 1', 'template-missing-attribute 2']);
  });
});

describe('markup', () => {
  it('is cut at its outermost elements', () => {
    expect(piecesOf('<document title="a"><p>b</p> <p/><section id="c"><p>d</p></section></document>')).toEqual({
      head: '<document title="a">',
      children: ['<p>b</p>', ' <p/>', '<section id="c"><p>d</p></section>'],
    });
  });

  it.each([
    '<document><p></document>',
    '<document></p></document>',
    '<document>words</document>',
    '<document><p a="/>">b</p></document>',
    '<p/>',
    '',
  ])('%j is left to the parser', (markup) => {
    expect(piecesOf(markup)).toBeNull();
  });
});
