/** Reading a list as the command line reads it: the same rules, over a text that was matched on the screen. */
import { readStaff, staffFields, hasErrors } from 'rolewright';
import type { Diagnostic, PersonRow, StaffField } from 'rolewright';
import type { Setting } from '../../register/setting.js';
import { takePeople } from '../../register/people.js';
import type { PeopleOutcome } from '../../register/people.js';
import { withText } from '../../register/with-text.js';
import type { Checked } from './staff-draft.js';

/** Plain, so that another thread can be told of it. */
export interface StaffText {
  readonly text: string;
  readonly headings: Readonly<Partial<Record<StaffField, string>>>;
  /** Lines before the rows that the list does not have. */
  readonly shift: number;
  /** The places of the columns in the table. */
  readonly columns: readonly number[];
}

/** The list is read as if it were a file of the project: its own roles are what the list names. */
const file = 'list.tsv';

async function read(list: StaffText, setting: Setting, problems: Diagnostic[]): Promise<readonly PersonRow[] | null> {
  const { workplace, desk, today, language } = setting;
  const project = {
    ...(workplace.project ?? { schema: 2 as const }),
    staffList: { ...workplace.project?.staffList, columns: list.headings },
  };
  const here = { ...desk, workspace: withText(desk.workspace, file, list.text) };
  const told: Diagnostic[] = [];
  const rows = await readStaff(file, { ...workplace, project }, { day: today, language }, here, told);
  problems.push(...told.map((one) => placed(one, list)));
  return rows;
}

/** A finding in the row and column of the table. */
function placed({ code, severity, args, line, column }: Diagnostic, { shift, columns }: StaffText): Diagnostic {
  const { row, rows } = args;
  return {
    ...{ code, severity },
    ...(line !== undefined && { line: line - shift }),
    ...(column !== undefined && { column: (columns[column - 1] ?? 0) + 1 }),
    args: {
      ...args,
      ...(typeof row === 'number' && { row: row - shift }),
      ...(typeof rows === 'string' && shift > 0 && { rows: rows.replace(/\d+/g, (found) => String(Number(found) - shift)) }),
    },
  };
}

/** What there is to say of a list before it is taken over. */
export async function checkStaff(list: StaffText, setting: Setting): Promise<Checked> {
  const findings: Diagnostic[] = [];
  const found = await read(list, setting, findings);
  const rows = found ?? [];
  const known = new Set(setting.workplace.organisation?.departments?.map(({ id }) => id));
  const named = rows.flatMap(({ person: { department } }) =>
    typeof department === 'string' && !known.has(department) ? [department] : [],
  );
  return {
    isReadable: found !== null,
    findings: findings.filter(({ severity }) => severity !== 'info'),
    people: rows.length,
    newDepartments: [...new Set(named)],
  };
}

export interface Taking {
  readonly list: StaffText;
  /** From when it holds, YYYY-MM-DD. */
  readonly on: string;
  /** Whether whoever is not in it has left. */
  readonly complete: boolean;
  /** Whether people without a number are new where nobody has both their name and their post. */
  readonly newcomers: boolean;
  /** Whether somebody has said that all who are not in it have left, be they many. */
  readonly allLeft?: boolean;
  /** Whether posts that are noted otherwise were noted wrongly, which is no move. */
  readonly putRight?: boolean;
}

export interface Taken extends PeopleOutcome {
  readonly problems: readonly Diagnostic[];
}

/** Takes over the rows without errors; null where the list cannot be read at all. */
export async function takeStaff(
  { list, on, complete, newcomers, allLeft = false, putRight = false }: Taking,
  setting: Setting,
): Promise<Taken | null> {
  const problems: Diagnostic[] = [];
  const rows = await read(list, setting, problems);
  if (rows === null) return null;
  const told: Diagnostic[] = [];
  // Whoever stays behind for an error has not left by that.
  const isWhole = !hasErrors(problems);
  const how = { complete: complete && isWhole, newcomers, allLeft, putRight };
  const outcome = await takePeople(rows, { on, isDayOfList: true, ...how }, setting, told);
  return {
    ...outcome,
    waits: complete && !isWhole ? 'rows' : outcome.waits,
    problems: told.map((one) => placed(one, { ...list, columns: [] })),
  };
}

/** Fields that the register or a paper of its people has, in the order in which a screen offers them. */
export const offered: readonly StaffField[] = (
  [
    'name',
    'last',
    'first',
    'middle',
    'particle',
    'initials',
    'role',
    'department',
    'personnelNumber',
    'hireDate',
    'gender',
    'language',
    'email',
    'position',
  ] as const
).filter((field) => staffFields.includes(field));
