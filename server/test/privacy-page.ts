/** The pages on what is stored of people, written from the tables, the events, the terms of papers and what the service forgets by itself. */
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { kindName, openDesk, packageWorkspace } from 'rolewright';
import { parse } from 'yaml';
import { auditDays } from '../src/cli/sweep.js';
import { passwordLinkLasts } from '../src/http/entrance.js';
import { longestSession, longestSilence } from '../src/access/sessions.js';
import { kinds } from '../src/life/events.js';
import { isErasable } from '../src/storage/erase.js';
import type { Tables } from '../src/storage/tables.js';
import { wordsIn } from './life-words.js';
import type { Language } from './life-words.js';

export const pageName = (language: Language): string => `privacy${language === 'en' ? '' : `.${language}`}.md`;

/** What lies in which tables; each table is of one group. */
export const groups = {
  people: ['person', 'holding', 'hold'],
  papers: ['document', 'document_file', 'document_state', 'series', 'blob'],
  answers: ['request', 'acknowledgement', 'evidence_page'],
  plans: ['plan'],
  decisions: ['proposal', 'approval'],
  chain: ['event', 'event_payload', 'erased_payload', 'erased_file', 'anchor', 'chain_head'],
  mails: ['mail', 'delivery', 'job'],
  links: ['signer_link', 'signer_session', 'signer_key', 'once_code', 'signer_try'],
  accounts: ['account', 'access_grant', 'deputy', 'session', 'attempt', 'link', 'api_key', 'answered'],
  audit: ['audit'],
} as const satisfies Readonly<Record<string, readonly (keyof Tables)[]>>;
type Group = keyof typeof groups;

interface PageWords {
  readonly title: string;
  readonly written: string;
  readonly other: string;
  readonly intro: string;
  readonly stored: string;
  readonly columns: readonly string[];
  readonly groups: Readonly<Record<Group, { readonly what: string; readonly whose: string; readonly why: string; readonly until: string }>>;
  readonly terms: string;
  readonly termsLead: string;
  readonly kind: string;
  readonly countries: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<'end-of-work' | 'replacement' | 'signing', string>>;
  readonly none: string;
  readonly events: string;
  readonly eventsLead: string;
  readonly erasable: string;
  readonly lasting: string;
  readonly rest: string;
}

const hours = (milliseconds: number): number => milliseconds / 3_600_000;

/** Figures that the program itself keeps to. */
const figures = {
  auditDays,
  linkDays: hours(passwordLinkLasts) / 24,
  sessionHours: hours(longestSession),
  silenceHours: hours(longestSilence),
};

export const wordsOf = (language: Language): PageWords =>
  parse(readFileSync(new URL(`privacy/privacy.${language}.yaml`, import.meta.url), 'utf8')) as PageWords;

export function privacyPage(language: Language): string {
  const words = wordsOf(language);
  const { kinds: eventNames } = wordsIn(language);
  const filled = (text: string): string => String(new IntlMessageFormat(text, language).format(figures));
  const { library } = openDesk(packageWorkspace());
  const countries = Object.keys(words.countries);
  const row = (cells: readonly string[]): string => `| ${cells.map((one) => one.replace(/\s*\n\s*/g, ' ').trim()).join(' | ')} |`;
  const table = (head: readonly string[], lines: readonly (readonly string[])[]): string[] => [
    row(head),
    row(head.map(() => '---')),
    ...lines.map(row),
  ];
  const named = (isOne: (kind: string) => boolean): string =>
    kinds
      .filter(isOne)
      .map((kind) => eventNames[kind])
      .join('; ');
  return [
    `<!-- ${words.written} -->`,
    `# ${words.title}`,
    '',
    words.other,
    '',
    words.intro.trim(),
    '',
    `## ${words.stored}`,
    '',
    ...table(
      words.columns,
      (Object.keys(groups) as Group[]).map((group) => {
        const { what, whose, why, until } = words.groups[group];
        return [what, whose, why, filled(until), groups[group].map((one) => `\`${one}\``).join(', ')];
      }),
    ),
    '',
    `## ${words.terms}`,
    '',
    words.termsLead.trim(),
    '',
    ...table(
      [words.kind, ...countries.map((one) => words.countries[one] ?? one)],
      library
        .kinds()
        .filter(({ keep }) => keep !== undefined)
        .map((kind) => [
          kindName(kind, language),
          ...countries.map((country) => {
            const keep = kind.keep?.[country];
            return keep ? `${keep.years}, ${words.after[keep.after]}` : words.none;
          }),
        ]),
    ),
    '',
    `## ${words.events}`,
    '',
    words.eventsLead.trim(),
    '',
    `- **${words.erasable}:** ${named(isErasable)}.`,
    `- **${words.lasting}:** ${named((kind) => !isErasable(kind))}.`,
    '',
    words.rest.trim(),
    '',
  ].join('\n');
}
