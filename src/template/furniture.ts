/** What the organisation puts around the text: letterhead, footer and code. */
import { editionOf } from '../view/edition.js';
import { encode } from 'uqr';
import { text } from '../document/document.js';
import type { Brand, Code, Document, Figure, Identity, Inline, Letterhead, Locale } from '../document/document.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Role, Text } from '../role/role.generated.js';
import type { Theme } from '../theme/theme.js';
import type { Parties } from '../view/parties.js';
import { setWords } from './tree.js';
import type { Typography } from './tree.js';
import type { View } from '../view/view.js';
import type { Wording } from '../view/wording.js';

/** A picture whose description is still to be taken in the language of the document. */
export type Logo = Omit<Figure, 'type' | 'align' | 'alt'> & { alt: Text };

/** What is known of a document before its text. */
export interface PaperFacts extends Parties {
  role: Role;
  kind: string;
  locale: Locale;
  theme: Theme;
  logo: Logo | null;
  /** What the foot of the pages shows as the content code beside the version; without it there is no such line. */
  contentCode?: string | null;
}

/** What a paper is known by: the person, or the number of the description; an order for many is known by its title alone. */
type About = 'person' | 'post' | null;

/** What stands around the text, and in which look. `paper` is the title of the document and what it is about. */
export function furnitureOf(
  facts: PaperFacts,
  view: View,
  wording: Wording,
  typography: Typography,
  paper: { title: string; about: About },
): Pick<Document, 'brand' | 'letterhead' | 'footer' | 'identity' | 'code'> {
  const { footer } = facts.organisation?.brand ?? {};
  const brand = brandOf(facts.organisation);
  const letterhead = letterheadOf(facts, wording, typography);
  const foot = [
    ...linesOf(footer ?? [], wording, typography),
    ...(facts.contentCode ? [codeLine(facts.role, facts.contentCode, wording, typography)] : []),
  ];
  const code = codeOf(facts, view, wording);
  return {
    ...(Object.keys(brand).length > 0 && { brand }),
    ...(letterhead && { letterhead }),
    ...(foot.length > 0 && { footer: foot }),
    identity: identityOf(facts, view, wording, typography, paper),
    ...(code && { code }),
  };
}

/** Colour and type of the organisation, as far as it names any. */
export function brandOf(organisation: Organisation | null): Brand {
  const { accent, font } = organisation?.brand ?? {};
  return { ...(accent && { accent }), ...(font && { font }) };
}

/** mm; a logo that is higher would leave too little of the first page. */
const tallest = 40;

/** The logo as a template places it; null where the letterhead has it. */
export function logoInText({ logo, organisation }: PaperFacts, wording: Wording): Omit<Figure, 'type' | 'align'> | null {
  return logo && !organisation?.brand?.letterhead ? { ...ownBytes(logo), alt: wording.sayAnyhow(logo.alt) } : null;
}

/** Bytes cannot be frozen, so each document has a copy. */
const ownBytes = (logo: Logo): Logo => ({ ...logo, data: logo.data.slice() });

function letterheadOf({ logo, organisation, theme }: PaperFacts, wording: Wording, typography: Typography): Letterhead | null {
  const lines = organisation?.brand?.letterhead;
  if (!lines) return null;
  const scale = Math.min(1, tallest / (logo?.height ?? tallest));
  const figure: Figure | null = logo && {
    ...ownBytes(logo),
    type: 'figure',
    align: theme.furniture.align,
    alt: wording.sayAnyhow(logo.alt),
    width: logo.width * scale,
    height: logo.height * scale,
  };
  return { logo: figure, lines: linesOf(lines, wording, typography) };
}

const linesOf = (lines: readonly Text[], wording: Wording, typography: Typography): Inline[][] =>
  lines.map((line) => setWords(text(wording.sayAnyhow(line)), typography));

/** What tells two printed copies apart when somebody asks which one was signed. */
const codeLine = ({ version }: Role, fingerprint: string, wording: Wording, typography: Typography): Inline[] =>
  setWords(text(wording.phrase('fingerprint.line', { version, fingerprint })), typography);

/** A paper for one person is known by the name, and by its number where papers of its kind have numbers here. */
function identityOf(
  { role: { version }, refused }: PaperFacts,
  { document, employee }: View,
  { phrase }: Wording,
  { typeset }: Typography,
  { title, about }: { title: string; about: About },
): Identity {
  const { number } = document.value;
  const named = about === 'person' ? employee.value.shortName : null;
  const numbered = about !== null && number ? phrase('identity.number', { number }) : null;
  const [before = '', between = '', after = ''] = typeset(phrase('identity.page', { page: seam, pages: seam })).split(seam);
  return {
    title: typeset(title),
    // A record of a refusal says what happened: it is no edition of anything.
    marks: [named, numbered, about === null || refused ? null : phrase('identity.version', { version: editionOf(version) })]
      .filter((one) => typeof one === 'string' && one !== '')
      .map((one) => typeset(one ?? '')),
    page: [before, between, after],
  };
}

/** Where the numbers of pages come to stand. */
const seam = '\uFDD0';

/** The code, where the organisation wants one and the layout has a place for it. It says nothing about people. */
function codeOf({ organisation, role, kind, locale, date, theme }: PaperFacts, view: View, wording: Wording): Code | null {
  if (!organisation?.qr || !theme.qr) return null;
  const known = { document: kind, role: role.id, version: role.version, number: view.document.value.number, date, locale };
  const content = Object.entries(known)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
  const alt = wording.phrase('code.alt', { content: content.replaceAll('\n', ', ') });
  return { text: content, alt, squares: encode(content, { ecc: 'M', border: 0 }).data };
}
