/** `register export`, `erase`, `hold` and `release`. */
import { basename, dirname } from 'node:path';
import { personArchive } from '../../papers/person-archive.js';
import { nameIn, paperLabel, personMeant } from '../../register/find.js';
import { roleTitle } from '../../register/titles.js';
import { erasableOf, exported, hold } from '../../register/retention.js';
import { complaintsIn } from '../../register/law.js';
import { zoneOf } from '../../register/zone.js';
import type { KeptDecision } from '../../register/decisions.js';
import type { Erasable, Kept } from '../../register/retention.js';
import { eraseNow, keptBecause } from '../../register/erasing.js';
import { employerOf, refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { everythingAbout } from '../../register/person-record.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { addLines, isInside, migrationBackups } from '../edge.js';
import { settingFor } from './answers.js';

export interface ExportOptions extends CommonOptions {
  readonly out?: string;
  readonly force?: boolean;
}

export const exportOf = (written: string, options: ExportOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting);
    const { jurisdiction, languages } = employerOf(setting);
    const locale = person.known?.locale ?? languages[0] ?? counter.language;
    const record = await everythingAbout(person, setting, locale);
    const paper = settingFor(locale, jurisdiction, setting, counter);
    const bytes = await personArchive(record, {
      setting: paper,
      press: setting.press,
      today: setting.today,
      lifeWords: counter.wordsIn(locale),
      zone: zoneOf(setting),
      complaints: complaintsIn(jurisdiction, locale, setting.desk.library),
    });
    const path = options.out ?? `out/person-${person.externalId ?? person.id.slice(0, 10)}.zip`;
    const files = counter.desk.workspace.writeAll([{ path: basename(path), bytes }], {
      folder: dirname(path),
      force: options.force ?? false,
    });
    await exported(person, setting);
    const counts = { events: record.events.length, files: record.files.length };
    return {
      data: { person: person.id, file: files[0], ...counts },
      lines: files,
      note: counter.say('told.exported', { person: nameIn(person, counter.language), ...counts }),
    };
  });

/** What keeps the data of somebody, in words. */
function keptLines({ kept, held, decisions }: Erasable, setting: Setting, { say, dayInWords, language }: Counter): string[] {
  const line = ({ document, why, until }: Kept): string =>
    `${paperLabel(document, setting)}: ${say(`keeps.${why}`, { day: until === null ? '' : dayInWords(until), kind: document.kind })}`;
  const decided = ({ sort, why, role }: KeptDecision): string =>
    `${say(`decided.${sort}`, { role: roleTitle(role, null, language, setting) })}: ${say(`keeps.${why}`)}`;
  return [
    ...(held ? [say('keeps.hold')] : []),
    ...kept.map(line),
    ...decisions.kept.map(decided),
    ...(decisions.withOthers > 0 ? [say('keeps.withOthers', { n: decisions.withOthers })] : []),
  ];
}

export interface EraseOptions extends CommonOptions {
  /** Names under which the person acted, besides their own. */
  readonly name?: readonly string[];
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly log?: string;
}

export const eraseOf = (written: string, options: EraseOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting, { inFull: !options.dryRun });
    if (options.log !== undefined && isInside(counter.place(options.log), counter.target.folder))
      throw refusal('register-inside', { file: options.log });
    const found = await erasableOf(person, setting, options.name);
    const counts = { events: found.seqs.length, files: found.files.length };
    const kept = found.kept.map(({ document, why, until }) => ({ document: document.id, kind: document.kind, why, until }));
    const data = { person: person.id, held: found.held, mayGoOn: found.mayGoOn, kept, decisions: found.decisions, ...counts };
    const lines = keptLines(found, setting, counter);
    const name = nameIn(person, counter.language);
    if (options.dryRun) {
      const why = keptBecause(person, found, setting.today);
      const day = why === 'term' && found.mayGoOn !== null ? counter.dayInWords(found.mayGoOn) : '';
      const note =
        why === null
          ? counter.say('told.wouldErase', { person: name, ...counts })
          : counter.say('told.wouldNotErase', { person: name, why, day, ...counts });
      return { data: { ...data, erasable: why === null }, lines, note };
    }
    try {
      const { erased, log } = await eraseNow(person, found, { also: options.name ?? [], isSure: options.yes ?? false }, setting);
      for (const folder of migrationBackups(counter.target.folder))
        counter.problems.push({ code: 'register-older-copy', severity: 'warning', args: { folder } });
      if (options.log !== undefined) addLines(counter.place(options.log), log);
      return {
        data: { ...data, erased },
        lines: keptLines({ ...found, kept: [], held: false }, setting, counter),
        note: counter.say('told.erased', { person: name, ...erased }),
      };
    } catch (error) {
      // What forbids it is told paper by paper.
      if (lines.length > 0 && options.json !== true) counter.terminal.out(`${lines.join('\n')}\n`);
      throw error;
    }
  });

export const holdOf = (
  what: 'held' | 'released',
  written: string,
  options: CommonOptions & { readonly reason: string },
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting);
    await hold(person, what, options.reason, setting);
    return {
      data: { person: person.id, held: what === 'held' },
      note: counter.say(`told.${what}`, { person: nameIn(person, counter.language) }),
    };
  });
