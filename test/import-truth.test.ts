/** What a file denies, forbids or leaves open never becomes the opposite in the role. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { inOne } from '../src/import/draft-values.js';
import { understand } from '../src/import/understand.js';
import { importWords as words } from './import-words.js';
import { writtenWord } from './written-word.js';

const heads = {
  en: ['= Job description', '= Gardener'],
  nl: ['= Functieomschrijving', '= Tuinman'],
  ru: ['= Должностная инструкция', '= Садовник'],
};
const read = (locale: Locale, ...lines: string[]) =>
  understand(writtenWord([...heads[locale], ...lines]), { words, fileName: 'a.docx', locale });

describe('what is forbidden', () => {
  it.each([
    ['ru', '## Чего нельзя', 'Ставить диагноз по телефону.', 'нельзя: ставить диагноз по телефону'],
    ['en', '## You cannot', '- Release keys to visitors', 'may not: release keys to visitors'],
    ['nl', '## Wat je niet mag', '- Recepten veranderen', 'mag niet: recepten veranderen'],
  ] as const)('below a heading in %s is a limit with its “not”: %s', (locale, heading, line, topic) => {
    const duties = { en: ['## Duties', '- Mow the lawns'], nl: ['## Taken', '- Maait het gazon'], ru: ['## Обязанности', '- Косит газон'] };
    const { draft } = read(locale, ...duties[locale], heading, line);
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual([topic]);
    expect(draft.duties.flatMap((group) => group.duties)).toHaveLength(1);
  });

  it.each([
    ['en', '## Your authority', 'You may not release a car on account.', 'you may not release a car on account'],
    ['en', '## Duties', 'The postholder cannot sign contracts.', 'the postholder cannot sign contracts'],
    ['nl', '## Bevoegdheden', '- Je mag niet tekenen voor orders', 'je mag niet tekenen voor orders'],
    ['ru', '## Права', '- Садовник не вправе давать гарантии', 'садовник не вправе давать гарантии'],
  ] as const)('in a sentence in %s below “%s” is a limit', (locale, heading, line, topic) => {
    const { draft } = read(locale, heading, line);
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual([topic]);
    expect(JSON.stringify([draft.duties, draft.rights])).not.toMatch(/release|contracts|orders|гарантии/u);
  });

  it('leads a list, and what follows at the level of the lead is allowed again', () => {
    const { draft } = read(
      'ru',
      '## Права',
      '1. Садовник вправе просить инвентарь',
      '2. Садовник не вправе:',
      '- рубить деревья',
      '3. Предлагать улучшения',
    );
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual(['нельзя: рубить деревья']);
    expect(draft.rights.map((one) => inOne(one.text))).toEqual(['садовник вправе просить инвентарь', 'предлагать улучшения']);
  });
});

describe('whom one leads', () => {
  const titles = ({ draft }: ReturnType<typeof read>) => (draft.subordinates ?? []).map((id) => inOne(draft.posts[id]?.title));

  it.each([
    [
      'en',
      '## Supervisory responsibilities',
      'This job has no supervisory responsibilities. Gives daily work direction to approximately 14 technicians.',
    ],
    ['en', '## Line management:', 'None'],
    ['en', '## Supervision', 'Does not supervise.'],
    ['en', '## Supervision', 'Has no direct supervision over staff.'],
    ['nl', 'Geeft leiding aan: n.v.t. (functionele aansturing van tekenaar)', ''],
    ['nl', 'Geeft leiding aan: geen', ''],
    ['ru', 'В подчинении: нет', ''],
  ] as const)('is nobody where the file in %s says so: %s %s', (locale, ...lines) => {
    const found = read(
      locale,
      ...lines.filter((one) => one !== ''),
      ...{ en: ['## Duties', '- Mow the lawns'], nl: ['## Taken', '- Maait'], ru: ['## Обязанности', '- Косит газон'] }[locale],
    );
    expect(titles(found)).toEqual([]);
    expect(JSON.stringify(found.report.entries)).toContain('/subordinates');
  });

  it.each([
    ['ru', ['В подчинении: Ассистент отдела продаж (1 чел.)'], ['ассистент отдела продаж'], 1],
    ['ru', ['Кто находится в подчинении: Ассистент (1 чел.)'], ['ассистент'], 1],
    ['ru', ['## Кому и кто в подчинении', 'Ассистент (2 чел.)'], ['ассистент'], 2],
    ['en', ['## Supervision', '9–12 beertenders report to the Gardener.'], ['beertenders'], undefined],
    ['en', ['## The job', 'You’ll report to Kyle (co-owner) and have 9 to 12 beertenders reporting to you.'], ['beertenders'], undefined],
  ] as const)('is who the file in %s says: %s', (locale, lines, posts, count) => {
    const found = read(locale, ...lines);
    expect(titles(found)).toEqual(posts);
    expect(found.draft.facts?.reports).toBe(count);
  });

  it('is nobody of a crew that reports to somebody else, who is no superior either', () => {
    const { draft } = read('en', '## Supervision', '9 drivers report to the shift lead.');
    expect(draft.subordinates).toBeUndefined();
    expect(JSON.stringify(draft.reportsTo)).not.toContain('shift');
  });
});
