/** Which lists of a role hold clauses, and by which words one is known. */
import type { Role } from '../role/role.generated.js';

export interface Entry {
  readonly id: string;
  readonly jurisdictions?: readonly string[] | undefined;
}

/** A list of entries with the words by which one is known. */
export interface ClauseList {
  /** As a change names it. */
  readonly name: string;
  /** The key of those words. */
  readonly words: 'text' | 'name' | 'party' | 'topic';
  /** Keys that may say something else of the same entry; what the file does not say stays. */
  readonly also?: readonly string[];
  of(role: Role): readonly Entry[] | undefined;
}

/** All but the duties, which stand in groups. */
export const clauseLists: readonly ClauseList[] = [
  { name: 'guidedBy', words: 'text', of: ({ guidedBy }) => guidedBy },
  { name: 'requirements.skills', words: 'text', of: ({ requirements }) => requirements.skills },
  { name: 'requirements.extra', words: 'text', of: ({ requirements }) => requirements.extra },
  { name: 'requirements.qualities', words: 'text', of: ({ requirements }) => requirements.qualities },
  { name: 'knowledge', words: 'text', of: ({ knowledge }) => knowledge },
  { name: 'rights', words: 'text', of: ({ rights }) => rights },
  { name: 'limits', words: 'topic', also: ['decides', 'agrees', 'refers'], of: ({ limits }) => limits },
  { name: 'criteria', words: 'text', also: ['importance'], of: ({ criteria }) => criteria },
  { name: 'responsibility', words: 'text', of: ({ responsibility }) => responsibility },
  { name: 'relations', words: 'party', also: ['purpose'], of: ({ relations }) => relations },
  { name: 'conditions', words: 'text', of: ({ conditions }) => conditions },
  { name: 'physicalDemands', words: 'text', of: ({ physicalDemands }) => physicalDemands },
  { name: 'kpis', words: 'name', also: ['operator', 'value', 'unit', 'weight', 'period'], of: ({ kpis }) => kpis },
];

/** A clause in one language. */
export interface SpokenClause {
  /** `duties`, `rights`, `requirements.skills`. */
  readonly list: string;
  readonly id: string;
  readonly text: string;
}

/** The value of a key whose name is known as data. */
export const valueOf = (one: object, name: string): unknown => Reflect.get(one, name) as unknown;

/** The clauses that a role has in the words of one language and under one law, in its order; those without such words are left out. */
export function clausesOf(role: Role, spoken: (text: unknown) => string, jurisdiction: string): SpokenClause[] {
  const holds = (one: Entry): boolean => one.jurisdictions?.includes(jurisdiction) ?? true;
  const said = (list: string, words: string, entries: readonly Entry[]): SpokenClause[] =>
    entries
      .filter(holds)
      .map((one) => ({ list, id: one.id, text: spoken(valueOf(one, words)) }))
      .filter(({ text }) => text !== '');
  return [
    ...said(
      'duties',
      'text',
      role.duties.filter(holds).flatMap(({ duties }) => duties),
    ),
    ...clauseLists.flatMap(({ name, words, of }) => said(name, words, of(role) ?? [])),
  ];
}

/** A text of a role in the words of a language; in America its own where it has some. Empty where there are none. */
export const spokenIn =
  (language: string, jurisdiction: string): ((text: unknown) => string) =>
  (text) => {
    if (typeof text === 'string') return text;
    const wordings = (text ?? {}) as Readonly<Record<string, unknown>>;
    const own = language === 'en' && jurisdiction === 'us' ? wordings['en-US'] : undefined;
    const said = own ?? wordings[language];
    return typeof said === 'string' ? said : '';
  };
