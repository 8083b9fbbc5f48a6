/** What the files of a project's shelf have in common: each is found by its name, and some hold phrases. */
import type { PhraseProblem } from '../language/phrase-check.js';
import { finding, quoted } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import type { Rule } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';

/** `locales/ru.yaml` is called `ru`. */
export const nameOf = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/, '');

/** Others name the file by its name, so what it calls itself under `key` must be the same. */
export const calledLikeItsFile =
  (path: string, key: string): Rule =>
  ({ data }) => {
    const id = isRecord(data) ? data[key] : undefined;
    const file = nameOf(path);
    // What is no name at all has been told by the schema.
    return typeof id === 'string' && /^[a-z0-9-]+$/.test(id) && id !== file
      ? [finding('shelf-name-differs', `/${key}`, { id: quoted(id), file: quoted(file) })]
      : [];
  };

/** The problems of a phrase, at its pointer. `values` are those that it can be given. */
export const phraseFindings = (problems: readonly PhraseProblem[], pointer: string, values: readonly string[]): Finding[] =>
  problems.map((one) => {
    switch (one.kind) {
      case 'malformed':
        return finding('phrase-not-icu', pointer, { reason: one.reason });
      case 'unknown-value':
        return finding('phrase-value-unknown', pointer, { value: quoted(one.value), known: values.join(', ') });
      case 'date':
        return finding('phrase-value-date', pointer, { value: quoted(one.value) });
    }
  });
