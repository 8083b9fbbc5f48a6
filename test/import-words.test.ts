/** What an import counts as placed is said by the draft, word for word; what it is not told of stands under `unplaced`. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { locales } from '../src/document/document.js';
import type { ImportWords } from '../src/import/import-words.js';
import { understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { writtenWord } from './written-word.js';

const root = new URL('..', import.meta.url).pathname;
const words = Object.fromEntries(
  locales.map((locale) => [locale, parse(readFileSync(`${root}locales/import.${locale}.yaml`, 'utf8')) as ImportWords]),
) as Record<Locale, ImportWords>;
const understood = (lines: readonly string[], locale?: Locale): Understanding =>
  understand(writtenWord(lines), { words, fileName: 'a.docx', ...(locale && { locale }) });
const unplacedOf = ({ draft }: Understanding): string[] => (draft.unplaced ?? []).map(({ text }) => text);
const titlesOf = ({ draft }: Understanding): unknown[] => Object.values(draft.posts).map(({ title }) => title);

/** Forms of one word, counted without any of the rules of the import: by their first letters. */
const stem = (word: string): string => word.toLowerCase().replaceAll('ё', 'е').slice(0, 4);
const telling = (text: string): string[] => text.match(/[\p{L}]{5,}/gu) ?? [];

/** What papers write of their own, or say by a value: “is appointed by”, «в период отпуска», “three years of experience”. */
const ownWords = ({
  usual,
  sentences,
  labels,
  absences,
  assessed,
  instruments,
  categories,
  kpi,
  experience,
  leads,
  patterns,
}: ImportWords): unknown => [
  [usual, sentences, labels, absences, assessed, instruments, categories, kpi, experience, leads.desirable],
  [
    patterns.subjectStarts,
    patterns.relationStarts,
    patterns.absents,
    patterns.covers,
    patterns.deputies,
    patterns.deputiesBefore,
    patterns.hires,
    patterns.schoolingLevels,
    patterns.schoolingNouns,
  ],
];

describe('an import, word by word', () => {
  it('has in the draft or in the report as not taken what the paragraphs of our corpora say', () => {
    const folder = `${root}test/corpus/import/`;
    const lost: string[] = [];
    const figures: string[] = [];
    let count = 0;
    for (const file of readdirSync(folder)) {
      const lines = readFileSync(folder + file, 'utf8')
        .trim()
        .split('\n');
      const { draft, report, organisation, language } = understood(lines.map((row) => row.replace(/ => \w+$/, '')));
      const numbers = new Set(JSON.stringify([draft, organisation]).match(/\d+/g));
      const said = new Set(telling(JSON.stringify([draft, organisation, ownWords(words[language])])).map(stem));
      for (const { parts } of report.entries)
        for (const part of parts) {
          if ((part.certainty !== 'mapped' && part.certainty !== 'guessed') || part.to.length === 0) continue;
          for (const figure of part.text.match(/\d+/g) ?? [])
            if (!numbers.has(figure) && !numbers.has(String(Number(figure)))) figures.push(`${file}: ${figure} of ${part.text}`);
          // A verb in another form is told as a change.
          const told = new Set(part.changes.flatMap(({ args }) => telling(Object.values(args).join(' '))).map(stem));
          const missed = telling(part.text).filter((word) => !said.has(stem(word)) && !told.has(stem(word)));
          count += telling(part.text).length;
          lost.push(...missed.map((word) => `${file}: ${word} of ${part.text}`));
        }
    }
    expect(count).toBeGreaterThan(2500);
    expect(lost).toEqual([]);
    expect(figures).toEqual([]);
  });

  it('parts from a sentence what it could not take', () => {
    const dutch = understood([
      '** Algemeen',
      'De medewerker valt onder de teammanager en ontvangt koffie van de directeur.',
      '** Taken',
      '- Maakt offertes.',
    ]);
    expect(dutch.draft.reportsTo.posts.map((id) => dutch.draft.posts[id]?.title)).toEqual(['teammanager']);
    expect(unplacedOf(dutch).join(' ')).toContain('koffie');
    const russian = understood([
      '1. Общие положения',
      '1.1. Кладовщик подчиняется начальнику склада и пьёт кофе.',
      '2. Обязанности',
      '2.1. Принимает товар.',
    ]);
    expect(unplacedOf(russian).join(' ')).toContain('кофе');
  });

  it('reads who leads professionally, who stands in and who proposes', () => {
    const { draft } = understood([
      '= ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ',
      '= медицинской сестры процедурного кабинета',
      '1. Общие положения',
      '1.1. Назначается и освобождается главным врачом больницы по представлению главной медицинской сестры.',
      '1.2. Подчиняется старшей медсестре, функционально – заведующему отделением.',
      '1.3. Во время отсутствия ее подменяет медсестра дневного стационара.',
      '1.4. В подчинении медсестры находится санитарка кабинета.',
      '2. Обязанности',
      '2.1. Готовит кабинет к работе.',
    ]);
    const title = (id: string | undefined): unknown => draft.posts[id ?? '']?.title;
    expect(title(draft.appointment.by)).toBe('главный врач больницы');
    expect(draft.appointment.proposedBy?.map(title)).toEqual(['главная медицинская сестра']);
    expect(title(draft.reportsTo.professional)).toBe('заведующий отделением');
    expect(title(draft.deputising?.by)).toBe('медсестра дневного стационара');
    expect(draft.subordinates?.map(title)).toEqual(['санитарка кабинета']);
  });

  it('takes no first name for a post or for a part of one', () => {
    expect(
      titlesOf(understood(['|Rapporteert aan|Hoofd bedrijfsbureau (Henk)|', '** Taken', '- Maakt offertes voor klanten.'], 'nl')),
    ).toContain('hoofd bedrijfsbureau');
    expect(
      titlesOf(
        understood(
          ['** About the role', 'You will report to our Office Manager, Denise, and work with us.', '** Duties', '- Answer calls.'],
          'en',
        ),
      ),
    ).toContain('office manager');
    const { draft } = understood([
      '1. Общие положения',
      '1.1. Водитель подчиняется директору, а также логисту Оксане.',
      '2. Обязанности',
      '2.1. Возит товар.',
    ]);
    expect(draft.reportsTo).toMatchObject({ mode: 'all' });
    expect(JSON.stringify(draft)).not.toContain('Оксан');
  });

  it('takes no sort of document for the title', () => {
    const { draft } = understood([
      '= ИНСТРУКЦИЯ',
      'медицинской сестры процедурного кабинета',
      '1. Обязанности',
      '1.1. Готовит кабинет.',
      '1.2. Берет кровь из вены.',
    ]);
    expect(draft.title).toBe('медицинская сестра процедурного кабинета');
    expect(understood(['|Job title|Job description|', '** Duties', '- Answer the telephone.']).draft.title).not.toMatch(/description/i);
  });

  it('leaves out what is not ticked, and tells it; no box gets into a text', () => {
    const result = understood([
      '** Conditions',
      '☒ Full time ☐ Part time',
      '☐ Travel abroad',
      '☒ Weekend work',
      '** Duties',
      '- Answer the telephone.',
    ]);
    expect(JSON.stringify(result.draft)).not.toMatch(/[☐☒]|Part time|Travel abroad/);
    expect(JSON.stringify(result.draft.conditions)).toMatch(/Full time.*Weekend work/);
    const left = result.report.entries.flatMap(({ parts }) => parts).filter(({ why }) => why.code === 'not-ticked');
    expect(left.map(({ text }) => text.trim())).toEqual(['Part time', 'Travel abroad']);
    // Where nothing is ticked the boxes are the dots of a list.
    const listed = understood(['** Duties', '☐ Answer the telephone.', '☐ Write letters to customers.']);
    expect(listed.draft.duties[0]?.duties.map(({ text }) => text)).toEqual(['answer the telephone', 'write letters to customers']);
    expect(listed.draft.unplaced).toBeUndefined();
  });

  it('says of nobody below the holder only what the file says', () => {
    const below = (text: string): { subordinates: unknown; filled: readonly string[] } => {
      const { draft, report } = understood(
        [`|Direct reports|${text}|`, '|Reports to|Head of Sales|', '** Duties', '- Answer the telephone.'],
        'en',
      );
      return { subordinates: draft.subordinates?.map((id) => draft.posts[id]?.title), filled: report.filled };
    };
    expect(below('None').subordinates).toBeUndefined();
    expect(below('two Community Fundraisers and 3 cleaners').subordinates).toEqual(['community fundraisers', 'cleaners']);
    const unread = below('a great many of whom nobody can say at all what they are called in this house of ours');
    expect(unread.subordinates).toEqual([words.en.placeholders.subordinates]);
    expect(unread.filled).toContain('/subordinates/0');
  });

  it('names what the schema demands and the file does not say', () => {
    const { report, draft } = understood([
      '** Performance measures',
      '|Measure|Target|',
      '|Calls answered|95%|',
      '** Duties',
      '- Answer the telephone.',
    ]);
    expect(report.filled).toEqual(expect.arrayContaining(['/appointment', '/requirements/education/options/0']));
    // Over which time it is measured nobody said, and the draft does not either.
    expect(draft.kpis?.map(({ period }) => period)).toEqual([undefined]);
    expect(draft.posts[draft.appointment.by]?.title).toBe(words.en.placeholders.appointer);
  });

  it('prints all that is asked of a holder where the form has a person specification', () => {
    const { draft } = understood([
      '** Person specification',
      '|Criteria|Essential|Desirable|',
      '|Qualifications|NVQ level 3 in business|A degree|',
      '** Skills',
      '- Able to write clearly',
      '** Duties',
      '- Answer the telephone.',
    ]);
    expect(draft.criteria?.map(({ text }) => text)).toEqual(expect.arrayContaining(['NVQ level 3 in business', 'able to write clearly']));
  });
});
