/**
 * Text that nobody would write and somebody will: whatever it is, every writer gives either a document with exactly
 * that text or a refusal in words. `HOSTILE_RUNS=10000` tries so many documents; a normal run tries a few.
 * `HOSTILE_SEED` with the seed of a failure tries the same again.
 */
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { loadMessages, wordsOf } from '../src/report/report.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Document } from '../src/document/document.js';
import { layoutDocument } from '../src/layout/layout.js';
import type { Layout } from '../src/layout/page.js';
import type { Element } from '../src/layout/structure.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { writeDocx } from '../src/write/docx.js';
import { writeHtml } from '../src/write/html.js';
import { paintPdf } from '../src/write/pdf.js';
import { pdfProfiles } from '../src/write/pdf/profile.js';
import { covered, hostileDocument, wild } from './hostile-documents.js';
import { child, descendants, elements, openDocx, openParts, parseXml, textOf } from './opened-docx.js';
import type { Xml } from './opened-docx.js';
import { fonts, theme } from './paper.js';
import { passages } from './passages.js';
import { faultsOf } from './word-faults.js';

// The same documents each time, so that a red run is a change of ours; another seed looks elsewhere.
const { HOSTILE_RUNS: wanted = '100', HOSTILE_SEED: seed = '20261122' } = process.env;
const runs = Number(wanted);
/** How many of the documents each format gets: Word files and PDF files take longer than pages. */
const shares = { html: 0.5, docx: 0.25, pdf: 0.25 };
const limit = 60_000 + runs * 200;

const looks = { 'gost-2025': theme('gost-2025'), nl: theme('nl'), us: theme('us') };
type Look = (typeof looks)['nl'];
const languages = (['ru', 'en', 'nl'] as const).map((language) => loadMessages(packageWorkspace(), language));

/** Half of the documents hold only what every font has: these must come out. */
const paper = fc.oneof(
  hostileDocument(covered).map((tree) => ({ tree, good: true })),
  hostileDocument(wild).map((tree) => ({ tree, good: false })),
);

function propertyOf(share: number, check: (tree: Document, look: Look) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(paper, fc.constantFrom('gost-2025' as const, 'nl' as const, 'us' as const), async ({ tree, good }, look) => {
      const refusal = await check(tree, looks[look]).then(
        () => null,
        (error: unknown) => {
          if (error instanceof Refusal) return error;
          throw error;
        },
      );
      if (good) expect(refusal?.diagnostics ?? []).toEqual([]);
      if (refusal) expectWords(refusal);
    }),
    { numRuns: Math.max(1, Math.round(runs * share)), includeErrorInReport: true, seed: Number(seed) },
  );
}

/** The words around the text, which are short, run by run. */
const aroundOf = ({ letterhead, footer = [] }: Document): string[] =>
  [...(letterhead?.lines ?? []), ...footer]
    .flat()
    .map((one) => plainText([one]))
    .filter((words) => words !== '');

/** A refusal says in each language what is the matter, and nothing in it spoils a terminal. */
function expectWords({ diagnostics }: Refusal): void {
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const one of diagnostics) {
    expect(['missing-glyph', 'script-not-in-pdf', 'unprintable-character']).toContain(one.code);
    for (const language of languages) {
      expect(Object.keys(language.codes)).toContain(one.code);
      const { message } = wordsOf(one, language);
      expect(message.length).toBeGreaterThan(10);
      expect(message).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
    }
  }
}

/** Letters and signs, without what only says where a line may end, and with one hyphen for all kinds of hyphens. */
const stripped = (words: string): string =>
  words
    .replace(/[\s\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
/** Fonts have letters with their marks in one piece or apart; both are the same text. */
const bare = (words: string): string => stripped(words).normalize('NFC');
const said = (tree: Document, patterns: 'printed' | 'left out'): string => bare([...passages(tree.blocks, patterns)].join(''));
const inOrder = (letters: string): string => [...letters].sort().join('');

test(
  'Word files hold exactly the text, or say why not',
  async () => {
    await propertyOf(shares.docx, async (tree, look) => {
      const bytes = await writeDocx(tree, look);
      const parts = openParts(bytes);
      for (const path of parts.paths) if (/\.(xml|rels)$/.test(path)) parts.part(path);
      expect(faultsOf(parts)).toEqual([]);
      const found = openDocx(bytes).paragraphs.map(({ text }) => text);
      const wanted = [...contents(tree.blocks)]
        .filter((content) => content.every(({ type }) => type === 'text'))
        .map(plainText)
        .filter((words) => words !== '');
      for (const words of wanted) {
        const at = found.indexOf(words);
        if (at === -1) expect(found).toContain(words);
        found.splice(at, 1);
      }
      // What is left are captions under lines, blanks and boxes.
      const rest = [...passages(tree.blocks, 'printed')].map(bare);
      for (const words of found.map((one) => bare(one.replace(/^[☐☒]|_/gu, ''))))
        if (!rest.some((one) => bare(one.replaceAll('_', '')).endsWith(words))) expect(rest).toContain(words);
      const around = parts.paths
        .filter((path) => /^word\/(header|footer)\d+\.xml$/.test(path))
        .map((path) => textOf(parts.part(path)))
        .join('');
      for (const words of aroundOf(tree)) expect(around).toContain(words);
      const core = parts.part('docProps/core.xml');
      for (const [name, words] of [
        ['dc:title', tree.title],
        ['dc:creator', tree.author],
      ] as const) {
        const found = child(core, name);
        expect(found ? wordsIn(found) : '').toBe(words);
      }
    });
  },
  limit,
);

test(
  'pages for the screen hold exactly the text, or say why not',
  async () => {
    await propertyOf(shares.html, async (tree, look) => {
      const page = parseXml(writeHtml(tree, look));
      const body = child(page, 'body') ?? page;
      const shown = wordsIn(body);
      let at = 0;
      for (const content of contents(tree.blocks)) {
        for (const inline of content) {
          if (inline.type !== 'text') continue;
          const found = shown.indexOf(inline.value, at);
          if (found === -1) expect(shown.slice(at)).toContain(inline.value);
          at = found + inline.value.length;
        }
      }
      expect(bare(spoken(body))).toBe(
        bare(
          [
            ...(tree.letterhead?.lines ?? []).map(plainText),
            ...passages(tree.blocks, 'left out'),
            ...(tree.footer ?? []).map(plainText),
          ].join(''),
        ),
      );
      expect([...descendants(page, 'title')].map(wordsIn)).toEqual([tree.title || tree.role.id]);
      for (const one of descendants(page)) {
        expect(['b', 'img', 'a', 'iframe', 'object']).not.toContain(one.name);
        for (const name of Object.keys(one.attributes)) expect(name).not.toMatch(/^on/);
      }
      expect([...descendants(page, 'script')].length).toBeLessThan(2);
    });
  },
  limit,
);

test(
  'PDF files hold exactly the text, or say why not',
  async () => {
    let made = 0;
    await propertyOf(shares.pdf, async (tree, look) => {
      const layout = layoutDocument(tree, look, fonts);
      expect(letters(layout)).toBe(said(tree, 'printed'));
      made += 1;
      const around = layout.pages
        .flatMap(({ boxes }) => boxes)
        .map((one) => (one.type === 'text' && one.mark === 'pagination' ? stripped(one.text) : ''))
        .join('');
      for (const words of aroundOf(tree)) expect(around).toContain(stripped(words.normalize('NFC')));
      const profile = pdfProfiles[made % pdfProfiles.length] ?? '2a';
      // Fields show a pattern themselves; on flat paper it is text.
      const flat = made % 2 === 0;
      const bytes = await paintPdf(layout, tree, { profile, flat });
      expect(Buffer.from(bytes.subarray(-7)).toString().trim()).toBe('%%EOF');
      if (made % 8 === 0) await expectReadable(bytes, tree);
    });
  },
  limit,
);

/** Another reader finds each letter as often as the tree has it; it may order those that are written from right to left. */
async function expectReadable(bytes: Uint8Array, tree: Document): Promise<void> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true, stopAtErrors: true });
  try {
    const pdf = await task.promise;
    let text = '';
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
      const open: (string | null)[] = [];
      for (const item of items) {
        if ('str' in item) text += (open.at(-1) ?? null) === null ? '' : item.str;
        else if (item.type === 'endMarkedContent') open.pop();
        else open.push(item.id ?? null);
      }
    }
    // pdf.js leaves out marks that only say how to set what stands around them, and brackets in lines from right to left.
    const unheard = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u.test(said(tree, 'printed')) ? /[\p{Cf}<>]/gu : /\p{Cf}/gu;
    const heard = (words: string): string => inOrder(words.replace(unheard, '').normalize('NFD'));
    expect(heard(bare(text))).toBe(heard(said(tree, 'printed')));
    const { metadata } = await pdf.getMetadata();
    // XML has no controls and no halves of characters; they are left out of the metadata.
    if (tree.title.trim() !== '' && !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(tree.title))
      expect(metadata.get('dc:title')).toBe(tree.title.trim());
  } finally {
    await task.destroy();
  }
}

/** The letters of the pages in the order in which they are heard. */
function letters({ pages, structure }: Layout): string {
  const parents = new Map<Element, Element>();
  const adopt = (parent: Element): void => {
    for (const child of parent.children) {
      parents.set(child, parent);
      adopt(child);
    }
  };
  adopt(structure);
  const own = new Map<Element, string>();
  for (const one of pages.flatMap((page) => page.boxes))
    if (one.type === 'text' && typeof one.mark !== 'string') {
      // An abbreviation stands among the words around it.
      const owner = (one.mark.role === 'Span' ? parents.get(one.mark) : null) ?? one.mark;
      own.set(owner, (own.get(owner) ?? '') + one.text);
    }
  const inside = (element: Element): string => (own.get(element) ?? '') + element.children.map(inside).join('');
  return bare(inside(structure));
}

const wordsIn = (xml: Xml): string => xml.children.map((one) => (typeof one === 'string' ? one : wordsIn(one))).join('');

/** Without what the page says of itself: how much is ticked, what belongs in a blank, what it is. */
function spoken(xml: Xml): string {
  if (['progress', 'output', 'script'].includes(xml.name) || ['hint', 'unseen'].includes(xml.attributes.class ?? '')) return '';
  return elements(xml).length === 0 ? wordsIn(xml) : xml.children.map((one) => (typeof one === 'string' ? one : spoken(one))).join('');
}
