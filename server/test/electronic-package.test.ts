/** Packages of electronic personnel papers: what is in them to the byte, who may be named, and what is refused. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { Refusal } from 'rolewright';
import type { Diagnostic, Organisation } from 'rolewright';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProject } from '../src/cli/project.js';
import { packed } from '../src/http/electronic-package.js';
import type { PackageAsked } from '../src/http/electronic-package.js';
import { openChecks } from '../src/http/check.js';
import { packTask } from '../src/http/tasks-package.js';
import type { Workshop } from '../src/http/tasks.js';
import { answerByLink, openByLink } from '../src/register/by-link.js';
import { distanceOf } from '../src/register/distance.js';
import { documentMeant, personMeant, requestMeant } from '../src/register/find.js';
import { packageId } from '../src/register/packing.js';
import type { Setting } from '../src/register/setting.js';
import { snilsOf } from '../src/register/snils.js';
import { archiveProfile } from '../src/sign/archive-profile.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { asGost, openOutside } from './signed-outside.js';
import type { Outside } from './signed-outside.js';
import { ownFolder } from './service.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const firm = `schema: 2
name: Общество с ограниченной ответственностью «Ромашка & Ко»
shortName: ООО «Ромашка»
place: Москва
jurisdiction: ru
languages: [ru]
pdfProfile: 1a
departments:
  - { id: sales, name: отдел продаж }
distance: { address: "https://hr.example.ru", sender: hr@example.ru, zone: Europe/Moscow }
`;
const numbers = "identifiers: { inn: '7707083893', ogrn: '1027700132195', kpp: '773601001' }\n";

let hr: Visiting;
let outside: Outside;
let storage: Storage;
let setting: Setting;
/** The PDF of the job description, and the signatures under it. */
let paper: Uint8Array;
let byFirm: Uint8Array;
let byAnna: Uint8Array;

beforeAll(async () => {
  outside = openOutside();
  hr = visiting({ language: 'ru' });
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write('organisation.yaml', firm + numbers);
  hr.write(
    'people.csv',
    [
      'Фамилия,Имя,Отчество,Пол,Табельный номер,Должность,Подразделение,E-mail',
      'Фёдорова-Ёлкина,Алёна,Петровна,ж,00101,sales-manager,sales,anna@example.ru',
      'Белов,Пётр,,м,00102,sales-manager,sales,petr@example.ru',
      'Чужой,Иван,Иванович,м,00103,customer-service-manager,sales,ivan@example.ru',
    ].join('\n'),
  );
  hr.write('short.csv', 'ФИО,Пол,Табельный номер,Должность,Подразделение\nКим А.,м,00104,sales-manager,sales\n');
  await hr.data('init');
  await hr.data('people people.csv');
  await hr.data('people short.csv');
  await hr.data('issue sales-manager --kind job-description --format pdf');
  paper = filesOf(hr.folder)[0] ?? new Uint8Array();
  await hr.data('issue sales-manager --kind job-advert --format pdf');
  await hr.data('issue sales-manager --kind contract-annex --format pdf --pdf-profile 2a');
  await hr.data('request 00102 --kind job-description --method link');
  byFirm = outside.sign('firm', paper);
  byAnna = outside.sign('anna', paper);
  const target = { folder: join(hr.folder, 'register') };
  storage = await openStorage(target, madeEdge('answers'));
  const project = openProject({ folder: hr.folder, project: '.', target }, madeEdge('answers').now);
  setting = project.setting({ id: 'a_1', name: '' }, 'ru', '2026-12-02', storage);
  await answer('00102');
  // The first one reads what all others find ready.
  await pack({});
}, 60_000);
afterAll(async () => {
  await storage.close();
  outside.close();
  rmSync(hr.folder, { recursive: true });
});

/** PDF files that the register keeps. */
const filesOf = (folder: string): Uint8Array[] =>
  readdirSync(join(folder, 'register/files'), { recursive: true, encoding: 'utf8' })
    .filter((one) => /[0-9a-f]{62}$/.test(one))
    .map((one) => new Uint8Array(readFileSync(join(folder, 'register/files', one))))
    .filter((bytes) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-');

/** Acknowledges by the link. */
async function answer(number: string): Promise<void> {
  const meant = await requestMeant({ person: number, paper: undefined, states: ['requested'] }, setting);
  await openByLink(meant, setting);
  const identification = { channel: 'mail', given: 'p•••@example.ru', proof: 'code', codeTo: null, pinSet: null } as const;
  const said = { outcome: 'acknowledged', statement: 'Ознакомлен', locale: 'ru', device: null, version: '1' } as const;
  await answerByLink(
    meant,
    { ...said, identification: { ...identification, at: storage.edge.now().toISOString() } },
    distanceOf(setting, {}, 'UTC'),
    setting,
    async () => {},
  );
}

interface Wish extends Partial<Omit<PackageAsked, 'document' | 'person' | 'employer' | 'employee'>> {
  readonly paper?: string;
  readonly person?: string;
  readonly employer?: Uint8Array;
  readonly employee?: Uint8Array;
  readonly signed?: string;
}

async function pack({ paper: named = 'job-description', person, employer, employee, signed = '2026-12-01', ...rest }: Wish, at = setting) {
  const problems: Diagnostic[] = [];
  const own = (await documents(named))[0];
  if (!own) throw new Error(`no ${named}`);
  const made = await packed(
    {
      ...rest,
      document: await documentMeant(own, at),
      person: person === undefined ? null : await personMeant(person, at),
      employer: employer ? { file: 'firm.sgn', bytes: employer, on: signed, option: '--employer-signed' } : null,
      employee: employee ? { file: 'anna.sgn', bytes: employee, on: signed, option: '--employee-signed' } : null,
    },
    at,
    problems,
  );
  return { ...made, codes: problems.map(({ code }) => code), files: unzipSync(made.bytes) };
}

const documents = async (kind: string): Promise<readonly string[]> =>
  (await storage.read.documents({ limit: 100 })).filter((one) => one.kind === kind && one.role === 'sales-manager').map(({ id }) => id);

const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics[0]?.code ?? '';
    throw error;
  }
};

/** The description without what differs with each key: sizes of signatures and the id. */
const steady = (xml: string): string =>
  xml
    .replace(/ id="[0-9a-f-]{36}"/, ' id="…"')
    .replace(/(\.sgn<\/file>\s*<size>)\d+/g, '$1…')
    .replace(/(\.pdf<\/file>\s*<size>)\d+/, '$1…');

const expected = (name: string, actual: string): void => {
  const path = new URL(`packages/${name}.xml`, import.meta.url);
  if (process.env['UPDATE'] === '1') writeFileSync(path, actual);
  expect(actual).toBe(readFileSync(path, 'utf8'));
};

const xmlIn = (files: Readonly<Record<string, Uint8Array>>): string => new TextDecoder().decode(files['wredc_data.xml']);

describe('a package', () => {
  it('of a local act has the paper as it was issued, the signature as it was given, and what is said of them', async () => {
    const { files, name, code, codes, signers } = await pack({ employer: byFirm, employerPost: 'Генеральный директор' });
    expect(Object.keys(files)).toEqual([
      'wredc_data.xml',
      'Должностная_инструкция_менеджера_по_продажам_1.pdf',
      'Должностная_инструкция_менеджера_по_продажам_1_работодатель.sgn',
    ]);
    expect(name).toBe('Должностная_инструкция_менеджера_по_продажам_1.zip');
    const [, kept = new Uint8Array(), signature = new Uint8Array()] = Object.values(files);
    expect([Buffer.from(kept).equals(paper), Buffer.from(signature).equals(byFirm)]).toEqual([true, true]);
    expect([code, codes, signers]).toEqual(['01.009', [], { employer: 'ООО «Ромашка»', employee: null }]);
    expect(archiveProfile(paper)).toBe('1a');
    expected('act', steady(xmlIn(files)));
  });

  it('of an acquaintance names the employee, with the letters that the schema takes', async () => {
    const { files, name, code } = await pack({ person: '00101', employer: byFirm, employee: byAnna, snils: '112-233-445 95' });
    expect(name).toBe('Должностная_инструкция_менеджера_по_продажам_1_Федорова_Елкина_00101.zip');
    expect(code).toBe('01.010');
    expected('acquaintance', steady(xmlIn(files)));
  });

  it('says that who answered by the link signed by a simple signature', async () => {
    const { files, isSimple, codes } = await pack({ person: '00102' });
    expect([isSimple, codes]).toEqual([true, ['register-package-no-employer']]);
    expect(Object.keys(files)).toHaveLength(2);
    expected('simple', steady(xmlIn(files)));
  });

  it('tells sizes of files in bytes, and names them by the pattern', async () => {
    const { files } = await pack({ person: '00101', employer: byFirm, employee: byAnna });
    const told = [...xmlIn(files).matchAll(/<file>([^<]+)<\/file>\s*<size>(\d+)<\/size>/g)].map(([, file = '', size]) => [file, size]);
    expect(told.map(([file = '']) => file).sort()).toEqual(
      Object.keys(files)
        .filter((one) => one !== 'wredc_data.xml')
        .sort(),
    );
    for (const [file = '', size] of told) {
      expect(String(files[file]?.length)).toBe(size);
      expect(file).toMatch(/^[A-Za-zА-Яа-я0-9_]+\.(pdf|sgn)$/);
      expect(file.length).toBeLessThanOrEqual(120);
    }
  });

  it('is UTF-8 without a mark, well-formed, and keeps text from being markup', async () => {
    const { files } = await pack({ employer: byFirm, employerPost: '</content> & "директор" \u0001<x>' });
    const bytes = files['wredc_data.xml'] ?? new Uint8Array();
    expect([...bytes.subarray(0, 5)]).toEqual([...'<?xml'].map((letter) => letter.charCodeAt(0)));
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => void texts.push(text.trim()));
    const opened: string[] = [];
    parser.on('opentag', ({ name, uri }) => void opened.push(`${name} ${uri}`.trim()));
    parser.write(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).close();
    expect(opened.slice(0, 2)).toEqual(['edoc:wredcData http://mintrud.gov.ru/work-related-electronic-document', 'content']);
    expect(texts).toContain('</content> & "директор" <x>');
    expect(texts).toContain('Общество с ограниченной ответственностью «Ромашка & Ко»');
    if (existsSync('/usr/bin/xmllint')) {
      writeFileSync(join(outside.folder, 'described.xml'), bytes);
      execFileSync('xmllint', ['--noout', join(outside.folder, 'described.xml')]);
    }
  });

  it('has the same bytes each time, and another id for other signatures or another day', async () => {
    const wish = { person: '00101', employer: byFirm, employee: byAnna };
    const [one, again] = [await pack(wish), await pack(wish)];
    expect(Buffer.from(one.bytes).equals(again.bytes)).toBe(true);
    const idOf = ({ files }: typeof one): string => / id="([^"]+)"/.exec(xmlIn(files))?.[1] ?? '';
    expect(idOf(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const others = [
      await pack({ ...wish, employer: outside.sign('firm', paper, ['-noattr']) }),
      await pack(wish, { ...setting, today: '2026-12-03' }),
    ];
    expect(new Set([one, ...others].map(idOf)).size).toBe(3);
    expect(packageId(['ab', 'c'])).not.toBe(packageId(['a', 'bc']));
  });

  it('takes the day of a signature from the signature, in the zone of the organisation', async () => {
    const { files } = await pack({ person: '00101', employee: byAnna, signed: undefined as never });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });
    const days = [0, 1].map((before) => today.format(Date.now() - before * 86_400_000));
    expect(days).toContain(/<signature>\s*<date>([^<]+)</.exec(xmlIn(files))?.[1]);
  });

  it('is read by other programs: the archive, and the signature over the paper in it', async () => {
    const { bytes, files } = await pack({ person: '00101', employer: byFirm, employee: byAnna });
    writeFileSync(join(outside.folder, 'package.zip'), bytes);
    for (const [at, [, content]] of Object.entries(files).entries()) writeFileSync(join(outside.folder, `entry-${at}`), content);
    if (existsSync('/usr/bin/unzip'))
      expect(execFileSync('unzip', ['-t', join(outside.folder, 'package.zip')], { encoding: 'utf8' })).toContain('No errors');
    const verify = (at: number, who: string): string =>
      outside.openssl(
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', `entry-${at}`, '-content', 'entry-1'],
        ...['-CAfile', `${who}.pem`, '-purpose', 'any', '-out', 'verified'],
      );
    verify(2, 'firm');
    expect(
      createHash('sha256')
        .update(readFileSync(join(outside.folder, 'verified')))
        .digest('hex'),
    ).toBe(createHash('sha256').update(paper).digest('hex'));
    verify(3, 'anna');
    expect(() => verify(2, 'anna')).toThrow();
  });
});

const employer = (): Organisation => {
  const { organisation } = setting.workplace;
  if (!organisation) throw new Error('no employer');
  return organisation;
};
const of = (organisation: Organisation): Setting => ({ ...setting, workplace: { ...setting.workplace, organisation } });

describe('a package is refused', () => {
  it.each<[string, Wish]>([
    ['register-package-profile', { paper: 'contract-annex' }],
    ['register-package-kind', { paper: 'job-advert' }],
    ['register-package-not-signed', { person: '00101' }],
    ['register-package-needs-person', { snils: '112-233-445 95' }],
    ['register-package-snils', { person: '00102', snils: '112-233-445 96' }],
    ['register-package-not-theirs', { person: '00103' }],
    ['register-package-name', { person: '00104' }],
  ])('with %s', async (code, wish) => expect(await refused(pack(wish))).toBe(code));

  it('where a signature is none of this paper, or says too little', async () => {
    const other = outside.sign('firm', new TextEncoder().encode('another paper'));
    expect(await refused(pack({ employer: other }))).toBe('register-package-signature');
    expect(await refused(pack({ employer: outside.sign('firm', paper, ['-noattr']), signed: undefined as never }))).toBe('done');
    const noDay = outside.sign('anna', paper, ['-noattr']);
    const document = await documentMeant((await documents('job-description'))[0] ?? '', setting);
    const asked = { document, person: null, employer: { file: 'firm.sgn', bytes: noDay, option: '--employer-signed' }, employee: null };
    expect(await refused(packed(asked, setting, []))).toBe('register-package-no-day');
    expect(await refused(pack({ person: '00101', employer: byFirm, employee: byFirm }))).toBe('register-package-one-signature');
  });

  it('without a PDF, in another country, without the numbers of the employer, and when it is void', async () => {
    const asked = { person: null, employer: null, employee: null };
    for (const gone of ['documentFiles', 'filesAmong'] as const) {
      const bare = { ...setting, storage: { ...storage, read: { ...storage.read, [gone]: async () => [] } } };
      expect(await refused(pack({}, bare))).toBe('register-package-no-pdf');
    }
    const document = await documentMeant((await documents('job-description'))[0] ?? '', setting);
    expect(await refused(packed({ ...asked, document: { ...document, jurisdiction: 'nl' } }, setting, []))).toBe('register-package-no-law');
    expect(await refused(packed({ ...asked, document: { ...document, state: 'voided' } }, setting, []))).toBe(
      'register-package-not-in-force',
    );
    const { identifiers, ...nameless } = employer();
    expect(identifiers?.inn).toBe('7707083893');
    expect(await refused(pack({}, of(nameless)))).toBe('register-package-numbers');
  });

  it('where it is part of the contract, unless its kind is named', async () => {
    const annex = of({ ...employer(), documentForm: 'annex' });
    expect(await refused(pack({}, annex))).toBe('register-package-needs-code');
    const { code, codes } = await pack({ code: '10.001' }, annex);
    expect([code, codes]).toEqual(['10.001', ['register-package-no-employer']]);
    expect((await pack({ paper: 'job-advert', code: '12.999' })).code).toBe('12.999');
  });

  it('by nobody where it is only doubtful: a signature of GOST, a code of one’s own', async () => {
    const { codes, code, signers, files } = await pack({ employer: asGost(byFirm), code: '02.099' });
    expect(codes).toEqual(['register-package-code', 'register-package-unchecked']);
    expect([code, signers.employer, Object.keys(files).length]).toEqual(['02.099', 'ООО «Ромашка»', 3]);
  });
});

it('the command writes it, tells what is in it, and warns of what it could not check', async () => {
  hr.write('firm.sgn', asGost(byFirm));
  const [id] = await documents('job-description');
  const { code, out, err } = await hr.run(`package "${id}" 00102 --employer-signature firm.sgn --on 2026-12-02`);
  expect(code).toBe(0);
  expect(out).toContain('out/Должностная_инструкция_менеджера_по_продажам_1_Белов_00102.zip');
  expect(out).toContain('  wredc_data.xml');
  expect(out + err).toContain('работник: простая подпись по ссылке');
  expect(err).toContain('ГОСТ');
  const bytes = readFileSync(join(hr.folder, 'out/Должностная_инструкция_менеджера_по_продажам_1_Белов_00102.zip'));
  expect(xmlIn(unzipSync(bytes))).toContain('created="2026-12-02"');
});

it('the command refuses a day without a signature, and writes nothing over', async () => {
  const [id] = await documents('job-description');
  const alone = await hr.run(`package "${id}" --employer-signed 2026-12-01`);
  expect([alone.code, alone.err.includes('register-package-day-alone'), alone.err.includes('--employer-signature')]).toEqual([
    1,
    true,
    true,
  ]);
  const lines = [`package "${id}" --out twice`, `package "${id}" --out twice`, `package "${id}" --out twice --force`];
  const codes: number[] = [];
  for (const line of lines) codes.push((await hr.run(line)).code);
  expect(codes).toEqual([0, 1, 0]);
});

it('the API gives the same package to programs, with what is doubtful', async () => {
  const checks = openChecks(ownFolder);
  const [document = ''] = await documents('job-description');
  const { id: person } = await personMeant('00101', setting);
  const [firm64, anna64] = [byFirm, byAnna].map((bytes) => Buffer.from(bytes).toString('base64'));
  const asked = {
    ...{ person, employerSignature: firm64 ?? '', employerSigned: '2026-12-01', employeeSignature: anna64 ?? '' },
    ...{ employeeSigned: '2026-12-01', on: '2026-12-02', code: '02.099' },
  };
  expect(checks.fault('register#Packing', asked)).toBeNull();
  const answer = await packTask({ ...asked, document }, { setting } as Workshop);
  expect(checks.fault('register#Packed', answer)).toBeNull();
  const { content, problems, name } = answer as { content: string; problems: readonly { code: string }[]; name: string };
  const { bytes, name: called } = await pack({ person: '00101', employer: byFirm, employee: byAnna, code: '02.099' });
  expect([Buffer.from(content, 'base64').equals(bytes), name]).toEqual([true, called]);
  expect(problems.map(({ code }) => code)).toEqual(['register-package-code']);
  expect(await refused(packTask({ document, employeeSignature: anna64 ?? '' }, { setting } as Workshop))).toBe(
    'register-package-needs-person',
  );
});

it('numbers of the insurance are read with their check digits', () => {
  expect(snilsOf('11223344595')).toBe('112-233-445 95');
  expect(snilsOf('112-233-445 95')).toBe('112-233-445 95');
  expect(snilsOf('087-654-303 00')).toBe('087-654-303 00');
  expect(snilsOf('001-001-998 00')).toBe('001-001-998 00');
  for (const wrong of ['112-233-445 96', '1122334459', 'abc', '', '112233445950']) expect(snilsOf(wrong)).toBeNull();
});
