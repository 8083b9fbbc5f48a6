/**
 * What stands on the paper of an organisation before anything is written: for callers that write papers of their own, such as the
 * journal of a register. They build the tree; the look, the dates and the names are those of all other papers.
 */
import { encode } from 'uqr';
import { text } from '../document/document.js';
import type { Document, Figure, Identity, Locale, Text } from '../document/document.js';
import { formatDate } from '../language/dates.js';
import type { DateStyle } from '../language/dates.js';
import { fullName, initialsFirst, listedName } from '../language/names.js';
import { typeset } from '../language/typography.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Names, PersonName } from '../person/person.generated.js';
import type { Job } from '../press/press.js';
import type { Text as Words } from '../role/role.generated.js';
import type { Library } from '../shelf/library.js';
import { brandOf } from '../template/furniture.js';
import { pictureOf } from '../write/docx/code-picture.js';

export interface StationeryOptions {
  readonly locale: Locale;
  readonly jurisdiction: JurisdictionId;
  /** Null for paper that is nobody’s. */
  readonly organisation: Organisation | null;
  readonly logo: Job['logo'];
  /** mm; the logo is made smaller to be no higher. */
  readonly tallestLogo?: number;
}

export interface Stationery {
  /** What of a document is the same whatever it says. */
  readonly start: Pick<Document, 'locale' | 'language' | 'layout' | 'author' | 'brand' | 'letterhead' | 'footer'>;
  /** How titles stand, for what belongs to them. */
  readonly titleAlign: Figure['align'];
  /** The name of the organisation, short where it has a short one; empty for none. */
  readonly organisation: string;
  /** Words as they are printed: with the spaces of the language. */
  words(words: string, style?: Parameters<typeof text>[1]): Text;
  /** The line at the foot of every page, with its number. */
  identity(title: string, marks: readonly string[]): Identity;
  /** A day, YYYY-MM-DD, as it is written in the country. Throws a Refusal for what is no day. */
  date(day: string, style?: DateStyle): string;
  /** A wording of the organisation in this language, or the one that there is. */
  say(words: Words): string;
  name(names: Names, shape: 'whole' | 'listed' | 'signed'): string;
  /** A square code of so many mm, which holds a text; `alt` is for those who cannot see it. */
  code(content: string, options: { readonly size: number; readonly alt: string; readonly align: Figure['align'] }): Figure;
}

export function stationery(
  { locale, jurisdiction, organisation, logo, tallestLogo = 40 }: StationeryOptions,
  library: Library,
): Stationery {
  const law = library.jurisdiction(jurisdiction);
  const language = law.languages[locale];
  const say = (words: Words): string => inLanguage(words, locale);
  const own = organisation?.jurisdiction === law.id;
  const layout = (own ? organisation.layout : undefined) ?? law.layout;
  const { align } = library.theme(layout).title;
  return {
    start: {
      locale,
      language,
      layout,
      author: organisation ? say(organisation.name) : '',
      ...furnitureOf(organisation, logo, locale, tallestLogo),
    },
    titleAlign: align === 'justify' ? 'left' : align,
    organisation: organisation ? say(organisation.shortName ?? organisation.name) : '',
    words: (words, style) => text(typeset(words, locale), style),
    identity(title, marks) {
      const line = library.phrases(locale, language)('identity.page', { page: seam, pages: seam });
      const [before = '', between = '', after = ''] = typeset(line, locale).split(seam);
      return { title: typeset(title, locale), marks: marks.map((mark) => typeset(mark, locale)), page: [before, between, after] };
    },
    date: (day, style = 'numeric') => formatDate(day, locale, style, language),
    say,
    name: (names, shape) => shapes[shape](spelt(names, locale), locale),
    code: (content, { size, alt, align }) => ({
      ...{ type: 'figure', format: 'png', width: size, height: size, alt, align },
      data: pictureOf(encode(content, { ecc: 'M', border: 0 }).data),
    }),
  };
}

const shapes = { whole: fullName, listed: listedName, signed: initialsFirst } as const;

/** Where the numbers of pages come to stand. */
const seam = '\uFDD0';

/** Colour and type, the logo and the footer; where the firm lives stands on what it sends. */
export function furnitureOf(
  organisation: Organisation | null,
  logo: Job['logo'],
  locale: Locale,
  tallest: number,
): Pick<Document, 'brand' | 'letterhead' | 'footer'> {
  const brand = brandOf(organisation);
  const footer = (organisation?.brand?.footer ?? []).map((line) => [text(inLanguage(line, locale))]);
  const scale = Math.min(1, tallest / (logo?.height ?? tallest));
  const figure: Figure | null = logo && {
    ...{ type: 'figure', align: 'left', data: logo.data.slice(), format: logo.format },
    ...(logo.orientation && { orientation: logo.orientation }),
    ...{ width: logo.width * scale, height: logo.height * scale, alt: inLanguage(logo.alt, locale) },
  };
  return {
    ...(Object.keys(brand).length > 0 && { brand }),
    ...(figure && { letterhead: { logo: figure, lines: [] } }),
    ...(footer.length > 0 && { footer }),
  };
}

/** The wording of this language, or the one that there is. */
const inLanguage = (words: Words, locale: Locale): string =>
  typeof words === 'string' ? words : (words[locale] ?? words.en ?? words.nl ?? words.ru ?? '');

/** The spelling of a name for a language, or the one that there is. */
export const spelt = (names: Names, locale: Locale): PersonName =>
  'last' in names ? names : (names[locale] ?? names.en ?? names.nl ?? names.ru ?? { last: '' });
