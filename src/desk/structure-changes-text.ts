/** What has changed in a structure, in words: positions, papers, and who signs. */
import type { Locale } from '../document/document.js';
import type { ChangedStatement, Statement } from '../document/statements.js';
import { fullName } from '../language/names.js';
import type { Phrases } from '../language/phrases.js';
import type { Place } from '../structure/lines.js';
import type { ChangedField, PositionChange } from '../structure/changes.js';
import { shortList } from '../structure/shape.js';
import type { Holder } from '../structure/structure.generated.js';
import { unitsOf } from '../structure/holders.js';
import type { PaperChange, Signing, StructureChanges } from './structure-changes.js';
import { spelling, textIn } from './structure-text.js';

/** The language of the words around, and how kinds of documents are called in it. */
export interface ChangesWording {
  readonly say: Phrases;
  readonly language: Locale;
  kindName(kind: string): string;
}

/** Statements of a paper that are shown; of more only how many there are. */
const mostStatements = 10;

/** Sections with a heading each; those that would be empty are left out. */
export function changesText({ positions, papers, signing }: StructureChanges, wording: ChangesWording): string {
  const { say } = wording;
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [say(`structure.changes.${heading}`, { count: lines.length }), ...lines.map((line) => `  ${line}`), ''];
  const left = positions.flatMap(({ before, people }) => people.left.map((holder) => `${nameOf(holder, wording)} · ${before?.id ?? ''}`));
  const signers = (when: Signing['when']): string[] =>
    signing.filter((one) => one.when === when).map(({ holder, position }) => `${nameOf(holder, wording)} · ${position}`);
  const parts = [
    ...section(
      'positions',
      positions.map((one) => positionLine(one, wording)),
    ),
    ...(papers === null ? [] : papers.flatMap((one) => [...paperLines(one, wording), ''])),
    ...section('again', signers('again')),
    ...section('first', signers('first')),
    ...section('left', left),
  ];
  return `${[...parts, lastLine({ positions, papers, signing }, say)].join('\n').trimEnd()}\n`;
}

/** Where papers were not compared, nobody can tell who signs. */
function lastLine({ positions, papers, signing }: StructureChanges, say: Phrases): string {
  if (positions.length + signing.length + (papers?.length ?? 0) === 0) return say('structure.changes.none');
  const times = (when: Signing['when']): number => signing.filter((one) => one.when === when).length;
  return papers === null
    ? ''
    : say('structure.changes.summary', {
        positions: positions.length,
        papers: papers.length,
        again: times('again'),
        first: times('first'),
      });
}

const nameOf = ({ name }: Holder, { language }: ChangesWording): string => fullName(spelling(name, language), language);

/** `+ id · title`, `- id · title`, or `id · superior a → b`. */
function positionLine({ before, after, fields, people }: PositionChange, wording: ChangesWording): string {
  const { say, language } = wording;
  if (!before || !after) {
    const place = before ?? after;
    return `${before ? '−' : '+'} ${place?.id ?? ''} · ${textIn(place?.position.title ?? '', language)}`;
  }
  const changes = fields.map((field) => {
    const [was, is] = [before, after].map((place) => fieldWords(field, place, language));
    return `${say(`structure.field.${field}`)} ${was || '–'} → ${is || '–'}`;
  });
  const names = (holders: readonly Holder[], sign: string): string[] => holders.map((one) => `${sign} ${nameOf(one, wording)}`);
  return [after.id, ...changes, ...names(people.left, '−'), ...names(people.came, '+')].join(' · ');
}

function fieldWords(field: ChangedField, { id, position, department, superior }: Place, language: Locale): string {
  switch (field) {
    case 'id':
      return id;
    case 'department':
      return department?.id ?? '';
    case 'superior':
      return superior ?? '';
    case 'role':
      return position.role ?? '';
    case 'units':
      return String(unitsOf(position));
    case 'pay':
      return position.pay ? [position.pay.min, position.pay.max, position.pay.currency].filter((one) => one !== undefined).join(' ') : '';
    case 'title':
    case 'grade':
    case 'place':
      return textIn(position[field] ?? '', language);
  }
}

function paperLines({ role, kind, positions, languages, statements }: PaperChange, { say, kindName }: ChangesWording): string[] {
  const heading = say('structure.changes.paper', {
    kind: kindName(kind),
    role,
    positions: shortList(positions),
    languages: languages.join(', '),
    count: statements.length,
  });
  const shown = statements.slice(0, mostStatements).flatMap(statementLines);
  const rest = statements.length - mostStatements;
  return [heading, ...shown.map((line) => `  ${line}`), ...(rest > 0 ? [`  ${say('structure.changes.more', { count: rest })}`] : [])];
}

const statementLines = ({ before, after }: ChangedStatement): string[] => [
  ...(before ? [`− ${statementWords(before)}`] : []),
  ...(after ? [`+ ${statementWords(after)}`] : []),
];

const statementWords = ({ number, item, topic, text }: Statement): string =>
  [[number, item && `${item})`].filter(Boolean).join(' '), topic && `${topic}:`, text].filter(Boolean).join(' ');

/** The same for programs. */
export const plainChanges = ({ positions, papers, signing }: StructureChanges): object => ({
  positions: positions.map(({ before, after, fields, people }) => ({
    id: (after ?? before)?.id,
    change: !before ? 'added' : !after ? 'removed' : 'changed',
    fields: Object.fromEntries(
      before && after ? fields.map((field) => [field, { before: fieldData(field, before), after: fieldData(field, after) }]) : [],
    ),
    came: people.came,
    left: people.left,
  })),
  papers,
  sign: {
    again: signing.filter(({ when }) => when === 'again').map(({ position, holder }) => ({ position, holder })),
    first: signing.filter(({ when }) => when === 'first').map(({ position, holder }) => ({ position, holder })),
  },
});

function fieldData(field: ChangedField, { id, position, department, superior }: Place): unknown {
  switch (field) {
    case 'id':
      return id;
    case 'department':
      return department?.id ?? null;
    case 'superior':
      return superior;
    case 'units':
      return unitsOf(position);
    default:
      return position[field] ?? null;
  }
}
