/** docxtemplater: fills a ready template. It renders a compiled template once only, so every document unzips and compiles it. */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { docxtemplaterTags, templateOf, valuesOf } from './template.mjs';

export const title = 'docxtemplater';
export const format = 'docx';
export const packages = ['docxtemplater', 'pizzip'];

export async function prepare(content) {
  const template = await templateOf(content, docxtemplaterTags);
  return (one) => {
    const paper = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    paper.render(valuesOf(one));
    return paper.toBuffer();
  };
}
