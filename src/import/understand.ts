/** From a Word file as it was read to a draft of a role, and a report of where every piece of it went. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { slugOf } from '../language/slug.js';
import type { WordText } from '../ooxml/word/word-text.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import type { Role } from '../role/role.generated.js';
import { reportOf } from './account.js';
import { RoleDraft } from './draft.js';
import { countryOf, languageOf } from './language.js';
import { guessesOf, placeAmongOthers } from './among-others.js';
import { Ledger } from './ledger.js';
import { OrganisationDraft } from './organisation-draft.js';
import { partUntaken } from './partly.js';
import { readAround, readBody } from './read-body.js';
import type { ImportReport } from './report.js';
import { checkRepeats } from './repeats.js';
import { rulesOf } from './rules.js';
import type { ImportWords } from './import-words.js';
import { settleSums } from './sums.js';
import { gatherUnplaced } from './unplaced.js';
import type { Work } from './work.js';

export interface UnderstandOptions {
  /** The words of every language that files may be written in. */
  readonly words: Readonly<Record<Locale, ImportWords>>;
  /** The name of the file, as sources name it. */
  readonly fileName: string;
  /** The language of the file; told by its words where it is not given. */
  readonly locale?: Locale;
  /** The country of the file; told by its words where it is not given. */
  readonly jurisdiction?: string;
  /** The id of the role; made from the title where it is not given. */
  readonly id?: string;
}

export interface Understanding {
  /** Valid by the schema; in one language; frozen by nobody, for it is yours to edit. */
  readonly draft: Role;
  readonly report: ImportReport;
  readonly language: Locale;
  readonly jurisdiction: string;
  /** The employer, where the file names one. */
  readonly organisation: Organisation | null;
  /** Who held the position, where the file says so; no part of the role. */
  readonly person: Person | null;
  /** What was told in reading; `tellsOf` has what a draft tells of itself. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Never throws on what a file says. The same file gives the same draft. */
export function understand(read: WordText, options: UnderstandOptions): Understanding {
  const text = read.pieces.map((piece) => (piece.kind === 'paragraph' ? piece.text : '')).join('\n');
  const found = languageOf(text, options.words);
  const language = options.locale ?? found?.language ?? 'en';
  const jurisdiction = options.jurisdiction ?? countryOf(text, language, options.words[language]);
  const rules = rulesOf(language, options.words[language]);
  const file = fileKey(options.fileName);
  const areas = new Set<string>();
  const work: Work = {
    rules,
    ledger: new Ledger(read),
    draft: new RoleDraft(rules),
    organisation: new OrganisationDraft(rules.patterns),
    homes: new Map(),
    sourceOf: ({ paragraph: { place } }) => {
      const key = place.area === 'body' ? file : `${file}/${place.area}`;
      areas.add(key);
      return `${key}:${Math.max(1, place.paragraph)}`;
    },
    amongOthers: guessesOf(read, rules),
  };
  readBody(read, work);
  readAround(read, work);
  placeAmongOthers(read, work);
  checkRepeats(read, work);
  partUntaken(read, work);
  gatherUnplaced(read, work);
  const sources = Object.fromEntries([...areas].sort().map((key) => [key, options.fileName.slice(0, 200) || file]));
  settleSums(work.draft);
  const { role, filled } = work.draft.complete({ id: options.id ?? null, sources, jurisdiction });
  const report = reportOf(read, work, role, filled);
  return {
    draft: role,
    report,
    language,
    jurisdiction,
    organisation: work.organisation.organisationFor(jurisdiction, language),
    person: work.organisation.personDraft(),
    diagnostics: diagnosticsOf(options, { found, work, language }),
  };
}

/** `Production Manager JD v3.docx` is production-manager-jd-v3. */
const fileKey = (name: string): string =>
  slugOf(name.replace(/^.*[\\/]/u, '').replace(/\.\p{L}+$/u, ''))
    .slice(0, 40)
    .replace(/-$/, '') || 'file';

function diagnosticsOf(
  { fileName, locale }: UnderstandOptions,
  { found, work, language }: { found: { language: Locale; share: number } | null; work: Work; language: Locale },
): Diagnostic[] {
  const at = { file: fileName };
  const { namedPlaces } = work.organisation;
  return [
    ...(locale === undefined && (found === null || found.share < 0.6)
      ? [diagnostic('import-language-unsure', { language }, at, 'warning')]
      : []),
    ...(namedPlaces > 0 ? [diagnostic('import-personal-data', { count: namedPlaces }, at, 'info')] : []),
  ];
}

/** What a draft lacks, told as it stands now: somebody may have placed texts in it, or corrected its title. */
export function tellsOf({ draft, report: { filled } }: Pick<Understanding, 'draft' | 'report'>, file: string): Diagnostic[] {
  const unplaced = draft.unplaced?.length ?? 0;
  return [
    ...(filled.includes('/duties/0') ? [diagnostic('import-no-duties', {}, { file }, 'warning')] : []),
    ...(filled.length > 0 ? [diagnostic('import-filled', { count: filled.length }, { file }, 'info')] : []),
    ...(unplaced > 0 ? [diagnostic('import-unplaced', { count: unplaced }, { file }, 'warning')] : []),
  ];
}
