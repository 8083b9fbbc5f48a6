/**
 * The Word template that the template engines fill: sections, headings, table heads and captions are fixed in it,
 * clauses, list items and rows are loops, all other words are tags. It is printed once, from the content of one document
 * with tags in place of the words, and is not part of what is timed.
 */
import { print } from './docx.mjs';

/**
 * How docxtemplater writes it. A syntax says how a value is named, which paragraphs and which rows of cells make a loop,
 * and how a value of the loop `list` is called inside it; `within` is the loop around a loop.
 */
export const docxtemplaterTags = {
  value: (name) => `{${name}}`,
  loop: (list, paragraphs) => [`{#${list}}`, ...paragraphs, `{/${list}}`],
  rows: (list, [first, ...others]) => [[`{#${list}}${first}`, ...others.slice(0, -1), `${others.at(-1)}{/${list}}`]],
  inLoop: (name) => name,
};

/** The bytes of a template for documents of the shape of `content`. */
export const templateOf = (content, syntax) =>
  print({ ...content, parts: content.parts.flatMap((part) => tagged[part.kind](part, syntax)) });

/** What fills the template: one value for each tag, one list for each loop. */
export function valuesOf({ parts }) {
  const values = {};
  for (const part of parts) fill[part.kind](values, part);
  return values;
}

const isFixed = ({ style }) => style === 'heading';
const paragraph = (text) => ({ kind: 'lines', style: 'body', align: null, lines: [text] });

const tagged = {
  lines: (part, { value }) => [isFixed(part) ? part : { ...part, lines: part.lines.map((_, at) => value(`${part.id}line${at}`)) }],
  clauses({ id, clauses }, { value, loop, inLoop }) {
    const item = `${value(inLoop('label', 'items'))} ${value(inLoop('text', 'items'))}`;
    const items = clauses.some((clause) => clause.items.length > 0) ? loop('items', [item], id) : [];
    return loop(id, [`${value(inLoop('number', id))} ${value(inLoop('text', id))}`, ...items]).map(paragraph);
  },
  table: (part, { value, rows, inLoop }) => [
    {
      ...part,
      rows: rows(
        part.id,
        part.header.map((_, at) => value(inLoop(`cell${at}`, part.id))),
      ),
    },
  ],
  signature: (part, { value }) => [
    { ...part, lead: value(`${part.id}lead`), cells: part.cells.map((cell, at) => ({ ...cell, text: value(`${part.id}cell${at}`) })) },
  ],
};

const fill = {
  lines: (values, part) =>
    isFixed(part) ||
    part.lines.forEach((line, at) => {
      values[`${part.id}line${at}`] = line;
    }),
  clauses: (values, { id, clauses }) => {
    values[id] = clauses;
  },
  table: (values, { id, rows }) => {
    values[id] = rows.map((cells) => Object.fromEntries(cells.map((text, at) => [`cell${at}`, text])));
  },
  signature(values, { id, lead, cells }) {
    values[`${id}lead`] = lead;
    cells.forEach(({ text }, at) => {
      values[`${id}cell${at}`] = text;
    });
  },
};
