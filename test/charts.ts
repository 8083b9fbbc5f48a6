/** Charts of structures as tests make and read them. */
import * as trees from 'd3-hierarchy';
import { createChart } from '../src/chart/chart.js';
import type { ChartRequest } from '../src/chart/chart.js';
import { walk } from '../src/document/reading.js';
import type { Chart, ChartBox, Document, Locale } from '../src/document/document.js';
import { openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import { linesOf } from '../src/structure/lines.js';
import type { Structure } from '../src/structure/structure.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { fonts, theme } from './paper.js';

const library = openLibrary(packageWorkspace());

export function chartOf(structure: Structure, locale: Locale, over: Partial<ChartRequest> = {}): Document {
  const law = library.jurisdiction(usualJurisdiction[locale]);
  const language = law.languages[locale];
  return createChart(
    {
      ...{ lines: linesOf(structure), department: null, day: '2026-12-01', locale, language },
      ...{ phrase: library.phrases(locale, language), theme: theme(law.layout), organisation: '', furniture: {} },
      ...over,
    },
    { fonts, trees },
  );
}

export const chartsIn = ({ blocks }: Pick<Document, 'blocks'>): Chart[] => [...walk(blocks)].filter((block) => block.type === 'chart');

/** The lines of a box. */
export const wordsOf = ({ texts }: ChartBox): string => texts.map(({ value }) => value).join(' / ');

/** The boxes of a chart from the top downwards and from the left to the right, each in its column of ten millimetres, with its words. */
export function chartText({ id, boxes, alt }: Chart): string {
  const lines = boxes
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
    .map((box) => {
      const marks = [box.look === 'plain' ? '' : box.look, box.vacant ? 'vacant' : '', box.leadsTo ? `→ ${box.leadsTo.chart}` : ''];
      return `${' '.repeat(Math.round(box.x / 10))}[${wordsOf(box)}] ${marks.filter(Boolean).join(', ')}`.trimEnd();
    });
  return [`${id}: ${alt}`, ...lines].join('\n').replaceAll('\u00A0', ' ');
}
