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
  readonly decisions: readonly {
    readonly sort: string;
    readonly text: string;
    readonly missing: readonly string[];
    readonly belongs: string | null;
  }[];
  readonly person: { readonly name: object } | null;
  readonly draft: { readonly unplaced?: readonly { readonly text: string }[] };
  readonly report: {
    readonly entries: readonly {
      readonly text: string;
      readonly parts: readonly {
        readonly text: string;
        readonly certainty: string;
        readonly to: readonly string[];
        readonly why: { readonly code: string };
      }[];
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

const textOf = ({ draft }: One): readonly string[] => (draft.unplaced ?? []).map(({ text }) => text);
const countOf = ({ decisions }: One, sort: string): number => decisions.filter((one) => one.sort === sort).length;

const sentences = [
  {
    language: 'en',
    lines: [
      ...['#Job description', 'Job title: Repairs Scheduler', '#Duties', '1. Books repairs.', '2. Answers calls.', '#Cover'],
      'Schedulers cover zebra patches during sickness.',
    ],
    lost: 'zebra patches',
    sentence: 'Schedulers cover zebra patches during sickness.',
  },
  {
    language: 'nl',
    lines: [
      ...[
        '#Functieomschrijving',
        'Functie: Verzorgende',
        '#Taken',
        '1. Verzorgt bewoners.',
        '2. Begeleidt bewoners.',
        '#Plaats in de organisatie',
      ],
      'Zij geeft zelf geen leiding, maar instrueert helpenden en vrijwilligers.',
    ],
    lost: 'instrueert helpenden en vrijwilligers',
    sentence: 'Zij geeft zelf geen leiding, maar instrueert helpenden en vrijwilligers.',
  },
  {
    language: 'ru',
    lines: [
      ...[
        '#Должностная инструкция завхоза',
        '#1. Общие положения',
        '1.1. Завхоз относится к категории руководителей с фиолетовыми зебрами.',
      ],
      ...['#2. Должностные обязанности', '2.1. Принимает товар на склад.', '2.2. Выдаёт инвентарь.'],
    ],
    lost: 'фиолетовыми зебрами',
    sentence: 'Завхоз относится к категории руководителей с фиолетовыми зебрами.',
  },
] as const;

describe('a sentence of which words found no place', () => {
  it.each(sentences)('stands whole under unplaced, once, with the words marked: $language', async ({ lines, lost, sentence }) => {
    const told = await imported(lines);
    expect(textOf(told).filter((text) => text.includes(lost))).toEqual([sentence]);
    const decision = told.decisions.find(({ text }) => text === sentence);
    expect(decision?.missing.join(' ')).toContain(lost.split(' ')[0]);
    for (const words of decision?.missing ?? []) expect(told.html).toContain(`<mark>${words}</mark>`);
  });

  it.each(sentences)('is counted alike by the table, the page and the role: $language', async ({ lines }) => {
    const told = await imported(lines);
    expect(told.row.unplaced).toBe(textOf(told).length);
    expect(countOf(told, 'unplaced')).toBe(textOf(told).length);
    expect(told.row.guessed).toBe(countOf(told, 'guessed'));
    expect(/<\/h1>\n<p>[^<]*;[^<\d]*(\d+)/u.exec(told.html)?.[1]).toBe(String(told.row.unplaced));
    expect(/href="#unplaced">[^<]*<\/a> \((\d+)\)/u.exec(told.html)?.[1]).toBe(String(told.row.unplaced));
  });
});

const places = ({ report }: One, words: string): readonly string[] =>
  report.entries.flatMap(({ parts }) =>
    parts.filter(({ text }) => text.includes(words)).map(({ certainty, why }) => `${certainty} ${why.code}`),
  );

describe('what is told of a text', () => {
  it('is that it was said before only where it was', async () => {
    const told = await imported([
      ...[
        '#Functieomschrijving',
        'Functie: Adviseur',
        'Afdeling: Samenleving',
        'Team: Zebrapaden en bruggen',
        '#Taken',
        '1. Adviseert het bestuur.',
      ],
    ]);
    expect(places(told, 'Zebrapaden')).not.toContain('left-out repeated');
  });

  it('is never that the file does not say “none”', async () => {
    const told = await imported([
      ...[
        '#Job description',
        'Job title: Repairs Scheduler',
        'Reports to: Team Leader',
        'Direct reports: None',
        '#Duties',
        '1. Books repairs.',
        '2. Answers calls.',
      ],
    ]);
    expect(places(told, 'None')).toEqual(['mapped nobody']);
    const added = told.html.slice(told.html.indexOf('id="added"'));
    expect(added).not.toContain('Direct reports');
    expect(added).not.toContain('Team leader');
  });

  it('has no names of the YAML and no holes', async () => {
    const told = await imported([
      ...['#Job description', 'Job title: Clerk', 'Deputised by: any colleague', '#Duties', '1. Books repairs.', '2. Answers calls.'],
    ]);
    expect(told.html).not.toContain('business-trip');
    expect(told.html).not.toMatch(/\{(?:cue|label|heading)\}/u);
  });
});

describe('people', () => {
  it('are no firms and no posts, and have all of their name', async () => {
    const told = await imported([
      ...['Van Rossum Logistics B.V.', '#Functieomschrijving', 'Functie: Teamleider', 'Naam medewerker: mw. J.T. Hoekstra-de Wit'],
      ...['Personeelsnummer: 30418', 'Opgesteld door: P&amp;O-adviseur', '#Taken', '1. Verdeelt het werk.', '2. Controleert de voorraad.'],
    ]);
    const people = told.decisions.filter(({ sort }) => sort === 'people').map(({ text }) => text);
    expect(people).toEqual(['mw. J.T. Hoekstra-de Wit', '30418']);
    expect(told.person?.name).toEqual({ last: 'Hoekstra-de Wit', initials: 'J.T.' });
  });

  it('become a draft of the holder', async () => {
    const english = await imported([
      ...['#Job description', 'Job title: Clerk', 'Current postholder: Gareth Llewellyn (since 04/2020)', '#Duties', '1. Books repairs.'],
    ]);
    expect(english.person?.name).toEqual({ first: 'Gareth', last: 'Llewellyn' });
  });
});
