/** `register people` and `register leave`. */
import { readStaff, staffChoices } from 'rolewright';
import type { Diagnostic, PersonRow, StaffFlags } from 'rolewright';
import { answeredAfter } from '../../register/answered-later.js';
import { all, everybody, groupedBy, nameIn, personMeant } from '../../register/find.js';
import { postOf } from '../../register/titles.js';
import { leave, undoLeaving } from '../../register/leaving.js';
import { takePeople, planClosed } from '../../register/people.js';
import { renumber } from '../../register/renumber.js';
import { movedInWords, postInWords, undoMove } from '../../register/posts.js';
import type { Move } from '../../register/posts.js';
import type { PeopleOutcome } from '../../register/people.js';
import { refuseDoubtful } from '../../register/leave-doubts.js';
import { orRefuse, refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { inSentence, table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { exit } from '../terminal.js';

export interface PeopleOptions extends CommonOptions, StaffFlags {
  readonly sheet?: string;
  readonly role?: string;
  readonly complete?: boolean;
  readonly new?: boolean;
  readonly yes?: boolean;
  readonly movesOn?: string;
  readonly putRight?: boolean;
  readonly partly?: boolean;
}

/** So many of those who are not in a list are named. */
const named = 10;

/** Takes over a list. Null where it cannot be read, and the problems say why. */
export async function takeList(list: string, options: PeopleOptions, setting: Setting, counter: Counter): Promise<Taken | null> {
  const { desk, workplace } = setting;
  const on = options.on === undefined ? counter.today : counter.day(options.on);
  const told: Diagnostic[] = [];
  const usage: Diagnostic[] = [];
  const choices = staffChoices(options, usage);
  orRefuse(usage);
  const rows = await readStaff(
    list,
    workplace,
    { sheet: options.sheet, role: options.role, day: on, language: counter.language, choices },
    desk,
    told,
  );
  counter.problems.push(...departmentsOnce(told));
  if (rows === null) return null;
  const unread = [...new Set(told.flatMap(({ severity, line }) => (severity === 'error' && line !== undefined ? [line] : [])))];
  if (unread.length > 0 && !options.partly) {
    const args = { count: unread.length, taken: rows.length };
    counter.problems.push({ code: 'register-list-faulty', severity: 'error', args });
    return null;
  }
  const complete = options.complete ?? false;
  const problems: Diagnostic[] = [];
  // Whose row could not be read is in the list all the same, and has not left.
  const outcome = await takePeople(
    rows,
    {
      ...{ file: list, on, isDayOfList: options.on !== undefined, complete: complete && unread.length === 0 },
      ...{ newcomers: options.new ?? false, allLeft: options.yes ?? false, putRight: options.putRight ?? false },
      movesOn: options.movesOn === undefined ? undefined : counter.day(options.movesOn),
    },
    setting,
    problems,
  );
  counter.problems.push(...problems);
  const { missing, leftOut } = outcome;
  const left = [...unread, ...leftOut].sort((one, other) => one - other);
  if (complete && (unread.length > 0 || outcome.waits === 'rows'))
    counter.problems.push({ code: 'register-complete-waits', severity: 'warning', args: { count: missing.length } });
  else if (complete && missing.length > 0)
    // All of them: whoever answers has to know whom they take for gone.
    counter.problems.push({
      code: 'register-complete-asks',
      severity: 'error',
      args: { count: missing.length, people: missing.join(', ') },
    });
  else if (missing.length > 0)
    counter.problems.push({
      code: 'register-people-missing',
      severity: 'info',
      args: { count: missing.length, people: `${missing.slice(0, named).join(', ')}${missing.length > named ? ' …' : ''}` },
    });
  const why = new Map([...told, ...problems].reverse().flatMap((one) => (one.line === undefined ? [] : [[one.line, one] as const])));
  const first = new Map(left.map((row) => [row, told.find(({ line, severity }) => line === row && severity === 'error') ?? why.get(row)]));
  const gone = new Set(outcome.left);
  const everyone = gone.size === 0 && outcome.moves.length + outcome.asks.length === 0 ? [] : await everybody(setting.storage.read);
  const names = everyone.filter(({ id }) => gone.has(id));
  const words = (move: Move): string => movedInWords(move, everyone, setting);
  return {
    rows,
    outcome,
    list,
    gone: names.map((one) => nameIn(one, counter.language)).sort((one, other) => one.localeCompare(other, counter.language)),
    moves: outcome.moves.map((move) => `${words(move)}, ${counter.dayInWords(move.day ?? '')}`),
    asks: new Map(outcome.asks.map((move) => [move.row, words(move)])),
    all: rows.length + unread.length,
    left: left.map((row) => ({ row, problem: first.get(row) ?? null })),
  };
}

/** A department that the organisation lacks once, with all of its rows, so that it does not bury what is wrong otherwise. */
function departmentsOnce(told: readonly Diagnostic[]): readonly Diagnostic[] {
  const code = 'cell-unknown-department';
  const groups = groupedBy(
    told.filter((one) => one.code === code),
    ({ args }) => String(args['value']),
  );
  const once = [...groups].map(([department, own]): Diagnostic => {
    const rows = own.flatMap(({ line }) => line ?? []);
    return {
      ...(own[0] as Diagnostic),
      code: 'register-list-department',
      args: {
        ...{ department, count: own.length, nearest: String(own[0]?.args['nearest'] ?? '') || 'none' },
        rows: `${rows.slice(0, named).join(', ')}${rows.length > named ? ' …' : ''}`,
      },
    };
  });
  return [...told.filter((one) => one.code !== code), ...once];
}

/** What came of a list. */
interface Taken {
  readonly rows: readonly PersonRow[];
  readonly outcome: PeopleOutcome;
  readonly list: string;
  /** The names of those who were noted as having left. */
  readonly gone: readonly string[];
  /** Who was noted as being in another post, or in one less, in words. */
  readonly moves: readonly string[];
  /** Of whom that is asked, by their rows. */
  readonly asks: ReadonlyMap<number, string>;
  /** How many rows with somebody in them the list has. */
  readonly all: number;
  /** The rows that were not taken, and what is wrong with each. */
  readonly left: readonly { readonly row: number; readonly problem: Diagnostic | null }[];
}

export function takenNote({ outcome, list, gone: names, moves, asks, all: rows, left }: Taken, counter: Counter): string {
  const { say } = counter;
  const { known, moved, changed, left: gone, unchanged, doubtful } = outcome;
  const counts = { known: known.length, moved: moved.length, changed: changed.length, left: gone.length, unchanged, doubtful };
  const reasons = left
    .slice(0, named)
    .map(({ row, problem }) => `  ${list}:${row}  ${problem === null ? (asks.get(row) ?? '') : inSentence(problem, counter)}`.trimEnd());
  return [
    say('told.people', counts),
    ...(names.length === 0 ? [] : [say('told.leftByList', { people: names.join(', ') })]),
    ...(moves.length === 0 ? [] : [say('told.movedByList', { people: moves.join('; ') })]),
    ...(left.length === 0 ? [] : [say('told.rows', { taken: rows - left.length, rows, left: left.length }), ...reasons]),
    ...(left.length > named ? ['  …'] : []),
  ].join('\n');
}

/** The same for programs. */
export const takenData = ({ outcome, list, all: rows, left }: Taken): object => {
  const { known, moved, changed, left: gone, unchanged, doubtful, missing } = outcome;
  return {
    ...{ known, changed, moved, left: gone, unchanged, doubtful, missing },
    rows: {
      all: rows,
      taken: rows - left.length,
      leftOut: left.map(({ row, problem }) => ({ file: list, line: row, code: problem?.code })),
    },
  };
};

export const people = (list: string | undefined, options: PeopleOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (list === undefined) return await listPeople(setting, counter);
    const taken = await takeList(list, options, setting, counter);
    if (!taken) return { data: {}, code: exit.failure };
    return { data: takenData(taken), note: takenNote(taken, counter) };
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

export interface LeaveOptions extends CommonOptions {
  readonly yes?: boolean;
  readonly undo?: boolean;
  readonly reason?: string;
}

export const leaveOf = (written: string, options: LeaveOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting, { inFull: true });
    if (options.undo) {
      if (options.reason === undefined) throw refusal('register-undo-reason');
      if (person.leftOn === null) throw refusal('register-not-left', { person: nameIn(person, counter.language) });
      await undoLeaving(person, options.reason, setting);
      const facts = { person: nameIn(person, counter.language), day: counter.dayInWords(person.leftOn) };
      return { data: { person: person.id, undone: true }, note: counter.say('told.leavingUndone', facts) };
    }
    const day = options.on === undefined ? counter.today : counter.day(options.on);
    if (person.leftOn === day) {
      const facts = { person: nameIn(person, counter.language), day: counter.dayInWords(day) };
      return { data: { person: person.id, on: day }, note: counter.say('told.leftAlready', facts) };
    }
    if (options.yes !== true) await refuseDoubtful(person, day, setting);
    if ((await leave(person, day, setting)) > 0) counter.problems.push(planClosed(person, counter.language));
    for (const { paper, on } of await answeredAfter(day, person, setting))
      counter.problems.push({
        code: 'register-left-before-answer',
        severity: 'warning',
        args: { person: nameIn(person, counter.language), paper, day: counter.dayInWords(on), left: counter.dayInWords(day) },
      });
    return {
      data: { person: person.id, on: day },
      note: counter.say(person.leftOn === null ? 'told.left' : 'told.leftCorrected', {
        person: nameIn(person, counter.language),
        day: counter.dayInWords(day),
        before: person.leftOn === null ? '' : counter.dayInWords(person.leftOn),
      }),
    };
  });

export const moveOf = (written: string, options: CommonOptions & { readonly undo?: boolean }, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (options.undo !== true) throw refusal('register-move-how');
    const person = await personMeant(written, setting, { inFull: true });
    const again = await undoMove(person, setting);
    const posts = again.map((one) => postInWords(one, setting)).join('; ');
    return {
      data: { person: person.id, posts: again.map(({ role, department, from_day }) => ({ role, department, from: from_day })) },
      note: counter.say('told.moveUndone', { person: nameIn(person, counter.language), posts }),
    };
  });

export const renumberOf = (written: string, number: string, options: CommonOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting, { inFull: true });
    const after = number.trim();
    const facts = { person: nameIn(person, counter.language), before: person.externalId ?? 'none', after };
    if (person.externalId !== after) await renumber(person, after, setting);
    return { data: { person: person.id, before: person.externalId, number: after }, note: counter.say('told.renumbered', facts) };
  });
