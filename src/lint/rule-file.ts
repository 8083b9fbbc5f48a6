/** Lint rules that a project brings along: read and checked, since nobody else has looked at them. */
import { frozen } from '../content/content.js';
import { nearest } from '../diagnostic/nearest.js';
import { phraseProblems, valuesIn } from '../language/phrase-check.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import { finding, quoted } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { idsAreOnShelf } from '../read/known-ids.js';
import { ownYaml } from '../read/own-data.js';
import { valuesOf } from '../read/rules.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { locales } from '../shelf/library.js';
import { calledLikeItsFile, nameOf, phraseFindings } from '../shelf/shelf-file.js';
import type { Shelf } from '../workspace/layered.js';
import type { Workspace } from '../workspace/workspace.js';
import { checks } from './checks.js';
import { conceptIds } from './concept-files.js';
import { mostSlots, phraseFault } from './phrase.js';
import { conceptsOf, namesSectionsOnly, relation } from './relation.js';
import type { RuleData, Subject } from './rule.js';
import { isSection } from './section-names.js';

/**
 * Reads and checks a rule, which is frozen. Countries are those of the shelf. A file that is called like a rule of ours
 * with code is its data: title and advice may speak of what that code tells. Never throws; all problems come in one run,
 * in the order of the file.
 */
export function readRuleFile(workspace: Workspace, path: string, shelf: Shelf): Reading<RuleData> {
  const { data, ...rest } = readData<RuleData>(workspace, path, kindAt(path, shelf));
  return { data: data && frozen(data), ...rest };
}

/** Whether a rule has code of ours. */
export const hasCode = (id: string): boolean => Object.hasOwn(checks, id);

const kindAt = (path: string, shelf: Shelf): Kind => ({
  schema: 'lint-rule',
  rules: [
    idsAreOnShelf(shelf),
    calledLikeItsFile(path, 'id'),
    (checked) => speaksItsLanguages(checked),
    (checked) => wordsArePrintable(checked, factsOf(nameOf(path), recordOf(checked.data), shelf.own)),
    phrasesCanBeLookedFor,
    sectionsExist,
    (checked) => relationsCanBeLookedFor(checked, shelf.own),
    ...(hasCode(nameOf(path)) ? [] : [phrasesAreAll]),
  ],
});

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** The languages of the texts that a rule looks at. */
function servedBy(data: Record<string, unknown>): readonly string[] {
  const own = Array.isArray(data.languages) ? locales.filter((one) => (data.languages as unknown[]).includes(one)) : [];
  return own.length > 0 ? own : locales;
}

/** Whoever writes in a language is told in it what is wrong; phrases of other languages would never be looked for. */
function speaksItsLanguages({ data }: Checked): Finding[] {
  const rule = recordOf(data);
  const served = servedBy(rule);
  const lacking = (['title', 'advice'] as const).flatMap((key) => {
    const words = rule[key];
    // That there is no wording at all has been told by the schema.
    if (!isRecord(words) || Object.keys(words).length === 0) return [];
    const missing = served.filter((one) => !Object.hasOwn(words, one));
    return missing.length > 0 ? [finding('lint-wording-missing', `/${key}`, { languages: missing.join(', ') })] : [];
  });
  const idle = locales.filter((one) => !served.includes(one) && Object.hasOwn(recordOf(rule.phrases), one));
  return [
    ...lacking,
    ...idle.map((language) =>
      finding('undeclared-language', `/phrases/${language}`, { language, declared: served.join(', ') }, { side: 'key' }),
    ),
  ];
}

/** What title and advice of a rule are given. */
function factsOf(id: string, { once }: Record<string, unknown>, own: Workspace): readonly string[] {
  const file = `lint/${id}.yaml`;
  const args = hasCode(id) && own.exists(file) ? recordOf(ownYaml(own.readText(file))).args : undefined;
  return ['words', 'law', ...(once === true ? ['count'] : []), ...(Array.isArray(args) ? args.map(String) : [])];
}

function wordsArePrintable({ data }: Checked, facts: readonly string[]): Finding[] {
  // Of every fact a phrase can ask whether it is there.
  const values = new Set(facts.flatMap((one) => [one, `has${one.charAt(0).toUpperCase()}${one.slice(1)}`]));
  return (['title', 'advice'] as const).flatMap((key) =>
    locales.flatMap((language) => {
      const text = recordOf(recordOf(data)[key])[language];
      if (typeof text !== 'string') return [];
      const pointer = `/${key}/${language}`;
      const problems = phraseProblems(text, language, values);
      if (problems.length > 0) return phraseFindings(problems, pointer, facts);
      // An open quote would swallow the citations behind it.
      return valuesIn(`${text}{end}`).includes('end') ? [] : [finding('phrase-not-icu', pointer, { reason: 'UNCLOSED_QUOTE' })];
    }),
  );
}

function phrasesCanBeLookedFor(checked: Checked): Finding[] {
  return valuesOf(checked, 'phrase').flatMap(({ value, pointer }) => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    const fault = phraseFault(value);
    if (!fault) return [];
    const { reason } = fault;
    const part = reason === 'part' ? quoted(fault.part) : '';
    return [finding('lint-phrase-malformed', pointer, { phrase: quoted(value), reason, part, limit: mostSlots })];
  });
}

/** The kinds of file that a rule looks at. */
const subjectsOf = ({ subjects }: Record<string, unknown>): Subject[] =>
  (['role', 'organisation'] as const).filter((one) => (Array.isArray(subjects) ? subjects : ['role']).includes(one));

function sectionsExist(checked: Checked): Finding[] {
  const looked = subjectsOf(recordOf(checked.data));
  return valuesOf(checked, 'phraseList').flatMap(({ value: list, pointer }) =>
    ['sections', 'notSections'].flatMap((key) => {
      const sections = recordOf(list)[key];
      return (Array.isArray(sections) ? (sections as unknown[]) : []).flatMap((section, at) =>
        typeof section !== 'string' || section === '' || looked.some((one) => isSection(one, section))
          ? []
          : [finding('lint-section-unknown', `${pointer}/${key}/${at}`, { section: quoted(section) })],
      );
    }),
  );
}

/** A concept that no lexicon has would never be found, and nobody would know. */
function relationsCanBeLookedFor(checked: Checked, own: Workspace): Finding[] {
  const rule = recordOf(checked.data);
  const written = (['relations', 'excused'] as const).flatMap((key) =>
    (Array.isArray(rule[key]) ? (rule[key] as unknown[]) : []).flatMap((one, at) =>
      typeof one === 'string' && one !== '' ? [{ key, one, pointer: `/${key}/${at}` }] : [],
    ),
  );
  if (written.length === 0) return [];
  const known = conceptIds(own);
  const isKnown = (concept: string): boolean => known.has(concept);
  return written.flatMap(({ key, one, pointer }) => {
    const fault = (reason: string, part = ''): Finding =>
      finding('lint-relation-malformed', pointer, {
        relation: quoted(one),
        reason,
        part: quoted(part),
        nearest: nearest(part, [...known]),
      });
    if (key === 'excused') return isKnown(one) ? [] : [fault('concept', one)];
    const read = relation(one);
    // What has another form than a relation has been told by the schema.
    if (!read) return namesSectionsOnly(one) ? [fault('empty')] : [];
    const sections = read.parts.filter(({ isSection: is }) => is).flatMap(({ any }) => any);
    return [
      ...conceptsOf(read)
        .filter((concept) => !isKnown(concept))
        .map((concept) => fault('concept', concept)),
      ...sections
        .filter((section) => !subjectsOf(rule).some((subject) => isSection(subject, section)))
        .map((section) => finding('lint-section-unknown', pointer, { section: quoted(section) })),
    ];
  });
}

const forCode = ['args', 'dictionaries', 'lists'];

/** A rule without code is its phrases; what only code reads would be read by nobody. */
function phrasesAreAll(checked: Checked): Finding[] {
  const rule = recordOf(checked.data);
  const idle = [
    ...forCode.filter((key) => Object.hasOwn(rule, key)).map((key) => ({ key, pointer: `/${key}` })),
    ...valuesOf(checked, 'phraseList').flatMap(({ value, pointer }) =>
      isRecord(value) && Object.hasOwn(value, 'mark') ? [{ key: 'mark', pointer: `${pointer}/mark` }] : [],
    ),
  ];
  return [
    ...(isRecord(checked.data) && !Object.hasOwn(rule, 'phrases') && !Object.hasOwn(rule, 'relations')
      ? [finding('missing-key', '', { keys: 'phrases', count: 1 })]
      : []),
    ...idle.map(({ key, pointer }) => finding('lint-key-without-code', pointer, { key }, { side: 'key' })),
  ];
}
