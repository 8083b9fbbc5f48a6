/** The pages on the states of the register, written from the state machine and its words. */
import { guards } from '../src/life/guards.js';
import { things } from '../src/life/ids.js';
import type { Thing } from '../src/life/ids.js';
import { generalCodes } from '../src/life/may.js';
import { standings } from '../src/life/standing.js';
import { allTransitions, isFinal, states } from '../src/life/transitions.js';
import type { AnyTransition, State } from '../src/life/transitions.js';
import { wordsIn } from './life-words.js';
import type { Language } from './life-words.js';

/** The file of a page, beside the guides. */
export const pageName = (language: Language): string => `register-states${language === 'en' ? '' : `.${language}`}.md`;

/** Those whose life is worth a drawing. */
const drawn: readonly Thing[] = ['proposal', 'document', 'request'];

export function statesPage(language: Language): string {
  const { things: thingNames, page, standings: standingNames, codes } = wordsIn(language);
  const rows = (lines: readonly (readonly string[])[]): string[] => lines.map((cells) => `| ${cells.map(cell).join(' | ')} |`);
  const table = (head: readonly string[], lines: readonly (readonly string[])[]): string[] => [
    ...rows([head, head.map(() => '---')]),
    ...rows(lines),
  ];
  return [
    `<!-- ${page.written} -->`,
    `# ${page.title}`,
    '',
    page.intro,
    '',
    page.other,
    ...things.flatMap((thing) => [
      '',
      `## ${capital(thingNames[thing])}`,
      '',
      ...(drawn.includes(thing) ? [...drawing(thing, language), ''] : []),
      ...table(
        [page.event, page.from, page.to, page.who, page.against],
        allTransitions.filter((one) => one.thing === thing).map((one) => transitionRow(one, language)),
      ),
      ...finals(thing, language),
    ]),
    '',
    `## ${page.standings}`,
    '',
    ...table(
      [page.standing, page.meaning],
      standings.map((one) => [`**${standingNames[one]}** (\`${one}\`)`, page.meanings[one]]),
    ),
    '',
    page.overdue,
    '',
    `## ${page.codes}`,
    '',
    ...table(
      [page.code, page.wrong, page.remedy],
      Object.entries(codes).map(([code, { message, hint }]) => [`<a id="${code}"></a>\`${code}\``, plain(message), plain(hint)]),
    ),
    '',
  ].join('\n');
}

function transitionRow({ thing, kind, from, to, by }: AnyTransition, language: Language): string[] {
  const { kinds, doers } = wordsIn(language);
  const against = Object.keys(guards[kind] ?? {}).map((code) => `[\`${code}\`](#${code})`);
  return [
    `${kinds[kind]} (\`${kind}\`)`,
    from.map((state) => stateName(thing, state, language)).join('; '),
    stateName(thing, to, language),
    by.map((one) => doers[one]).join(', '),
    against.join(', '),
  ];
}

function finals(thing: Thing, language: Language): string[] {
  const { page } = wordsIn(language);
  const last = states[thing].filter((state) => isFinal(thing, state)).map((state) => stateName(thing, state, language));
  return last.length === 0 ? [] : ['', page.final.replace('{states}', last.join('; '))];
}

function drawing(thing: Thing, language: Language): string[] {
  const { kinds } = wordsIn(language);
  const names = states[thing].map((state) => `  state "${stateName(thing, state, language)}" as ${idOf(state)}`);
  const own = allTransitions.filter((one) => one.thing === thing);
  const arrows = own.flatMap(({ from, to, kind }) =>
    from.map((state) => `  ${state === 'nothing' ? '[*]' : idOf(state)} --> ${idOf(to)}: ${kinds[kind]}`),
  );
  const ends = states[thing].filter((state) => isFinal(thing, state)).map((state) => `  ${idOf(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...names, ...arrows, ...ends, '```'];
}

const idOf = (state: string): string => state.replaceAll('-', '_');

function stateName(thing: Thing, state: string, language: Language): string {
  const { states: names, same, page } = wordsIn(language);
  if (state === 'nothing') return page.begin;
  return state === 'same' ? same : (names[thing] as Readonly<Record<State, string>>)[state as State];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** ICU choices shown by their parts, as in the list of diagnostics. */
const plain = (phrase: string): string =>
  phrase
    .replace(/\{(\w+), (?:select|plural), /g, '{$1: ')
    .replace(/\s+/g, ' ')
    .trim();

/** All codes that a table names, which have a line below it. */
export const namedCodes = (): readonly string[] => [...generalCodes, ...Object.values(guards).flatMap((own) => Object.keys(own))];
