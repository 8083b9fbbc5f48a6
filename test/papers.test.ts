/**
 * Finished papers as text, to be read in review: a change of a page is a change of its file in corpus/papers. `UPDATE=1 npx vitest
 * run test/papers.test.ts` writes them anew; read what has changed before you keep it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import type { Document, Locale } from '../src/document/document.js';
import { walk } from '../src/document/reading.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { isIn } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { elements, openDocx } from './opened-docx.js';
import type { Xml } from './opened-docx.js';
import { letters, pageText, shownLetters } from './page-text.js';
import { fonts } from './paper.js';

const folder = new URL('./corpus/papers/', import.meta.url);
const own = openWorkspace(folder.pathname);
const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => fonts);
const calendarFor = openCalendars(library);
const must = <T>(value: T | null): T => value ?? expect.fail('the files of the corpus are not valid');
const role = must(readRole(own, 'role.yaml').role);

const languages: [JurisdictionId, Locale][] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];
/** Pages of these are made; of the others, which say less, the text will do. */
const paged = ['job-description', 'onboarding-checklist', 'probation-review', 'refusal-act'];
const kinds: string[] = [
  ...paged,
  'contract-annex',
  'approval-order',
  'agreement-sheet',
  'acquaintance-list',
  'mentoring-agreement',
  'development-talk',
  'job-advert',
];
const papers = languages.flatMap(([country, locale]) =>
  kinds.filter((kind) => isIn(library.kind(kind), country)).map((kind) => ({ name: `${country}/${kind}`, country, locale, kind })),
);

function treeOf({ country, locale, kind }: (typeof papers)[number]): Document {
  const [workspace, path] = country === 'us' ? [own, ''] : [shelf, 'examples/'];
  const job: Job = {
    role,
    kind,
    locale,
    jurisdiction: country,
    organisation: must(readOrganisation(workspace, `${path}organisation.${country}.yaml`).organisation),
    person: must(readPerson(workspace, `${path}person.${country}.yaml`).person),
    date: '2026-05-20',
    logo: null,
  };
  return press.assemble({ ...job, calendar: calendarFor(job) });
}

const renew = process.env.UPDATE === '1';

describe('a finished paper', () => {
  test.each(papers)('reads as before: $name', async (paper) => {
    const text = pageText(treeOf(paper));
    const file = new URL(`${paper.name}.txt`, folder);
    if (renew) {
      mkdirSync(dirname(file.pathname), { recursive: true });
      writeFileSync(file, text);
    }
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(text, 'a page has changed: UPDATE=1 npx vitest run test/papers.test.ts writes it anew, git diff shows what is new').toBe(before);
  });

  test.each(papers.filter(({ kind }) => paged.includes(kind)))(
    'says in PDF and in Word what the tree says, number by number: $name',
    async (paper) => {
      const tree = treeOf(paper);
      // The small words under the lines to sign on come in an order of their own.
      const captions = [...walk(tree.blocks)]
        .flatMap((one) => (one.type === 'signature' ? one.cells : []))
        .map((cell) => letters(cell.caption ?? ''));
      const plain = (text: string): string => captions.filter(Boolean).reduce((left, caption) => left.replaceAll(caption, ''), text);
      const wanted = plain(shownLetters(tree.blocks));
      expect(plain(letters(await pdfText((await press.print(tree, 'pdf')).bytes)))).toBe(wanted);
      const { paragraphs } = openDocx((await press.print(tree, 'docx')).bytes);
      expect(plain(letters(paragraphs.map(({ number, xml }) => `${number ?? ''}${writtenIn(xml)}`).join('')))).toBe(wanted);
    },
  );
});

/** Without what is no part of the text: numbers of pages, lines, headings of tables that are repeated. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    const open: boolean[] = [];
    for (const item of items) {
      if ('str' in item) text += open.includes(true) ? '' : item.str;
      else if (item.type === 'endMarkedContent') open.pop();
      else open.push('tag' in item && item.tag === 'Artifact');
    }
  }
  await pdf.loadingTask.destroy();
  return text;
}

/** The words of a paragraph without the hints in its blanks. */
const writtenIn = (xml: Xml): string =>
  xml.name === 'w:sdt'
    ? ''
    : xml.name === 'w:t'
      ? xml.children.filter((one) => typeof one === 'string').join('')
      : elements(xml).map(writtenIn).join('');
