/** The words of rules as the one formatter wants them: a message and a hint for each code `lint/<id>`. */
import { wordsOf } from '../report/report.js';
import type { Messages } from '../report/report.js';
import type { Locale } from '../document/document.js';
import type { LintRule } from './catalogue.js';
import type { Wording } from './rule.js';

/** The catalogue of messages with the words of every rule; the citations stand after the advice. */
export const withRules = (messages: Messages, rules: readonly LintRule[]): Messages => ({
  ...messages,
  codes: { ...messages.codes, ...Object.fromEntries(rules.map(({ data }) => [`lint/${data.id}`, wordsIn(data, messages.language)])) },
});

const wordsIn = ({ title, advice }: LintRule['data'], language: Locale): { message: string; hint: string } => ({
  message: wordingIn(title, language),
  hint: `${wordingIn(advice, language)}{hasLaw, select, yes { ({law})} other {}}`,
});

/** A phrase in a language; where a project has none in it, in another. */
export const wordingIn = (wording: Wording, language: Locale): string => wording[language] ?? wording.en ?? wording.ru ?? wording.nl ?? '';

/** A phrase of a rule apart from any finding: what it says without its facts. */
export function nameOf(phrase: string, language: Locale): string {
  const { message } = wordsOf(
    { code: 'rule', severity: 'info', args: {} },
    { language, severity: { error: '', warning: '', info: '' }, also: '', alsoRows: '', codes: { rule: { message: phrase, hint: '' } } },
  );
  return message.replace(/(?::| —| –)? ?[«“‘]…[»”’]\.?$/u, '').trim();
}
