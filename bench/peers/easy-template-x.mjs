/** easy-template-x: fills a ready template, with one handler for all documents. */
import { TemplateHandler } from 'easy-template-x';
import { docxtemplaterTags, templateOf, valuesOf } from './template.mjs';

export const title = 'easy-template-x';
export const format = 'docx';
export const packages = ['easy-template-x'];

/** A loop over paragraphs stands inside its first and last paragraph; in paragraphs of its own it would leave empty ones. */
const tags = {
  ...docxtemplaterTags,
  loop: (list, [...paragraphs]) => {
    paragraphs[0] = `{#${list} [loopOver: "paragraph"]}${paragraphs[0]}`;
    paragraphs.push(`${paragraphs.pop()}{/${list}}`);
    return paragraphs;
  },
};

export async function prepare(content) {
  const template = await templateOf(content, tags);
  const handler = new TemplateHandler();
  return (one) => handler.process(template, valuesOf(one));
}
