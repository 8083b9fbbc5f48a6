/** Which papers read otherwise, in as few words as they can be told: “job description; KPI scorecard (Netherlands: Dutch)”. */
import type { RoleDiff } from './change.js';
import type { ComparedPaper } from './paper.js';
import type { ChangeWording } from './wording.js';

/** Sentences on the signed papers to sign again, those that are new, and those that the role has no more. */
export function papersSaid({ papers, signed }: RoleDiff, wording: ChangeWording): string[] {
  const concerned = papers.filter((paper) => paper.signed && (signed === null || paper.locale === signed));
  const sorts: [string, (paper: ComparedPaper) => boolean][] = [
    ['again', ({ before, after, changed }) => changed && before !== null && after !== null],
    ['new', ({ before }) => before === null],
    ['gone', ({ after }) => after === null],
  ];
  return sorts.flatMap(([sort, belongs]) => {
    const kinds = [...new Set(concerned.filter(belongs).map(({ kind }) => kind))];
    const list = kinds.map((kind) => kindSaid(kind, concerned, belongs, wording)).join('; ');
    return list === '' ? [] : [wording.say(`summary.${sort}`, { list })];
  });
}

/** A kind by its name, and as much of its countries and languages as it takes to tell which papers are meant. */
function kindSaid(
  kind: string,
  concerned: readonly ComparedPaper[],
  belongs: (paper: ComparedPaper) => boolean,
  { say, names }: ChangeWording,
): string {
  const own = concerned.filter((paper) => paper.kind === kind);
  const some = own.filter(belongs);
  if (some.length === own.length) return names.kind(kind);
  /** Whether papers that share a country, or a language, belong all or none of them. */
  const isWhole = (key: 'jurisdiction' | 'locale'): boolean =>
    own.every((paper) => belongs(paper) || !some.some((one) => one[key] === paper[key]));
  const languages = (papers: readonly ComparedPaper[]): string =>
    [...new Set(papers.map(({ locale }) => locale))].map((locale) => say(`language.${locale}`)).join(', ');
  const countries = [...new Set(some.map(({ jurisdiction }) => jurisdiction))];
  const where = isWhole('locale')
    ? languages(some)
    : countries
        .map((country) =>
          isWhole('jurisdiction')
            ? names.country(country)
            : say('summary.where', {
                country: names.country(country),
                languages: languages(some.filter(({ jurisdiction }) => jurisdiction === country)),
              }),
        )
        .join('; ');
  return say('summary.of', { kind: names.kind(kind), where });
}
