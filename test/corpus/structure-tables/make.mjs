/**
 * Writes the three tables of firms of three hundred: `node test/corpus/structure-tables/make.mjs`. Departments and titles
 * are written by hand; the names of people are drawn, always the same ones.
 */
import { writeFileSync } from 'node:fs';
import { URL } from 'node:url';

const write = (name, rows, sign) =>
  writeFileSync(
    new URL(name, import.meta.url),
    rows
      .map((row) => `${row.map((cell) => (new RegExp(`["${sign}\n]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(sign)}\n`)
      .join(''),
  );

/** Park and Miller: the same row of numbers on each machine. */
function drawer(seed) {
  let state = seed;
  const next = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return { next, of: (list) => list[next(list.length)] };
}

// A furniture factory on the Kama. Department, code; then title, units, pay, note.
const factory = [
  [
    'Дирекция',
    '01',
    ['Генеральный директор', 1, '320000'],
    ['Коммерческий директор', 1, '240000'],
    ['Директор по производству', 1, '240000'],
    ['Финансовый директор', 1, '230000'],
    ['Директор по персоналу', 1, '190000'],
    ['Помощник генерального директора', 1, '85000'],
    ['Секретарь', 1, '52000'],
  ],
  [
    'Бухгалтерия',
    '02',
    ['Главный бухгалтер', 1, '150000', 'подчиняется финансовому директору'],
    ['Заместитель главного бухгалтера', 1, '110000'],
    ['Бухгалтер по расчёту заработной платы', 2, '75000'],
    ['Бухгалтер по учёту материалов', 2, '70000'],
    ['Бухгалтер-кассир', 1, '58000'],
  ],
  [
    'Планово-экономический отдел',
    '03',
    ['Начальник планово-экономического отдела', 1, '130000', 'подчиняется финансовому директору'],
    ['Ведущий экономист', 1, '95000'],
    ['Экономист по труду', 1, '78000'],
    ['Экономист по ценам', 2, '76000'],
  ],
  [
    'Отдел кадров',
    '04',
    ['Начальник отдела кадров', 1, '120000', 'подчиняется директору по персоналу'],
    ['Менеджер по персоналу', 2, '82000 – 95000'],
    ['Специалист по кадровому делопроизводству', 2, '68000'],
    ['Специалист по обучению', 1, '74000'],
  ],
  ['Юридический отдел', '05', ['Начальник юридического отдела', 1, '140000'], ['Юрисконсульт', 2, '92000']],
  [
    'Отдел информационных технологий',
    '06',
    ['Начальник отдела информационных технологий', 1, '145000'],
    ['Программист 1С', 2, '125000'],
    ['Системный администратор', 2, '95000'],
    ['Специалист технической поддержки', 1, '64000'],
  ],
  ['Служба охраны труда', '07', ['Руководитель службы охраны труда', 1, '105000'], ['Специалист по охране труда', 1, '76000']],
  [
    'Коммерческая служба',
    '08',
    ['Руководитель коммерческой службы', 1, '180000', 'подчиняется коммерческому директору'],
    ['Аналитик продаж', 1, '90000'],
  ],
  [
    'Отдел продаж',
    '08.1',
    ['Начальник отдела продаж', 1, '150000'],
    ['Руководитель группы продаж', 2, '105000'],
    ['Менеджер по продажам', 8, '70000 – 90000'],
    ['Ведущий специалист по продажам', 2, '88000'],
    ['Менеджер по работе с клиентами', 3, '76000'],
    ['Помощник менеджера по продажам', 2, '54000'],
  ],
  [
    'Отдел оптовых продаж',
    '08.2',
    ['Начальник отдела оптовых продаж', 1, '150000'],
    ['Ведущий менеджер по продажам', 2, '95000'],
    ['Менеджер по работе с ключевыми клиентами', 3, '98000'],
    ['Менеджер по продажам', 4, '72000'],
  ],
  [
    'Отдел обслуживания клиентов',
    '08.3',
    ['Начальник отдела обслуживания клиентов', 1, '115000'],
    ['Менеджер по обслуживанию клиентов', 5, '62000'],
    ['Специалист по рекламациям', 2, '60000'],
  ],
  ['Отдел маркетинга', '08.4', ['Начальник отдела маркетинга', 1, '135000'], ['Маркетолог', 2, '88000'], ['Дизайнер', 1.5, '80000']],
  [
    'Отдел проектов',
    '09',
    ['Начальник отдела проектов', 1, '150000', 'подчиняется коммерческому директору'],
    ['Руководитель проекта', 4, '115000'],
    ['Инженер-сметчик', 2, '82000'],
    ['Конструктор мебели', 4, '90000'],
  ],
  [
    'Производственная служба',
    '10',
    ['Начальник производственного отдела', 1, '165000', 'подчиняется директору по производству'],
    ['Диспетчер производства', 3, '66000'],
    ['Инженер по планированию производства', 2, '84000'],
  ],
  [
    'Заготовительный цех',
    '10.1',
    ['Начальник заготовительного цеха', 1, '125000'],
    ['Сменный мастер', 2, '92000'],
    ['Станочник деревообрабатывающих станков 4 разряда', 14, '78000'],
    ['Станочник деревообрабатывающих станков 5 разряда', 10, '86000'],
    ['Оператор линии раскроя', 8, '80000'],
    ['Подсобный рабочий', 6, '52000'],
  ],
  [
    'Сборочный цех',
    '10.2',
    ['Начальник сборочного цеха', 1, '125000'],
    ['Сменный мастер', 3, '92000'],
    ['Сборщик изделий из древесины 3 разряда', 16, '68000'],
    ['Сборщик изделий из древесины 4 разряда', 18, '76000'],
    ['Комплектовщик мебели', 8, '58000'],
    ['Обойщик мебели', 6, '82000'],
  ],
  [
    'Цех отделки',
    '10.3',
    ['Начальник цеха отделки', 1, '125000'],
    ['Сменный мастер', 2, '92000'],
    ['Отделочник изделий из древесины', 14, '80000'],
    ['Шлифовщик по дереву', 8, '72000'],
    ['Лаборант', 1, '60000'],
  ],
  [
    'Отдел главного технолога',
    '11',
    ['Главный технолог', 1, '155000', 'подчиняется директору по производству'],
    ['Инженер-технолог', 4, '92000'],
    ['Инженер-программист станков с ЧПУ', 2, '105000'],
  ],
  [
    'Отдел технического контроля',
    '12',
    ['Начальник отдела технического контроля', 1, '120000', 'подчиняется директору по производству'],
    ['Контролёр деревообрабатывающего производства', 7, '64000'],
  ],
  [
    'Ремонтно-механический участок',
    '13',
    ['Главный механик', 1, '140000', 'подчиняется директору по производству'],
    ['Слесарь-ремонтник 5 разряда', 6, '82000'],
    ['Электромонтёр по ремонту оборудования 5 разряда', 4, '84000'],
    ['Наладчик деревообрабатывающего оборудования', 3, '95000'],
  ],
  [
    'Отдел снабжения',
    '14',
    ['Начальник отдела снабжения', 1, '130000'],
    ['Менеджер по закупкам', 4, '82000'],
    ['Специалист по таможенному оформлению', 0.5, '70000'],
  ],
  [
    'Склад',
    '15',
    ['Заведующий складом', 1, '95000', 'подчиняется начальнику производственного отдела'],
    ['Кладовщик', 6, '60000'],
    ['Водитель погрузчика', 6, '66000'],
    ['Грузчик', 10, '52000'],
  ],
  [
    'Транспортный участок',
    '16',
    ['Начальник транспортного участка', 1, '105000'],
    ['Диспетчер автомобильного транспорта', 2, '58000'],
    ['Водитель автомобиля', 12, '78000'],
    ['Механик', 1, '74000'],
  ],
  [
    'Административно-хозяйственный отдел',
    '17',
    ['Начальник административно-хозяйственного отдела', 1, '90000'],
    ['Офис-менеджер', 1, '65000'],
    ['Уборщик производственных и служебных помещений', 8, '42000'],
    ['Дворник', 2, '40000'],
    ['Вахтёр', 4, '38000'],
  ],
];

function russianTable() {
  const spaced = (sum) =>
    `${Math.round(sum)
      .toString()
      .replace(/\B(?=(\d{3})+$)/g, ' ')},00`;
  const figure = (units) => String(units).replace('.', ',');
  const wide = (cells) => [...cells, ...Array.from({ length: Math.max(0, 10 - cells.length) }, () => '')];
  const body = [];
  const dative = { Дирекция: 'дирекции', Бухгалтерия: 'бухгалтерии', Склад: 'складу' };
  let [all, fund] = [0, 0];
  for (const [name, code, ...positions] of factory) {
    let sum = 0;
    for (const [at, [title, units, pay, note = '']] of positions.entries()) {
      const month = Number(pay.split(' – ')[0]) * units;
      body.push(
        wide([
          at === 0 ? name : '',
          at === 0 ? code : '',
          title,
          figure(units),
          pay.replace(/\d+/g, (one) => spaced(Number(one))),
          '',
          '',
          '',
          spaced(month),
          note,
        ]),
      );
      sum += units;
      fund += month;
    }
    all += sum;
    const parent = code.includes('.');
    const hasParts = factory.some(([, other]) => other.startsWith(`${code}.`));
    if (!parent && !hasParts) body.push(wide([`Итого по ${dative[name] ?? `подразделению ${code}`}`, '', '', figure(sum)]));
  }
  return [
    wide(['', '', '', '', '', '', '', '', '', 'Унифицированная форма № Т-3']),
    wide(['Акционерное общество «Камская мебельная фабрика»', '', '', '', '', '', '', '', 'Форма по ОКУД', '0301017']),
    wide(['наименование организации', '', '', '', '', '', '', '', 'по ОКПО', '38104425']),
    wide(['', '', '', 'Номер документа', 'Дата составления']),
    wide(['ШТАТНОЕ РАСПИСАНИЕ', '', '', '12', '24.11.2025', 'УТВЕРЖДЕНО']),
    wide(['на период 1 год с «01» января 2026 г.', '', '', '', '', 'Приказом организации от «15» декабря 2025 г. № 118-к']),
    wide(['', '', '', '', '', `Штат в количестве ${figure(all)} единиц`]),
    wide([
      'Структурное подразделение',
      '',
      'Должность (специальность, профессия), разряд, класс (категория) квалификации',
      'Количество штатных единиц',
      'Тарифная ставка (оклад) и пр., руб.',
      'Надбавки, руб.',
      '',
      '',
      'Всего в месяц, руб. ((гр. 5 + гр. 6 + гр. 7 + гр. 8) × гр. 4)',
      'Примечание',
    ]),
    wide(['наименование', 'код', '', '', '', 'за работу во вредных условиях', 'за наставничество', 'прочие']),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    ...body,
    wide(['Всего', '', '', figure(all), '', '', '', '', spaced(fund)]),
    wide(['']),
    wide(['Руководитель кадровой службы', '', 'начальник отдела кадров', '', '____________', '', 'О.Н. Пермякова']),
    wide(['', '', '(должность)', '', '(личная подпись)', '', '(расшифровка подписи)']),
    wide(['Главный бухгалтер', '', '____________', '', 'Г.Р. Хасанова']),
  ];
}

// Packaging in Brabant. Department; who leads it; others with how many; departments below, whose leaders report to this one.
const packaging = {
  name: 'Directie',
  leader: ['Algemeen directeur', '14'],
  members: [['Directiesecretaresse', 1, '8']],
  parts: [
    {
      name: 'Financiën',
      leader: ['Financieel directeur', '13'],
      members: [
        ['Controller', 1, '11'],
        ['Salarisadministrateur', 2, '8'],
        ['Medewerker crediteuren', 3, '6'],
        ['Medewerker debiteuren', 2, '6'],
      ],
      parts: [],
    },
    {
      name: 'HR',
      leader: ['Hoofd HR', '12'],
      members: [
        ['HR-adviseur', 3, '9'],
        ['Recruiter', 1, '9'],
        ['Medewerker personeelsadministratie', 2, '7'],
      ],
      parts: [],
    },
    {
      name: 'ICT',
      leader: ['Hoofd ICT', '12'],
      members: [
        ['Applicatiebeheerder', 3, '9'],
        ['Systeembeheerder', 2, '9'],
        ['Servicedeskmedewerker', 3, '7'],
      ],
      parts: [],
    },
    {
      name: 'Facilitaire zaken',
      leader: ['Officemanager', '9'],
      members: [
        ['Receptionist', 2, '5'],
        ['Schoonmaker', 6, '2'],
        ['Medewerker kantine', 2, '3'],
      ],
      parts: [],
    },
    {
      name: 'Commercie',
      leader: ['Commercieel directeur', '13'],
      members: [
        ['Marketeer', 3, '9'],
        ['Vormgever', 2, '8'],
      ],
      parts: [
        {
          name: 'Verkoop',
          leader: ['Hoofd verkoop', '12'],
          members: [
            ['Accountmanager', 6, '9'],
            ['Keyaccountmanager', 3, '10'],
            ['Verkoopadviseur', 8, '7'],
            ['Senior verkoopadviseur', 2, '8'],
          ],
          parts: [],
        },
        {
          name: 'Verkoop binnendienst',
          leader: ['Teamleider verkoop', '10'],
          members: [['Commercieel medewerker binnendienst', 9, '7']],
          parts: [],
        },
        {
          name: 'Projecten',
          leader: ['Hoofd projecten', '12'],
          members: [
            ['Projectmanager', 4, '11'],
            ['Verpakkingsontwerper', 4, '9'],
          ],
          parts: [],
        },
      ],
    },
    {
      name: 'Productie',
      leader: ['Productiedirecteur', '13'],
      members: [['Productieplanner', 3, '8']],
      parts: [
        {
          name: 'Drukkerij',
          leader: ['Hoofd productie', '12'],
          members: [],
          parts: [
            {
              name: 'Drukkerij ploeg A',
              leader: ['Ploegleider', '9'],
              members: [
                ['Drukker', 12, '6'],
                ['Hulpdrukker', 7, '4'],
              ],
              parts: [],
            },
            {
              name: 'Drukkerij ploeg B',
              leader: ['Ploegleider', '9'],
              members: [
                ['Drukker', 12, '6'],
                ['Hulpdrukker', 7, '4'],
              ],
              parts: [],
            },
            {
              name: 'Drukkerij nacht',
              leader: ['Ploegleider', '9'],
              members: [
                ['Drukker', 8, '6'],
                ['Hulpdrukker', 4, '4'],
              ],
              parts: [],
            },
          ],
        },
        {
          name: 'Stanserij',
          leader: ['Afdelingshoofd stanserij', '10'],
          members: [
            ['Machinevoerder', 16, '6'],
            ['Productiemedewerker', 18, '3'],
          ],
          parts: [],
        },
        {
          name: 'Vouw en plak',
          leader: ['Afdelingshoofd vouw en plak', '10'],
          members: [
            ['Machinevoerder', 18, '6'],
            ['Productiemedewerker', 30, '3'],
          ],
          parts: [],
        },
        {
          name: 'Technische dienst',
          leader: ['Hoofd technische dienst', '11'],
          members: [
            ['Monteur', 9, '7'],
            ['Elektromonteur', 4, '8'],
          ],
          parts: [],
        },
        { name: 'Kwaliteit', leader: ['Kwaliteitsmanager', '11'], members: [['Kwaliteitscontroleur', 6, '6']], parts: [] },
      ],
    },
    {
      name: 'Logistiek',
      leader: ['Logistiek manager', '11'],
      members: [
        ['Inkoper', 4, '9'],
        ['Magazijnmedewerker', 24, '4'],
        ['Heftruckchauffeur', 10, '5'],
        ['Chauffeur', 8, '5'],
        ['Expeditiemedewerker', 6, '5'],
      ],
      parts: [],
    },
  ],
};

// Kitchens in Yorkshire.
const kitchens = {
  name: 'Executive',
  leader: ['Managing Director', 'E1'],
  members: [['Executive Assistant', 1, 'C2']],
  parts: [
    {
      name: 'Finance',
      leader: ['Finance Director', 'E2'],
      members: [
        ['Management Accountant', 2, 'C1'],
        ['Payroll Administrator', 2, 'B2'],
        ['Accounts Assistant', 4, 'B1'],
      ],
      parts: [],
    },
    {
      name: 'People',
      leader: ['Head of HR', 'D1'],
      members: [
        ['HR Adviser', 3, 'C2'],
        ['Recruitment Coordinator', 1, 'B2'],
        ['HR Administrator', 2, 'B1'],
      ],
      parts: [],
    },
    {
      name: 'IT',
      leader: ['IT Manager', 'D2'],
      members: [
        ['Systems Administrator', 2, 'C2'],
        ['Service Desk Analyst', 3, 'B2'],
        ['Business Analyst', 1, 'C1'],
      ],
      parts: [],
    },
    {
      name: 'Office Services',
      leader: ['Office Manager', 'C1'],
      members: [
        ['Receptionist', 3, 'A2'],
        ['Cleaner', 6, 'A1'],
        ['Caretaker', 1, 'A2'],
      ],
      parts: [],
    },
    {
      name: 'Sales',
      leader: ['Commercial Director', 'E2'],
      members: [['Sales Analyst', 1, 'C2']],
      parts: [
        {
          name: 'Trade Sales',
          leader: ['Head of Sales', 'D1'],
          members: [
            ['Account Manager', 6, 'C1'],
            ['Key Account Manager', 3, 'C1'],
            ['Sales Executive', 8, 'B2'],
            ['Senior Sales Executive', 3, 'C2'],
          ],
          parts: [],
        },
        {
          name: 'Showroom Leeds',
          leader: ['Sales Team Leader', 'C1'],
          members: [
            ['Customer Service and Sales Adviser', 7, 'B1'],
            ['Kitchen Designer', 4, 'B2'],
          ],
          parts: [],
        },
        {
          name: 'Showroom Sheffield',
          leader: ['Sales Team Leader', 'C1'],
          members: [
            ['Customer Service and Sales Adviser', 6, 'B1'],
            ['Kitchen Designer', 4, 'B2'],
          ],
          parts: [],
        },
        {
          name: 'Marketing',
          leader: ['Marketing Manager', 'D2'],
          members: [
            ['Marketing Executive', 3, 'B2'],
            ['Content Designer', 2, 'B2'],
          ],
          parts: [],
        },
      ],
    },
    {
      name: 'Projects',
      leader: ['Head of Projects', 'D1'],
      members: [
        ['Project Manager', 5, 'C1'],
        ['Surveyor', 4, 'B2'],
        ['Kitchen Fitter', 16, 'B1'],
      ],
      parts: [],
    },
    {
      name: 'Manufacturing',
      leader: ['Production Director', 'E2'],
      members: [['Production Controller', 3, 'B2']],
      parts: [
        {
          name: 'Machining',
          leader: ['Production Manager', 'D1'],
          members: [['Quality Engineer', 2, 'C2']],
          parts: [
            {
              name: 'Machining Days',
              leader: ['Shift Supervisor', 'C2'],
              members: [
                ['CNC Operator', 14, 'B1'],
                ['Machine Operative', 12, 'A2'],
              ],
              parts: [],
            },
            {
              name: 'Machining Nights',
              leader: ['Shift Supervisor', 'C2'],
              members: [
                ['CNC Operator', 10, 'B1'],
                ['Machine Operative', 9, 'A2'],
              ],
              parts: [],
            },
          ],
        },
        {
          name: 'Assembly',
          leader: ['Assembly Manager', 'D2'],
          members: [
            ['Cabinet Maker', 18, 'B1'],
            ['Assembly Operative', 34, 'A2'],
          ],
          parts: [],
        },
        {
          name: 'Finishing',
          leader: ['Finishing Manager', 'D2'],
          members: [
            ['Spray Painter', 14, 'B1'],
            ['Finishing Operative', 17, 'A2'],
          ],
          parts: [],
        },
        {
          name: 'Maintenance',
          leader: ['Maintenance Manager', 'D2'],
          members: [
            ['Maintenance Engineer', 7, 'C2'],
            ['Apprentice Engineer', 2, 'A1'],
          ],
          parts: [],
        },
      ],
    },
    {
      name: 'Supply Chain',
      leader: ['Supply Chain Manager', 'D1'],
      members: [
        ['Buyer', 4, 'C2'],
        ['Delivery Driver', 11, 'A2'],
      ],
      parts: [
        {
          name: 'Warehouse',
          leader: ['Warehouse Supervisor', 'C2'],
          members: [
            ['Warehouse Operative', 14, 'A2'],
            ['Forklift Driver', 6, 'A2'],
          ],
          parts: [],
        },
      ],
    },
  ],
};

/** Everybody of a firm, leaders before those whom they lead. */
function peopleOf(team, nameOf, superior = null) {
  const person = ([title, grade], above) => ({ ...nameOf(), title, grade, department: team.name, superior: above });
  const leader = person(team.leader, superior);
  const members = team.members.flatMap(([title, count, grade]) => Array.from({ length: count }, () => person([title, grade], leader)));
  return [leader, ...members, ...team.parts.flatMap((part) => peopleOf(part, nameOf, leader))];
}

const dutch = {
  men: 'Jan Pieter Kees Ruud Bas Thijs Sjoerd Wouter Maarten Jeroen Dennis Erik Frank Gijs Henk Joost Koen Lars Niels Rob Sander Tom Mehmet Youssef Piotr Willem Ad Stijn Daan Luuk'.split(
    ' ',
  ),
  women:
    'Anja Marloes Ingrid Sanne Femke Esther Linda Monique Karin Astrid Fatima Naomi Lotte Eva Iris Judith Mieke Petra Saskia Wendy Aylin Agnieszka Roos Tineke Hanneke Yvonne Carla Nicole Marjan Els'.split(
      ' ',
    ),
  last: [
    'Jansen',
    'de Vries',
    'van den Berg',
    'Bakker',
    'Visser',
    'Smits',
    'Verhoeven',
    'van Dijk',
    'Hermans',
    'Peeters',
    'van der Meer',
    'Kuipers',
    'Timmermans',
    'van Gestel',
    'Maas',
    'de Bruijn',
    'Willems',
    'Yilmaz',
    'Kowalski',
    'van Loon',
    'Schellekens',
    'Aarts',
    'Hoekstra',
    'El Amrani',
    'Mulder',
    'Broeders',
    'de Kort',
    'Verbeek',
    'van Hout',
    'Roelofs',
    'Dekkers',
    'Koolen',
    'Vermeulen',
    'Brouwers',
    'ter Horst',
    'Nijssen',
    'Kessels',
    'Vos',
    'Sanders',
    'van Rooij',
  ],
};
const british = {
  men: 'Oliver Jack Harry George Mohammed Thomas Daniel Ryan Callum Adam Lewis Connor Imran Stephen Paul Gareth Ian Craig Neil Simon Tomasz Dean Luke Ben Samuel Robert Kieran Wayne Alan Patrick'.split(
    ' ',
  ),
  women:
    'Amelia Olivia Emily Aisha Charlotte Grace Hannah Rebecca Sarah Claire Joanne Nicola Priya Zara Lucy Megan Helen Karen Tracey Donna Gemma Kirsty Magda Beth Alison Fiona Lauren Chloe Jade Ruth'.split(
      ' ',
    ),
  last: [
    'Smith',
    'Walker',
    'Hartley',
    'Sutcliffe',
    'Khan',
    'Ramsden',
    'Booth',
    'Patel',
    'Barraclough',
    'Greenwood',
    'Nowak',
    'Hirst',
    'Wilkinson',
    'O’Connor',
    'Shaw',
    'Hussain',
    'Dyson',
    'Armitage',
    'Bentley',
    'Crossley',
    'Fielding',
    'Haigh',
    'Iqbal',
    'Jackson',
    'Lockwood',
    'Mellor',
    'Naylor',
    'Priestley',
    'Robertshaw',
    'Singh',
    'Thackray',
    'Whitaker',
    'Ackroyd',
    'Beaumont',
    'Clegg',
    'Earnshaw',
    'Firth',
    'Garside',
    'Holroyd',
    'Kaye',
  ],
};

function namesFrom({ men, women, last }, { of, next }) {
  const taken = new Set();
  return () => {
    for (;;) {
      const gender = next(2) === 0 ? 'M' : 'V';
      const [first, family] = [of(gender === 'M' ? men : women), of(last)];
      if (taken.has(`${first} ${family}`)) continue;
      taken.add(`${first} ${family}`);
      return { first, family, gender };
    }
  };
}

const two = (number) => String(number).padStart(2, '0');

function dutchTable() {
  const draw = drawer(20261129);
  const people = peopleOf(packaging, namesFrom(dutch, draw));
  const numbers = new Map(people.map((one, at) => [one, String(100210 + at * 3)]));
  const rows = people.map((one) => {
    const [, particle = '', family] = /^((?:van den|van der|van|de|ter)\s)?(.+)$/.exec(one.family) ?? [];
    const hours = one.superior && draw.next(6) === 0 ? draw.of([16, 20, 24, 32]) : 40;
    const mail = `${one.first}.${one.family}`.toLowerCase().replace(/\s/g, '');
    return [
      numbers.get(one),
      `${one.first} ${one.family}`,
      one.first,
      `${one.first[0]}.`,
      particle.trim(),
      family,
      one.gender,
      `${two(1 + draw.next(28))}-${two(1 + draw.next(12))}-${1994 + draw.next(31)}`,
      '',
      one.department,
      one.title,
      one.superior ? numbers.get(one.superior) : '',
      one.superior ? `${one.superior.first} ${one.superior.family}` : '',
      String(hours),
      `${(hours / 40) * 100},00`,
      one.grade,
      `${mail}@vanaalst-verpakkingen.example`,
      one.department === 'Logistiek' ? 'Tilburg' : 'Waalwijk',
    ];
  });
  // Two who have left.
  rows.splice(40, 0, [
    '100205',
    'Gerard Snoeren',
    'Gerard',
    'G.',
    '',
    'Snoeren',
    'M',
    '01-03-1998',
    '31-08-2025',
    'HR',
    'HR-adviseur',
    '100255',
    '',
    '40',
    '100,00',
    '9',
    '',
    'Waalwijk',
  ]);
  rows.splice(120, 0, [
    '100208',
    'Lia van Beek',
    'Lia',
    'L.',
    'van',
    'Beek',
    'V',
    '15-05-2003',
    '30-09-2025',
    'Verkoop',
    'Verkoopadviseur',
    '',
    '',
    '40',
    '100,00',
    '7',
    '',
    'Waalwijk',
  ]);
  return [
    [
      'Medewerker',
      'Naam',
      'Roepnaam',
      'Voorletters',
      'Voorvoegsel',
      'Achternaam',
      'Geslacht',
      'Datum in dienst',
      'Datum uit dienst',
      'Afdeling',
      'Functie',
      'Leidinggevende',
      'Naam leidinggevende',
      'Uren per week',
      'Parttime %',
      'Schaal',
      'E-mail werk',
      'Standplaats',
    ],
    ...rows,
  ];
}

function britishTable() {
  const draw = drawer(1066);
  const people = peopleOf(kitchens, namesFrom(british, draw));
  const sites = { 'Showroom Sheffield': 'Sheffield', Warehouse: 'Bradford', 'Supply Chain': 'Bradford' };
  const rows = people.map((one, at) => {
    const part = one.superior && draw.next(7) === 0 ? draw.of(['0.5', '0.6', '0.8']) : '1.0';
    const mail = `${one.first}.${one.family}`.toLowerCase().replace(/[^a-z.]/g, '');
    return [
      String(2001 + at),
      one.family,
      one.first,
      one.title,
      one.department,
      sites[one.department] ?? 'Leeds',
      one.superior ? `${one.superior.family}, ${one.superior.first}` : '',
      `${mail}@harehills-kitchens.example`,
      `${two(1 + draw.next(28))}/${two(1 + draw.next(12))}/${1996 + draw.next(29)}`,
      part === '1.0' ? 'Full-Time' : 'Part-Time',
      part,
      one.grade,
    ];
  });
  rows.splice(60, 0, [
    '1987',
    'Oldroyd',
    'Malcolm',
    'Kitchen Fitter',
    'Projects',
    'Leeds',
    '',
    '',
    '02/06/1999',
    'Terminated',
    '1.0',
    'B1',
  ]);
  return [
    [
      'Employee #',
      'Last Name',
      'First Name',
      'Job Title',
      'Department',
      'Location',
      'Reporting to',
      'Work Email',
      'Hire Date',
      'Employment Status',
      'FTE',
      'Pay Grade',
    ],
    ...rows,
  ];
}

write('firm.ru.csv', russianTable(), ';');
write('firm.nl.csv', dutchTable(), ';');
write('firm.en.csv', britishTable(), ',');
