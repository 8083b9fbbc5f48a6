/** How a role speaks in one language under one law: texts, phrases and the names of posts in their forms. */
import type { Locale } from '../document/document.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import { americanTag } from '../language/american.js';
import type { American } from '../language/american.js';
import { withDefinite } from '../language/articles.js';
import type { RussianCase } from '../language/cases.js';
import type { Phrases } from '../language/phrases.js';
import { joinList, upperFirst } from '../language/sentences.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { hasPost } from '../organisation/superior.js';
import { deputiesOf, postOfActor, subordinatesOf } from '../organisation/team.js';
import type { Forms, Jurisdiction as JurisdictionId, Role, Text } from '../role/role.generated.js';
import type { BuiltInActor } from '../role/rules.js';
import type { Settlement } from '../role/settle.js';
import { filled } from './answers.js';
import type { Answering } from './answers.js';

/**
 * A post or title in the places where documents need it.
 * `bare`: as a name; `subject`: as the subject of a sentence; `titleOf`: after the kind of document («инструкция
 * менеджера»); `underTitle`: the same on a line of its own. The rest are cases in Russian; English and Dutch have the definite article there.
 */
export type PostForms = Record<'bare' | 'subject' | 'titleOf' | 'underTitle' | OtherCase, string>;

type OtherCase = Exclude<RussianCase, 'nominative'>;

export interface Wording {
  locale: Locale;
  jurisdiction: Jurisdiction;
  phrase: Phrases;
  /** A name of a post or a department, given in the nominative, in a Russian case. */
  declined: Declined;
  /** Phrases of the country: `acknowledgement.local-act`. */
  law: Phrases;
  /** A text of the role or organisation in this language. */
  say(text: Text): string;
  /** The same; null for one that there is not, or not in this language. */
  sayMaybe(text: Text | undefined): string | null;
  /** A text that has to be said, in another language if it has none in this one. */
  sayAnyhow(text: Text): string;
  /**
   * A post by its name in the role. The organisation’s own title wins; of a post that it lacks only the function is said,
   * since the role’s title would be that of nobody.
   */
  post(ref: string): PostForms;
  /** Whether the organisation has the post, or says nothing of its posts. */
  has(ref: string): boolean;
  /** Whoever has a part in every onboarding, such as `hr`: by the title of the post that has it here, else by the function. */
  actor(name: BuiltInActor): string;
  /** The posts whose holders stand in, as the organisation decides for this position; null where it says nothing. */
  deputies: readonly string[] | null;
  /** The posts that report to this one; undefined where none does. */
  subordinates: readonly string[] | undefined;
  title: PostForms;
  /** The title of another role, as this organisation has it. */
  titleOf(role: Role): PostForms;
  join(items: readonly string[], conjunction: 'and' | 'or'): string;
  /** Whether an entry is printed under this law. */
  applies(entry: { jurisdictions?: JurisdictionId[] }): boolean;
  /** A competency of the dictionary; null where there is none of the name. */
  competency(id: string): Competency | null;
}

export type Declined = (name: string, wanted: OtherCase) => string;

/** A competency as the dictionary has it. */
export interface Competency {
  readonly name: Text;
  readonly levels: readonly { readonly behaviours: readonly Text[] }[];
}

/** What a wording speaks with, besides the role and the organisation. */
export interface Tongue {
  readonly locale: Locale;
  readonly jurisdiction: Jurisdiction;
  readonly phrase: Phrases;
  readonly declined: Declined;
  readonly law: Phrases;
  readonly competency: (id: string) => Competency | null;
  /** English texts that have no wording of their own for America. */
  readonly american: American;
  /** Null in a blank form. */
  readonly answers: Settlement;
}

/** A text in a language as one country writes it; undefined where there is none. */
type Writing = (text: Text) => string | undefined;

/** American English stands beside English for wording only; where there is none, English holds in American spelling. */
function writingIn(locale: Locale, tag: string, american: American): Writing {
  if (locale !== 'en' || tag !== americanTag) return (text) => (typeof text === 'string' ? text : text[locale]);
  return (text) => {
    if (typeof text === 'string') return american(text);
    return text[americanTag] ?? (text.en === undefined ? undefined : american(text.en));
  };
}

export function createWording(role: Role, organisation: Organisation | null, tongue: Tongue): Wording {
  const { locale, jurisdiction, phrase, declined, law, competency, american, answers } = tongue;
  const tag = jurisdiction.languages[locale];
  const writing = writingIn(locale, tag, american);
  const written = (text: Text): string => writing(text) ?? '';
  const answering: Answering = { questions: role.questions ?? [], answers, phrase, jurisdiction, tag, say: written };
  const say = (text: Text): string => filled(written(text), answering);
  const subordinates = subordinatesOf(role, organisation);
  const isBelow = (ref: string): boolean => subordinates?.includes(ref) === true;
  const posts = new Map<string, PostForms>();
  const formsOfPost = (ref: string): PostForms => {
    const own = organisation?.posts?.[ref];
    const general = role.posts[ref];
    if (general && !hasPost(ref, organisation) && !isBelow(ref)) return functionOf(ref);
    const ownTitle = own?.title === undefined ? null : writtenHere(own.title, organisation?.languages ?? [], locale, writing);
    // Of several who report here the role knows the plural, as long as they are called so.
    const usual = ownTitle === null || (general !== undefined && ownTitle.toLowerCase() === say(general.title).toLowerCase());
    if (usual && general?.plural && isBelow(ref)) return formsOfSeveral(say(general.plural), tongue);
    if (ownTitle !== null) return formsOf(ownTitle, own?.forms, tongue);
    return formsOf(general ? say(general.title) : ref, general?.forms, tongue);
  };
  const titleOf = (named: Role): PostForms => {
    const own = organisation?.positions?.[named.id];
    const ownTitle = own?.title === undefined ? null : writtenHere(own.title, organisation?.languages ?? [], locale, writing);
    if (ownTitle === null) return formsOf(say(named.title), named.titleForms, tongue);
    // Called as the role calls it, it has the forms that the role knows.
    return formsOf(ownTitle, own?.forms ?? (ownTitle === say(named.title) ? named.titleForms : undefined), tongue);
  };
  const functionOf = (ref: string): PostForms => {
    if (ref !== role.appointment.by) return formsOf(phrase('actor.manager'), undefined, tongue);
    const head = organisation?.signatories?.employer ?? organisation?.signatories?.approver;
    return head === undefined ? formsOf(phrase('actor.director'), undefined, tongue) : formsOfPost(head);
  };
  return {
    locale,
    jurisdiction,
    phrase,
    declined,
    law,
    say,
    // Nothing in this language is nothing: papers have a blank there, and not a hole.
    sayMaybe: (text) => (text === undefined ? null : say(text) || null),
    sayAnyhow: (text) => (typeof text === 'string' ? text : (text[locale] ?? text.en ?? text.nl ?? text.ru ?? '')),
    competency,
    deputies: deputiesOf(role, organisation),
    subordinates,
    title: titleOf(role),
    titleOf,
    post(ref) {
      const forms = posts.get(ref) ?? formsOfPost(ref);
      posts.set(ref, forms);
      return forms;
    },
    has: (ref) => hasPost(ref, organisation),
    actor(name) {
      const ref = postOfActor(name, organisation);
      const isTitled = ref !== null && (organisation?.posts?.[ref]?.title ?? role.posts[ref]) !== undefined;
      return isTitled ? formsOfPost(ref).bare : phrase(`actor.${name}`);
    },
    join: (items, conjunction) => joinList(items, tag, conjunction),
    applies: ({ jurisdictions }) => !jurisdictions || jurisdictions.includes(jurisdiction.id),
  };
}

/** The wording in this language, or null when the text has none: a plain string is in the one language declared. */
const writtenHere = (text: Text, languages: readonly Locale[], locale: Locale, writing: Writing): string | null =>
  typeof text === 'string' && !languages.includes(locale) ? null : (writing(text) ?? null);

/** Those below are listed only, so that Russian needs no other case of them. */
function formsOfSeveral(name: string, tongue: Tongue): PostForms {
  const same = { genitive: name, dative: name, accusative: name, instrumental: name, prepositional: name };
  return formsOf(name, { ru: same, nl: { article: 'de' } }, tongue);
}

/** `forms` are those that data give. */
export function formsOf(name: string, forms: Forms | undefined, { locale, declined }: Pick<Wording, 'locale' | 'declined'>): PostForms {
  if (locale === 'ru') {
    // Each when a paper asks for it: most print two cases of a title, and of most posts none.
    const inCase = (wanted: OtherCase): string => forms?.ru?.[wanted] ?? declined(name, wanted);
    return {
      bare: name,
      subject: name,
      get titleOf() {
        return inCase('genitive');
      },
      get underTitle() {
        return inCase('genitive');
      },
      get genitive() {
        return inCase('genitive');
      },
      get dative() {
        return inCase('dative');
      },
      get accusative() {
        return inCase('accusative');
      },
      get instrumental() {
        return inCase('instrumental');
      },
      get prepositional() {
        return inCase('prepositional');
      },
    };
  }
  const definite = locale === 'nl' ? withDefinite(name, forms?.nl?.article) : `the ${name}`;
  return {
    bare: name,
    titleOf: name,
    underTitle: upperFirst(name, locale),
    subject: definite,
    genitive: definite,
    dative: definite,
    accusative: definite,
    instrumental: definite,
    prepositional: definite,
  };
}
