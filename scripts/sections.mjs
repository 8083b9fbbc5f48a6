/**
 * Writes `locales/sections.*.yaml`: how often the words of texts stand in each section of a job description. The texts are our own roles,
 * the headings that the reader knows, files whose key is known and the sentences of `scripts/sections/`. Run after a build: `npm run sections`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsOf } from '../dist/import/section-training.js';
import { knownTexts } from './sections/texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const language of ['en', 'ru', 'nl'])
  writeFileSync(join(root, `locales/sections.${language}.yaml`), written(countsOf(knownTexts(root, language))));

function written({ texts, headings, traits }) {
  const sizes = (all) =>
    `{ ${Object.entries(all)
      .map(([key, count]) => `${key}: ${count}`)
      .join(', ')} }`;
  const blocks = Object.entries(traits).map(
    ([key, lines]) =>
      `  ${key}: |-\n${lines
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n')}`,
  );
  return [
    '# Made by `npm run sections`; edit scripts/sections/ instead. How many texts of each section were counted, how many headings, and of',
    '# each section a number of texts and the traits that so many of them have: stems, pairs (_), beginnings (^) with the end of their',
    '# first word (~), beginnings of long words (*), sorts of figures (#), words of headings (=).',
    `texts: ${sizes(texts)}`,
    `headings: ${sizes(headings)}`,
    'traits:',
    ...blocks,
    '',
  ].join('\n');
}
