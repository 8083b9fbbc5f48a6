/** Papers take the superior, who signs, who stands in, grade and pay from the structure, and from nowhere else. */
import { describe, expect, it } from 'vitest';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readRole } from '../src/role/read.js';
import { linesOf } from '../src/structure/lines.js';
import { seenForAll } from '../src/structure/seen-from.js';
import { readStructure } from '../src/structure/structure.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import type { Told } from './command.js';
import { some } from './every.js';

const shelf = packageWorkspace();
const must = <T>(value: T | null): T => value ?? expect.fail('not valid');

const organisation = `schema: 2
name: ООО «Север»
jurisdiction: ru
languages: [ru]
structure: structure.yaml
documentForm: local-act
signatories: { approver: general-director, hr: head-of-hr }
approval: { by: stamp, visas: [head-of-hr] }
`;

/** Two shops with a head each, under one director; the head in the north is away. */
const structure = `schema: 2
languages: [ru]
departments:
  - { id: firm, name: администрация, head: general-director }
  - { id: north, name: отдел «Север», parent: firm, head: head-north }
  - { id: south, name: отдел «Юг», parent: firm, head: head-south, signatories: { hr: hr-south } }
positions:
  general-director:
    title: генеральный директор
    department: firm
    reportsTo: null
    holders:
      - { name: { last: Лебедева, first: Марина, middle: Викторовна }, gender: female }
  head-of-hr:
    title: начальник отдела кадров
    department: firm
    holders:
      - { name: { last: Ким, first: Ольга, middle: Павловна }, gender: female }
  hr-south:
    title: специалист по кадрам
    department: south
    holders:
      - { name: { last: Юрьев, first: Юрий, middle: Юрьевич }, gender: male }
  head-north:
    title: начальник отдела
    post: head-of-sales
    department: north
    holders:
      - { name: { last: Соколов, first: Андрей, middle: Ильич }, gender: male, absent: { from: 2026-05-01, until: 2026-05-31 } }
      - { name: { last: Котова, first: Инна, middle: Ильинична }, gender: female, acting: true, from: 2026-05-01, until: 2026-05-31 }
  head-south:
    title: заведующий отделом
    post: head-of-sales
    department: south
  seller-north:
    title: менеджер по продажам
    role: sales-manager
    department: north
    units: 2
    pay: { min: 70000, max: 85000, per: month }
    place: г. Мурманск
    deputies: [seller-south]
    holders:
      - { name: { last: Иванова, first: Анна, middle: Петровна }, gender: female, personnelNumber: '00042', from: 2026-06-01 }
      - { name: { last: Орлов, first: Пётр, middle: Ильич }, gender: male }
  seller-south:
    title: продавец-консультант
    role: sales-manager
    department: south
    answers: { individual-orders: false }
`;

async function printed(line: string, files: Record<string, string> = {}): Promise<Told & { files: string[]; html: string }> {
  const workspace = memoryWorkspace({ 'organisation.yaml': organisation, 'structure.yaml': structure, ...files });
  const told = await command(line, { workspace });
  const made = [...workspace.files].filter(([path]) => path.startsWith('out/'));
  const html = made.map(([, bytes]) => /<main[\s\S]*<\/main>/.exec(new TextDecoder().decode(bytes))?.[0] ?? '').join('\n');
  return { ...told, files: made.map(([path]) => path), html: html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ') };
}

const description = (more: string): string => `generate ${more} --organisation organisation.yaml --kind job-description --format html`;

describe('papers of a position', () => {
  it('name its own superior, department, deputies, and who signs for personnel there', async () => {
    const north = await printed(description('--position seller-north'));
    expect(north.html).toContain('непосредственно подчиняется начальнику отдела (далее');
    expect(north.html).toContain('отдела «Север»');
    expect(north.html).toContain('приказом возлагаются на продавца-консультанта с письменного согласия');
    expect(north.html).toContain('О.П. Ким');
    const south = await printed(description('--position seller-south'));
    expect(south.html).toContain('непосредственно подчиняется заведующему отделом (далее');
    expect(south.html).toContain('Ю.Ю. Юрьев');
    expect(south.html).not.toContain('О.П. Ким, специалист');
  });

  it('are signed on each day by whoever holds the post above, or stands in', async () => {
    const on = async (date: string): Promise<string> => (await printed(description(`--position seller-north --date ${date}`))).html;
    expect(await on('2026-04-30')).toContain('А.И. Соколов');
    const during = await on('2026-05-15');
    expect(during).toContain('И.И. Котова');
    expect(during).toMatch(/[Ии]\.о\. начальника отдела/);
    expect(await on('2026-06-01')).toContain('А.И. Соколов');
  });

  it('are signed by the next superior where the post above is vacant', async () => {
    const { html } = await printed(description('--position seller-south'));
    expect(html).toContain('М.В. Лебедева');
  });

  it('say that those report to it who do so in the structure', async () => {
    const { html } = await printed(description('--position head-south'), {
      'structure.yaml': structure.replace('title: заведующий отделом', 'title: заведующий отделом\n    role: lead-sales-specialist'),
    });
    expect(html).toContain('продавец-консультант');
    expect(html).not.toContain('Подчинённых работников не имеет');
  });

  it('have a folder of their own, all of them or those of a department', async () => {
    const all = await printed(description('--position all'));
    expect(all.files).toEqual(['out/seller-north/job-description.ru.html', 'out/seller-south/job-description.ru.html']);
    expect(all.err).toContain('positions-without-role');
    const south = await printed(description('--position all --department south'));
    expect(south.files).toEqual(['out/seller-south/job-description.ru.html']);
  });

  it('list all who hold the position where they sign one sheet', async () => {
    const { html } = await printed(
      'generate --position seller-north --organisation organisation.yaml --kind acquaintance-list --format html',
    );
    expect(html).toContain('Иванова Анна Петровна');
    expect(html).toContain('Орлов Пётр Ильич');
  });
});

describe('papers of a role', () => {
  it('leave the superior open, and say so, where its positions have several', async () => {
    const { err, html } = await printed(description('sales-manager'));
    expect(err).toContain('position-unclear');
    expect(html).not.toContain('начальнику отдела (далее');
  });

  it('follow a person to the position that they hold', async () => {
    const person = `schema: 2\nname: { last: Иванова, first: Анна, middle: Петровна }\nmanager: { name: { last: Чужой, first: Иван } }\n`;
    const { err, html } = await printed(`${description('sales-manager')} --person person.yaml`, { 'person.yaml': person });
    expect(html).toContain('отдела «Север»');
    expect(html).toContain('А.И. Соколов');
    expect(err).toContain('manager-differs');
  });

  it('take the post of a mentor from the structure', async () => {
    const person = `schema: 2\nname: { last: Иванова, first: Анна, middle: Петровна }\nposition: seller-north\nhireDate: 2026-06-01\nmentor: { name: { last: Орлов, first: Пётр, middle: Ильич } }\n`;
    const line = 'generate sales-manager --organisation organisation.yaml --kind onboarding-checklist --format html --person person.yaml';
    const { html } = await printed(line, { 'person.yaml': person });
    expect(html).toMatch(/Орлов[а-я]* П[а-яё]* Ильич[а-я]*, менеджер по продажам/);
  });

  it.each([
    ['position-unknown', 'position: seller-west', ''],
    ['position-missing', '', 'hr-manager'],
  ])('tell of %s', async (code, line, role) => {
    const person = `schema: 2\nname: { last: Иванова, first: Анна, middle: Петровна }\n${line}\n`;
    const { err } = await printed(`${description(role || 'sales-manager')} --person person.yaml`, { 'person.yaml': person });
    expect(err).toContain(code);
  });
});

describe('a batch of a structure', () => {
  it('makes the papers of everybody who holds a position with a role', async () => {
    const { err, code } = await printed(
      'batch structure.yaml --organisation organisation.yaml --kind job-description --format html --dry-run',
    );
    expect(code, err).toBe(0);
    expect(err).toContain('2 could be made');
  });

  it('needs the organisation that names it', async () => {
    const { err } = await printed('batch structure.yaml --no-organisation --kind job-description --dry-run');
    expect(err).toContain('batch-other-structure');
  });

  it('finds the position of a row by its id, with role and department', async () => {
    const people = 'ФИО;Код должности\nСергеев Сергей Сергеевич;seller-south\nПетров Пётр Петрович;seller-west\n';
    const { err } = await printed('batch people.csv --organisation organisation.yaml --kind job-description --format html --dry-run', {
      'people.csv': people,
    });
    expect(err).toContain('1 could be made, 1 failed');
  });
});

describe('a version of a role that a department has', () => {
  const overlay = `schema: 2
extends: sales-manager
id: sales-manager-of-the-south
version: 1.0.0
languages: [ru]
department: { ru: отдел «Юг» }
purpose: { ru: продажа тканей в южном магазине }
changes: []
base: { version: 2.0.0 }
`;
  const south = structure.replace('head: head-south', 'head: head-south, overlays: { sales-manager: south.yaml }');

  it('has the positions of the role', async () => {
    const { err, html, code } = await printed(`${description('south.yaml')} --department south`, { 'south.yaml': overlay });
    expect(code, err).toBe(0);
    expect(err).not.toContain('position-missing');
    expect(html).toContain('непосредственно подчиняется заведующему отделом');
  });

  it('is that of the people of the department, whose list need not name it', async () => {
    const { err } = await printed('batch people.csv --organisation organisation.yaml --kind job-description --format html', {
      'people.csv': 'ФИО;Код должности\nСергеев Сергей Сергеевич;seller-south\n',
      'south.yaml': overlay,
      'structure.yaml': south,
    });
    expect(err).toContain('department-overlay-used');
    expect(err).not.toContain('position-missing');
  });
});

describe('an organisation file with a structure', () => {
  const told = async (text: string, more: Record<string, string> = {}): Promise<string> => {
    const { err } = await printed('generate sales-manager --organisation organisation.yaml --dry-run', {
      'organisation.yaml': text,
      ...more,
    });
    return err;
  };

  it('says nothing of posts, departments and superiors itself', async () => {
    const err = await told(`${organisation}posts: { a: { title: директор } }\nsuperiors: { sales-manager: a }\n`);
    expect(err.match(/structure-settles/g)).toHaveLength(2);
  });

  it('names positions that there are', async () => {
    expect(await told(organisation.replace('hr: head-of-hr', 'hr: head-of-rh'))).toMatch(/broken-reference[\s\S]*head-of-hr/);
  });

  it('names a file that is there, and not outside', async () => {
    expect(await told(organisation.replace('structure.yaml', 'other.yaml'))).toContain('structure-missing');
    expect(await told(organisation.replace('structure.yaml', '../structure.yaml'))).toContain('structure-outside');
  });

  it('is told of languages that the structure lacks', async () => {
    const two = organisation
      .replace('languages: [ru]', 'languages: [ru, en]')
      .replace('name: ООО «Север»', 'name: { ru: ООО «Север», en: Sever }');
    expect(await told(two)).toContain('structure-lacks-language');
  });
});

describe('migrate --structure', () => {
  it.each([...some(['nl', 'ru', 'gb', 'us'])])(
    'moves posts and departments of the example %s, after which papers read the same',
    async (country) => {
      const text = shelf.readText(`examples/organisation.${country}.yaml`);
      const files: Record<string, string | Uint8Array> = {
        'organisation.yaml': text,
        'logo.png': shelf.readBytes('examples/logo.png', 1 << 20),
      };
      const workspace = memoryWorkspace(files);
      const line = 'generate sales-manager hr-manager --organisation organisation.yaml --kind job-description --format html --out';
      await command(`${line} before`, { workspace });
      const { code, out, err } = await command('migrate organisation.yaml --structure', { workspace });
      expect([code, out, err]).toEqual([0, 'organisation.yaml\nstructure.yaml\n', expect.stringContaining('structure check')]);
      await command(`${line} after`, { workspace });
      const made = (folder: string): (readonly [string, string])[] =>
        [...workspace.files]
          .filter(([path]) => path.startsWith(`${folder}/`))
          .map(([path, bytes]) => [path.slice(folder.length), new TextDecoder().decode(bytes)] as const);
      expect(made('after').length).toBeGreaterThan(1);
      expect(made('after')).toEqual(made('before'));
      const again = await command('migrate organisation.yaml --structure', { workspace });
      expect(again.out).toBe('');
    },
  );

  it('keeps the comments of what it moves, and everything else to the byte', async () => {
    const text = `# Наша организация
schema: 2
name: ООО «Север» # полное
jurisdiction: ru
languages: [ru]

# Должности
posts:
  # Подписывает всё
  director:
    title: директор # с 2020 года
    holder: { last: Лебедева, first: Марина }
    acting: true
signatories: { unitHead: director, approver: director }

# Тираж
copies: 2
`;
    const workspace = memoryWorkspace({ 'organisation.yaml': text });
    await command('migrate --structure', { workspace });
    expect(workspace.readText('organisation.yaml')).toBe(`# Наша организация
schema: 2
name: ООО «Север» # полное
jurisdiction: ru
languages: [ru]

structure: structure.yaml
signatories: { approver: director }

# Тираж
copies: 2
`);
    expect(workspace.readText('structure.yaml')).toBe(`schema: 2
languages:
  - ru
positions:
  # Подписывает всё
  director:
    title: директор # с 2020 года
    holders:
      - name: { last: Лебедева, first: Марина }
        acting: true
    reportsTo: null
`);
  });

  it.each([
    ['migrate-structure-by-hand', '{ schema: 2, name: A, jurisdiction: gb, languages: [en], posts: { a: { title: b } } }'],
    ['migrate-post-untitled', 'schema: 2\nname: A\njurisdiction: gb\nlanguages: [en]\nposts: { a: {} }\n'],
    ['structure-exists', 'schema: 2\nname: A\njurisdiction: gb\nlanguages: [en]\nposts: { a: { title: b } }\n'],
  ])('writes nothing where %s', async (code, text) => {
    const files = { 'organisation.yaml': text, ...(code === 'structure-exists' && { 'structure.yaml': 'mine' }) };
    const workspace = memoryWorkspace(files);
    const { err } = await command('migrate organisation.yaml --structure', { workspace });
    expect(err).toContain(code);
    expect(workspace.readText('organisation.yaml')).toBe(text);
  });
});

describe('somebody who stands in', () => {
  const firm = 'schema: 2\nname: Firm\njurisdiction: gb\nlanguages: [en]\nstructure: structure.yaml\n';
  const table = `schema: 2
languages: [en]
positions:
  head: { title: managing director, reportsTo: null, holders: [{ name: { last: Okafor, first: Grace } }] }
  head-of-sales:
    title: head of sales
    reportsTo: head
    holders: [{ name: { last: Lindqvist, first: Maja }, acting: true, from: 2026-01-01 }]
  seller:
    title: sales executive
    role: sales-manager
    reportsTo: head-of-sales
    holders: [{ name: { last: Lindqvist, first: Maja } }, { name: { last: Pryce, first: Owen } }]
`;
  const of = async (line: string, files: Record<string, string> = {}): Promise<string> =>
    (await printed(line, { 'organisation.yaml': firm, 'structure.yaml': table, ...files })).html;

  it('is named as such wherever the superior is', async () => {
    const person = 'schema: 2\nname: { last: Pryce, first: Owen }\n';
    expect(await of(`${description('sales-manager')} --person person.yaml`, { 'person.yaml': person })).toMatch(
      /Maja Lindqvist, acting head of sales/,
    );
  });

  it('is not the superior in the description of a position that is their own', async () => {
    const html = await of(description('--position seller'));
    expect(html).not.toContain('Maja Lindqvist');
    expect(html).toContain('Head of sales');
  });
});

describe('what the table leaves open', () => {
  it('is told where nobody is there to sign on the day', async () => {
    const away = structure.replace(
      'acting: true, from: 2026-05-01, until: 2026-05-31',
      'acting: true, from: 2026-05-01, until: 2026-05-10',
    );
    const { err } = await printed(description('--position seller-north --date 2026-05-15'), { 'structure.yaml': away });
    expect(err).toMatch(/signatory-away\n.*начальник отдела/);
    expect((await printed(description('--position seller-north --date 2026-05-05'))).err).not.toContain('signatory-away');
  });

  it('is told where it hangs on the day who signs, and no day is named', async () => {
    expect((await printed(description('--position seller-north'))).err).toMatch(/structure-needs-date\n.*начальник отдела/);
  });

  it('is told where a role leads people whom the position has not', async () => {
    const lead = structure
      .replace('title: заведующий отделом', 'title: заведующий отделом\n    role: office-manager')
      .replace('department: south\n    answers', 'department: south\n    reportsTo: head-north\n    answers')
      .replace('    department: south\n    holders', '    department: south\n    reportsTo: general-director\n    holders');
    expect((await printed(description('--position head-south'), { 'structure.yaml': lead })).err).toContain('role-leads-nobody');
  });

  it('is no full week for whoever works a part of it', async () => {
    const files = {
      'organisation.yaml': `${organisation}facts: { hours: 40, pattern: 'с понедельника по пятницу с 9:00 до 18:00' }\n`,
      'person.yaml': 'schema: 2\nname: { last: Орлов, first: Пётр, middle: Ильич }\nposition: seller-north\nfacts: { fte: 0.5 }\n',
    };
    const line =
      'generate sales-manager --organisation organisation.yaml --kind job-description --format html --person person.yaml --detail full';
    const { html } = await printed(line, files);
    expect(html).not.toContain('с 9:00 до 18:00');
  });
});

describe('an order that approves descriptions', () => {
  it('calls each by the title of its position, and not by that of whoever approves', async () => {
    const { html } = await printed('generate --position seller-south --organisation organisation.yaml --kind approval-order --format html');
    expect(html).toContain('должностную инструкцию менеджера по продажам');
    expect(html).not.toContain('инструкцию генерального директора');
  });
});

describe('a list of people of several departments', () => {
  it('has the names of all of them, without what they settle for themselves', () => {
    const workspace = memoryWorkspace({ 'organisation.yaml': organisation, 'structure.yaml': structure });
    const lines = linesOf(must(readStructure(workspace, 'structure.yaml').structure));
    const role = must(readRole(shelf, 'roles/sales-manager.yaml', shelf).role);
    const employer = must(readOrganisation(workspace, 'organisation.yaml').organisation);
    expect(seenForAll(lines, employer, [role], null).departments).toEqual([
      { id: 'firm', name: 'администрация' },
      { id: 'north', name: 'отдел «Север»' },
      { id: 'south', name: 'отдел «Юг»' },
    ]);
  });
});

describe('positions that are asked for wrongly', () => {
  it.each([
    ['position-needs-structure', 'generate --position seller-north --no-organisation'],
    ['position-or-roles', 'generate sales-manager --position seller-north'],
    ['unknown-position', 'generate --position seller-nort --organisation organisation.yaml'],
  ])('are refused: %s', async (code, line) => {
    const { err, files } = await printed(`${line} --dry-run`);
    expect(err).toContain(code);
    expect(files).toEqual([]);
  });
});

describe('a structure that does not hang together', () => {
  const of = async (positions: string, departments = ''): Promise<string> =>
    (await printed('validate other.yaml', { 'other.yaml': `schema: 2\nlanguages: [en]\n${departments}positions:\n${positions}` })).err;

  it('is told of: circles of positions and of departments, and several at the top', async () => {
    expect(await of('  a: { title: a, reportsTo: b }\n  b: { title: b, reportsTo: a }\n')).toMatch(/structure-circle\n.*a → b → a/);
    expect(await of('  a: { title: a, reportsTo: null }\n  b: { title: b, reportsTo: null }\n')).toContain('structure-several-tops');
    const departments = 'departments:\n  - { id: x, name: x, parent: y }\n  - { id: y, name: y, parent: x }\n';
    expect(await of('  a: { title: a, department: x }\n', departments)).toContain('department-circle');
  });
});
