/** docx-templates: fills a ready template with JavaScript expressions; without its sandbox, which its documentation names as the fast way. */
import { createReport } from 'docx-templates';
import { templateOf, valuesOf } from './template.mjs';

export const title = 'docx-templates';
export const format = 'docx';
export const packages = ['docx-templates'];

const nameOf = (list) => `one${list}`;

const open = (list, within) => `{FOR ${nameOf(list)} IN ${within ? `$${nameOf(within)}.${list}` : list}}`;
const close = (list) => `{END-FOR ${nameOf(list)}}`;

/** Loops name their variable; a loop over rows stands in rows of its own. */
const commands = {
  value: (name) => `{INS ${name}}`,
  loop: (list, paragraphs, within) => [open(list, within), ...paragraphs, close(list)],
  rows: (list, cells) => [alone(open(list), cells), cells, alone(close(list), cells)],
  inLoop: (name, list) => `$${nameOf(list)}.${name}`,
};

const alone = (command, cells) => cells.map((_, at) => (at === 0 ? command : ''));

export async function prepare(content) {
  const template = await templateOf(content, commands);
  return (one) =>
    createReport({ template, data: valuesOf(one), cmdDelimiter: ['{', '}'], noSandbox: true, processLineBreaksAsNewText: true });
}
