/**
 * What holds on every page of every paper: whose it is, and that nobody signs a sheet without the words that they sign. The
 * usual run takes one role more in each country, each time another; `FULL=1` takes all of them in every country.
 */
import { editionOf } from '../src/view/edition.js';
import { isIn, lackingFor } from '../src/shelf/kinds.js';
import { expect, test } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { readRole } from '../src/desk/roles.js';
import { walk } from '../src/document/reading.js';
import type { Document, Locale } from '../src/document/document.js';
import { openKept } from '../src/content/kept.js';
import { layoutDocument, openLayoutMemory } from '../src/layout/layout.js';
import type { Box, Layout, TextBox } from '../src/layout/page.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import { openLibrary } from '../src/shelf/library.js';
import { branded } from '../src/theme/brand.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { few } from './every.js';
import { fonts } from './paper.js';

const corpus = openWorkspace(new URL('./corpus/papers/', import.meta.url).pathname);
const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => fonts);
const calendarFor = openCalendars(library);
const memory = openLayoutMemory(openKept(), fonts);
const must = <T>(value: T | null): T => value ?? expect.fail('a file is not valid');

const countries: [JurisdictionId, Locale][] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];
const roles = shelf.list('roles').map((file) => must(readRole(shelf, `roles/${file}`).role));
/** Its papers are looked at in every country. */
const whole = must(roles.find(({ id }) => id === 'sales-manager') ?? null);

interface Paper {
  name: string;
  tree: Document;
  layout: Layout;
}

const papers = countries.flatMap(([country, locale], turn) => {
  const [workspace, path] = country === 'us' ? [corpus, ''] : [shelf, 'examples/'];
  const organisation = must(readOrganisation(workspace, `${path}organisation.${country}.yaml`).organisation);
  const person = must(readPerson(workspace, `${path}person.${country}.yaml`).person);
  return [...new Set([whole, ...few([...roles.slice(turn), ...roles.slice(0, turn)])])].flatMap((role) =>
    library
      .kinds()
      .filter((kind) => lackingFor(kind, role) === null && isIn(kind, country))
      // What says no more of a role than its name is much the same for all.
      .filter(({ compared }) => compared !== false || role === whole)
      .flatMap(({ id: kind }) =>
        [true, false].map((filled): Paper => {
          const job = {
            role,
            kind,
            locale,
            jurisdiction: country,
            organisation,
            person: filled ? person : null,
            date: filled ? '2026-05-20' : null,
            logo: null,
          };
          const tree = press.assemble({ ...job, calendar: calendarFor(job) });
          const layout = layoutDocument(tree, branded(library.theme(tree.layout), tree), fonts, memory);
          return { name: `${country} ${role.id} ${kind}${filled ? '' : ' (blank)'}`, tree, layout };
        }),
      ),
  );
});

const isText = (box: Box): box is TextBox => box.type === 'text';
const headed = (mark: Box['mark']): boolean => typeof mark !== 'string' && mark.role === 'TH';
const furniture = ({ mark }: Box): boolean => mark === 'pagination';

test('whoever signs sees at least three lines of what is signed', () => {
  const bare = papers.flatMap(({ name, tree, layout: { pages } }) => {
    const places = new Set(
      [...walk(tree.blocks)].flatMap((one) => (one.type === 'signature' ? one.cells.flatMap(({ content }) => content) : [])),
    );
    const named = new Set([...places].flatMap((one) => (one.type === 'field' ? one.name : [])));
    return pages.flatMap(({ boxes }, page) => {
      const places = boxes.filter((box) => box.type === 'field' && named.has(box.name));
      if (places.length === 0 || page === 0) return [];
      const top = Math.min(...places.map(({ y }) => y));
      const lines = new Set(boxes.filter((box) => isText(box) && !furniture(box) && box.y < top - 40).map(({ y }) => Math.round(y)));
      return lines.size >= 3 ? [] : [`${name}, page ${page + 1}: ${lines.size}`];
    });
  });
  expect(bare).toEqual([]);
});

test('no word of a table’s head is divided', () => {
  const divided = papers.flatMap(({ name, layout: { pages } }) =>
    pages.flatMap(({ boxes }) =>
      boxes.filter(isText).flatMap(({ mark, text }) => (headed(mark) && text.endsWith('\u00AD') ? [`${name}: ${text}`] : [])),
    ),
  );
  expect([...new Set(divided)]).toEqual([]);
});

test('each page says at its foot whose it is, in one line with its number', () => {
  const faults = papers.flatMap(({ name, tree, layout: { pages, width } }) =>
    pages.flatMap(({ boxes }, page) => {
      const foot = boxes.filter(isText).filter((box) => furniture(box) && /\d/u.test(box.text));
      const words = foot
        .map(({ text }) => text)
        .join(' ')
        .replaceAll('\u00A0', ' ');
      const version = (tree.identity?.marks.at(-1) ?? '').replaceAll('\u00A0', ' ');
      // An order for many descriptions is of no one version.
      if (library.kind(tree.kind).for !== 'organisation') expect(version).toContain(editionOf(tree.role.version));
      const [before, between, after] = tree.identity?.page ?? ['', '', ''];
      const told =
        words.includes(`${before}${page + 1}${between}${pages.length}${after}`.replaceAll('\u00A0', ' ')) && words.includes(version);
      const [left, right] = foot
        .filter(({ text }) => (version !== '' && text.replaceAll('\u00A0', ' ').includes(version)) || text.includes(before.trim()))
        .toSorted((a, b) => a.x - b.x);
      const apart = !right || !left || left.x + left.width < right.x;
      const inside = foot.every((box) => box.x > 0 && box.x + box.width < width);
      return told && apart && inside ? [] : [`${name}, page ${page + 1}: ${words}`];
    }),
  );
  expect(faults).toEqual([]);
});
