/** All rules: their data from `lint/*.yaml`, and the code of those that have any. */
import { parse } from 'yaml';
import type { Workspace } from '../workspace.js';
import { checks } from './checks.js';
import { matcherOf } from './phrase-book.js';
import type { Matcher } from './phrase-book.js';
import type { LintCheck, RuleData } from './rule.js';

export interface LintRule {
  data: RuleData;
  check: LintCheck;
  matcher: Matcher;
}

const loaded = new WeakMap<Workspace, LintRule[]>();

/** Every rule, by id, read once per process. The files are the project’s own and tested, so they are read without checks. */
export function loadRules(shelf: Workspace): readonly LintRule[] {
  const ready = loaded.get(shelf) ?? readRules(shelf);
  loaded.set(shelf, ready);
  return ready;
}

function readRules(shelf: Workspace): LintRule[] {
  return shelf.list('lint').filter((name) => name.endsWith('.yaml')).map((name) => {
    const data = parse(shelf.readText(`lint/${name}`)) as RuleData;
    return { data, check: checks[data.id] ?? phrasesOnly, matcher: matcherOf(data.phrases ?? {}) };
  });
}

/** A rule without code finds its phrases. */
const phrasesOnly: LintCheck = (context) => context.phrases();
