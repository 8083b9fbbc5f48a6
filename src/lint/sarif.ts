/** Findings as SARIF 2.1.0, which code hosts and editors show beside the lines. */
import { wordingIn, wordsOf } from '../report/report.js';
import type { Messages } from '../report/report.js';
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import type { LintRule } from './catalogue.js';
import { changesOf } from './fix.js';
import type { Located } from './lint.js';
import { nameOf } from './words.js';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

export interface SarifInput {
  version: string;
  rules: readonly LintRule[];
  findings: readonly Located[];
  /** Diagnostics that come from no rule: of the reader, of suppressions, of the project file. */
  others: readonly Diagnostic[];
  /** With the words of the rules. */
  messages: Messages;
}

/** The log of one run. Regions count characters, as all our columns do. */
export function sarifLog({ version, rules, findings, others, messages }: SarifInput): object {
  const otherCodes = [...new Set(others.map((one) => one.code))].sort();
  const { language } = messages;
  const index = new Map([...rules.map((rule) => `lint/${rule.data.id}`), ...otherCodes].map((id, at) => [id, at]));
  const result = (one: Diagnostic): object => {
    const { message, hint } = wordsOf(one, messages);
    return {
      ruleId: one.code,
      ruleIndex: index.get(one.code) ?? -1,
      level: levels[one.severity],
      message: { text: hint === null ? message : `${message} ${hint}` },
      locations:
        one.file === undefined
          ? []
          : [{ physicalLocation: { artifactLocation: artifact(one.file), ...(one.line === undefined ? {} : { region: regionOf(one) }) } }],
    };
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'rolewright',
            version,
            rules: [
              ...rules.map(({ data }) => ({
                id: `lint/${data.id}`,
                shortDescription: { text: nameOf(wordingIn(data.title, language), language) },
                help: {
                  text: [
                    nameOf(wordingIn(data.advice, language), language),
                    ...data.citations.map((one) => [one.text, one.address].filter(Boolean).join(', ')),
                  ].join('\n'),
                },
                defaultConfiguration: { level: levels[data.severity] },
                properties: { tags: [data.group] },
              })),
              ...otherCodes.map((id) => ({ id, shortDescription: { text: id } })),
            ],
          },
        },
        columnKind: 'unicodeCodePoints',
        results: [...findings.map((one) => ({ ...result(one.diagnostic), ...fixesOf(one) })), ...others.map(result)],
      },
    ],
  };
}

const artifact = (file: string): { uri: string } => ({ uri: file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/') });

const regionOf = ({ line = 1, column = 1, length = 1 }: Diagnostic): object => ({
  startLine: line,
  startColumn: column,
  endLine: line,
  endColumn: column + length,
});

function fixesOf(located: Located): object {
  const [change] = changesOf(located);
  if (!change || !located.fix) return {};
  const { source } = located.fix;
  const [from, to] = [
    source.placeAt({ start: change.start, end: change.start + 1 }),
    source.placeAt({ start: change.end, end: change.end + 1 }),
  ];
  const deletedRegion = { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  return {
    fixes: [
      {
        artifactChanges: [
          { artifactLocation: artifact(source.file), replacements: [{ deletedRegion, insertedContent: { text: change.text } }] },
        ],
      },
    ],
  };
}
