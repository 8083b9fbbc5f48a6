/** The words of the pages, in the language of the reader. They come from the server; none stand in the code. */
import { IntlMessageFormat } from 'intl-messageformat';

export type Language = 'en' | 'ru' | 'nl';

let words: Readonly<Record<string, unknown>> = {};
let tongue: Language = 'en';
const formats = new Map<string, IntlMessageFormat>();

/** Takes the words of a language; all that is said from then on is said in them. */
export function speak(language: Language, of: Readonly<Record<string, unknown>>): void {
  words = of;
  tongue = language;
  formats.clear();
  document.documentElement.lang = language;
}

export const language = (): Language => tongue;

type Facts = Readonly<Record<string, string | number>>;

const phraseOf = (name: string): unknown =>
  name.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Facts)[key] : undefined), words);

/** Whether there is a phrase of this name. */
export const knows = (name: string): boolean => typeof phraseOf(name) === 'string';

/** A phrase by its name, such as `roles.title`. */
export function say(name: string, facts: Facts = {}): string {
  const ready = formats.get(name);
  if (ready) return String(ready.format(facts));
  const phrase = phraseOf(name);
  if (typeof phrase !== 'string') return name;
  const made = new IntlMessageFormat(phrase, tongue);
  formats.set(name, made);
  return String(made.format(facts));
}

/** The time of day, as the country of the reader writes it. */
export const clock = (time: Date): string => new Intl.DateTimeFormat(tongue, { hour: '2-digit', minute: '2-digit' }).format(time);

const tags: Readonly<Record<string, string>> = { en: 'en-GB', ru: 'ru-RU', nl: 'nl-NL' };

/** A day, YYYY-MM-DD, with the month in words. */
export const day = (written: string): string =>
  new Intl.DateTimeFormat(tags[tongue], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${written}T00:00:00Z`),
  );

/** A day without its year where that is this one. */
export const shortDay = (written: string, today: string): string =>
  new Intl.DateTimeFormat(tags[tongue], {
    ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(written.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  }).format(new Date(`${written}T00:00:00Z`));

/** A day with its name. */
export const fullDay = (written: string): string =>
  capital(
    new Intl.DateTimeFormat(tags[tongue], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${written}T00:00:00Z`),
    ),
  );

/** A moment, as the reader’s clock has it. */
export const moment = (utc: string): string =>
  new Intl.DateTimeFormat(tags[tongue], { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(utc),
  );

/** A number with the spaces or points of the language. */
export const figure = (n: number): string => new Intl.NumberFormat(tags[tongue]).format(n);

/** With a capital at the start, as a line of its own begins. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase(tongue) + words.slice(1);

/** What a language is called in the language of the reader, or in another. */
export const languageName = (tag: string, by: string = tongue): string =>
  capital(new Intl.DisplayNames([by], { type: 'language' }).of(tag) ?? tag);
