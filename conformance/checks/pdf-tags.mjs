import { walk } from '../../dist/index.js';
import { run } from '../program.mjs';

/** Poppler counts among the tags as many headings, lists' entries, tables, cells and figures as the tree has. */
export const pdfTags = {
  name: 'pdf-tags',
  formats: ['pdf'],
  programs: ['pdfinfo'],
  async find({ path, tree }) {
    const { output } = await run('pdfinfo', ['-struct', path]);
    const roles = output
      .toString()
      .split('\n')
      .flatMap((line) => /^ *([A-Z]\w*)(?: |$|:)/.exec(line)?.[1] ?? []);
    const found = (role) => roles.filter((one) => one === role).length;
    return Object.entries(wantedOf(tree))
      .filter(([role, count]) => found(role) !== count)
      .map(([role, count]) => ({ place: role, message: `there are ${found(role)} and should be ${count}` }));
  },
};

function wantedOf({ blocks, letterhead, code }) {
  const all = [...walk(blocks)];
  const of = (type) => all.filter((block) => block.type === type);
  const sum = (counts) => counts.reduce((total, count) => total + count, 0);
  const cells = [...of('table').flatMap(({ rows }) => rows.map((row) => row.cells.length)), ...of('facts').map(({ rows }) => rows.length)];
  return {
    H1: of('title').length,
    H2: of('section').filter(({ level }) => level === 1).length,
    H3: of('section').filter(({ level }) => level === 2).length,
    LI: of('clause').length + sum(of('list').map(({ items }) => items.length)),
    Lbl: of('clause').length + sum(of('list').map(({ items }) => items.length)),
    Table: of('table').length + of('facts').length,
    Caption: of('table').filter(({ caption, captionHidden }) => caption && !captionHidden).length,
    TH: sum(of('table').map(({ header }) => header.length)) + sum(of('facts').map(({ rows }) => rows.length)),
    TD: sum(cells),
    Figure: of('figure').length + of('chart').length + (letterhead?.logo ? 1 : 0) + (code ? 1 : 0),
  };
}
