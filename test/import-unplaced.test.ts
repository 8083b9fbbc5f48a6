/** What of a file found no place: each sentence once, its lost words marked, counted alike wherever somebody reads a count. */
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { wordFile } from './word-files.js';

/** Lines that begin with # are headings. */
const file = (lines: readonly string[]): Uint8Array =>
  wordFile({
    document: lines
      .map((line) =>
        line.startsWith('#')
          ? `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${line.slice(1)}</w:t></w:r></w:p>`
          : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`,
      )
      .join(''),
  });

interface One {
  readonly page: string;
  readonly row: Readonly<Record<string, number>>;
  readonly decisions: readonly { readonly sort: string; readonly text: string; readonly missing: readonly string[]; readonly belongs: string | null }[];
  readonly draft: { readonly unplaced?: readonly { readonly text: string }[] };
  readonly report: {
    readonly entries: readonly {
      readonly text: string;
      readonly parts: readonly { readonly text: string; readonly certainty: string; readonly to: readonly string[]; readonly why: { readonly code: string } }[];
    }[];
  };
}

async function imported(lines: readonly string[]): Promise<One & { readonly html: string; readonly err: string }> {
  const workspace = memoryWorkspace({ 'a.docx': file(lines) });
  let [out, err] = ['', ''];
  await run({
    ...{ argv: ['import', 'a.docx', '--json'], environment: {}, errIsTerminal: false, outIsTerminal: false, workspace, columns: 100 },
    milliseconds: () => 0,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  const [one] = (JSON.parse(out) as { files: [One] }).files;
  return { ...one, err, html: new TextDecoder().decode(workspace.files.get(one.page)) };
}

const sentences = [
  {
    language: 'en',
    lines: ['#Job description', 'Job title: Storekeeper', 'Reports to: Warehouse Manager on Mondays and zebras', '#Duties', '1. Check all deliveries.', '#Canteen', 'Lunch is at noon.'],
    lost: 'zebras',
  },
  {
    language: 'nl',
    lines: ['#Functieomschrijving', 'Functie: Magazijnmedewerker', 'Rapporteert aan: Hoofd magazijn op maandag en zebra’s', '#Taken', '1. Controleert alle leveringen van het magazijn.'],
    lost: 'zebra’s',
  },
  {
    language: 'ru',
    lines: ['#Должностная инструкция кладовщика', '#1. Общие положения', '1.1. Кладовщик непосредственно подчиняется начальнику склада фиолетовых зебр.', '#2. Должностные обязанности', '2.1. Принимает товар на склад.'],
    lost: 'зебр',
  },
] as const;

describe('a sentence of which a word found no place', () => {
  it.each(sentences)('stands whole under unplaced, once, with the word marked: $language', async ({ lines, lost }) => {
    const { draft, decisions, html } = await imported(lines);
    const texts = (draft.unplaced ?? []).map(({ text }) => text).filter((text) => text.includes(lost));
    for (const text of texts) expect(text.split(/\s+/u).length).toBeGreaterThan(2);
    expect(texts.length).toBeLessThanOrEqual(1);
    for (const { text, missing } of decisions.filter(({ sort, text }) => sort === 'unplaced' && text.includes(lost))) {
      expect(text).toBe(texts[0]);
      for (const words of missing) expect(html).toContain(`<mark>${words}</mark>`);
    }
  });
});
