/** HR’s screens of people: the employer to begin with, the register to begin, lists on their way into it, and everybody in pages. */
import type { Diagnostic, StaffField } from 'rolewright';
import { registerId } from '../life/ids.js';
import { begin, ignoring } from '../register/begin.js';
import { employerOf, refusal } from '../register/setting.js';
import { addDepartments, writeFirm } from '../studio/hr/firm.js';
import type { AskedFirm } from '../studio/hr/firm.js';
import { draftView } from '../studio/hr/draft-view.js';
import type { AskedPage, DraftView } from '../studio/hr/draft-view.js';
import { draftOf, headingsOf, matched, shiftOf, textOf, withCells, withFields, withLeft } from '../studio/hr/staff-draft.js';
import type { CellEdit, Checked, StaffDraft } from '../studio/hr/staff-draft.js';
import type { StaffText, Taken, Taking } from '../studio/hr/staff-reading.js';
import type { Studio, Told } from '../studio/studio.js';
import { wording } from '../studio/roles.js';
import { changing, language, paging, reading, searched, work } from './hr-route.js';
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

  const upload: Route = {
    ...{ id: 'hr-list-bring', method: 'POST', path: '/api/v1/studio/hr/list', right: 'people.change', answers: 'studio#Answer' },
    upload: { types: ['application/octet-stream', 'text/csv', 'text/plain', 'text/tab-separated-values', xlsxType], limit: largestList },
    query: { name: { type: 'string', maxLength: 300 }, language, ...listPaging },
    async run(asked) {
      const name = typeof asked.query['name'] === 'string' ? asked.query['name'] : '';
      const { table } = await work<TableRead>(asked, 'hr-table', { bytes: asked.bytes, name: name === '' ? 'list.tsv' : name });
      await checked(asked, draftOf(name, table));
      return { data: shown(asked, pageOf(asked)) };
    },
  };

  return [
    reading('beginnings', 'beginnings', 'people.read', {}, async (asked) => beginningsOf(asked, studio)),
    changing('firm', 'firm', 'people.change', 'studio-hr#HrFirm', (asked) => {
      writeFirm(bodyOf<AskedFirm>(asked), studio.workspace, studio.desk());
      studio.renew();
      return {};
    }),
    changing('register-begin', 'register-begin', 'people.change', null, async (asked) => {
      await beginRegister(asked, studio);
      return {};
    }),
    upload,
    reading('list', 'list', 'people.read', listPaging, (asked) => (drafts.has(own(asked)) ? shown(asked, pageOf(asked)) : { none: true })),
    changing('list-columns', 'list/columns', 'people.change', 'studio-hr#HrColumns', async (asked) => {
      const { fields, page } = bodyOf<{ fields: readonly (StaffField | null)[]; page: AskedPage }>(asked);
      await checked(asked, withFields(draftFor(asked), fields));
      return shown(asked, page);
    }),
    changing('list-cells', 'list/cells', 'people.change', 'studio-hr#HrCells', async (asked) => {
      const { edits, alike = false, page } = bodyOf<{ edits: readonly CellEdit[]; alike?: boolean; page: AskedPage }>(asked);
      await checked(asked, withCells(draftFor(asked), alike ? edits.flatMap((one) => allLike(one, draftFor(asked))) : edits));
      return shown(asked, page);
    }),
    changing('list-row', 'list/row', 'people.change', 'studio-hr#HrRow', async (asked) => {
      const { row, left, page } = bodyOf<{ row: number; left: boolean; page: AskedPage }>(asked);
      await checked(asked, withLeft(draftFor(asked), row, left));
      return shown(asked, page);
    }),
    changing('list-drop', 'list/drop', 'people.change', null, (asked) => {
      drafts.delete(own(asked));
      return {};
    }),
    changing('list-take', 'list/take', 'people.change', 'studio-hr#HrTaking', async (asked) => {
      const draft = draftFor(asked);
      const { departments, ...how } = bodyOf<Omit<Taking, 'list'> & { departments: boolean }>(asked);
      if (!(await isBegun(asked))) await beginRegister(asked, studio);
      const added = departments ? newDepartments(draft, studio) : 0;
      const taken = await work<Taken | null>(asked, 'hr-take', { list: staffText(draft), ...how });
      if (taken === null) throw refusal('studio-no-list');
      // Whoever is asked whether all of them have left says so of this very list.
      if (taken.waits !== 'many') drafts.delete(own(asked));
      return takenAnswer(taken, added, asked, studio);
    }),
    reading('people', 'people', 'people.read', { ...paging, ...searched, gone: { type: 'boolean' } }, ({ query, ...asked }) =>
      work<object>({ query, ...asked }, 'hr-people', query),
    ),
  ];
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const staffText = (draft: StaffDraft): StaffText => ({
  ...{ text: textOf(draft), headings: headingsOf(draft), shift: shiftOf(draft), columns: matched(draft) },
});

/** The same correction in every row that says the same. */
function allLike({ row, column, text }: CellEdit, { table }: StaffDraft): readonly CellEdit[] {
  const before = table.rows.find(({ number }) => number === row)?.cells[column];
  return table.rows.filter(({ cells }) => cells[column] === before).map(({ number }) => ({ row: number, column, text }));
}

const isBegun = async ({ service }: Asked): Promise<boolean> => (await service.storage.read.eventsOf(registerId)).length > 0;

async function beginningsOf(asked: Asked, studio: Studio): Promise<Beginnings> {
  const problems: Diagnostic[] = [];
  const { organisation } = studio.workplace(problems);
  const { library } = studio.desk();
  const order = new Intl.Collator(asked.language);
  return {
    organisation: organisation ? wording(organisation.name, asked.language) : null,
    registerBegun: await isBegun(asked),
    countries: library
      .jurisdictions()
      .map((id) => ({ id, name: library.jurisdiction(id).name[asked.language] ?? id }))
      .sort((one, other) => order.compare(one.name, other.name)),
    ...{ me: visitorOf(asked).actor.name, today: asked.service.today() },
  };
}

/** As `rolewright register init` does: what is about people is kept out of a repository first. */
async function beginRegister(asked: Asked, { workspace, desk }: Studio): Promise<void> {
  const setting = asked.setting();
  const { name } = employerOf(setting);
  const folder = desk().shelf.project?.folder ?? '.';
  const list = folder === '.' ? '.gitignore' : `${folder}/.gitignore`;
  const before = workspace.list(folder).includes('.gitignore') ? workspace.readText(list) : '';
  const text = ignoring(before, asked.service.texts(asked.language).say('studio.ignoreNote'));
  if (text !== null) workspace.writeAll([{ path: list, bytes: new TextEncoder().encode(text) }], { force: true });
  await begin(asked.service.storage, { organisation: wording(name, asked.language), today: setting.today });
}

function newDepartments(draft: StaffDraft, studio: Studio): number {
  const { from } = studio.workplace([]);
  const names = draft.checked?.newDepartments ?? [];
  // Where a structure says which departments there are, it is the one to say it.
  if (names.length === 0 || !from || from.structure) return 0;
  const added = addDepartments(names, from.file.path, studio.workspace, studio.desk());
  studio.renew();
  return added;
}

function takenAnswer(taken: Taken, departments: number, asked: Asked, studio: Studio): TakenAnswer {
  const { known, changed, moved, left, unchanged, doubtful, missing, waits, problems } = taken;
  return {
    ...{ known: known.length, changed: changed.length, moved: moved.length, left: left.length, unchanged, doubtful, departments },
    ...{ missing: missing.length, missingNames: waits === 'many' ? missing : missing.slice(0, named), waits },
    told: studio.tell(problems, asked.language).slice(0, 100),
  };
}
