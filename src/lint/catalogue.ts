/** All rules: their data from `lint/*.yaml`, and the code of those that have any. */
import type { Locale } from '../document/document.js';
import { ownYaml } from '../read/own-data.js';
import type { Workspace } from '../workspace/workspace.js';
import { checks } from './checks.js';
import { phrasesOf } from './phrase-book.js';
import type { Phrases } from './phrase-book.js';
import type { LintCheck, RuleData } from './rule.js';

export interface LintRule {
  data: RuleData;
  check: LintCheck;
  phrases: (language: Locale) => Phrases;
}

/** Every rule, by id. The files are the project’s own and tested, so they are read without checks. */
export function readRules(shelf: Workspace): readonly LintRule[] {
  return shelf
    .list('lint')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const data = lazily(shelf.readText(`lint/${name}`));
      return { data, check: checks[data.id] ?? phrasesOnly, phrases: phrasesOf(data.phrases ?? {}) };
    });
}

/**
 * The data of a rule, each key parsed when it is first asked for: a run needs few of the titles and none of the
 * examples, and parsing them all would take longer than linting a role.
 */
function lazily(text: string): RuleData {
  const starts = [...text.matchAll(/^[A-Za-z]\w*(?=:)/gm)];
  const data = {};
  for (const [number, { 0: key, index }] of starts.entries()) {
    const block = text.slice(index, starts[number + 1]?.index);
    Object.defineProperty(data, key, {
      enumerable: true,
      configurable: true,
      get() {
        const plain = /^\w+: ([a-z-]+)\n$/.exec(block)?.[1];
        const value: unknown = plain === undefined || plain === 'true' ? (ownYaml(block) as Record<string, unknown>)[key] : plain;
        Object.defineProperty(data, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return data as RuleData;
}

/** A rule without code finds its phrases. */
const phrasesOnly: LintCheck = (context) => context.phrases();
