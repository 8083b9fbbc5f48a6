/** A small role that prints something in every place where papers print anything, and an organisation for it. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { checkRole } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';

const sample = parse(readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8')) as Role;

const words = (ru: string, en: string, nl: string): { ru: string; en: string; nl: string } => ({ ru, en, nl });

const more: Partial<Role> = {
  sources: { book: 'the handbook' },
  synonyms: { ru: ['закупщик'], en: ['buyer'], nl: ['inkoopmedewerker'] },
  level: words('старший', 'senior', 'senior'),
  grade: { scheme: words('шкала', 'scale', 'schaal'), level: words('седьмой', 'seven', 'zeven') },
  posts: { ...sample.posts, clerk: { title: words('кладовщик', 'storekeeper', 'magazijnmedewerker') } },
  appointment: { ...sample.appointment, proposedBy: ['head-of-purchasing'], basis: words('конкурса', 'a competition', 'een procedure') },
  subordinates: ['clerk'],
  duties: [
    ...sample.duties,
    {
      id: 'selling',
      heading: words('Сбыт', 'Selling', 'Verkoop'),
      lead: words('В сбыте', 'In selling', 'Bij verkoop'),
      duties: [
        {
          id: 'sell-rest',
          text: words('продаёт остатки', 'sell what is left', 'verkoopt restanten'),
          source: 'book:12',
          frequency: { every: 'month', times: 2 },
          deadline: { value: 3, unit: 'working-day', from: words('с поступления', 'from receipt', 'na ontvangst') },
          channel: words('по почте', 'by mail', 'per mail'),
          condition: words('при излишках', 'where there is too much', 'bij overschot'),
          escalateTo: 'director',
          marginal: true,
          items: [{ id: 'sell-old', text: words('старые товары', 'old goods', 'oude producten') }],
        },
        { id: 'report-us', text: words('отчитывается в США', 'report in America', 'rapporteert in Amerika'), jurisdictions: ['us'] },
      ],
    },
  ],
  rights: [
    ...sample.rights,
    {
      id: 'sign',
      text: words('подписывать заявки', 'sign requests', 'aanvragen te tekenen'),
      limits: words('до 10 тысяч', 'up to ten', 'tot tien'),
    },
  ],
  relations: [
    {
      id: 'with-seller',
      party: words('поставщик', 'supplier', 'leverancier'),
      external: true,
      purpose: words('поставка', 'supply', 'levering'),
      receives: [words('счета', 'invoices', 'facturen')],
      provides: [words('заявки', 'orders', 'bestellingen')],
    },
  ],
  reports: [
    {
      id: 'monthly',
      name: words('отчёт о закупках', 'purchase report', 'inkooprapport'),
      period: 'month',
      recipient: 'director',
      effort: { min: 1, max: 2, unit: 'hour' },
      contents: [words('суммы', 'sums', 'bedragen')],
    },
  ],
  procedures: [
    {
      id: 'urgent',
      title: words('срочная закупка', 'urgent purchase', 'spoedinkoop'),
      trigger: words('при простое', 'when work stops', 'bij stilstand'),
      steps: [
        {
          id: 'call',
          text: words('звонит поставщику', 'call the supplier', 'belt de leverancier'),
          timing: words('сразу', 'at once', 'direct'),
        },
        { id: 'write', text: words('пишет директору', 'write to the director', 'schrijft de directeur') },
      ],
      note: words('без очереди', 'before others', 'met voorrang'),
    },
  ],
  tables: [
    {
      id: 'groups',
      title: words('группы товаров', 'groups of goods', 'productgroepen'),
      columns: [
        { id: 'group', title: words('группа', 'group', 'groep'), share: 2 },
        { id: 'stock', title: words('запас', 'stock', 'voorraad'), share: 1 },
      ],
      rows: [{ id: 'first', cells: { group: words('первая', 'first', 'eerste'), stock: words('малый', 'small', 'klein') } }],
      note: words('запас на месяц', 'a stock for a month', 'voorraad voor een maand'),
    },
  ],
  serviceLevels: [
    {
      id: 'answer',
      event: words('ответ на заявку', 'answer to a request', 'antwoord op aanvraag'),
      limit: { value: 4, unit: 'hour' },
      onBreach: words('сообщает руководителю', 'tell the manager', 'meldt het'),
      note: words('в рабочее время', 'in working hours', 'in werktijd'),
    },
  ],
  pay: {
    ...sample.pay,
    bands: [{ id: 'band', level: words('начало', 'start', 'begin'), min: 10, max: 20, currency: 'EUR', period: 'month' }],
  },
  onboarding: {
    ...sample.onboarding,
    fullPerformance: { value: 3, unit: 'month' },
    mentor: {
      sources: [{ id: 'from-team', text: words('из отдела', 'from the team', 'uit het team') }],
      criteria: [{ id: 'two-years', text: words('два года работы', 'two years of work', 'twee jaar werk') }],
      records: [{ id: 'log', text: words('успехи за неделю', 'results of the week', 'resultaten van de week') }],
      allowance: words('доплата наставнику', 'an allowance for the mentor', 'toeslag voor de mentor'),
    },
    stages: [
      ...(sample.onboarding?.stages ?? []),
      {
        id: 'second',
        title: words('Вторая неделя', 'second week', 'tweede week'),
        goal: words('Первый заказ', 'A first order', 'Een eerste bestelling'),
        start: { day: 6 },
        duration: { min: 1, max: 2, unit: 'week', approximate: true },
        topics: [{ id: 'topic', text: words('договоры', 'contracts', 'contracten') }],
        steps: [
          { id: 'desk', text: words('получить доступ к базе', 'get access to the base', 'toegang krijgen'), owner: 'it', due: { day: 6 } },
          { id: 'show', text: words('показать склад', 'show the warehouse', 'het magazijn tonen'), owner: 'mentor', due: { day: 7 } },
        ],
        checks: [
          {
            id: 'test',
            title: words('зачёт', 'test', 'toets'),
            method: 'written',
            by: 'mentor',
            due: { day: 9 },
            attempts: 2,
            questions: [{ id: 'q-price', text: words('что такое цена', 'what is a price', 'wat is een prijs') }],
          },
        ],
      },
    ],
  },
};

const checked = checkRole(stringify({ ...sample, ...more }), 'paper-role.yaml');
if (!checked.role) throw new Error(JSON.stringify(checked.diagnostics));

/** A copy, to be edited. */
export const paperRole = (): Role => structuredClone(checked.role as Role);

export const paperOrganisation = (): Organisation => ({
  name: words('АО «Склад»', 'Stock Ltd', 'Voorraad B.V.'),
  shortName: words('Склад', 'Stock', 'Voorraad'),
  place: words('Омск', 'Leeds', 'Breda'),
  jurisdiction: 'ru',
  languages: ['ru', 'en', 'nl'],
  posts: {
    director: { title: words('президент', 'president', 'president'), holder: { last: 'Lee', first: 'Ann' } },
    'head-of-purchasing': { holder: { last: 'Fox', first: 'Max' } },
  },
  signatories: { approver: 'director', unitHead: 'head-of-purchasing', hr: 'head-of-purchasing' },
  approval: { by: 'stamp', visas: ['director'] },
  documentForm: 'local-act',
  probation: { months: 2 },
  departments: [{ id: 'north', name: words('северный отдел', 'north department', 'afdeling noord'), head: 'director' }],
});
