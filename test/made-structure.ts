/** Structures of any size for tests, with titles and names of the language; the same size gives the same structure. */
import type { Locale } from '../src/document/document.js';
import type { PersonName } from '../src/person/person.generated.js';
import type { Structure, StructureDepartment, StructurePosition } from '../src/structure/structure.generated.js';

interface Words {
  readonly director: string;
  readonly divisions: readonly (readonly [name: string, head: string])[];
  readonly departments: readonly (readonly [name: string, head: string])[];
  readonly posts: readonly string[];
  readonly names: readonly PersonName[];
}

const words: Record<Locale, Words> = {
  ru: {
    director: 'генеральный директор',
    divisions: [
      ['коммерческая дирекция', 'коммерческий директор'],
      ['производственная дирекция', 'директор по производству'],
      ['финансовая дирекция', 'финансовый директор'],
      ['дирекция по персоналу и организационному развитию', 'директор по персоналу и организационному развитию'],
      ['дирекция по информационным технологиям', 'директор по информационным технологиям'],
    ],
    departments: [
      ['отдел продаж', 'начальник отдела продаж'],
      ['отдел закупок', 'начальник отдела закупок'],
      ['цех механической обработки', 'начальник цеха'],
      ['бухгалтерия', 'главный бухгалтер'],
      ['служба внутреннего контроля', 'руководитель службы внутреннего контроля'],
      ['склад готовой продукции', 'заведующий складом готовой продукции'],
      ['отдел кадров', 'начальник отдела кадров'],
    ],
    posts: [
      'менеджер по продажам',
      'ведущий специалист по внешнеэкономической деятельности',
      'бухгалтер',
      'оператор станков с программным управлением 4-го разряда',
      'кладовщик',
      'секретарь',
      'инженер-технолог',
      'юрисконсульт',
      'специалист по охране труда',
      'электрогазосварщик',
    ],
    names: [
      { last: 'Иванова', first: 'Анна', middle: 'Петровна' },
      { last: 'Кузнецов', first: 'Олег', middle: 'Игоревич' },
      { last: 'Долгорукова-Крымская', first: 'Александра', middle: 'Константиновна' },
      { last: 'Ким', first: 'Виктор' },
      { last: 'Смирнов', first: 'Пётр', middle: 'Сергеевич' },
    ],
  },
  en: {
    director: 'managing director',
    divisions: [
      ['commercial', 'commercial director'],
      ['operations', 'director of operations'],
      ['finance', 'finance director'],
      ['people and organisation', 'director of people and organisation'],
      ['technology', 'chief technology officer'],
    ],
    departments: [
      ['sales', 'head of sales'],
      ['procurement', 'head of procurement'],
      ['machining', 'workshop manager'],
      ['accounts', 'chief accountant'],
      ['internal audit', 'head of internal audit'],
      ['warehouse', 'warehouse manager'],
      ['HR services', 'head of HR services'],
    ],
    posts: [
      'sales manager',
      'senior specialist in international trade compliance',
      'accountant',
      'CNC machine operator',
      'warehouse operative',
      'personal assistant',
      'process engineer',
      'legal counsel',
      'health and safety officer',
      'welder',
    ],
    names: [
      { last: 'Smith', first: 'Jane' },
      { last: 'Okonkwo', first: 'Daniel' },
      { last: 'Featherstonehaugh', first: 'Alexandra' },
      { last: 'Li', first: 'Wei' },
      { last: 'Jones', first: 'Peter' },
    ],
  },
  nl: {
    director: 'algemeen directeur',
    divisions: [
      ['commercie', 'commercieel directeur'],
      ['productie', 'directeur productie'],
      ['financiën', 'financieel directeur'],
      ['personeel en organisatie', 'directeur personeel en organisatie'],
      ['informatievoorziening en automatisering', 'directeur informatievoorziening en automatisering'],
    ],
    departments: [
      ['verkoop', 'hoofd verkoop'],
      ['inkoop', 'hoofd inkoop'],
      ['verspaning', 'bedrijfsleider verspaning'],
      ['administratie', 'hoofd administratie'],
      ['interne controle', 'hoofd interne controle'],
      ['magazijn', 'magazijnchef'],
      ['personeelszaken', 'hoofd personeelszaken'],
    ],
    posts: [
      'accountmanager',
      'arbeidsvoorwaardenadviseur',
      'boekhouder',
      'cnc-verspaner',
      'magazijnmedewerker',
      'managementassistent',
      'procestechnoloog',
      'bedrijfsjurist',
      'preventiemedewerker',
      'lasser',
    ],
    names: [
      { last: 'Jong', particle: 'de', first: 'Sanne' },
      { last: 'Berg', particle: 'van den', first: 'Pieter' },
      { last: 'Bakker', first: 'Willemijn' },
      { last: 'Yılmaz', first: 'Emre' },
      { last: 'Vries', particle: 'de', first: 'Jan' },
    ],
  },
};

/** Numbers from 0 to 1 that look like chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A firm of so many positions in one language: a director, directors of divisions, heads of departments, teams in large ones. */
export function madeStructure(size: number, locale: Locale): Structure {
  const { director, divisions, departments: kinds, posts, names } = words[locale];
  const random = chance(size);
  const below = (count: number): number => Math.floor(random() * count);
  const departments: StructureDepartment[] = [];
  const positions: Record<string, StructurePosition> = {};
  let count = 0;
  const holder = (): NonNullable<StructurePosition['holders']>[number] => ({ name: names[below(names.length)] ?? { last: '' } });
  const add = (id: string, title: string, reportsTo: string | null, department: string | undefined): string => {
    count += 1;
    const roll = random();
    const several = reportsTo !== null && roll > 0.85;
    const units = several ? 2 + below(14) : roll > 0.82 && reportsTo !== null ? 0.5 : 1;
    const holders = several
      ? Array.from({ length: Math.max(1, units - below(3)) }, holder)
      : roll < 0.08 && reportsTo !== null
        ? roll < 0.03
          ? [{ ...holder(), acting: true }]
          : undefined
        : [holder()];
    positions[id] = {
      title,
      reportsTo,
      ...(department !== undefined && { department }),
      ...(units !== 1 && { units }),
      ...(holders && { holders }),
    };
    return id;
  };
  const top = add('director', director, null, undefined);
  if (size > 10) add('assistant', posts[5] ?? '', top, undefined);
  const divisionCount = Math.max(1, Math.min(8, Math.round(size / 40)));
  const teamSize = size < 20 ? 4 : 7;
  for (let at = 0; count < size; at++) {
    const [name = '', head = ''] = divisions[at % divisions.length] ?? [];
    const turn = at < divisions.length ? '' : ` ${Math.floor(at / divisions.length) + 1}`;
    const division = `division-${at + 1}`;
    departments.push({ id: division, name: `${name}${turn}`, head: `${division}-head` });
    const chief = add(`${division}-head`, head, top, division);
    const share = at + 1 < divisionCount ? Math.floor((size / divisionCount) * (0.6 + random() * 0.8)) : size;
    const end = Math.min(size, count + share);
    for (let own = 0; count < end; own++) {
      const [kind = '', lead = ''] = kinds[(own + at) % kinds.length] ?? [];
      const department = `${division}-${own + 1}`;
      departments.push({
        id: department,
        name: own < kinds.length ? kind : `${kind} ${own + 1}`,
        parent: division,
        head: `${department}-head`,
      });
      const boss = add(`${department}-head`, lead, chief, department);
      const staff = 2 + below(teamSize * (own % 4 === 3 ? 4 : 1));
      let leader = boss;
      for (let one = 0; one < staff && count < end; one++) {
        const id = add(`${department}-${one + 1}`, posts[(one + own) % posts.length] ?? '', leader, department);
        if (staff > 10 && one % 8 === 0) leader = one % 16 === 0 ? id : boss;
      }
    }
  }
  return { schema: 2, languages: [locale], table: { number: '3', date: '2026-11-25' }, departments, positions };
}
