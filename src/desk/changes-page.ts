/** A comparison as one page that needs nothing but itself. */
import type { Change, RoleDiff } from '../diff/change.js';
import { classes, element, lines } from '../write/html/markup.js';
import type { Child, Markup } from '../write/html/markup.js';
import { pageHead } from '../write/html/page-head.js';
import { reportOf } from '../diff/rows.js';
import type { ReportEntry, Row } from '../diff/rows.js';
import { summaryOf } from '../diff/summary.js';
import type { ChangeWording } from '../diff/wording.js';
import { markedWords } from './marked-words.js';

/** The text of an HTML file; the same comparison gives the same text. Throws a Refusal with `unprintable-character`. */
export function diffPage(diff: RoleDiff, wording: ChangeWording): string {
  const { say } = wording;
  const { changes, aside, verdict, papers } = summaryOf(diff, wording);
  const title = say('page.title', { title: wording.title });
  const version = ({ id, version: number }: RoleDiff['before']): string => `${id} ${number}`;
  const head = pageHead(title, style);
  const paragraphs = [
    changes,
    aside,
    ...(diff.changes.length > 0 ? [verdict, ...papers] : []),
    diff.signed === null && diff.languages.length > 1 && diff.material ? say('summary.any') : null,
  ];
  const summary = element(
    'section',
    { 'aria-labelledby': 'summary' },
    lines([
      element('h2', { id: 'summary' }, say('page.summary')),
      ...paragraphs
        .filter((one) => one !== null && one !== '')
        .map((one) => element('p', { class: one === verdict && diff.material ? 'verdict' : null }, one)),
    ]),
  );
  const all = element(
    'section',
    { 'aria-labelledby': 'changes' },
    lines([
      element('h2', { id: 'changes' }, say('page.changes')),
      element('p', { class: 'quiet' }, say('page.legend')),
      ...reportOf(diff, wording).map(({ name, entries }) =>
        element('section', {}, lines([element('h3', {}, name), element('ul', {}, lines(entries.map((one) => entry(one, wording))))])),
      ),
    ]),
  );
  const main = element(
    'main',
    {},
    lines([
      element('h1', {}, title),
      element('p', { class: 'quiet' }, say('summary.versions', { before: version(diff.before), after: version(diff.after) })),
      summary,
      ...(diff.changes.length > 0 ? [all] : []),
    ]),
  );
  return `<!DOCTYPE html>\n${element('html', { lang: wording.language }, lines([head, element('body', {}, main)])).source}\n`;
}

function entry({ change, kind, name, group, reason, rows }: ReportEntry, wording: ChangeWording): Markup {
  const place = [group, change.id].filter(Boolean).join(' · ');
  const head: Child[] = [
    element('strong', {}, kind),
    ' ',
    name === '' ? null : element('span', { lang: langOf(change, wording) }, name),
    ' ',
    place === '' ? null : element('span', { class: 'quiet' }, place),
    ' ',
    element('span', { class: change.material ? 'badge' : 'quiet' }, change.material ? `! ${wording.say('page.material')}` : (reason ?? '')),
  ];
  return element(
    'li',
    { class: classes('change', change.material && 'material') },
    element('p', {}, head),
    rows.length === 0 ? null : element('dl', {}, lines(rows.map((one) => row(one)))),
  );
}

/** Headings are in the language of the role. */
const langOf = ({ heading }: Change, { shown, language }: ChangeWording): string | null =>
  shown !== language && heading[shown] !== undefined ? shown : null;

const row = ({ label, words, reason }: Row): Markup =>
  element(
    'div',
    {},
    element('dt', {}, label),
    element('dd', {}, words.map(markedWords), reason === null ? null : element('span', { class: 'quiet' }, ` (${reason})`)),
  );

const style = `
:root{color-scheme:light dark;--paper:#fff;--text:#1d2129;--quiet:#5a6270;--rule:#c9ced6;--gone:#9b1c1c;--gone-back:#fdeaea;--come:#14602f;--come-back:#e6f5ea;--mark:#8a4b00}
@media screen and (prefers-color-scheme:dark){:root{--paper:#16191f;--text:#e8eaee;--quiet:#a9b1bd;--rule:#434a56;--gone:#ff9a9a;--gone-back:#3a1d1f;--come:#8fdca6;--come-back:#17301f;--mark:#ffc46b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);font:1.0625rem/1.5 Arial,Arimo,'Liberation Sans',sans-serif;overflow-wrap:anywhere}
main{max-width:54rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25}
h2{margin-top:2rem;font-size:1.3rem}
h3{margin:1.75rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--rule);font-size:1.1rem}
ul{margin:0;padding:0;list-style:none}
.change{margin:0 0 1rem;padding-left:.75rem;border-left:.25rem solid var(--rule)}
.material{border-color:var(--mark)}
.change p{margin:0}
.quiet{color:var(--quiet)}
.badge{color:var(--mark);font-weight:700;white-space:nowrap}
.verdict{font-weight:700}
dl{margin:.25rem 0 0}
dl div{margin:0 0 .25rem}
dt{color:var(--quiet);font-size:.9rem}
dt:empty{display:none}
dd{margin:0}
del{color:var(--gone);background:var(--gone-back);text-decoration:line-through}
ins{color:var(--come);background:var(--come-back);text-decoration:underline}
@media print{main{max-width:none;padding:0}.change{break-inside:avoid}}
`;
