/** Short builders for trees, so that tests read like the documents they are about. */
import { text } from '../src/document/document.js';
import type {
  Block,
  Cell,
  Checkbox,
  Clause,
  Document,
  Facts,
  Field,
  Inline,
  Item,
  List,
  Paragraph,
  Section,
  Signature,
  Stamps,
  Table,
  Title,
} from '../src/document/document.js';

export type Words = string | Inline | (string | Inline)[];

export function words(content: Words): Inline[] {
  return (Array.isArray(content) ? content : [content]).map((one) => (typeof one === 'string' ? text(one) : one));
}

export const title = (...lines: Words[]): Title => ({ type: 'title', lines: lines.map(words) });

export const p = (content: Words, style: Paragraph['style'] = 'body', align: Paragraph['align'] = null): Paragraph => ({
  type: 'paragraph',
  style,
  align,
  content: words(content),
});

export const section = (id: string, number: string | null, heading: Words, ...children: Block[]): Section => ({
  type: 'section',
  id,
  level: 1,
  number,
  heading: words(heading),
  breakBefore: false,
  children,
});

export const clause = (id: string, number: string, content: Words, ...children: Block[]): Clause => ({
  type: 'clause',
  id,
  level: number.split('.').filter(Boolean).length > 2 ? 2 : 1,
  number,
  content: words(content),
  children,
});

export const dashes = (...items: Words[]): List => ({
  type: 'list',
  marker: 'dash',
  items: items.map((content): Item => ({ id: null, label: '–', content: words(content), children: [] })),
});

export const decimals = (...items: Words[]): List => ({
  type: 'list',
  marker: 'decimal',
  items: items.map((content, at): Item => ({ id: null, label: `${at + 1})`, content: words(content), children: [] })),
});

export const cell = (content: Words): Cell => ({ children: [p(content)] });

export const table = (id: string, shares: number[], header: Words[], ...rows: Words[][]): Table => ({
  type: 'table',
  id,
  caption: null,
  columns: shares.map((share) => ({ share, align: 'left' })),
  header: header.map(cell),
  rows: rows.map((row) => ({ id: null, cells: row.map(cell) })),
});

export const blank = (name: string, label: string, kind: Field['kind'] = 'text', width = 40): Field => ({
  type: 'field',
  name,
  label,
  kind,
  width,
});

export const box = (name: string, label: string, checked = false): Checkbox => ({ type: 'checkbox', name, label, checked });

export const stamps = (left: Words[] | null, right: Words[] | null): Stamps => ({
  type: 'stamps',
  left: left && { lines: left.map(words) },
  right: right && { lines: right.map(words) },
});

export const facts = (...rows: [Words, Words][]): Facts => ({
  type: 'facts',
  rows: rows.map(([label, value]) => ({ label: words(label), value: words(value) })),
});

export const signature = (id: string, lead: Words, ...cells: [number, Words, string | null][]): Signature => ({
  type: 'signature',
  id,
  lead: words(lead),
  cells: cells.map(([share, content, caption]) => ({ share, content: words(content), caption })),
});

export function document(blocks: readonly Block[], over: Partial<Document> = {}): Document {
  return {
    kind: 'job-description',
    locale: 'ru',
    language: 'ru-RU',
    layout: 'gost-2025',
    title: 'Должностная инструкция менеджера по продажам',
    subject: 'Должностная инструкция',
    author: 'ООО «Ромашка & Ко»',
    keywords: ['менеджер по продажам'],
    role: { id: 'sales-manager', version: '1.0.0' },
    blocks,
    ...over,
  };
}

/** A Russian paper with one of everything. */
export const everything = (): Document =>
  document([
    stamps(null, [
      'УТВЕРЖДАЮ',
      'Генеральный директор',
      'ООО «Ромашка»',
      [blank('approver-signature', 'Подпись', 'signature', 30), ' И.О. Фамилия'],
      blank('approval-date', 'Дата', 'date', 40),
    ]),
    title('ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ', 'менеджера по продажам'),
    p([blank('number', 'Номер', 'text', 30)], 'requisite'),
    section(
      'general',
      '1.',
      'Общие положения',
      clause('category', '1.1.', 'Менеджер по продажам относится к категории специалистов.'),
      clause(
        'guided',
        '1.2.',
        'В своей деятельности менеджер по продажам руководствуется:',
        dashes('уставом организации;', 'настоящей должностной инструкцией.'),
      ),
    ),
    section(
      'duties',
      '2.',
      'Должностные обязанности',
      clause(
        'clients',
        '2.1.',
        'Работа с клиентами:',
        clause(
          'search',
          '2.1.1.',
          'Ищет потенциальных клиентов и оценивает их потребность в товаре, сроки закупки и платёжеспособность до первой встречи.',
        ),
        clause('talks', '2.1.2.', 'Ведёт переговоры.'),
      ),
      clause('instalments', '2.2.', 'При рассрочке:', decimals('объясняет условия;', 'напоминает о сроке.')),
    ),
    section(
      'segments',
      '3.',
      'Сегменты клиентов',
      table(
        'segments',
        [1, 2, 2],
        ['Сегмент', 'Признак', 'Действие'],
        ['Горячие', 'покупка в последний месяц', 'сообщение раз в неделю'],
        ['Тёплые', '', [box('called', 'Клиенту позвонили'), ' звонок']],
      ),
    ),
    signature(
      'acquaintance',
      'С должностной инструкцией ознакомлен(а), один экземпляр получил(а):',
      [2, blank('employee-signature', 'Подпись работника', 'signature', 0), '(подпись)'],
      [3, blank('employee-name', 'Фамилия и инициалы', 'text', 0), '(фамилия, инициалы)'],
      [2, blank('employee-date', 'Дата', 'date', 0), '(дата)'],
    ),
  ]);
