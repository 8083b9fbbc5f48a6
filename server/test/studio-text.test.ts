/** Edits of a role in its file: the file says what the editor shows, and every other line stays as somebody wrote it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { valueAt, withEdits } from '../src/studio/edits.js';
import type { Edit, Value } from '../src/studio/edits.js';
import { dataOf, editedText } from '../src/studio/role-text.js';

const shipped = readFileSync(new URL('../../roles/sales-manager.yaml', import.meta.url), 'utf8');

/** Lines of the one that the other has not. */
function differing(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

function done(text: string, edits: readonly Edit[]): string {
  const { text: after, lost } = editedText(text, edits);
  expect(lost).toEqual([]);
  expect(parse(after)).toEqual(withEdits(dataOf(text), edits).data);
  return after;
}

const small = `# A firm’s own role
schema: 2
languages: [ru]   # one
title: кладовщик
duties:
  # What comes in
  - id: receipt
    heading: "Приёмка"
    duties:
      - id: count
        text: считает товар # twice
      - id: sign
        text: >-
          подписывает
          накладную
  - id: issue
    heading: Отпуск
    duties: []
rights:
  - { id: ask, text: 'требовать, просить' }
`;

describe('an edit in the file', () => {
  it('changes a text at its very characters, and keeps the comment behind it', () => {
    const after = done(small, [{ do: 'set', at: ['duties', '#receipt', 'duties', '#count', 'text'], value: 'пересчитывает товар' }]);
    expect(after).toBe(small.replace('считает товар #', 'пересчитывает товар #'));
  });

  it.each(['да: нет', '- тире', '# решётка', 'кавычка \' и "', 'null', '12', 'конец: ', '«ёлочки», {скобки}', 'a, b]'])(
    'writes %s so that it is read as it is',
    (value) => {
      for (const at of [
        ['title'],
        ['duties', '#receipt', 'heading'],
        ['duties', '#receipt', 'duties', '#sign', 'text'],
        ['rights', '#ask', 'text'],
      ])
        done(small, [{ do: 'set', at, value }]);
    },
  );

  it('adds an entry in the middle and at the end, as its neighbours are indented', () => {
    const first = done(small, [
      { do: 'add', at: ['duties', '#receipt', 'duties'], value: { id: 'weigh', text: 'взвешивает' }, before: 'sign' },
    ]);
    expect(first).toContain('twice\n      - id: weigh\n        text: взвешивает\n      - id: sign\n');
    const last = done(small, [
      { do: 'add', at: ['duties', '#receipt', 'duties'], value: { id: 'weigh', text: 'взвешивает' }, before: null },
    ]);
    expect(last).toContain('накладную\n      - id: weigh\n        text: взвешивает\n  - id: issue');
    done(small, [{ do: 'add', at: ['duties', '#issue', 'duties'], value: { id: 'give', text: 'отпускает' }, before: null }]);
    done(small, [{ do: 'add', at: ['knowledge'], value: { id: 'goods', text: 'товары' }, before: null }]);
  });

  it('moves and removes entries with all their lines', () => {
    const up = done(small, [{ do: 'move', at: ['duties', '#receipt', 'duties', '#sign'], before: 'count' }]);
    expect(differing(small, up)).toEqual({ gone: [], come: [] });
    const gone = done(small, [{ do: 'remove', at: ['duties', '#receipt', 'duties', '#count'] }]);
    expect(differing(small, gone).gone).toEqual(['      - id: count', '        text: считает товар # twice']);
    done(small, [{ do: 'remove', at: ['rights', '#ask'] }]);
  });

  it('leaves all other lines of a shipped role as they are', () => {
    const data = dataOf(shipped);
    const groups = valueAt(data, ['duties']) as readonly { id: string; duties: readonly { id: string }[] }[];
    const [one, two] = groups;
    if (!one || !two) throw new Error('no groups');
    const edits: Edit[] = [
      { do: 'set', at: ['purpose', 'ru'], value: 'продажа: всего' },
      { do: 'set', at: ['purpose', 'ru'], value: 'продажа: всего и сразу' },
      { do: 'set', at: ['duties', `#${two.id}`, 'heading', 'en'], value: 'Another heading' },
      {
        do: 'add',
        at: ['duties', `#${one.id}`, 'duties'],
        value: { id: 'new-one', text: { ru: 'ведёт', en: 'keep', nl: 'houdt bij' } },
        before: one.duties[1]?.id ?? null,
      },
      { do: 'set', at: ['duties', `#${one.id}`, 'duties', '#new-one', 'text', 'ru'], value: 'ведёт журнал' },
      { do: 'move', at: ['duties', `#${two.id}`], before: one.id },
      { do: 'remove', at: ['duties', `#${one.id}`, 'duties', `#${one.duties[0]?.id}`] },
      { do: 'set', at: ['experience-note'], value: null as unknown as Value },
      { do: 'remove', at: ['experience-note'] },
    ];
    const after = done(shipped, edits);
    const { come } = differing(shipped, after);
    expect(come.length).toBeLessThan(12);
    expect(after.match(/^ *#/gm)).toHaveLength(shipped.match(/^ *#/gm)?.length ?? 0);
  });

  it('says which edits mean nothing any more, and does the others', () => {
    const lost: Edit = { do: 'set', at: ['duties', '#gone', 'heading'], value: 'x' };
    const { text, lost: told } = editedText(small, [lost, { do: 'set', at: ['title'], value: 'грузчик' }]);
    expect(told).toEqual([lost]);
    expect(text).toBe(small.replace('title: кладовщик', 'title: грузчик'));
  });

  it('keeps line ends of Windows', () => {
    const windows = small.replaceAll('\n', '\r\n');
    const after = done(windows, [
      { do: 'add', at: ['duties', '#receipt', 'duties'], value: { id: 'weigh', text: 'взвешивает' }, before: null },
    ]);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('does not follow keys that no file has', () => {
    const { lost } = withEdits({}, [{ do: 'set', at: ['__proto__', 'polluted'], value: true }]);
    expect(lost).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
