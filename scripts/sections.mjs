/**
 * Writes `locales/sections.*.yaml`: how often the words of texts stand in each section of a job description. The texts are our own roles,
 * the headings that the reader knows, files whose key is known and the sentences of `scripts/sections/`. Run after a build: `npm run sections`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weightsOfLines } from '../dist/import/line-training.js';
import { traitsOfLines } from '../dist/import/line-traits.js';
import { countsOf } from '../dist/import/section-training.js';
import { knownFiles } from './sections/files.mjs';
import { knownTexts } from './sections/texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const languages = ['en', 'ru', 'nl'];
// The form of lines, and which section follows which, is learnt of all languages together: of unseen files 84 % of lines are right, not 82 %.
const weights = weightsOfLines(languages.flatMap((language) => knownFiles(root, language)));
for (const language of languages) {
  writeFileSync(join(root, `locales/sections.${language}.yaml`), written(countsOf(knownTexts(root, language))));
  writeFileSync(
    join(root, `locales/lines.${language}.yaml`),
    writtenLines(weights, new Set(knownFiles(root, language).flatMap(traitsOfLines).flat())),
  );
}

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

/** Of one language: its files have these traits. */
function writtenLines({ follows, traits }, own) {
  const block = (text) => text.replace(/^/gm, '  ');
  return [
    '# Made by `npm run sections` of scripts/sections/files/. What each section of a file gains behind each other (its last row: at the beginning),',
    '# and what the traits of a line say for a section, by its number and in hundredths: see src/import/line-sections.ts.',
    'follows: |-',
    block(follows),
    'traits: |-',
    block(
      traits
        .split('\n')
        .filter((line) => own.has(line.slice(0, line.indexOf('\t'))))
        .join('\n'),
    ),
    '',
  ].join('\n');
}
