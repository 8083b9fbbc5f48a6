/** One role, one kind, one language, one law: the document tree, and what else is made of them. */
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Agenda } from '../document/agenda.js';
import { contentKey, frozenCopy, ownKey } from '../content/content.js';
import type { Document, Locale } from '../document/document.js';
import { descriptionFor } from '../shelf/kinds.js';
import type { Kind } from '../shelf/kinds.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import type { American } from '../language/american.js';
import { declinePhrase } from '../language/cases.js';
import type { Abbreviations, DocumentAbbreviations } from '../language/abbreviations.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import { typeset } from '../language/typography.js';
import { openKept } from '../content/kept.js';
import type { Kept } from '../content/kept.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Workbook } from '../document/workbook.js';
import type { Role } from '../role/role.generated.js';
import { createAgenda } from '../view/agenda.js';
import type { Lived } from '../view/agenda.js';
import { toldOnboarding } from '../view/told-onboarding.js';
import type { ToldOnboarding } from '../view/told-onboarding.js';
import { createBuilder } from '../template/build.js';
import { brandOf, furnitureOf, logoInText } from '../template/furniture.js';
import type { PaperFacts } from '../template/furniture.js';
import { createHelpers } from '../template/helpers.js';
import type { HelperContext } from '../template/helpers.js';
import { guideView } from '../view/guide.js';
import { legalForms } from '../view/legal-forms.js';
import { languageTag } from '../view/parties.js';
import { planSheets } from '../view/plan-sheets.js';
import { scorecardSheet } from '../view/scorecard-sheet.js';
import { createTemplates } from '../template/template.js';
import type { TemplateSource, Templates } from '../template/template.js';
import type { TreeContext, Typography } from '../template/tree.js';
import { createRoleView, createView } from '../view/view.js';
import type { RoleView } from '../view/view.js';
import { roleFor, settlementFor } from '../view/settlement.js';
import type { Detail } from '../view/settlement.js';
import type { Settlement } from '../role/settle.js';
import { createWording } from '../view/wording.js';
import type { Competency, Declined, Wording } from '../view/wording.js';

export interface Request extends PaperFacts {
  jurisdiction: Jurisdiction;
  /** When left out as the organisation says, else brief; kinds with one detail take no notice. */
  detail?: Detail | null;
}

export interface Assembler {
  /** Throws a Refusal when the template or a phrase does not fit. */
  assemble(request: Request): Document;
  /** The calendar of a plan; null for a kind that is no plan. Throws a Refusal when no day of it is known. */
  agenda(request: Request, lived?: Lived | null): Agenda | null;
  /** The onboarding in words and days. Throws a Refusal as `agenda` does. */
  onboarding(request: Request): ToldOnboarding;
  /** The spreadsheet of a plan or scorecard; null for a kind that is neither, and for a role without one. */
  workbook(request: Request): Workbook | null;
}

/** The words of languages. */
export interface Words {
  /** Those of the language as a country writes it, which a language tag such as `en-US` names. */
  phrases(locale: Locale, tag?: string): Phrases;
  american: American;
  abbreviations(locale: Locale): Abbreviations;
  /** Throws a Refusal with `unknown-kind`. */
  kind(id: string): Kind;
  kinds(): readonly Kind[];
  competency(id: string): Competency | null;
}

/** How a role speaks for an organisation in one language under one law, and what it says to everybody alike. */
interface Spoken {
  /** The role with its questions answered, in the detail that the paper has. */
  readonly role: Role;
  readonly wording: Wording;
  readonly own: RoleView;
  readonly legalForms: ReadonlyMap<string, string>;
  readonly abbreviations: DocumentAbbreviations;
}

/** Bytes that a role takes as it is spoken: its texts are those of the role itself, the objects around them are new. */
const perSpoken = 100_000;

/** Bytes of the clauses of a country and of the abbreviations of a language, made ready. */
const perTongue = 100_000;

/**
 * `read` gives template sources by name, or null. Templates are compiled once and serve every request. What requests have
 * in common is worked out once, as long as `kept` has room: how a role speaks, and the blocks of documents, which are
 * frozen and shared. Nothing of it shows: whatever is edited between two requests counts as it is at each of them.
 */
export function createAssembler(
  read: (name: string) => TemplateSource | null,
  { phrases, american, abbreviations, kind: kindOf, kinds, competency }: Words,
  kept: Kept = openKept(),
): Assembler {
  let current: HelperContext | null = null;
  // A Word file that comes again takes a third more time without.
  const spoken = kept.drawer<Spoken>(() => perSpoken);
  // What roles share: without, the paper of a role that nobody has printed takes a tenth more time.
  const laws = kept.drawer<Phrases>(() => perTongue);
  const readings = kept.drawer<DocumentAbbreviations>(() => perTongue);
  // Without, the paper of a role that nobody has printed takes a seventh more time to assemble.
  const declensions = kept.drawer<string>(({ length }) => 2 * length);
  const declined: Declined = (name, wanted) => declensions.get(`${wanted} ${name}`, () => declinePhrase(name, wanted));
  const speak = (request: Request): Spoken => {
    const { role, organisation, locale, jurisdiction } = request;
    const answers = settlementFor(role, request, jurisdiction.id);
    const detail = detailOf(request, kindOf(request.kind));
    const key = [ownKey(role), contentKey(organisation), locale, contentKey(jurisdiction), detail, JSON.stringify(answers)].join(' ');
    return spoken.get(key, () =>
      spokenBy(frozenCopy(role), organisation && frozenCopy(organisation), locale, frozenCopy(jurisdiction), answers, detail),
    );
  };
  // Some texts are looked up only when a template asks for them, so all of this must stay as it is.
  const spokenBy = (
    written: Role,
    organisation: Organisation | null,
    locale: Locale,
    jurisdiction: Jurisdiction,
    answers: Settlement,
    detail: Detail,
  ): Spoken => {
    const role = roleFor(written, answers, detail, jurisdiction.id);
    const law = laws.get(`${contentKey(jurisdiction)} ${locale}`, () => lawOf(jurisdiction, locale));
    const phrase = phrases(locale, jurisdiction.languages[locale]);
    const wording = createWording(role, organisation, { locale, jurisdiction, phrase, declined, law, competency, american, answers });
    const forms = legalForms({ organisation }, wording);
    const partedBy = readings.get(JSON.stringify([locale, ...forms]), () => abbreviations(locale)(forms));
    return { role, wording, own: createRoleView(role, wording), legalForms: forms, abbreviations: partedBy };
  };
  const templates: Templates = createTemplates(
    read,
    createHelpers(() => {
      if (!current) throw new Error('a helper was called outside a template');
      return current;
    }),
  );
  const build = createBuilder((at) => templates.placeOf(at), kept);

  /** That of the country before that of all; for the full detail one of its own, where there is one. */
  const templateOf = ({ id, template }: Kind, detail: Detail, country: string, description: string): string => {
    // What carries a description carries the one that such a role has.
    const kind = template !== undefined && kindOf(description).instead === template ? description : (template ?? id);
    const names = detail === 'full' ? [`${country}/${kind}-full`, `${kind}-full`] : [];
    return [...names, `${country}/${kind}`].find((name) => read(name) !== null) ?? kind;
  };

  return {
    assemble(given) {
      const { kind, locale, jurisdiction, theme } = given;
      const descriptionOf = ({ category }: Role): string => descriptionFor(kinds(), jurisdiction.id, category);
      const request = {
        ...given,
        form: kindOf(kind).form,
        description: descriptionOf(given.role),
        ...(given.roles && { descriptions: Object.fromEntries(given.roles.map((one) => [one.id, descriptionOf(one)])) }),
      };
      const orientation = orientationOf(kindOf(kind));
      const { role, wording, own: roleView, legalForms: forms, abbreviations: partedBy } = speak(request);
      const { phrase } = wording;
      const view = createView(role, request, wording, roleView);
      current = { locale, tag: jurisdiction.languages[locale], phrase };
      const name = templateOf(kindOf(kind), detailOf(request, kindOf(kind)), jurisdiction.id, request.description);
      const said = new Set<string>();
      const typography: Typography = { typeset: (words) => typeset(words, locale), abbreviations: partedBy(said) };
      const logo = logoInText(request, wording);
      const tree: TreeContext = { ...typography, logo, blankDate: phrase('blank.date-pattern') };
      const markup = templates.render(name, view);
      const { attributes, blocks } = placed(read(name), build, markup, {
        tree,
        theme,
        said,
        circumstances: logo ? null : JSON.stringify([locale, contentKey(theme), ...forms]),
      });
      return {
        kind,
        locale,
        language: languageTag(wording),
        layout: theme.id,
        title: attributes.title ?? '',
        subject: attributes.subject ?? '',
        author: view.organisation.value.name ?? '',
        keywords: [wording.title.bare, ...synonymsIn(role, locale)],
        role: { id: role.id, version: role.version },
        ...orientation,
        ...furnitureOf(request, view, wording, typography, {
          title: (kindOf(kind).for === 'post' ? attributes.title : attributes.subject) ?? '',
          about: aboutOf(kindOf(kind)),
        }),
        ...(kindOf(kind).plan === 'new-hire' && { guide: guideView(role, request, view, wording) }),
        blocks,
      };
    },
    agenda(request, lived = null) {
      const { plan: audience } = kindOf(request.kind);
      if (!audience) return null;
      const { role, wording, own } = speak(request);
      return createAgenda(role, audience, request, createView(role, request, wording, own), wording, lived);
    },
    onboarding(request) {
      const { role, wording, own } = speak(request);
      return toldOnboarding(role, request, createView(role, request, wording, own), wording);
    },
    workbook(request) {
      const { kind, locale, theme, organisation } = request;
      const { role, wording, own } = speak(request);
      const view = createView(role, request, wording, own);
      const { plan: audience, sheet } = kindOf(kind);
      const contents = audience
        ? planSheets(role, audience, request, view, wording)
        : sheet === 'scorecard'
          ? scorecardSheet(role, organisation, view, wording)
          : null;
      return (
        contents && {
          ...contents,
          author: view.organisation.value.name ?? '',
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

/** What the papers of a country say, each in a language. */
function lawOf({ acknowledgement, clauses = {} }: Jurisdiction, locale: Locale): Phrases {
  return createPhrases(
    {
      acknowledgement: Object.fromEntries(Object.entries(acknowledgement).map(([form, words]) => [form, words[locale]])),
      clauses: Object.fromEntries(Object.entries(clauses).map(([name, { text }]) => [name, text[locale]])),
    },
    locale,
  );
}

/** A kind that has one detail only is always full: all that the role says may stand in it. */
const detailOf = ({ detail, organisation }: Request, kind: Kind): Detail =>
  kind.detail ? (detail ?? organisation?.detail ?? 'brief') : 'full';

function synonymsIn({ synonyms }: Role, locale: Locale): string[] {
  if (!synonyms) return [];
  return Array.isArray(synonyms) ? synonyms : (synonyms[locale] ?? []);
}

const aboutOf = (kind: Kind): 'person' | 'post' | null => (kind.for === 'organisation' ? null : kind.for === 'post' ? 'post' : 'person');

const orientationOf = ({ orientation }: Kind): Pick<Document, 'orientation'> => (orientation === 'landscape' ? { orientation } : {});

/** Builds; what is wrong with the whole, and so has no tag to point at, is told of the template. */
function placed(
  source: TemplateSource | null,
  build: ReturnType<typeof createBuilder>,
  ...given: Parameters<typeof build>
): ReturnType<typeof build> {
  try {
    return build(...given);
  } catch (error) {
    if (!(error instanceof Refusal) || !source) throw error;
    throw new Refusal(error.diagnostics.map((one) => ({ ...one, file: one.file ?? source.file })));
  }
}
