/** What one file leaves for the next never shows: the bytes are those of a file that is written alone. */
import { expect, test } from 'vitest';
import { branded } from '../src/theme/brand.js';
import { frozen } from '../src/content/content.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Document, Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { openKept } from '../src/content/kept.js';
import { layoutDocument, openLayoutMemory } from '../src/layout/layout.js';
import type { Layout } from '../src/layout/page.js';
import { openLibrary } from '../src/shelf/library.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { createPress } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { openPdfMemory, paintPdf, writePdf } from '../src/write/pdf.js';
import type { PdfOptions } from '../src/write/pdf/profile.js';
import { blank, document, p, section, signature, title } from './builders.js';
import { fonts, theme } from './paper.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => fonts);
const people = [
  { name: { last: 'Щукина', first: 'Анна', middle: 'Эдуардовна' }, gender: 'female' as const, department: 'sales' },
  { name: { last: 'Ким', first: 'Пётр' }, gender: 'male' as const, personnelNumber: '7' },
  // Letters that are not among the usual ones.
  { name: { last: 'Łukaszewiczőva', first: 'Žofie' } },
  null,
];
const papers = (
  [
    ['account-manager', 'job-description', 'ru', 'ru'],
    ['hr-manager', 'job-description', 'nl', 'nl'],
    ['account-manager', 'onboarding-checklist', 'en', 'gb'],
  ] as const
).flatMap(([id, kind, locale, jurisdiction]) => people.map((person) => paperFor(id, kind, locale, jurisdiction, person)));
const options: PdfOptions[] = [{}, { flat: true }, { profile: '1a' }];

function paperFor(id: string, kind: string, locale: Locale, jurisdiction: JurisdictionId, person: (typeof people)[number]): Document {
  const { role } = readRole(shelf, `roles/${id}.yaml`);
  const { organisation } = readOrganisation(shelf, 'examples/organisation.nl.yaml');
  if (!role || !organisation) throw new Error('not valid');
  return press.assemble({ role, kind, locale, jurisdiction, organisation: person && organisation, person, date: '2026-06-01', logo: null });
}

const alone = (paper: Document, option: PdfOptions): Promise<Uint8Array> =>
  writePdf(paper, branded(library.theme(paper.layout), paper), fonts, option);

test('people, roles, languages, profiles and forms in any order leave the bytes alone', async () => {
  const jobs = papers
    .flatMap((paper, at) => options.slice(0, at % 4 < 2 ? 3 : 1).map((option) => ({ paper, option })))
    .filter((_, at) => process.env.FULL !== undefined || at % 2 === 0);
  const wanted = new Map<object, Uint8Array>();
  for (const job of jobs) wanted.set(job, await alone(job.paper, job.option));
  for (const [at, job] of [...jobs, ...jobs.toReversed()].entries()) {
    const { bytes } = await press.print(job.paper, 'pdf', job.option);
    expect(Buffer.compare(bytes, wanted.get(job) ?? Buffer.alloc(0)), `document ${at}`).toBe(0);
  }
});

test('a memory that is too small for one document changes nothing', async () => {
  const kept = openKept(20_000);
  const [layouts, few] = [openLayoutMemory(kept, fonts), openPdfMemory(kept)];
  for (const paper of papers.slice(0, 3)) {
    const look = branded(library.theme(paper.layout), paper);
    const layout = layoutDocument(paper, look, fonts, layouts);
    expect(Buffer.compare(await paintPdf(layout, paper, {}, few), await alone(paper, {}))).toBe(0);
  }
});

/** Pages know what they are called in the store; nothing else may differ. */
const nameless = (layout: Layout): Layout => ({ ...layout, pages: layout.pages.map((page) => ({ ...page, name: null })) });

test('a block in another place, under another heading or before a signature is laid out for it', () => {
  const [shared, heading] = [frozen(p('Работает с клиентами.')), frozen(title('Инструкция'))];
  const part = frozen(section('a', '1.', 'Обязанности', shared));
  const signed = frozen(signature('s', 'Ознакомлен:', [1, 'Иванов', '(подпись)']));
  const memory = openLayoutMemory(openKept(), fonts);
  for (const name of ['gost-2025', 'nl', 'gost-2025'])
    for (const blocks of [
      [part],
      [heading, part],
      [part, part],
      [shared, part, signed],
      [part, signed, signed, part],
      [{ ...part, breakBefore: true }, part],
      [section('b', '2.', 'Всё', part, signed), shared],
    ]) {
      const look = theme(name);
      for (let time = 0; time < 2; time++)
        expect(nameless(layoutDocument(document(blocks), look, fonts, memory))).toEqual(layoutDocument(document(blocks), look, fonts));
    }
});

test('a block that stands twice in one document is heard twice', async () => {
  const kept = openKept();
  const [layouts, files] = [openLayoutMemory(kept, fonts), openPdfMemory(kept)];
  const twice = frozen(p('Подпись:', 'lead'));
  const paper = document([
    twice,
    p('Первая.'),
    twice,
    p(['Дата: ', { ...blank('day', 'Дата', 'date', 0), pattern: '«__» ________ 20__ г.' }]),
  ]);
  for (let time = 0; time < 2; time++) {
    const layout = layoutDocument(paper, theme(paper.layout), fonts, layouts);
    expect(Buffer.compare(await paintPdf(layout, paper, {}, files), await writePdf(paper, theme(paper.layout), fonts))).toBe(0);
  }
});

test('a letter that cannot be printed is told each time', () => {
  const memory = openLayoutMemory(openKept(), fonts);
  const blocks = [frozen(section('a', '1.', 'Знаки', p('☑')))];
  for (let time = 0; time < 2; time++) expect(() => layoutDocument(document(blocks), theme('gost-2025'), fonts, memory)).toThrow(Refusal);
});
