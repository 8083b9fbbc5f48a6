/** HR’s screens of people: the employer to begin with, the register to begin, lists on their way into it, and everybody in pages. */
import { Refusal } from 'rolewright';
import type { Diagnostic, StaffField } from 'rolewright';
import { actorNamed } from '../register/actor.js';
import { hasBegun } from '../register/begin.js';
import { refusal } from '../register/setting.js';
import { countriesOf } from '../studio/countries.js';
import { addDepartments, writeFirm } from '../studio/hr/firm.js';
import type { AskedFirm } from '../studio/hr/firm.js';
import { draftView } from '../studio/hr/draft-view.js';
import type { AskedPage, DraftView } from '../studio/hr/draft-view.js';
import { draftOf, headingsOf, matched, shiftOf, textOf, withCells, withFields, withLeft } from '../studio/hr/staff-draft.js';
import type { CellEdit, Checked, StaffDraft } from '../studio/hr/staff-draft.js';
import type { StaffText, Taken, Taking } from '../studio/hr/staff-reading.js';
import type { Studio, Told } from '../studio/studio.js';
import { wording } from '../studio/titles.js';
import { onePersonRoutes } from './hr-one-person-routes.js';
import { beginRegister, bringing, changing, paging, reading, searched, work } from './studio-route.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import type { TableRead } from './tasks-hr.js';

/** Bytes; a list of a hundred thousand people has as many. */
const largestList = 32 << 20;

const listPaging = { ...paging, show: { enum: ['all', 'findings'], default: 'all' } } as const;
const pageOf = ({ query }: Asked): AskedPage => ({
  show: query['show'] === 'findings' ? 'findings' : 'all',
  offset: Number(query['offset']),
  limit: Number(query['limit']),
});

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const listFile = {
  types: ['application/octet-stream', 'text/csv', 'text/plain', 'text/tab-separated-values', xlsxType],
  limit: largestList,
  query: { name: { type: 'string', maxLength: 300 }, ...listPaging },
};

export interface Beginnings {
  /** Null where the folder has no employer yet. */
  readonly organisation: string | null;
  readonly registerBegun: boolean;
  readonly countries: readonly { readonly id: string; readonly name: string }[];
  /** Who acts here. */
  readonly me: string;
  readonly today: string;
}

export interface TakenAnswer {
  readonly known: number;
  readonly changed: number;
  readonly moved: number;
  readonly left: number;
  readonly unchanged: number;
  readonly doubtful: number;
  /** Those of the register whom the list does not have. */
  readonly missing: number;
  /** Some of them, or all where HR is asked whether they have left. */
  readonly missingNames: readonly string[];
  /** Why nobody was noted as having left by a complete list: `rows` stayed behind, or HR is asked, since they are `many`. */
  readonly waits: 'rows' | 'many' | null;
  readonly departments: number;
  readonly told: readonly Told[];
}

/** People whose names are told. */
const named = 10;

export function hrPeopleRoutes(studio: Studio): readonly Route[] {
  /** Lists on their way, by who brought them. */
  const drafts = new Map<string, StaffDraft>();
  const own = (asked: Asked): string => visitorOf(asked).account ?? 'desk';
  const draftFor = (asked: Asked): StaffDraft => {
    const draft = drafts.get(own(asked));
    if (!draft) throw refusal('studio-no-list');
    return draft;
  };
  const shown = (asked: Asked, page: AskedPage): DraftView => draftView(draftFor(asked), page, asked.language, studio);
  const checked = async (asked: Asked, draft: StaffDraft): Promise<void> => {
    drafts.set(own(asked), draft);
    const found = await work<Checked>(asked, 'hr-check', staffText(draft));
    // Somebody may have gone on correcting meanwhile.
    if (drafts.get(own(asked)) === draft) drafts.set(own(asked), { ...draft, checked: found });
  };

  return [
    bringing('hr-list-bring', 'hr/list', 'people.change', listFile, async (asked) => {
      const name = typeof asked.query['name'] === 'string' ? asked.query['name'] : '';
      const { table } = await work<TableRead>(asked, 'hr-table', { bytes: asked.bytes, name: name === '' ? 'list.tsv' : name });
      await checked(asked, draftOf(name, table));
      return shown(asked, pageOf(asked));
    }),
    reading('hr-beginnings', 'hr/beginnings', 'people.read', {}, async (asked) => beginningsOf(asked, studio)),
    changing('hr-firm', 'hr/firm', 'people.change', 'studio-hr#HrFirm', (asked) => {
      writeFirm(bodyOf<AskedFirm>(asked), studio);
      return {};
    }),
    reading('hr-list', 'hr/list', 'people.read', listPaging, (asked) =>
      drafts.has(own(asked)) ? shown(asked, pageOf(asked)) : { none: true },
    ),
    changing('hr-list-columns', 'hr/list/columns', 'people.change', 'studio-hr#HrColumns', async (asked) => {
      const { fields, page } = bodyOf<{ fields: readonly (StaffField | null)[]; page: AskedPage }>(asked);
      await checked(asked, withFields(draftFor(asked), fields));
      return shown(asked, page);
    }),
    changing('hr-list-cells', 'hr/list/cells', 'people.change', 'studio-hr#HrCells', async (asked) => {
      const { edits, alike = false, page } = bodyOf<{ edits: readonly CellEdit[]; alike?: boolean; page: AskedPage }>(asked);
      await checked(asked, withCells(draftFor(asked), alike ? edits.flatMap((one) => allLike(one, draftFor(asked))) : edits));
      return shown(asked, page);
    }),
    changing('hr-list-row', 'hr/list/row', 'people.change', 'studio-hr#HrRow', async (asked) => {
      const { row, left, page } = bodyOf<{ row: number; left: boolean; page: AskedPage }>(asked);
      await checked(asked, withLeft(draftFor(asked), row, left));
      return shown(asked, page);
    }),
    changing('hr-list-drop', 'hr/list/drop', 'people.change', null, (asked) => {
      drafts.delete(own(asked));
      return {};
    }),
    changing('hr-list-take', 'hr/list/take', 'people.change', 'studio-hr#HrTaking', async (asked) => {
      const draft = draftFor(asked);
      const { departments, ...how } = bodyOf<Omit<Taking, 'list'> & { departments: boolean }>(asked);
      const list = staffText(draft);
      // A list that cannot be taken begins no register, and writes nothing of the employer.
      const found = await work<Checked>(asked, 'hr-check', list);
      if (!found.isReadable) throw new Refusal(found.findings);
      const added = departments ? writeDepartments(found.newDepartments, studio) : 0;
      const taking = await begun(asked);
      const taken = await work<Taken | null>(taking, 'hr-take', { list, ...how });
      if (taken === null) throw refusal('studio-no-list');
      // Whoever is asked whether all of them have left says so of this very list.
      if (taken.waits !== 'many') drafts.delete(own(asked));
      return takenAnswer(taken, added, asked, studio);
    }),
    ...onePersonRoutes(studio, begun),
    reading('hr-people', 'hr/people', 'people.read', { ...paging, ...searched, gone: { type: 'boolean' } }, ({ query, ...asked }) =>
      work<object>({ query, ...asked }, 'hr-people', query),
    ),
  ];
}

const staffText = (draft: StaffDraft): StaffText => ({
  ...{ text: textOf(draft), headings: headingsOf(draft), shift: shiftOf(draft), columns: matched(draft) },
});

/** The same correction in every row that says the same. */
function allLike({ row, column, text }: CellEdit, { table }: StaffDraft): readonly CellEdit[] {
  const before = table.rows.find(({ number }) => number === row)?.cells[column];
  return table.rows.filter(({ cells }) => cells[column] === before).map(({ number }) => ({ row: number, column, text }));
}

async function beginningsOf(asked: Asked, studio: Studio): Promise<Beginnings> {
  const problems: Diagnostic[] = [];
  const { organisation } = studio.workplace(problems);
  return {
    organisation: organisation ? wording(organisation.name, asked.language) : null,
    registerBegun: await hasBegun(asked.service.storage.read),
    countries: countriesOf(asked.language, studio),
    ...{ me: visitorOf(asked).actor.name, today: asked.service.today() },
  };
}

/** With the register begun where it has not been: whoever asks is told apart by it from then on. */
async function begun(asked: Asked): Promise<Asked> {
  const { service, visitor } = asked;
  if (!visitor || (await hasBegun(service.storage.read))) return asked;
  await beginRegister(asked);
  return { ...asked, visitor: { ...visitor, actor: await actorNamed(visitor.actor.name, service.storage.read) } };
}

function writeDepartments(names: readonly string[], studio: Studio): number {
  const { from } = studio.workplace([]);
  // Where a structure says which departments there are, it is the one to say it.
  if (names.length === 0 || !from || from.structure) return 0;
  return addDepartments(names, from.file.path, studio);
}

function takenAnswer(taken: Taken, departments: number, asked: Asked, studio: Studio): TakenAnswer {
  const { known, changed, moved, left, unchanged, doubtful, missing, waits, problems } = taken;
  return {
    ...{ known: known.length, changed: changed.length, moved: moved.length, left: left.length, unchanged, doubtful, departments },
    ...{ missing: missing.length, missingNames: waits === 'many' ? missing : missing.slice(0, named), waits },
    told: studio.tell(problems, asked.language).slice(0, 100),
  };
}
