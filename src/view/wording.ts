/** How a role speaks in one language under one law: texts, phrases and the names of posts in their forms. */
import type { Locale } from '../document/document.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import { withDefinite } from '../language/articles.js';
import { phraseIn } from '../language/cases.js';
import type { RussianCase } from '../language/cases.js';
import type { Phrases } from '../language/phrases.js';
import { joinList, upperFirst } from '../language/sentences.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { hasPost } from '../organisation/superior.js';
import type { Forms, Jurisdiction as JurisdictionId, Role, Text } from '../role/role.generated.js';

/**
 * A post or title in the places where documents need it.
 * `bare`: as a name; `subject`: as the subject of a sentence; `titleOf`: after the kind of document («инструкция
 * менеджера»); `underTitle`: the same on a line of its own. The rest are cases in Russian; English and Dutch have the definite article there.
 */
export type PostForms = Record<'bare' | 'subject' | 'titleOf' | 'underTitle' | Exclude<RussianCase, 'nominative'>, string>;

export interface Wording {
  locale: Locale;
  jurisdiction: Jurisdiction;
  phrase: Phrases;
  /** Phrases of the country: `acknowledgement.local-act`. */
  law: Phrases;
  /** A text of the role or organisation in this language. */
  say(text: Text): string;
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
  title: PostForms;
  join(items: readonly string[], conjunction: 'and' | 'or'): string;
  /** Whether an entry is printed under this law. */
  applies(entry: { jurisdictions?: JurisdictionId[] }): boolean;
}

export function createWording(
  role: Role,
  organisation: Organisation | null,
  locale: Locale,
  jurisdiction: Jurisdiction,
  phrase: Phrases,
  law: Phrases,
): Wording {
  const say = (text: Text): string => (typeof text === 'string' ? text : (text[locale] ?? ''));
  const posts = new Map<string, PostForms>();
  const formsOfPost = (ref: string): PostForms => {
    const own = organisation?.posts?.[ref];
    const general = role.posts[ref];
    if (general && !hasPost(ref, organisation) && !role.subordinates?.includes(ref)) return functionOf(ref);
    const ownTitle = own?.title === undefined ? null : written(own.title, organisation?.languages ?? [], locale);
    if (ownTitle !== null) return formsOf(ownTitle, own?.forms, locale);
    return formsOf(general ? say(general.title) : ref, general?.forms, locale);
  };
  const functionOf = (ref: string): PostForms => {
    if (ref !== role.appointment.by) return formsOf(phrase('actor.manager'), undefined, locale);
    const head = organisation?.signatories?.employer ?? organisation?.signatories?.approver;
    return head === undefined ? formsOf(phrase('actor.director'), undefined, locale) : formsOfPost(head);
  };
  return {
    locale,
    jurisdiction,
    phrase,
    law,
    say,
    sayMaybe: (text) => (text === undefined ? null : say(text)),
    sayAnyhow: (text) => (typeof text === 'string' ? text : (text[locale] ?? text.en ?? text.nl ?? text.ru ?? '')),
    title: formsOf(say(role.title), role.titleForms, locale),
    post(ref) {
      const forms = posts.get(ref) ?? formsOfPost(ref);
      posts.set(ref, forms);
      return forms;
    },
    has: (ref) => hasPost(ref, organisation),
    join: (items, conjunction) => joinList(items, locale, conjunction),
    applies: ({ jurisdictions }) => !jurisdictions || jurisdictions.includes(jurisdiction.id),
  };
}

/** The wording in this language, or null when the text has none: a plain string is in the one language declared. */
function written(text: Text, languages: readonly Locale[], locale: Locale): string | null {
  if (typeof text === 'string') return languages.includes(locale) ? text : null;
  return text[locale] ?? null;
}

export function formsOf(name: string, forms: Forms | undefined, locale: Locale): PostForms {
  if (locale === 'ru') {
    const inCase = (wanted: RussianCase): string => phraseIn(name, wanted, forms?.ru);
    return {
      bare: name,
      subject: name,
      titleOf: inCase('genitive'),
      underTitle: inCase('genitive'),
      genitive: inCase('genitive'),
      dative: inCase('dative'),
      accusative: inCase('accusative'),
      instrumental: inCase('instrumental'),
      prepositional: inCase('prepositional'),
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
