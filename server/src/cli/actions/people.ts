/** `register people` and `register leave`. */
import { readStaff } from 'rolewright';
import type { Diagnostic, PersonRow } from 'rolewright';
import { all, everybody, nameIn, personMeant } from '../../register/find.js';
import { postOf } from '../../register/titles.js';
import { leave, takePeople } from '../../register/people.js';
import type { PeopleOutcome } from '../../register/people.js';
import type { Setting } from '../../register/setting.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { exit } from '../terminal.js';

export interface PeopleOptions extends CommonOptions {
  readonly sheet?: string;
  readonly role?: string;
  readonly complete?: boolean;
  readonly new?: boolean;
}

/** So many of those who are not in a list are named. */
const named = 10;

/** Takes over a list. Null where it cannot be read, and the problems say why. */
export async function takeList(
  list: string,
  options: PeopleOptions,
  setting: Setting,
  counter: Counter,
): Promise<{ readonly rows: readonly PersonRow[]; readonly outcome: PeopleOutcome } | null> {
  const { desk, workplace } = setting;
  const on = options.on === undefined ? counter.today : counter.day(options.on);
  const told: Diagnostic[] = [];
  const rows = await readStaff(
    list,
    workplace,
    { sheet: options.sheet, role: options.role, day: on, language: counter.language },
    desk,
    told,
  );
  counter.problems.push(...told.filter(({ severity }) => severity !== 'info'));
  if (rows === null) return null;
  const outcome = await takePeople(
    rows,
    { on, complete: options.complete ?? false, newcomers: options.new ?? false },
    setting,
    counter.problems,
  );
  const { missing } = outcome;
  if (missing.length > 0)
    counter.problems.push({
      code: 'register-people-missing',
      severity: 'info',
      args: { count: missing.length, people: `${missing.slice(0, named).join(', ')}${missing.length > named ? ' …' : ''}` },
    });
  return { rows, outcome };
}

export const takenNote = ({ known, moved, changed, left, unchanged, doubtful }: PeopleOutcome, { say }: Counter): string =>
  say('told.people', { known: known.length, moved: moved.length, changed: changed.length, left: left.length, unchanged, doubtful });

export const people = (list: string | undefined, options: PeopleOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (list === undefined) return await listPeople(setting, counter);
    const taken = await takeList(list, options, setting, counter);
    if (!taken) return { data: {}, code: exit.failure };
    const { known, moved, changed, left, unchanged, doubtful, missing } = taken.outcome;
    return { data: { known, moved, changed, left, unchanged, doubtful, missing }, note: takenNote(taken.outcome, counter) };
  });

async function listPeople(setting: Setting, { say, language }: Counter): Promise<Answer> {
  const { read } = setting.storage;
  const holdings = (await all((page) => read.holdings(page))).filter(({ to_day }) => to_day === null);
  const rows = (await everybody(read))
    .map((one) => {
      const own = holdings.filter(({ person }) => person === one.id);
      return {
        id: one.id,
        number: one.externalId,
        name: nameIn(one, language),
        leftOn: one.leftOn,
        posts: own.map(({ role, department, from_day }) => ({ role, department, from: from_day })),
        shown: own.map(({ role, department }) => postOf(role ?? '', department, language, setting)).join('; '),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const lines = rows.map(({ number, id, name, shown, leftOn }) => [
    number ?? id.slice(0, 10),
    name,
    leftOn === null ? shown : `– ${leftOn}`,
  ]);
  return {
    data: { people: rows.map(({ id, number, name, leftOn, posts }) => ({ id, number, name, leftOn, posts })) },
    lines: table([[say('columns.number'), say('columns.person'), say('columns.post')], ...lines]),
  };
}

export const leaveOf = (written: string, options: CommonOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting);
    const day = options.on === undefined ? counter.today : counter.day(options.on);
    await leave(person, day, setting);
    return {
      data: { person: person.id, on: day },
      note: counter.say('told.left', { person: nameIn(person, counter.language), day: counter.dayInWords(day) }),
    };
  });
