/** Our own papers, printed to Word and read back: each clause in its section and order, with its number, and no text lost. `FULL=1` takes all roles. */
import { stringify } from 'yaml';
import { expect, it } from 'vitest';
import type { Document } from '../src/document/document.js';
import { plainText, walk } from '../src/document/reading.js';
import { understand } from '../src/import/understand.js';
import { readWord } from '../src/ooxml/word/read-word.js';
import { createPress } from '../src/press/press.js';
import { checkRole, listRoles, readRole } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { fonts } from './paper.js';
import { importWords as words } from './import-words.js';

const shelf = packageWorkspace();
const press = createPress(openLibrary(shelf), () => fonts);
const all = listRoles(shelf).map(({ path }) => path);
const roles = process.env.FULL === undefined ? all.filter((path) => path.endsWith('/office-manager.yaml')) : all;
const papers = (['ru', 'nl', 'gb', 'us'] as const).flatMap((jurisdiction) =>
  (['brief', 'full'] as const).map((detail) => ({ jurisdiction, detail })),
);

/** Words without their endings: a verb in another form is the same clause. */
const plain = (text: string): string =>
  ` ${(
    text
      .replace(/\{[^}]*\}/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) =>
      word
        .replace(/ies$/, 'y')
        .replace(/sses$/, 'ss')
        .replace(/(?<=.[^s])s$/, '')
        .replace(/(?<=..)e$/, '')
        .replace(/y$/, 'i'),
    )
    .join(' ')} `;

const said = (text: unknown, tag: string): string | null =>
  typeof text === 'string' ? text : ((text as Record<string, string> | undefined)?.[tag] ?? (tag === 'en-US' ? said(text, 'en') : null));

/** The clauses of each section, in order. Wishes and conditions of a person specification are one section with its criteria. */
function clausesOf(role: Role, tag: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (section: string, texts: readonly unknown[]): void => {
    found.set(section, [...(found.get(section) ?? []), ...texts.map((one) => said(one, tag)).filter((one): one is string => one !== null)]);
  };
  add('purpose', [role.purpose, role.summary]);
  add(
    'guidedBy',
    (role.guidedBy ?? []).map(({ text }) => text),
  );
  const { skills = [], extra = [], qualities = [] } = role.requirements;
  add(
    'requirements',
    [...skills, ...extra, ...qualities, ...role.knowledge, ...(role.criteria ?? [])].map(({ text }) => text),
  );
  add(
    'duties',
    role.duties.flatMap((area) => [
      area.heading,
      area.goal,
      area.essence,
      ...area.duties.map(({ text }) => text),
      area.result,
      area.measure,
    ]),
  );
  add(
    'rights',
    role.rights.map(({ text }) => text),
  );
  add(
    'limits',
    (role.limits ?? []).flatMap(({ topic, decides, refers }) => [topic, decides, refers]),
  );
  add(
    'responsibility',
    role.responsibility.map(({ text }) => text),
  );
  add(
    'relations',
    (role.relations ?? []).flatMap(({ party, purpose, nature }) => [party, purpose, nature]),
  );
  add(
    'conditions',
    (role.conditions ?? []).map(({ text }) => text),
  );
  add(
    'physicalDemands',
    (role.physicalDemands ?? []).map(({ text }) => text),
  );
  add(
    'kpis',
    (role.kpis ?? []).map(({ name }) => name),
  );
  add(
    'procedures',
    (role.procedures ?? []).flatMap(({ title, steps }) => [title, ...steps.map(({ text }) => text)]),
  );
  return found;
}

/** Sections that the role keeps in one list, so that they have an order. */
const isOneList = (section: string): boolean => section !== 'purpose' && section !== 'requirements';

/** Texts that stand once on the paper, in its order: a brief paper prints first what is most important. */
const inOrderOf = (printed: string, texts: ReadonlySet<string>): string[] =>
  [...texts]
    .filter((text) => text.length >= 24 && printed.includes(text) && printed.indexOf(text) === printed.lastIndexOf(text))
    .sort((one, other) => printed.indexOf(one) - printed.indexOf(other));

/** The numbers of clauses whose words stand once on the paper, by these words. */
function numbersOf({ blocks }: Document): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const block of walk(blocks)) {
    if (block.type !== 'clause') continue;
    const text = plain(plainText(block.content));
    if (found.has(text)) twice.add(text);
    found.set(text, block.number.replace(/[.)]$/, ''));
  }
  for (const text of twice) found.delete(text);
  return found;
}

it.each(papers.filter((_, at) => process.env.FULL !== undefined || at % 3 === 0))(
  'finds 99 clauses of 100 where they were, in their order and with their numbers: $jurisdiction $detail',
  async ({ jurisdiction, detail }) => {
    const locale = jurisdiction === 'ru' || jurisdiction === 'nl' ? jurisdiction : 'en';
    const tag = jurisdiction === 'us' ? 'en-US' : locale;
    let [right, counted, steps, rising, numbered, numbers] = [0, 0, 0, 0, 0, 0];
    const astray: string[] = [];
    for (const path of roles) {
      const { role } = readRole(shelf, path, shelf);
      if (!role) throw new Error(path);
      const paper = press.blank({ role, kind: 'job-description', locale, jurisdiction, organisation: null, detail });
      const read = readWord((await press.print(paper, 'docx')).bytes);
      const { draft, report, language } = understand(read, { words, fileName: path });
      expect(language).toBe(locale);
      expect(checkRole(stringify(draft), path).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { text, parts } of report.entries) expect(parts.map((part) => part.text).join(''), path).toBe(text);
      for (const [text, number] of numbersOf(paper)) {
        const entry = report.entries.find((one) => plain(one.text) === text);
        if (!entry) continue;
        numbered++;
        if (entry.number.replace(/[.)]$/, '') === number) numbers++;
        else astray.push(`${path} ${number}, not ${entry.number}: ${text}`);
      }
      const printed = plain(read.pieces.map((piece) => (piece.kind === 'paragraph' ? piece.text : '')).join('\n'));
      const posts = new Set(Object.values(role.posts).map(({ title }) => plain(said(title, tag) ?? '')));
      const isOfPosts = (section: string, text: string): boolean =>
        posts.has(text) || (section === 'relations' && [...posts].some((post) => text.includes(post)));
      const [before, after] = [clausesOf(role, tag), clausesOf(draft, locale)];
      const elsewhere = (section: string, text: string): boolean =>
        [...before].some(([other, texts]) => other !== section && texts.some((one) => plain(one).includes(text)));
      for (const [section, texts] of before) {
        const now = plain((after.get(section) ?? []).join(' '));
        if (isOneList(section)) {
          const places = inOrderOf(printed, new Set(texts.map(plain))).map((text) => now.indexOf(text));
          const found = places.filter((at) => at >= 0);
          steps += Math.max(0, found.length - 1);
          rising += found.filter((at, index) => index > 0 && at > (found[index - 1] ?? 0)).length;
        }
        for (const text of new Set(texts.map(plain))) {
          // Short words stand on the page for other reasons too; a post may be named as a superior.
          if (text.length < 12 || isOfPosts(section, text) || !printed.includes(text)) continue;
          const isThere = now.includes(text);
          if (!isThere && elsewhere(section, text)) continue;
          counted++;
          if (isThere) right++;
          else astray.push(`${path} ${section}: ${text}`);
        }
      }
    }
    expect(counted).toBeGreaterThan(40 * roles.length);
    expect(steps).toBeGreaterThan(15 * roles.length);
    expect(rising / steps).toBeGreaterThanOrEqual(0.99);
    // American descriptions have no numbers, British ones few.
    if (jurisdiction === 'ru' || jurisdiction === 'nl') expect(numbered).toBeGreaterThan(5 * roles.length);
    expect(numbers, astray.join('\n')).toBeGreaterThanOrEqual(0.99 * numbered);
    expect(right / counted, astray.join('\n')).toBeGreaterThanOrEqual(0.99);
  },
);
