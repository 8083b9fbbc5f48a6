/** The one formatter: diagnostics for people, with words, source line and caret, and for programs, as plain data. */
import { pointAt } from './source-pointer.js';
import { visible } from './visible.js';
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { picocolors } from '../packages/installed.js';
import { parseMessage } from '../language/message.js';
import type { Message } from '../language/message.js';
import { ownData } from '../read/own-data.js';
import type { Workspace } from '../workspace/workspace.js';

/** The words of one language. */
export interface Messages {
  language: Locale;
  severity: Record<Severity, string>;
  /** After a finding that is the same in other files: how many, and the first of them. */
  also: string;
  /** After one that is the same in other rows of a list. */
  alsoRows: string;
  /** ICU phrases by code. A hint that comes out empty is not shown. */
  codes: Record<string, { message: string; hint: string }>;
  /** The same of a rule of lint, `lint/<id>`, whose words stand in its own file: rules for papers speak whenever papers are printed. */
  ofRule?: (id: string) => { message: string; hint: string } | undefined;
}

export interface PlainDiagnostic {
  code: string;
  severity: Severity;
  message: string;
  hint: string | null;
  file: string | null;
  line: number | null;
  column: number | null;
  path: string | null;
}

/** Reads the catalogue of a language, `locales/messages.ru.yaml`, from Rolewright’s own files; rules may stand on the shelf of a project. */
export const loadMessages = (shelf: Workspace, language: Locale, rules: Workspace = shelf): Messages => ({
  language,
  ...(ownData(shelf, `locales/messages.${language}.yaml`) as Omit<Messages, 'language'>),
  ofRule: (id) => {
    const path = `lint/${id}.yaml`;
    return rules.exists(path) ? wordsOfRule(ownData(rules, path) as RuleWords, language) : undefined;
  },
});

type Wording = Readonly<Partial<Record<Locale, string>>>;

interface RuleWords {
  readonly title: Wording;
  readonly advice: Wording;
}

/** The words of a rule; what it rests on stands after the advice. */
export const wordsOfRule = ({ title, advice }: RuleWords, language: Locale): { message: string; hint: string } => ({
  message: wordingIn(title, language),
  hint: `${wordingIn(advice, language)}{hasLaw, select, yes { ({law})} other {}}`,
});

/** A phrase in a language; where a project has none in it, in another. */
export const wordingIn = (wording: Wording, language: Locale): string => wording[language] ?? wording.en ?? wording.ru ?? wording.nl ?? '';

/** What happened and what to do, in the words of the catalogue. A code without words is told by its facts. */
export function wordsOf(diagnostic: Diagnostic, messages: Messages): { message: string; hint: string | null } {
  const words = Object.hasOwn(messages.codes, diagnostic.code) ? messages.codes[diagnostic.code] : wordsFromRule(diagnostic, messages);
  if (!words)
    return {
      message: [diagnostic.code, ...Object.entries(diagnostic.args).map(([name, value]) => `${name}: ${visible(String(value))}`)].join(
        ' · ',
      ),
      hint: null,
    };
  const hint = fill(words.hint, diagnostic.args, messages.language);
  return { message: fill(words.message, diagnostic.args, messages.language), hint: hint === '' ? null : hint };
}

const wordsFromRule = ({ code }: Diagnostic, { ofRule }: Messages): ReturnType<NonNullable<Messages['ofRule']>> =>
  code.startsWith('lint/') ? ofRule?.(code.slice('lint/'.length)) : undefined;

/** The diagnostics for people, one below the other, ending in a line break; nothing for none. */
export function reportText(diagnostics: readonly Diagnostic[], messages: Messages, { colour }: { colour: boolean }): string {
  const paint = picocolors().createColors(colour);
  const tints: Record<Severity, (text: string) => string> = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  return together(diagnostics)
    .map(({ one, others }) => {
      const { message, hint } = wordsOf(one, messages);
      const tint = tints[one.severity];
      const place = [one.file, one.line, one.file === undefined || one.line === undefined ? undefined : one.column]
        .filter((part) => part !== undefined)
        .join(':');
      const where = place === '' ? (one.path ?? '') : place;
      const pointer =
        one.sourceLine === undefined || one.line === undefined || one.sourceLine.trim() === ''
          ? null
          : pointAt(one.sourceLine, one.column ?? 1, one.length ?? 1);
      const number = String(one.line ?? '').padStart(5);
      return [
        `${where === '' ? '' : `${paint.bold(visible(where))}: `}${tint(messages.severity[one.severity])} ${paint.dim(one.code)}`,
        `  ${message}`,
        ...(pointer
          ? [`${paint.dim(`${number} │`)} ${pointer.line}`, `${paint.dim(`${' '.repeat(number.length)} │`)} ${tint(pointer.caret)}`]
          : []),
        ...(hint === null ? [] : [`  ${paint.bold('→')} ${hint}`]),
        ...(others.length === 0 ? [] : [`  ${alsoIn(others, messages)}`]),
        ...(one.others === undefined ? [] : [`  ${alsoInRows(one.others, messages)}`]),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** Files that are named where many have the same finding. */
const mostNamed = 3;

const alsoIn = (others: readonly Diagnostic[], { also, language }: Messages): string => {
  const files = others.slice(0, mostNamed).map(({ file = '', line }) => [file, line].filter((part) => part !== undefined).join(':'));
  return fill(also, { count: others.length, files: files.join(', '), more: others.length > mostNamed ? '…' : '' }, language);
};

/** Rows that are named where many have the same finding. */
const mostRows = 5;

const alsoInRows = ({ count, first }: NonNullable<Diagnostic['others']>, { alsoRows, language }: Messages): string =>
  fill(alsoRows, { count, rows: first.slice(0, mostRows).join(', '), more: count > Math.min(first.length, mostRows) ? '…' : '' }, language);

/** The same finding in several files is told once, at the first of them. */
function together(diagnostics: readonly Diagnostic[]): { one: Diagnostic; others: Diagnostic[] }[] {
  const groups = new Map<string, { one: Diagnostic; others: Diagnostic[] }>();
  for (const [at, one] of diagnostics.entries()) {
    const key =
      one.file === undefined ? String(at) : JSON.stringify([one.code, one.severity, one.args, one.sourceLine ?? null, one.path ?? null]);
    const group = groups.get(key);
    if (group && group.one.file !== one.file && !group.others.some(({ file }) => file === one.file)) group.others.push(one);
    else groups.set(group ? `${key} ${at}` : key, { one, others: [] });
  }
  return [...groups.values()];
}

/** The diagnostics for programs. The names of the fields and the codes are stable; the words are not. */
export const reportJson = (diagnostics: readonly Diagnostic[], messages: Messages): PlainDiagnostic[] =>
  diagnostics.map((one) => ({
    code: one.code,
    severity: one.severity,
    ...wordsOf(one, messages),
    file: one.file ?? null,
    line: one.line ?? null,
    column: one.column ?? null,
    path: one.path ?? null,
  }));

const compiled = new Map<string, Message>();

function fill(phrase: string, args: Diagnostic['args'], language: Locale): string {
  const key = `${language} ${phrase}`;
  const message = compiled.get(key) ?? parseMessage(phrase, language);
  compiled.set(key, message);
  return message(
    new Proxy<Record<string, string | number>>({}, { has: () => true, get: (_, name) => argument(String(name), args) }),
  ).trim();
}

/** `hasNearest` tells a phrase whether there is a `nearest`. A fact that was not given must not cost the message. */
function argument(name: string, args: Diagnostic['args']): string | number {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  if (value !== undefined) return typeof value === 'string' ? visible(value) : value;
  const asked = /^has([A-Z]\w*)$/.exec(name)?.[1];
  if (asked === undefined) return '…';
  const fact = args[asked.charAt(0).toLowerCase() + asked.slice(1)];
  return fact === undefined || fact === '' ? 'no' : 'yes';
}
