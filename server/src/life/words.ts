/** What states, events and refusals are called in a language: `locales/register.*.yaml`, as data. */
import { formatDate } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Kind, Method } from './events.js';
import type { Thing } from './ids.js';
import type { Denial } from './may.js';
import type { Standing } from './standing.js';
import { allTransitions } from './transitions.js';
import type { Doer, State } from './transitions.js';

export interface LifeWords {
  readonly things: Readonly<Record<Thing, string>>;
  readonly states: { readonly [T in Thing]: Readonly<Record<State<T>, string>> };
  /** In place of a state, where there is nothing. */
  readonly nothing: string;
  /** In place of a state that stays. */
  readonly same: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly doers: Readonly<Record<Doer, string>>;
  readonly methods: Readonly<Record<Method, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
  /** ICU phrases by code, as in the catalogues of the root. */
  readonly codes: Readonly<Record<string, { readonly message: string; readonly hint: string }>>;
}

/** A day as it is written in a language; in figures in Russian, where «г.» would stand before the full stop of a sentence. */
export const dayInWords = (day: string, language: Locale): string => formatDate(day, language, language === 'ru' ? 'numeric' : 'long');

/**
 * A refusal with what its phrases need: what the facts are called in the language (`{stateName}`, `{kindName}` …), days as they are
 * written there, and `none` for what is not known. Facts of states are those of a document where they do not say of what.
 */
export function inWords({ code, facts }: Denial, words: LifeWords, language: Locale): Denial {
  const thing = String(facts['thing'] ?? 'document');
  const named = Object.entries(facts).flatMap(([name, value]): [string, string | number][] => [
    [name, shown(value, language)],
    ...nameOf(name, String(value), thing, words),
  ]);
  return { code, facts: Object.fromEntries(named) };
}

function nameOf(name: string, value: string, thing: string, words: LifeWords): [string, string][] {
  switch (name) {
    case 'thing':
      return [['thingName', wordIn(words.things, value)]];
    case 'state':
      return [['stateName', value === 'nothing' ? words.nothing : wordIn(words.states[thing as Thing], value)]];
    case 'kind':
      return [
        ['kindName', wordIn(words.kinds, value)],
        [
          'fromNames',
          (allTransitions.find(({ kind }) => kind === value)?.from ?? [])
            .map((one) => (one === 'nothing' ? words.nothing : wordIn(words.states[thing as Thing], one)))
            .join(', '),
        ],
      ];
    case 'method':
      return [['methodName', wordIn(words.methods, value)]];
    case 'methods':
      return [
        [
          'methodNames',
          value
            .split(', ')
            .map((one) => wordIn(words.methods, one))
            .join(', '),
        ],
      ];
    default:
      return [];
  }
}

/** A word of the catalogue; the id itself where it has none. */
const wordIn = (list: Readonly<Record<string, string>>, id: string): string => (Object.hasOwn(list, id) ? (list[id] ?? id) : id);

function shown(value: string | number, language: Locale): string | number {
  if (value === '') return 'none';
  if (typeof value === 'number' || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  return dayInWords(value, language);
}
