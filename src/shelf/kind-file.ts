/** Kinds of document from the files of a project. */
import { readData } from '../read/data.js';
import type { Kind as DataKind, Reading } from '../read/data.js';
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { reference } from '../read/rules.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { outputNameProblems } from '../workspace/output-name.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Kind } from './kind.generated.js';
import { setNames } from './kinds.js';
import { calledLikeItsFile } from './shelf-file.js';

/** What a kind may refer to, by ids. */
export interface KnownToKinds {
  readonly countries: readonly string[];
  readonly kinds: readonly string[];
}

/**
 * Reads and checks a kind. Without `known` nobody asks whether the countries that it names exist, and the kind whose template
 * it has or whose place it takes. Never throws; all problems come in one run.
 */
export const readKind = (workspace: Workspace, path: string, known?: KnownToKinds): Reading<Kind> =>
  readData<Kind>(workspace, path, kindAt(path, known));

const kindAt = (path: string, known: KnownToKinds | undefined): DataKind => ({
  schema: 'kind',
  rules: [
    calledLikeItsFile(path, 'id'),
    isNoSet,
    filesCanBeMade,
    formatsHaveContent,
    ...(known ? [(checked: Checked) => referencesExist(checked, known)] : []),
  ],
});

function referencesExist({ data }: Checked, { countries, kinds }: KnownToKinds): Finding[] {
  if (!isRecord(data)) return [];
  const named: unknown[] = Array.isArray(data.jurisdictions) ? data.jurisdictions : [];
  return [
    ...named.flatMap((country, at) => reference('country', country, countries, `/jurisdictions/${at}`)),
    ...reference('kind', data.template, kinds, '/template'),
    ...reference('kind', data.instead, kinds, '/instead'),
  ];
}

/** `--kind` takes the names of sets beside those of kinds. */
function isNoSet({ data }: Checked): Finding[] {
  const id = isRecord(data) ? data.id : undefined;
  return typeof id === 'string' && setNames.some((one) => one === id)
    ? [finding('kind-name-taken', '/id', { id, known: setNames.join(', ') })]
    : [];
}

/** Some names are devices on some systems. */
function filesCanBeMade({ data }: Checked): Finding[] {
  const file = isRecord(data) ? data.file : undefined;
  const stems =
    typeof file === 'string' ? [['/file', file]] : isRecord(file) ? Object.entries(file).map(([key, stem]) => [`/file/${key}`, stem]) : [];
  return stems.flatMap(([pointer, stem]) =>
    typeof stem === 'string' && /^[\p{L}\p{N} _-]+$/u.test(stem)
      ? outputNameProblems([`${stem}.ru.docx`], '').map(({ args }) => finding('bad-file-name', String(pointer), { ...args, name: stem }))
      : [],
  );
}

/** A spreadsheet or calendar is made of days and figures, not of the template. */
function formatsHaveContent({ data }: Checked): Finding[] {
  if (!isRecord(data) || !Array.isArray(data.formats)) return [];
  return data.formats.flatMap((format: unknown, at) => {
    const lacks = (format === 'xlsx' && !data.plan && !data.sheet) || (format === 'ics' && !data.plan);
    return lacks
      ? [finding('format-without-content', `/formats/${at}`, { format: String(format), needs: format === 'ics' ? 'plan' : 'plan, sheet' })]
      : [];
  });
}
