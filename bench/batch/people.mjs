// A staff list of invented people for trials: `node bench/batch/people.mjs 1000 people.csv [--dirty]`. The same number
// gives the same list each time. With --dirty it has the 20 bad rows that lists have in life.
import { realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Chance that comes out the same each time (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (text) => text.split(' ');
const people = {
  ru: {
    female: words('Анна Мария Ольга Елена Наталья Ирина Татьяна Светлана Екатерина Юлия'),
    male: words('Иван Сергей Дмитрий Алексей Андрей Николай Павел Михаил Виктор Олег'),
    // Surnames and patronymics whose cases nobody doubts.
    last: { male: words('Иванов Петров Смирнов Кузнецов Соколов Попов Лебедев Новиков Морозов Волков'), ending: 'а' },
    middle: {
      male: words('Иванович Сергеевич Дмитриевич Алексеевич Андреевич Николаевич Павлович'),
      female: words('Ивановна Сергеевна Дмитриевна Алексеевна Андреевна Николаевна Павловна'),
    },
  },
  en: {
    female: words('Jane Emily Grace Olivia Sophie Charlotte'),
    male: words('Thomas Oliver James Harry George Samuel'),
    last: words('Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright O’Neill'),
  },
  nl: {
    female: words('Sanne Lotte Fleur Noor Eva Anneke'),
    male: words('Daan Bram Thijs Lars Pieter Joost'),
    last: ['de Jong', 'Jansen', 'de Vries', 'van den Berg', 'Bakker', 'van Dijk', 'Visser', 'Smit', 'Meijer', 'de Boer'],
  },
};
const departments = ['verkoop', 'export', 'grote klanten', 'klantenservice', 'personeelszaken', 'secretariaat'];
const roles = {
  verkoop: ['sales-manager', 'sales-team-leader'],
  export: ['sales-manager'],
  'grote klanten': ['key-account-manager', 'account-manager'],
  klantenservice: ['customer-service-manager'],
  personeelszaken: ['hr-manager'],
  secretariaat: ['office-manager'],
};
const headings = [
  'Volledige naam',
  'Geslacht',
  'Personeelsnummer',
  'Functie',
  'Afdeling',
  'Datum in dienst',
  'Leidinggevende',
  'Functie leidinggevende',
  'Mentor',
  'Taal',
  'E-mail',
  'Parkeerplaats',
];

function nameOf(language, chance) {
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const gender = chance() < 0.5 ? 'female' : 'male';
  const { [gender]: first, last, middle } = people[language];
  if (language !== 'ru') return { gender, text: `${pick(first)} ${pick(last)}` };
  return { gender, text: `${pick(last.male)}${gender === 'female' ? last.ending : ''} ${pick(first)} ${pick(middle[gender])}` };
}

/** What is wrong with the twenty rows: the number of a column and what stands in it. */
export const dirt = [
  [0, '', 'cell-missing'],
  [0, 'Madonna', 'cell-name-unclear'],
  [0, '😀', 'cell-name-unclear'],
  [0, 'Jan\u0000 Jansen', 'cell-unprintable'],
  [0, 'Jan \u202Enesnaj', 'cell-unprintable'],
  [0, `Jan ${'x'.repeat(300)}`, 'cell-too-long'],
  [0, 'Черных Любовь', 'row-name-forms'],
  [1, 'misschien', 'cell-unknown-gender'],
  [2, '1'.repeat(50), 'cell-too-long'],
  [3, 'astronaut', 'cell-unknown-role'],
  [3, '', 'cell-missing'],
  [5, '31-02-2026', 'cell-not-date'],
  [5, 'binnenkort', 'cell-not-date'],
  [5, '01-03-26', 'cell-not-date'],
  [5, '7', 'cell-not-date'],
  [6, 'X', 'cell-name-unclear'],
  [8, 'a, b, c', 'cell-name-unclear'],
  [9, 'Klingon', 'cell-unknown-language'],
  [10, 'geen e-mail', 'cell-not-email'],
  [2, null, 'row-twice'],
];

/** The lines of a list with `count` rows, and the rows that are bad with the code each is told by. */
export function staffList(count, { dirty = false } = {}) {
  const chance = seeded(20261122);
  const rows = Array.from({ length: count }, (_, at) => {
    const language = ['ru', 'en', 'nl'][at % 3];
    const { gender, text } = nameOf(language, chance);
    const department = departments[Math.floor(chance() * departments.length)];
    const own = roles[department];
    const day = String(1 + Math.floor(chance() * 28)).padStart(2, '0');
    const month = String(1 + Math.floor(chance() * 9)).padStart(2, '0');
    return [
      text,
      gender === 'female' ? 'v' : 'm',
      String(at + 1).padStart(5, '0'),
      own[Math.floor(chance() * own.length)],
      department,
      `${day}-${month}-2026`,
      nameOf(language, chance).text,
      'hoofd verkoop',
      nameOf(language, chance).text,
      language,
      `p${at + 1}@example.com`,
      chance() < 0.1 ? '=A1+1' : `B${at}`,
    ];
  });
  const bad = new Map();
  if (dirty) {
    for (const [at, [column, cell, code]] of dirt.entries()) {
      const row = Math.floor(((at + 1) * count) / (dirt.length + 1));
      if (code === 'row-twice') rows[row] = [...rows[row - 1]];
      else rows[row][column] = cell;
      if (code === 'row-name-forms') Object.assign(rows[row], { 1: '', 9: 'ru' });
      bad.set(row + 2, code);
    }
    // Nothing is wrong with these, but they must not lead out of the folder.
    for (const [row, department] of [
      [2, '../../x'],
      [3, 'CON'],
      [4, 'a'.repeat(200)],
    ])
      rows[row][4] = department;
  }
  const cell = (text) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return { text: `\ufeff${[headings, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`, bad };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [count = '1000', file = 'people.csv', ...flags] = process.argv.slice(2);
  writeFileSync(file, staffList(Number(count), { dirty: flags.includes('--dirty') }).text);
}
