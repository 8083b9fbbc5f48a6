/** A paper on the screen: what changed is marked and listed, and words of people stay words. */
import { createPhrases } from 'rolewright';
import type { Block, Document } from 'rolewright';
import { expect, it } from 'vitest';
import { keptPage, readPage, screenPage } from '../src/papers/screen.js';

const phrase = createPhrases({ screen: { inserted: 'Added:', deleted: 'No longer:' } }, 'en');
const words = (value: string) => [{ type: 'text', value, strong: false, emphasis: false } as const];
const section = (id: string, number: string, clauses: readonly string[]): Block => ({
  ...{ type: 'section', id, level: 1, number, breakBefore: false, heading: words(`Part ${id}`) },
  children: clauses.map((text, at) => ({
    ...{ type: 'clause', id: `${id}-${at}`, level: 1, number: `${number}${at + 1}.`, content: words(text), children: [] },
  })),
});
const paper = (duties: readonly string[]): Document => ({
  ...{ kind: 'job-description', locale: 'en', language: 'en-GB', layout: 'x', title: 'T', subject: '', author: '', keywords: [] },
  role: { id: 'r', version: '1.0.0' },
  blocks: [section('aim', '1.', ['Sells fairly.']), section('duties', '2.', duties)],
});

it('marks what was added and what is gone, and says in which part', () => {
  const { html, headings } = screenPage(paper(['Reports every month.', 'Keeps records.']), paper(['Reports every week.']), phrase);
  expect(headings).toEqual([
    { id: 'p-aim', text: '1. Part aim', changed: false },
    { id: 'p-duties', text: '2. Part duties', changed: true },
  ]);
  expect(html).toMatch(/<del><span class="unseen">No longer: <\/span>week/);
  expect(html).toMatch(/<ins><span class="unseen">Added: <\/span>month/);
  expect(html).toContain('Keeps records.');
});

it('lets no words become markup, and is read again as it was kept', () => {
  const page = screenPage(paper(['<script>alert(1)</script> & --> "x"']), null, phrase);
  expect(page.html).not.toContain('<script>');
  expect(readPage(keptPage(page))).toEqual(page);
});
