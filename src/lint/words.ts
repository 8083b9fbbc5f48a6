/** The words of rules as the one formatter wants them: a message and a hint for each code `lint/<id>`. */
import { wordsOf, wordsOfRule } from '../report/report.js';
import type { Messages } from '../report/report.js';
import type { Locale } from '../document/document.js';
import type { LintRule } from './catalogue.js';

/** The catalogue of messages with the words of every rule; the citations stand after the advice. */
export const withRules = (messages: Messages, rules: readonly LintRule[]): Messages => ({
  ...messages,
  codes: { ...messages.codes, ...Object.fromEntries(rules.map(({ data }) => [`lint/${data.id}`, wordsOfRule(data, messages.language)])) },
});

/** A phrase of a rule apart from any finding: what it says without its facts. */
export function nameOf(phrase: string, language: Locale): string {
  const { message } = wordsOf(
    { code: 'rule', severity: 'info', args: {} },
    { language, severity: { error: '', warning: '', info: '' }, also: '', alsoRows: '', codes: { rule: { message: phrase, hint: '' } } },
  );
  return message.replace(/(?::| —| –)? ?[«“‘]…[»”’]\.?$/u, '').trim();
}
