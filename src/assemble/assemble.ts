/** One role, one kind, one language, one law: the document tree, and what else is made of them. */
import type { Agenda } from '../agenda.js';
import type { Document, Locale } from '../document.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import type { Abbreviations } from '../language/abbreviations.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import { typeset } from '../language/typography.js';
import type { Workbook } from '../workbook.js';
import type { Role } from '../role/role.generated.js';
import { createAgenda } from './agenda.js';
import { audienceOf } from './audience.js';
import { createBuilder } from './build.js';
import { brandOf, furnitureOf, logoInText } from './furniture.js';
import type { Frame } from './furniture.js';
import { createHelpers } from './helpers.js';
import type { HelperContext } from './helpers.js';
import { legalForms } from './legal-forms.js';
import { languageTag } from './parties.js';
import { planSheets } from './plan-sheets.js';
import { scorecardSheet } from './scorecard-sheet.js';
import { createTemplates } from './template.js';
import type { TemplateSource, Templates } from './template.js';
import type { TreeContext, Typography } from './tree.js';
import { createRoleView, createView } from './view.js';
import type { RoleView } from './view.js';
import { createWording } from './wording.js';
import type { Wording } from './wording.js';

export interface Request extends Frame {
  jurisdiction: Jurisdiction;
}

export interface Assembler {
  /** Throws a Refusal when the template or a phrase does not fit. */
  assemble(request: Request): Document;
  /** The calendar of a plan; null for a kind that is no plan. Throws a Refusal when no day of it is known. */
  agenda(request: Request): Agenda | null;
  /** The spreadsheet of a plan or scorecard; null for a kind that is neither, and for a role without one. */
  workbook(request: Request): Workbook | null;
}

/** The words of languages. */
export interface Words {
  phrases(locale: Locale): Phrases;
  abbreviations(locale: Locale): Abbreviations;
}

/** How a role speaks for an organisation in one language under one law, and what it says to everybody alike. */
interface Spoken extends Pick<Request, 'organisation' | 'locale' | 'jurisdiction'> {
  wording: Wording;
  own: RoleView;
}

/** Languages, laws and organisations for which a role is kept ready. */
const tongues = 6;

/**
 * Characters of filled markup; a batch of all roles in three languages is no faster with more. What writers keep
 * of the same blocks takes some fifty times as many bytes.
 */
const remembered = 1_500_000;

/**
 * `read` gives template sources by name, or null. Templates are compiled once and serve every request; blocks that are
 * the same in one document after another are built once and shared, as long as they are not more than `keep` characters
 * of markup. Roles, organisations and jurisdictions must not be changed between requests; with 0 they may, for nothing
 * of them is kept.
 */
export function createAssembler(
  read: (name: string) => TemplateSource | null,
  { phrases, abbreviations }: Words,
  keep = remembered,
): Assembler {
  let current: HelperContext | null = null;
  const laws = new Map<string, Phrases>();
  const lawOf = (jurisdiction: Jurisdiction, locale: Locale): Phrases => {
    const key = `${jurisdiction.id} ${locale}`;
    const acknowledgement = Object.fromEntries(Object.entries(jurisdiction.acknowledgement).map(([form, words]) => [form, words[locale]]));
    const law = laws.get(key) ?? createPhrases({ acknowledgement }, locale);
    laws.set(key, law);
    return law;
  };
  const spoken = new WeakMap<Role, Spoken[]>();
  const speak = ({ role, organisation, locale, jurisdiction }: Request): Spoken => {
    const before = spoken.get(role) ?? [];
    const known = before.find((one) => one.organisation === organisation && one.locale === locale && one.jurisdiction === jurisdiction);
    if (known) return known;
    const wording = createWording(role, organisation, locale, jurisdiction, phrases(locale), lawOf(jurisdiction, locale));
    const made = { organisation, locale, jurisdiction, wording, own: createRoleView(role, wording) };
    spoken.set(role, keep === 0 ? [] : [made, ...before].slice(0, tongues));
    return made;
  };
  const templates: Templates = createTemplates(
    read,
    createHelpers(() => {
      if (!current) throw new Error('a helper was called outside a template');
      return current;
    }),
  );
  const build = createBuilder((at) => templates.placeOf(at), keep);

  return {
    assemble(request) {
      const { role, kind, locale, jurisdiction, theme } = request;
      const { wording, own: roleView } = speak(request);
      const { phrase } = wording;
      const view = createView(role, request, wording, roleView);
      current = { locale, phrase };
      const own = `${jurisdiction.id}/${kind}`;
      const forms = legalForms(request, wording);
      const said = new Set<string>();
      const typography: Typography = { typeset: (words) => typeset(words, locale), abbreviations: abbreviations(locale)(forms, said) };
      const logo = logoInText(request, wording);
      const tree: TreeContext = { ...typography, logo, blankDate: phrase('blank.date-pattern') };
      const markup = templates.render(read(own) ? own : kind, view);
      const { attributes, blocks, ...sheets } = build(markup, {
        tree,
        theme,
        said,
        circumstances: logo ? null : JSON.stringify([locale, theme.id, ...forms]),
      });
      return {
        kind,
        locale,
        language: languageTag(wording),
        layout: theme.id,
        title: attributes.title ?? '',
        subject: attributes.subject ?? '',
        author: view.organisation.name ?? '',
        keywords: [wording.title.bare, ...synonymsIn(role, locale)],
        role: { id: role.id, version: role.version },
        ...sheets,
        ...furnitureOf(request, view, wording, typography),
        blocks,
      };
    },
    agenda(request) {
      const audience = audienceOf(request.kind);
      if (!audience) return null;
      const { wording, own } = speak(request);
      return createAgenda(request.role, audience, request, createView(request.role, request, wording, own), wording);
    },
    workbook(request) {
      const { role, kind, locale, theme, organisation } = request;
      const { wording, own } = speak(request);
      const view = createView(role, request, wording, own);
      const audience = audienceOf(kind);
      const contents = audience
        ? planSheets(role, audience, request, view, wording)
        : kind === 'kpi-scorecard'
          ? scorecardSheet(role, view, wording)
          : null;
      return (
        contents && {
          ...contents,
          author: view.organisation.name ?? '',
          keywords: [wording.title.bare, ...synonymsIn(role, locale)],
          language: languageTag(wording),
          role: { id: role.id, version: role.version },
          layout: theme.id,
          brand: brandOf(organisation),
        }
      );
    },
  };
}

function synonymsIn({ synonyms }: Role, locale: Locale): string[] {
  if (!synonyms) return [];
  return Array.isArray(synonyms) ? synonyms : (synonyms[locale] ?? []);
}
