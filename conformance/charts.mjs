/** Charts of structures: of a small firm, and of one that takes several sheets. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { createChart } from '../dist/chart/chart.js';
import { linesOf } from '../dist/structure/lines.js';
import { readFonts, usualJurisdiction } from '../dist/index.js';
import * as trees from 'd3-hierarchy';

const small = parse(readFileSync(new URL('../test/corpus/chart/structure.yaml', import.meta.url), 'utf8'));
const profiles = ['1a', '2a', '3a'];
const day = '2026-12-01';

/** A firm with departments that have no room on one sheet. */
function large() {
  const { languages, positions: named } = small;
  const titles = [named.seller, named.turner, named.driver, named.assistant].map(({ title }) => title);
  const departments = [];
  const positions = { director: named.director };
  for (let at = 1; at <= 6; at++) {
    const id = `works-${at}`;
    departments.push({ id, name: small.departments[2].name, head: `${id}-head` });
    positions[`${id}-head`] = { ...named.foreman, department: id, reportsTo: 'director' };
    for (let one = 1; one <= 3 * at; one++)
      positions[`${id}-${one}`] = { title: titles[one % titles.length], department: id, units: one, reportsTo: `${id}-head` };
  }
  return { schema: 2, languages, departments, positions };
}

/** Writes the charts as PDFs of every profile and as pages to `folder`, and returns them as documents. */
export async function makeCharts(folder, press) {
  const fonts = await readFonts();
  const documents = [];
  for (const [size, structure] of Object.entries({ small, large: large() }))
    for (const locale of structure.languages) {
      const law = press.library.jurisdiction(usualJurisdiction[locale]);
      const language = law.languages[locale];
      const request = {
        lines: linesOf(structure),
        department: null,
        day,
        locale,
        language,
        phrase: press.library.phrases(locale, language),
      };
      const tree = createChart(
        { ...request, theme: press.library.theme(law.layout), organisation: 'Daisy', furniture: { brand: { accent: '7A1F5C' } } },
        { fonts, trees },
      );
      const versions = [...profiles.map((profile) => ['pdf', { profile }]), ['html', {}]];
      for (const [format, options] of versions) {
        const name = `charts/${size}.${locale}${options.profile ? `.${options.profile}` : ''}.${format}`;
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, (await press.print(tree, format, options)).bytes);
        documents.push({
          name,
          path,
          format,
          tree,
          options,
          twin: join(folder, `charts/${size}.${locale}.2a.pdf`),
          traits: ['org-chart', locale, size],
        });
      }
    }
  return documents;
}
