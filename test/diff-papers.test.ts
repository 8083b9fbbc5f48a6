/** Which changes of a role are seen in which papers, and how that is told. */
import { describe, expect, it, test } from 'vitest';
import type { Change, FieldChange, RoleDiff } from '../src/diff/change.js';
import type { ComparedPaper, Paper, Papers } from '../src/diff/paper.js';
import { papersSaid } from '../src/diff/papers-said.js';
import { diffRoles, languagesOf } from '../src/diff/roles.js';
import type { ChangeWording } from '../src/diff/wording.js';
import type { Locale } from '../src/document/document.js';
import { openLibrary } from '../src/shelf/library.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { openPapers } from '../src/desk/papers.js';
import type { PaperScope } from '../src/desk/papers.js';
import { createPress } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { inFull } from './long-form.js';
import { paperOrganisation, paperRole } from './paper-role.js';
import { signedKinds } from './own-kinds.js';

const brief = createPress(openLibrary(packageWorkspace()), () => {
  throw new Error('nothing is laid out here');
});
const press = inFull(brief);
const nameOf = ({ kind, jurisdiction, locale }: Paper): string => `${kind} ${jurisdiction} ${locale}`;
const scope: PaperScope = { organisation: null, locales: ['en'], jurisdictions: ['gb', 'us'], kinds: ['job-description'] };
const original = paperRole();

function compared(edit: (role: Role) => unknown, over: Partial<PaperScope> = {}, signed?: Locale): RoleDiff {
  const after = paperRole();
  edit(after);
  return diffRoles(original, after, openPapers(press, { ...scope, ...over }), signed ? { signed } : {});
}

/** `!moved sell-rest: job-description gb en` */
const told = ({ changes }: RoleDiff): string[] => changes.map(tell);
const tell = ({ kind, id, section, material, reason, papers }: Change): string =>
  `${material ? '!' : ''}${kind} ${id ?? section}: ${[...papers.map(nameOf), reason].filter((part) => part !== null).join(', ')}`;
const both = 'job-description gb en, job-description us en';

describe('a change is seen in the papers that would read otherwise without it', () => {
  test.each<[string, (role: Role) => unknown, string[]]>([
    [
      'a clause for one country',
      (role) => role.rights.push({ id: 'new', text: { ru: 'а', en: 'go', nl: 'c' }, jurisdictions: ['us'] }),
      ['!added new: job-description us en'],
    ],
    ['a clause that goes', (role) => role.rights.shift(), [`!removed ask-papers: ${both}`]],
    [
      'a group that goes with its duties',
      (role) => role.duties.pop(),
      [
        `!removed selling: ${both}`,
        `!removed sell-rest: ${both}`,
        `!removed sell-old: ${both}`,
        '!removed report-us: job-description us en',
      ],
    ],
    [
      'a group that comes with its duties',
      (role) =>
        role.duties.push({
          id: 'g',
          heading: { ru: 'а', en: 'x', nl: 'c' },
          duties: [{ id: 'd', text: { ru: 'а', en: 'y', nl: 'c' }, jurisdictions: ['gb'] }],
        }),
      ['!added g: job-description gb en', '!added d: job-description gb en'],
    ],
    ['a place in a list', (role) => role.rights.reverse(), [`!moved sign: ${both}`]],
    [
      'a place among posts, which have none',
      (role) => (role.posts = Object.fromEntries(Object.entries(role.posts).reverse())),
      ['moved clerk: order', 'moved head-of-purchasing: order'],
    ],
    [
      'another group',
      (role) => role.duties[0]!.duties.push(role.duties.at(-1)!.duties.pop()!),
      ['!moved report-us: job-description us en'],
    ],
    [
      'another group, in place of the old one',
      (role) => (role.duties[1]!.duties.push(...role.duties[0]!.duties), role.duties.shift()),
      [`!removed choosing: ${both}`, `!moved compare: ${both}`],
    ],
    ['a part that goes', (role) => (role.deputising = undefined as never), [`!removed deputising: ${both}`]],
    ['a post that nobody refers to', (role) => (role.posts.idle = { title: { ru: 'а', en: 'idler', nl: 'c' } }), ['added idle: metadata']],
    ['an id', (role) => (role.rights[0]!.id = 'ask'), ['renamed ask: metadata']],
    [
      'an id of a post',
      (role) => ((role.posts = { ...role.posts, keeper: role.posts.clerk! }), delete role.posts.clerk, (role.subordinates = ['keeper'])),
      ['renamed keeper: metadata'],
    ],
    [
      'a source and a version',
      (role) => ((role.version = '3.0.0'), (role.duties.at(-1)!.duties[0]!.source = 'book:13')),
      ['changed version: metadata', 'changed sell-rest: metadata'],
    ],
    ['a column of a table', (role) => role.tables![0]!.columns.pop(), [`!removed stock: ${both}`]],
    [
      'typography',
      (role) => (role.rights[0]!.text = { ...(role.rights[0]!.text as object), en: 'ask departments  for the details of their requests' }),
      ['reworded ask-papers: typography'],
    ],
    [
      'what only other papers print',
      (role) => (role.onboarding!.goal = { ru: 'б', en: 'work alone', nl: 'c' }),
      ['reworded onboarding: not-printed'],
    ],
    [
      'a new thing that only other papers print',
      (role) => role.onboarding!.stages[0]!.steps.push({ id: 's', text: { ru: 'а', en: 'b', nl: 'c' }, owner: 'hr', due: { day: 1 } }),
      ['added s: not-printed'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(told(compared(edit))).toEqual(expected);
  });

  it('field by field', () => {
    const { changes } = compared(
      (role) =>
        Object.assign(role.duties.at(-1)!.duties[0]!, {
          openEnded: true,
          source: 'book:14',
          text: { ru: 'а', en: 'sell all', nl: 'c' },
          marginal: false,
        }),
      { locales: ['en', 'ru'] },
    );
    const fields = ({ field, language, material, reason }: FieldChange): string =>
      `${material ? '!' : ''}${field} ${language ?? '-'} ${reason ?? ''}`.trim();
    expect(changes[0]?.fields.map(fields)).toEqual([
      '!text ru',
      '!text en',
      'text nl not-printed',
      'source - metadata',
      'openEnded - not-printed',
      '!marginal -',
    ]);
    expect(changes[0]?.papers.map(nameOf)).toEqual([
      'job-description gb en',
      'job-description gb ru',
      'job-description us en',
      'job-description us ru',
    ]);
  });

  it('for the fields of something new, as for the whole', () => {
    const { changes } = compared(
      (role) => role.rights.push({ id: 'new', text: { ru: 'а', en: 'go', nl: 'c' }, source: 'book:1' }),
      {},
      'en',
    );
    expect(changes[0]?.fields.map(({ field, language, material, reason }) => [field, language ?? null, material, reason])).toEqual([
      ['text', 'ru', false, 'translation'],
      ['text', 'en', true, null],
      ['text', 'nl', false, 'translation'],
      ['source', null, false, 'metadata'],
    ]);
  });
});

describe('a post by another id', () => {
  const rename = (role: Role): void => {
    role.posts = { 'head-of-purchasing': role.posts['head-of-purchasing']!, clerk: role.posts.clerk!, chief: role.posts.director! };
    const text = JSON.stringify(role).replaceAll('"director"', '"chief"');
    const { title } = role.posts.chief!;
    Object.assign(role, JSON.parse(text));
    // The post has the word as its title too.
    role.posts.chief = { ...role.posts.chief!, title };
  };

  it('is another post where the organisation calls it otherwise', () => {
    expect(told(compared(rename))).toContain('renamed chief: metadata');
    expect(told(compared(rename, { organisation: paperOrganisation() }))).toContain(`!renamed chief: ${both}`);
    const same: Organisation = {
      ...paperOrganisation(),
      posts: { ...paperOrganisation().posts, chief: paperOrganisation().posts!.director! },
    };
    expect(told(compared(rename, { organisation: same }))).toContain('renamed chief: metadata');
  });
});

describe('what was signed', () => {
  const english = (role: Role): unknown => (role.rights[0]!.text = { ...(role.rights[0]!.text as object), en: 'ask' });

  it('is a language', () => {
    expect(told(compared(english, { locales: ['en', 'ru'] }, 'ru'))).toEqual(['reworded ask-papers: translation']);
    expect(compared(english, { locales: ['en', 'ru'] }, 'ru').material).toBe(false);
    expect(compared(english, { locales: ['en', 'ru'] }, 'en').material).toBe(true);
  });

  it('is no paper that people do not sign', () => {
    const found = compared((role) => (role.onboarding!.mentor!.records = []), { kinds: ['onboarding-plan-manager'] });
    expect(found.papers.map(({ kind, jurisdiction, signed, changed }) => [kind, jurisdiction, signed, changed])).toEqual([
      ['onboarding-plan-manager', 'gb', false, true],
      ['onboarding-plan-manager', 'us', false, true],
    ]);
    expect([found.material, told(found)]).toEqual([false, ['removed log: not-printed']]);
  });

  it('is told with both fingerprints, and nothing of papers that neither role has', () => {
    const [paper, ...others] = compared(english, { jurisdictions: ['gb'] }).papers;
    expect(others).toEqual([]);
    expect(paper).toEqual({
      kind: 'job-description',
      jurisdiction: 'gb',
      locale: 'en',
      signed: true,
      changed: true,
      before: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      after: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(paper?.before).not.toBe(paper?.after);
    const bare = paperRole();
    delete bare.kpis;
    const papers = openPapers(press, { ...scope, jurisdictions: ['gb'], kinds: ['kpi-scorecard'] });
    expect(diffRoles(bare, bare, papers).papers).toEqual([]);
    expect(diffRoles(bare, original, papers).papers.map(({ before, changed }) => [before, changed])).toEqual([[null, true]]);
  });

  it('are the languages that both roles have', () => {
    const russian = { ...paperRole(), languages: ['ru'] as Locale[] };
    expect(languagesOf(original, russian)).toEqual(['ru']);
    expect(languagesOf({ ...original, languages: ['en'] }, russian)).toEqual(['en', 'ru']);
    const papers = openPapers(press, { ...scope, locales: ['ru', 'en'], jurisdictions: ['gb'] });
    expect(diffRoles(original, russian, papers).papers.map(({ locale }) => locale)).toEqual(['ru']);
  });
});

describe('papers that were made up', () => {
  /** One paper in English, which says what `read` finds in a role. */
  const paper = (read: (role: Role) => string | null): Papers & { asked: number } => {
    const own = {
      list: [{ kind: 'job-description', jurisdiction: 'gb' as const, locale: 'en' as const }],
      isSigned: () => true,
      entries: () => new Set<string>(),
      asked: 0,
      fingerprint(role: Role) {
        own.asked += 1;
        return read(role);
      },
    };
    return own;
  };
  const after = paperRole();
  after.kpis![0]!.weight = 55;
  after.grade = { level: 'eight' };
  after.version = '1.1.0';

  it('may show two changes only together: then neither is harmless', () => {
    const either = paper((role) => (role.kpis![0]!.weight === 55 || role.grade?.scheme === undefined ? 'new' : 'old'));
    const found = diffRoles(original, after, either);
    expect(found.changes.map(({ section, material, reason, papers }) => [section, material, reason, papers.length])).toEqual([
      ['version', false, 'metadata', 0],
      ['grade', true, null, 1],
      ['kpis', true, null, 1],
    ]);
  });

  it('may be ones that cannot be made without a change: then it is seen', () => {
    const whole = paper((role) => {
      if (role.kpis![0]!.weight === 60 && role.version === '1.1.0') throw new Error('no such paper');
      return role.version;
    });
    expect(diffRoles(original, after, whole).changes.map(({ section, material }) => [section, material])).toEqual([
      ['version', false],
      ['grade', false],
      ['kpis', true],
    ]);
  });

  it('are not read for what no paper can say, nor where they are the same', () => {
    const still = paper(() => 'same');
    diffRoles(original, after, still);
    expect(still.asked).toBe(2);
    const versions = paper((role) => role.version);
    diffRoles(original, { ...paperRole(), version: '1.1.0' }, versions);
    expect(versions.asked).toBe(2);
  });

  describe('are read no more often than it takes', () => {
    const asked = (edit: (role: Role) => unknown, read: (role: Role) => string, ids: readonly string[] = []): [number, string[]] => {
      const changed = paperRole();
      edit(changed);
      const own = { ...paper(read), entries: () => new Set(ids) };
      let count = 0;
      const { changes } = diffRoles(original, changed, {
        ...own,
        fingerprint: (role, one) => {
          count += 1;
          return own.fingerprint(role, one);
        },
      });
      return [count, changes.map(tell)];
    };
    const seen = 'job-description gb en';
    const right = (role: Role): string => JSON.stringify(role.rights);
    const english = (role: Role, words: string): unknown => (role.rights[0]!.text = { ...(role.rights[0]!.text as object), en: words });

    test.each<[string, (role: Role) => unknown, (role: Role) => string, string[], [number, string[]]]>([
      ['roles that say the same', () => null, right, [], [1, []]],
      [
        'an entry with a place of its own that goes',
        (role) => role.rights.shift(),
        right,
        ['ask-papers'],
        [2, [`!removed ask-papers: ${seen}`]],
      ],
      ['an entry without one', (role) => role.rights.shift(), right, [], [3, [`!removed ask-papers: ${seen}`]]],
      ['the text of an entry with a place', (role) => english(role, 'ask'), right, ['ask-papers'], [2, [`!reworded ask-papers: ${seen}`]]],
      [
        'the look of its text',
        (role) => english(role, 'ask departments for the details of their requests…'.replace('…', ' ')),
        (role) => role.rights.length + String(role.version),
        ['ask-papers'],
        [2, ['reworded ask-papers: typography']],
      ],
      [
        'another field of it',
        (role) => (role.rights[1]!.limits = { ru: 'до 10 тысяч', en: 'up to twelve', nl: 'tot tien' }),
        right,
        ['sign'],
        [3, [`!changed sign: ${seen}`]],
      ],
      [
        'a post that is called as an entry',
        (role) => (role.posts.sign = { title: { ru: 'а', en: 'b', nl: 'c' } }),
        (role) => JSON.stringify(role.posts),
        ['sign'],
        [3, [`!added sign: ${seen}`]],
      ],
      [
        'a column that is called as an entry',
        (role) => role.tables![0]!.columns.push({ id: 'sign', title: { ru: 'а', en: 'b', nl: 'c' } }),
        (role) => JSON.stringify(role.tables),
        ['sign'],
        [3, [`!added sign: ${seen}`]],
      ],
      [
        'three changes that it does not show',
        (role) => (Object.assign(role.grade!, { level: 'x' }), role.knowledge.push(...['a', 'b', 'c'].map((id) => ({ id, text: id })))),
        (role) => JSON.stringify(role.grade),
        [],
        [4, [`!changed grade: ${seen}`, 'added a: not-printed', 'added b: not-printed', 'added c: not-printed']],
      ],
      [
        'two that it does not show',
        (role) => (Object.assign(role.grade!, { level: 'x' }), role.knowledge.push(...['a', 'b'].map((id) => ({ id, text: id })))),
        (role) => JSON.stringify(role.grade),
        [],
        [5, [`!changed grade: ${seen}`, 'added a: not-printed', 'added b: not-printed']],
      ],
    ])('%s', (_, edit, read, ids, expected) => {
      expect(asked(edit, read, ids)).toEqual(expected);
    });
  });

  it('that cannot be made at all are refused', () => {
    const broken = paper(() => {
      throw new Error('no phrase');
    });
    expect(() => diffRoles(original, after, broken)).toThrow('no phrase');
  });
});

describe('which papers to sign', () => {
  const wording = {
    say: (key: string, values: Record<string, unknown> = {}) =>
      key.startsWith('language.') ? key.slice(9) : `${key}[${Object.values(values).join('|')}]`,
    names: { kind: (id: string) => id, country: (id: string) => id.toUpperCase() },
  } as unknown as ChangeWording;
  const said = (
    papers: [string, 'gb' | 'us' | 'nl', Locale, string | null, string | null, boolean?][],
    signed: Locale | null = null,
  ): string[] =>
    papersSaid(
      {
        signed,
        papers: papers.map(
          ([kind, jurisdiction, locale, before, after, isSigned = true]): ComparedPaper => ({
            kind,
            jurisdiction,
            locale,
            before,
            after,
            signed: isSigned,
            changed: before !== after,
          }),
        ),
      } as unknown as RoleDiff,
      wording,
    );

  test.each<[string, Parameters<typeof said>[0], string[]]>([
    ['none', [['a', 'gb', 'en', '1', '1']], []],
    [
      'all of a kind',
      [
        ['a', 'gb', 'en', '1', '2'],
        ['a', 'us', 'en', '1', '2'],
        ['b', 'gb', 'en', '1', '1'],
      ],
      ['summary.again[a]'],
    ],
    [
      'two kinds',
      [
        ['a', 'gb', 'en', '1', '2'],
        ['b', 'gb', 'en', '1', '2'],
      ],
      ['summary.again[a; b]'],
    ],
    [
      'a language',
      [
        ['a', 'gb', 'en', '1', '2'],
        ['a', 'us', 'en', '1', '2'],
        ['a', 'gb', 'nl', '1', '1'],
      ],
      ['summary.again[summary.of[a|en]]'],
    ],
    [
      'a country',
      [
        ['a', 'gb', 'en', '1', '2'],
        ['a', 'gb', 'nl', '1', '2'],
        ['a', 'us', 'en', '1', '1'],
        ['a', 'us', 'nl', '1', '1'],
      ],
      ['summary.again[summary.of[a|GB]]'],
    ],
    [
      'countries and languages',
      [
        ['a', 'gb', 'en', '1', '2'],
        ['a', 'gb', 'nl', '1', '1'],
        ['a', 'us', 'en', '1', '1'],
        ['a', 'us', 'nl', '1', '2'],
      ],
      ['summary.again[summary.of[a|summary.where[GB|en]; summary.where[US|nl]]]'],
    ],
    [
      'new and withdrawn ones',
      [
        ['a', 'gb', 'en', null, '2'],
        ['b', 'gb', 'en', '1', null],
      ],
      ['summary.new[a]', 'summary.gone[b]'],
    ],
    ['none that people do not sign', [['a', 'gb', 'en', '1', '2', false]], []],
  ])('%s', (_, papers, expected) => {
    expect(said(papers)).toEqual(expected);
  });

  it('only those of the language that was signed', () => {
    const papers: Parameters<typeof said>[0] = [
      ['a', 'gb', 'en', '1', '2'],
      ['a', 'gb', 'nl', '1', '2'],
    ];
    expect(said(papers, 'nl')).toEqual(['summary.again[a]']);
    expect(said([papers[0]!], 'nl')).toEqual([]);
  });

  it('are of kinds that the library knows', () => {
    expect(signedKinds).toEqual(['job-description', 'worker-instruction', 'role-handbook', 'onboarding-checklist', 'kpi-scorecard']);
  });
});
