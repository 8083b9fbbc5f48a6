/** A document of several pages with everything around its text: letterhead, logo, footer, code, colour. */
import { text } from '../src/document/document.js';
import type { Document, Figure } from '../src/document/document.js';
import { clause, document, everything, section } from './builders.js';
import { png } from './png.js';

export const logo: Figure = { type: 'figure', data: png(6), format: 'png', width: 40, height: 10, alt: 'Знак «Ромашки»', align: 'left' };
export const lead = ['Садовая ул., 14, Санкт-Петербург', 'ОГРН 1000000000000 {list-1}'];
export const foot = ['Внутренний документ', 'Хранить 50 лет'];
const code = {
  text: 'role: x',
  alt: 'QR-код: role: x',
  squares: [
    [true, false, true],
    [false, true, false],
    [true, true, false],
  ],
};
export const long = (): Document['blocks'] => [
  ...everything().blocks,
  section(
    'more',
    '4.',
    'Ещё',
    ...Array.from({ length: 60 }, (_, at) =>
      clause(
        `c${at}`,
        `4.${at + 1}.`,
        'Ведёт переговоры с клиентами и отвечает за своевременное оформление договоров поставки, счетов и накладных.',
      ),
    ),
  ),
];
export const dressed = (over: Partial<Document> = {}): Document =>
  document(long(), {
    brand: { accent: '1B5E20' },
    letterhead: { logo, lines: lead.map((line) => [text(line)]) },
    footer: foot.map((line) => [text(line)]),
    code,
    ...over,
  });
