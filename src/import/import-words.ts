/** What `locales/import.*.yaml` says of a language: how people word job descriptions in it. */
import type { Span } from '../role/role.generated.js';
import type { LineWeights } from './line-sections.js';
import type { SectionCounts } from './section-guess.js';

/** Words of several sorts, by their sort. */
export type WordLists = Readonly<Record<string, readonly (string | number)[]>>;

/** As the file has it. */
export interface ImportWords {
  /** Words that say nothing of what a heading is about: “of”, «и», ‘van’. */
  readonly little: readonly string[];
  /** Words for the position itself, which headings have and need not: “of the post”. */
  readonly neutral: readonly string[];
  /** Words that join two headings in one: “and”, «и», ‘en’. */
  readonly joints: readonly string[];
  readonly common: readonly string[];
  readonly country: WordLists;
  /** Countries whose papers say what the holder may do as rights; those of the others say it as limits. */
  readonly rightsUnder: readonly string[];
  readonly headings: WordLists;
  /** Words that headings of one section have and others have not, with stars; the first that fits wins. */
  readonly headingCues: Readonly<Record<string, readonly string[]>>;
  /** Words with which a sentence says to which section it belongs, whatever stands above it; the first that fits wins. */
  readonly sentenceCues: Readonly<Record<string, readonly string[]>>;
  readonly labels: WordLists;
  readonly sentences: Readonly<Record<string, { readonly cues: readonly string[]; readonly case?: 'dative' | 'genitive' }>>;
  readonly leads: WordLists;
  readonly columns: WordLists;
  readonly education: WordLists;
  readonly experience: {
    readonly words: readonly string[];
    readonly none: readonly string[];
    readonly year: readonly string[];
    readonly month: readonly string[];
    readonly field: readonly string[];
    readonly numbers: Readonly<Record<string, readonly string[]>>;
  };
  readonly requirement: WordLists;
  readonly liability: WordLists;
  readonly condition: WordLists;
  readonly pay: readonly string[];
  readonly categories: WordLists;
  readonly titles: WordLists;
  readonly kpi: {
    readonly 'at-least': readonly string[];
    readonly 'at-most': readonly string[];
    /** Of both, those that say it right before the figure alone: «до 3», “over 5”. */
    readonly adjacent: readonly string[];
    /** The same behind the figure: “14 or fewer”. */
    readonly 'at-least-behind': readonly string[];
    readonly 'at-most-behind': readonly string[];
    /** With a time behind them they are a deadline, and no target beside another figure: “within 24 hours 100%”. */
    readonly deadlines: readonly string[];
    /** Between the two ends of a range. */
    readonly ranges: readonly string[];
    /** Endings of a number in figures: «3-х». */
    readonly cardinals: readonly string[];
    /** Beside a number they make it a date. */
    readonly months: readonly string[];
    /** A target of nothing. */
    readonly zero: readonly string[];
    /** What a figure before them is multiplied by. */
    readonly multiples: WordLists;
    /** Whole words, or stems with a star at their end. */
    readonly units: WordLists;
    /** How often: words that say it alone, and nouns that say it behind one of `periodStarts` or alone in a column for it. */
    readonly periods: WordLists;
    readonly periodNouns: WordLists;
    readonly periodStarts: readonly string[];
  };
  readonly assessed: WordLists;
  readonly absences: WordLists;
  readonly instruments: WordLists;
  readonly transfers: readonly string[];
  /** Words that mean nothing by themselves, in these forms: no text is lost where one of them is. */
  readonly empty: readonly string[];
  /** What papers write of their own around a value, by its key; `everywhere` says nothing that could be lost. */
  readonly usual: WordLists;
  /** How many report to the holder: 2 for “two”. */
  readonly counts: WordLists;
  readonly proposal: readonly string[];
  readonly signature: readonly string[];
  readonly approval: readonly string[];
  readonly document: readonly string[];
  readonly legalForms: readonly string[];
  readonly external: readonly string[];
  /** Begin with a capital wherever they stand. */
  readonly proper: readonly string[];
  /** Those of them that are ordinary words too, as a title in capitals has them: “Office Manager”. */
  readonly homonyms: readonly string[];
  /** What duties begin with: base forms, or a verb with what the holder does. */
  readonly verbs: readonly string[] | Readonly<Record<string, string>>;
  /** Russian verbs without a present. */
  readonly once?: readonly string[];
  readonly pageNumber: readonly string[];
  readonly patterns: PatternWords;
  readonly placeholders: Readonly<Record<PlaceholderName, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly changes: Readonly<Record<string, string>>;
  /** Of `locales/sections.*.yaml`: how often words stand in each section. Without them nothing is guessed by words alone. */
  readonly sections?: SectionCounts;
  /** Of `locales/lines.*.yaml`: what tells the section of a line among the others. Without them no rule is helped by what stands around. */
  readonly lines?: LineWeights;
}

export type PlaceholderName =
  | 'title'
  | 'department'
  | 'purpose'
  | 'superior'
  | 'subordinates'
  | 'appointer'
  | 'field'
  | 'experience'
  | 'knowledge'
  | 'area'
  | 'duty'
  | 'right'
  | 'rightOfLimits'
  | 'responsibility';

type WordList = readonly string[];

/** Words by which texts are taken apart; `patterns.ts` makes patterns of them. A star stands for the rest of a word. */
export type PatternWords = Readonly<Record<(typeof patternLists)[number], WordList>> & {
  readonly spans: Readonly<Record<Span['unit'], WordList>>;
};

export const patternLists = [
  ...([
    'abbreviations',
    'shortWords',
    'sectionWords',
    'bareLeads',
    'forbids',
    'employerPays',
    'notAsked',
    'coversOthers',
    'noMeasures',
    'denials',
    'forbiddenHeadings',
    'forbidden',
    'numberSigns',
    'noTitles',
    'untitled',
    'invitations',
    'titleNotes',
    'titleHours',
    'questions',
    'years',
    'towns',
    'topPosts',
  ] as const),
  ...(['unitStarts', 'unitEnds'] as const),
  ...([
    'postAsides',
    'postEmployers',
    'postAttributes',
    'postStarts',
    'postJoints',
    'postEnds',
    'postAlso',
    'alternatives',
    'purposeStarts',
    'criterionStarts',
    'firstNames',
    'teamStarts',
    'abouts',
    'areBelows',
    'belowHolders',
    'payScales',
    'ranges',
    'noPosts',
    'deputiesBefore',
    'professionals',
    'honorifics',
    'particles',
    'patronymics',
  ] as const),
  ...(['nobody', 'instrumental', 'copulas', 'consents', 'deputies', 'anybody', 'relationStarts', 'relationJoints'] as const),
  ...([
    'subjectStarts',
    'insides',
    'outsides',
    'insideStarts',
    'outsideStarts',
    'absents',
    'covers',
    'surroundings',
    'efforts',
    'closings',
    'employers',
    'employerPromises',
    'employerStarts',
    'sums',
    'hires',
    'datives',
    'lengths',
    'fieldEnds',
    'schoolingEnds',
    'schoolingAsides',
    'schoolingLevels',
    'schoolingNouns',
    'adjectives',
    'requirementJoints',
  ] as const),
  ...(['requirementKept', 'languages', 'marks', 'wishMarks', 'approves', 'signingStarts', 'skillStarts'] as const),
  ...([
    'skillStartsBeforeGerund',
    'dutyStarts',
    'dutyStartsBeforeGerund',
    'subjects',
    'knowledgeStarts',
    'liabilityCues',
    'liabilityAround',
    'objects',
    'noObjects',
    'actions',
    'noActions',
    'infinitives',
  ] as const),
  ...(['noInfinitives', 'reflexives', 'finites', 'verbEnds', 'adverbs', 'conjunctions', 'purposes'] as const),
] as const;
