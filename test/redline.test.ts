/** Redlines: two versions of a document in one Word file, from which either comes back whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../src/document/document.js';
import { contents } from '../src/document/reading.js';
import type { Block, Cell, Document, Inline, Item } from '../src/document/document.js';
import { openLibrary } from '../src/shelf/library.js';
import { redline } from '../src/redline/merge.js';
import { accepted, rejected } from '../src/redline/settle.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { writeDocx } from '../src/write/docx.js';
import { blank, box, clause, dashes, decimals, document, everything, p, section, signature, table, title } from './builders.js';
import { openDocx } from './opened-docx.js';
import { marksOf, settledDocx } from './settled-docx.js';
import { runs } from './every.js';

const { theme } = openLibrary(packageWorkspace());
const by = { author: 'А. Юрист', date: '2026-11-22' };

/** The paragraphs that people read, with their automatic numbers. */
const shown = (bytes: Uint8Array): string[] =>
  openDocx(bytes)
    .paragraphs.filter(({ style, text: words }) => style !== 'Separator' && words !== '')
    .map(({ number, text: words }) => [number, words].filter((one) => one !== null).join(' '));

async function comesBack(before: Document, after: Document): Promise<Uint8Array> {
  const look = theme(after.layout);
  const bytes = await writeDocx(redline(before, after, by), look);
  expect(shown(settledDocx(bytes, 'accept'))).toEqual(shown(await writeDocx(after, look)));
  expect(shown(settledDocx(bytes, 'reject'))).toEqual(shown(await writeDocx(before, look)));
  return bytes;
}

/** Marks as on paper: [-gone-]{+come+}. */
const marked = (content: readonly Inline[]): string =>
  content
    .map((one) => {
      const words = one.type === 'text' ? one.value : `<${one.type}>`;
      return one.revision === 'deleted' ? `[-${words}-]` : one.revision === 'inserted' ? `{+${words}+}` : words;
    })
    .join('');

describe('a redline', () => {
  it('marks the words that changed', () => {
    const tree = redline(
      document([p('Отвечает на обращения клиентов в течение 2 часов.')]),
      document([p('Отвечает на обращения клиентов в течение 1 рабочего часа.')]),
      by,
    );
    expect([...contents(tree.blocks)].map(marked)).toEqual(['Отвечает на обращения клиентов в течение [-2 часов-]{+1 рабочего часа+}.']);
  });

  it('strikes out a sentence whole when little of it stays', () => {
    const tree = redline(
      document([clause('a', '1.', 'Ведёт переговоры.')]),
      document([clause('a', '1.', 'Готовит отчёты о продажах и передаёт их руководителю.')]),
      by,
    );
    expect([...contents(tree.blocks)].map(marked)).toEqual([
      '[-Ведёт переговоры.-]{+Готовит отчёты о продажах и передаёт их руководителю.+}',
    ]);
  });

  it('keeps blanks and boxes whose names alone have changed', () => {
    const tree = redline(
      document([p([box('step-1', 'Первый шаг'), ' ', blank('date-1', 'Дата')])]),
      document([p([box('step-2', 'Второй шаг'), ' ', blank('date-2', 'Дата')])]),
      by,
    );
    expect([...contents(tree.blocks)].map(marked)).toEqual(['<checkbox> <field>']);
  });

  it('of a document and itself has no marks', async () => {
    const bytes = await comesBack(everything(), everything());
    expect([...marksOf(bytes)]).toEqual([]);
  });

  it('gives back either version of everything', async () => {
    const before = everything();
    const after = document([
      ...before.blocks.slice(1, 3),
      section(
        'general',
        '1.',
        'Общие положения',
        clause('added', '1.1.', 'Менеджер по продажам принимается на работу приказом генерального директора.'),
        clause('category', '1.2.', 'Менеджер по продажам относится к категории руководителей.'),
        clause(
          'guided',
          '1.3.',
          'В своей деятельности менеджер по продажам руководствуется:',
          dashes('уставом организации;', 'трудовым договором;', 'настоящей должностной инструкцией.'),
        ),
      ),
      section(
        'duties',
        '2.',
        'Обязанности',
        clause(
          'clients',
          '2.1.',
          'Работа с клиентами:',
          clause('talks', '2.1.1.', 'Ведёт переговоры.'),
          clause('offers', '2.1.2.', ['Готовит предложения ', blank('offer', 'Срок'), box('sent', 'Отправлено')]),
        ),
        clause('instalments', '2.2.', 'При рассрочке:', decimals('напоминает о сроке;', 'объясняет условия;', 'оформляет договор.')),
      ),
      section(
        'segments',
        '3.',
        'Сегменты клиентов',
        table(
          'segments',
          [1, 2, 2],
          ['Сегмент', 'Признак', 'Действие'],
          ['Горячие', 'покупка в последний месяц', 'звонок раз в неделю'],
          ['Холодные', 'нет покупок', 'письмо'],
        ),
      ),
      section('rights', '4.', 'Права', clause('right', '4.1.', 'Подписывать документы.')),
      signature(
        'acquaintance',
        'С должностной инструкцией ознакомлен(а):',
        [2, blank('employee-signature', 'Подпись работника', 'signature', 0), '(подпись)'],
        [3, blank('employee-name', 'Фамилия и инициалы', 'text', 0), '(фамилия, инициалы)'],
        [2, blank('employee-date', 'Дата', 'date', 0), '(дата)'],
      ),
    ]);
    for (const layout of ['gost-2025', 'nl']) {
      await comesBack({ ...before, layout }, { ...after, layout });
      await comesBack({ ...after, layout }, { ...before, layout });
    }
  });

  it('marks controls that come or go as Word does', async () => {
    const bytes = await comesBack(
      document([p('Срок: '), p('Итог.')]),
      document([p(['Срок: ', blank('due', 'Срок')]), p([box('done', 'Сделано'), ' Проверить итоги отчётного месяца']), p('Итог.')]),
    );
    expect(marksOf(bytes).get('w:customXmlInsRangeStart')).toBe(4);
    expect(marksOf(bytes).get('w:customXmlInsRangeEnd')).toBe(4);
  });

  it('holds the author and the day of each change, under numbers of their own', async () => {
    const { source } = openDocx(await comesBack(document([p('Раз два три.')]), document([p('Раз два четыре.'), p('Новый абзац.')])));
    const marks = [...source('word/document.xml').matchAll(/<w:(?:ins|del) w:id="(\d+)" w:author="([^"]*)" w:date="([^"]*)"/g)];
    expect(marks.length).toBeGreaterThan(3);
    expect(new Set(marks.map(([, id]) => id)).size).toBe(marks.length);
    expect(new Set(marks.map(([, , author, date]) => `${author} ${date}`))).toEqual(new Set(['А. Юрист 2026-11-22T00:00:00Z']));
    expect(source('word/settings.xml')).toContain('<w:trackRevisions/>');
  });
});

it('takes whatever the author is called for a name', async () => {
  const author = '{list-1} <w:del> & "A" }';
  const { source } = openDocx(
    await writeDocx(redline(document([p('Раз.')]), document([p('Раз {два}.')]), { ...by, author }), theme('gost-2025')),
  );
  expect(source('word/document.xml')).toContain('w:author="{list-1} &lt;w:del&gt; &amp; &quot;A&quot; }"');
  await expect(writeDocx(redline(document([]), document([p('Раз.')]), { ...by, author: 'a\u0007' }), theme('gost-2025'))).rejects.toThrow(
    'unprintable-character',
  );
});

/** Versions of a document: numbers as templates give them, ids that stay with their clauses. */
const word = fc.constantFrom('слово', 'менеджер', 'клиент', 'и', 'в', 'отчёт', '—', '100 %', 'срок.');
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(words, fc.boolean()).map(([value, strong]) => text(value, { strong })) },
  { weight: 1, arbitrary: fc.constantFrom(20, 0).map((width): Inline => blank('field', 'Поле', 'text', width)) },
  { weight: 1, arbitrary: fc.boolean().map((checked): Inline => box('box', 'Отметка', checked)) },
);
const content = fc.array(inline, { minLength: 1, maxLength: 3 });
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const item = fc.record({ id: fc.option(id), content });
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.array(content, { minLength: 1, maxLength: 3 }).map((all): Cell => ({ children: all.map((one) => ({ ...p(''), content: one })) })),
  fc.array(content, { minLength: 1, maxLength: 2 }).map((all): Cell => ({ children: [{ ...dashes(...all) }] })),
);
const leaf: fc.Arbitrary<Block> = fc.oneof(
  content.map((one): Block => ({ ...p(''), content: one })),
  fc
    .array(item, { minLength: 1, maxLength: 4 })
    .map((items): Block => ({ type: 'list', marker: 'dash', items: items.map((one): Item => ({ ...one, label: '–', children: [] })) })),
  fc.array(item, { minLength: 1, maxLength: 4 }).map(
    (items): Block => ({
      type: 'list',
      marker: 'decimal',
      items: items.map((one, at): Item => ({ ...one, label: `${at + 1})`, children: [] })),
    }),
  ),
  fc.tuple(id, fc.array(fc.tuple(fc.option(id), cells, cells), { minLength: 1, maxLength: 4 })).map(
    ([name, rows]): Block => ({
      ...table(`table-${name}`, [1, 1], ['Раз', 'Два']),
      rows: rows.map(([row, ...two]) => ({ id: row, cells: two })),
    }),
  ),
  fc.array(fc.record({ label: content, value: content }), { minLength: 1, maxLength: 3 }).map((rows): Block => ({ type: 'facts', rows })),
  fc.array(content, { minLength: 1, maxLength: 2 }).map((lines): Block => title(...lines)),
  fc.tuple(content, content).map(([lead, one]): Block => signature('sign', lead, [1, one, '(подпись)'])),
);
const clauses = fc.uniqueArray(fc.record({ id, content, children: fc.array(leaf, { maxLength: 2 }) }), {
  selector: (one) => one.id,
  maxLength: 4,
});
const tree: fc.Arbitrary<Document> = fc
  .uniqueArray(fc.record({ id, heading: content, clauses, lead: fc.array(leaf, { maxLength: 2 }) }), {
    selector: (one) => one.id,
    minLength: 1,
    maxLength: 3,
  })
  .map((sections) =>
    document(
      sections.map(
        (one, at): Block => ({
          ...section(one.id, `${at + 1}.`, one.heading),
          children: [
            ...one.lead,
            ...one.clauses.map(
              (own, number): Block => ({ ...clause(own.id, `${at + 1}.${number + 1}.`, own.content), children: own.children }),
            ),
          ],
        }),
      ),
    ),
  );

/** What a page shows of a tree. */
const printed = (one: Document): unknown =>
  JSON.parse(JSON.stringify(joinedTexts(one.blocks), (key, value: unknown) => (key === 'id' ? undefined : value)));

/** Neighbouring texts of one look are one text on paper. */
function joinedTexts(part: unknown): unknown {
  if (Array.isArray(part)) {
    const all = part.map(joinedTexts) as Partial<Inline>[];
    return all.reduce<Partial<Inline>[]>((out, one) => {
      const last = out.at(-1);
      if (last?.type === 'text' && one.type === 'text' && last.strong === one.strong && last.emphasis === one.emphasis)
        out[out.length - 1] = { ...last, value: `${last.value}${one.value}` };
      else out.push(one);
      return out;
    }, []);
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, joinedTexts(value)]));
}

describe('whatever the two versions are', () => {
  it('accepting gives the newer tree and rejecting the older one', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const both = redline(before, after, by);
        expect(printed(accepted(both))).toEqual(printed(after));
        expect(printed(rejected(both))).toEqual(printed(before));
      }),
      { numRuns: runs(100) },
    );
  });

  it('so does Word', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (before, after) => {
        await comesBack(before, after);
      }),
      { numRuns: runs(12) },
    );
  });
});
