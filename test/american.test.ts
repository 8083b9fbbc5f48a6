/** English papers under American law are in American English, whatever the texts of a role were written in. */
import { createHunspellFromStrings } from 'hunspell-wasm';
import british from 'dictionary-en-gb';
import americanDictionary from 'dictionary-en';
import { describe, expect, it } from 'vitest';
import { createAmerican } from '../src/language/american.js';
import type { AmericanWords } from '../src/language/american.js';
import { phraseProblems, valuesIn } from '../src/language/phrase-check.js';
import { listRoles } from '../src/role/library.js';
import { checkRole, readRole } from '../src/role/read.js';
import { isIn, lackingFor } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import type { PhraseGroup, Words } from '../src/shelf/phrase-file.js';
import { ownData } from '../src/read/own-data.js';
import { createPress } from '../src/press/press.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { lintExample, rules } from './lint-sample.js';
import { roleWith } from './sample-role.js';
import { some } from './every.js';

const shelf = packageWorkspace();
const list = ownData(shelf, 'locales/american.yaml') as AmericanWords;
const words = { ...list.spelling, ...list.words };
const american = createAmerican(list);

describe('American spelling', () => {
  it('takes whole words in any of their forms and keeps capitals', () => {
    expect(american('Organise the programme; enquiries were summarised in LABOUR-law judgements')).toBe(
      'Organize the program; inquiries were summarized in LABOR-law judgments',
    );
  });

  it.each([
    'advise, exercise, supervise, enterprise, dialogue, analyses, practice, promise, rise, otherwise',
    'the International Labour Organisation and the Organisation of Working Time Act',
    'see https://example.com/programme, enquiry@labour.example and organisation.yaml',
    'up to {labour-limit}',
    'programmer, colourfast, metrication',
    'run the program, program me for the demo, practice and license',
    'a practice, a license, a meter, a tire, a story, a check',
    'Health Centre Ltd, the Theatre Royal and the Labour Party',
    'Centre Parcs',
    'Harbour & Hill Trading',
    'Labour of Love Records',
    'the “Organisation of Working Time Act 1997”',
    'spelt flour, a CV joint, a holiday, a diary, redundancy of servers',
    'report to the Line Manager of the Year jury',
  ])('leaves alone: %s', (text) => expect(american(text)).toBe(text));

  it('has other words where nothing hangs on their sense', () => {
    expect(american('Line managers keep the rota; 5 per cent of the payslips show no postcode')).toBe(
      'Supervisors keep the schedule; 5 percent of the pay stubs show no ZIP code',
    );
  });

  it('tells a sentence from a name by what follows', () => {
    expect(american('Organise Monday meetings. Labour costs fall. Fulfil Christmas orders')).toBe(
      'Organize Monday meetings. Labor costs fall. Fulfill Christmas orders',
    );
  });

  it('keeps the article before another word', () => {
    const sound = (word: string): boolean => /^[aeio]/u.test(word);
    expect(Object.entries(list.words).filter(([word, other]) => sound(word) !== sound(other))).toEqual([]);
  });

  it('pairs a word of the British dictionary alone with one of the American', async () => {
    const decoder = new TextDecoder();
    const open = ({ aff, dic }: typeof british) => createHunspellFromStrings(decoder.decode(aff), decoder.decode(dic));
    const [gb, us] = await Promise.all([open(british), open(americanDictionary)]);
    // The dictionaries are a few words short.
    const unknown = /^(?:annual|anonym|depriorit|digital|incentiv|pallet|personal|pseudonym|repriorit|strateg|underutil)is|^whilst$/;
    const wrong = Object.entries(list.spelling).filter(
      ([word, other]) => !unknown.test(word) && (!gb.testSpelling(word) || us.testSpelling(word) || !us.testSpelling(other)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('American phrases', () => {
  const phrasesOf = (file: string) => (ownData(shelf, file) as Words).phrases;

  it('stand for phrases that there are, with values that those have', () => {
    const faults = (theirs: PhraseGroup, ours: PhraseGroup | undefined, path: string): string[] =>
      Object.entries(theirs).flatMap(([key, phrase]) => {
        const own = ours?.[key];
        if (typeof phrase !== 'string') return faults(phrase, typeof own === 'object' ? own : undefined, `${path}${key}.`);
        return typeof own === 'string' && phraseProblems(phrase, 'en', new Set(valuesIn(own))).length === 0 ? [] : [path + key];
      });
    expect(faults(phrasesOf('locales/en-US.yaml'), phrasesOf('locales/en.yaml'), '')).toEqual([]);
  });

  it('are for American law alone', () => {
    const library = openLibrary(shelf);
    expect(library.phrases('en', 'en-US')('actor.manager')).toBe('supervisor');
    expect(library.phrases('en', 'en-GB')('actor.manager')).toBe('manager');
    expect(library.phrases('en', 'en-US')('duties.lead', { title: 'x' })).toBe(library.phrases('en')('duties.lead', { title: 'x' }));
  });
});

describe('papers under American law', () => {
  const press = createPress(openLibrary(shelf), () => {
    throw new Error('no page is made here');
  });
  const kinds = press.library.kinds();

  /** Every text of a paper; ids are none. */
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, one]) => (/^(?:id|name|kind|type|at|src|align)$/.test(key) ? [] : textsIn(one)))
        : [];

  it.each(['us', 'gb'] as const)('our own words are in the English of the country: %s', (jurisdiction) => {
    const { role } = checkRole(roleWith({ language: 'en' }), 'sample.yaml');
    if (!role) throw new Error('the sample is not valid');
    const texts = kinds
      .filter((kind) => isIn(kind, jurisdiction) && lackingFor(kind, role) === null)
      .flatMap(({ id }) =>
        (['brief', 'full'] as const).flatMap((detail) =>
          textsIn(press.blank({ role, kind: id, locale: 'en', jurisdiction, organisation: null, detail }).blocks),
        ),
      );
    expect(texts.length).toBeGreaterThan(300);
    const { findings } = lintExample(
      { language: 'en', jurisdiction, section: 'knowledge', text: [...new Set(texts)].join('; ') },
      { rules: rules.filter(({ data }) => data.id === 'english-variant') },
    );
    expect(findings.map(({ diagnostic }) => diagnostic.args.words)).toEqual([]);
  });

  it.each(some(listRoles(shelf)).map(({ id, path }) => [id, path]))('%s: no word of the British list', (_, path) => {
    const { role } = readRole(shelf, path, shelf);
    if (!role) throw new Error(`${path} is not valid`);
    const left = kinds
      .filter((kind) => lackingFor(kind, role) === null && isIn(kind, 'us'))
      .flatMap(({ id }) =>
        textsIn(press.blank({ role, kind: id, locale: 'en', jurisdiction: 'us', organisation: null, detail: 'full' }).blocks).flatMap(
          (text) => [...text.matchAll(/\p{L}+/gu)].map(([word]) => word.toLowerCase()).filter((word) => Object.hasOwn(words, word)),
        ),
      );
    expect([...new Set(left)]).toEqual([]);
  });
});
