// The pages of the lint, one for each language: what it does, from scripts/lint-page/, and all of its rules, from lint/.
import { readFileSync } from 'node:fs';

const groups = ['law', 'completeness', 'clarity', 'language'];

const languages = {
  en: {
    file: 'lint.md',
    name: 'In English',
    groups: ['Law', 'Completeness', 'Clarity', 'Language'],
    head: '| Rule | Severity | Law of | What it finds |',
    all: 'all',
    severity: { error: 'error', warning: 'warning', info: 'note' },
  },
  ru: {
    file: 'lint.ru.md',
    name: 'По-русски',
    groups: ['Право', 'Полнота', 'Ясность', 'Язык'],
    head: '| Правило | Важность | Право | Что находит |',
    all: 'любое',
    severity: { error: 'ошибка', warning: 'предупреждение', info: 'заметка' },
  },
  nl: {
    file: 'lint.nl.md',
    name: 'Nederlands',
    groups: ['Recht', 'Volledigheid', 'Duidelijkheid', 'Taal'],
    head: '| Regel | Weegt als | Recht | Wat zij vindt |',
    all: 'elk',
    severity: { error: 'fout', warning: 'waarschuwing', info: 'opmerking' },
  },
};

/** File → text. `titleOf(rule, language)` is what a rule finds, `figures` how good the lint is, in Markdown. */
export const lintPages = (rules, titleOf, figures) =>
  Object.fromEntries(
    Object.entries(languages).map(([language, words]) => {
      const others = Object.values(languages).filter((other) => other !== words);
      const parts = {
        others: others.map(({ name, file }) => `[${name}](${file})`).join(' · '),
        rules: tables(rules, words, (rule) => titleOf(rule, language)),
        figures,
      };
      const page = readFileSync(new URL(`lint-page/${language}.md`, import.meta.url), 'utf8');
      const text = page.replace(/\{\{(\w+)\}\}/g, (_, part) => parts[part]);
      return [
        `docs/${words.file}`,
        `<!-- Written from lint/*.yaml and scripts/lint-page/ by \`npm run reference\`. Do not edit. -->\n${text}`,
      ];
    }),
  );

const tables = (rules, { groups: headings, head, all, severity }, titleOf) =>
  groups
    .map((group, at) => {
      const rows = rules
        .filter((rule) => rule.group === group)
        .map(
          (rule) =>
            `| [${rule.id}](lint/${rule.id}.md) | ${severity[rule.severity]} | ${rule.jurisdictions?.join(', ') ?? all} | ${titleOf(rule)} |`,
        );
      return [`## ${headings[at]}`, '', head, '| --- | --- | --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
