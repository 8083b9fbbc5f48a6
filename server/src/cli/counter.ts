/** What every command works with: words, the register, the employer, and who acts. */
import { isAbsolute, join } from 'node:path';
import {
  createPhrases,
  createPress,
  openDesk,
  openMaking,
  openWorkplace,
  openWorkspace,
  ownData,
  readFonts,
  writtenDay,
  isRealDate,
} from 'rolewright';
import type { Desk, Diagnostic, Locale, Phrases, Workspace } from 'rolewright';
import { dayInWords } from '../life/words.js';
import type { LifeWords } from '../life/words.js';
import { actorNamed, introducing } from '../register/actor.js';
import { orRefuse, refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { Edge } from '../storage/edge.js';
import { openStorage } from '../storage/storage.js';
import type { Storage } from '../storage/storage.js';
import type { Target } from '../storage/open.js';
import { machineZone, packageFolder, userName } from './edge.js';
import type { Terminal } from './terminal.js';

/** Options that all commands have. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly as?: string;
  /** It is somebody who has not acted yet, though the name is near to another. */
  readonly newActor?: boolean;
  readonly on?: string;
  readonly organisation?: string;
  /** A program that nobody sits before acts. */
  readonly unattended?: boolean;
}

export interface Counter {
  readonly terminal: Terminal;
  readonly language: Locale;
  readonly edge: Edge;
  readonly say: Phrases;
  /** What things, states and events are called. */
  readonly lifeWords: LifeWords;
  /** The same in the language of a paper. */
  wordsIn(locale: Locale): LifeWords;
  /** The folder of this package. */
  readonly own: Workspace;
  readonly desk: Desk;
  readonly target: Target;
  /** What goes wrong without ending the command. */
  readonly problems: Diagnostic[];
  /** The day on which it is done. */
  readonly today: string;
  /** A day as people write it. Throws a Refusal for what is none. */
  day(written: string): string;
  /** A day in a sentence. */
  dayInWords(day: string): string;
  /** A path of this machine, from the working folder. */
  place(path: string): string;
  /** Opens the register for a piece of work. */
  withRegister<T>(options: CommonOptions, work: (setting: Setting) => Promise<T>): Promise<T>;
  withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  /** The name of whoever acts. Throws a Refusal where nobody knows it. */
  who(options: CommonOptions): string;
}

const own = openWorkspace(packageFolder);

export function openCounter(terminal: Terminal, language: Locale, edge: Edge): Counter {
  // The command of the root has its library loaded for itself: what its workspace refuses would be a stranger’s refusal here.
  const workspace = terminal.folder === undefined ? terminal.workspace : openWorkspace(terminal.folder);
  const desk = openDesk(workspace, terminal.project === undefined ? {} : { project: terminal.project });
  const folder = terminal.folder ?? '.';
  const project = desk.shelf.project?.folder ?? '.';
  const { DATABASE_URL: postgres, DATABASE_OWNER_URL: owner } = terminal.environment;
  const target: Target = {
    folder: join(folder, project, 'register'),
    ...(postgres !== undefined && postgres !== '' && { postgres, ...(owner !== undefined && owner !== '' && { owner }) }),
  };
  const problems: Diagnostic[] = [];
  const today = terminal.today?.() ?? edge.now().toISOString().slice(0, 10);
  const counter: Counter = {
    ...{ terminal, language, edge, own, desk, target, problems, today },
    say: createPhrases(ownData(own, `locales/cli.${language}.yaml`), language),
    lifeWords: ownData(own, `locales/register.${language}.yaml`) as LifeWords,
    wordsIn: (locale) => ownData(own, `locales/register.${locale}.yaml`) as LifeWords,
    day(written) {
      const told: Diagnostic[] = [];
      const read = writtenDay(written, desk, told);
      orRefuse(told);
      if (!isRealDate(read)) throw refusal('bad-date', { value: written });
      return read;
    },
    dayInWords: (day) => dayInWords(day, language),
    place: (path) => (isAbsolute(path) ? path : join(folder, path)),
    async withStorage(work) {
      const storage = await openStorage(target, edge);
      try {
        return await work(storage);
      } finally {
        await storage.close();
      }
    },
    withRegister: (options, work) =>
      counter.withStorage(async (storage) => {
        const told: Diagnostic[] = [];
        const workplace = openWorkplace(options, desk, told);
        problems.push(...told.filter(({ severity }) => severity === 'error'));
        orRefuse(told);
        const actor = await actorNamed(counter.who(options), storage.read);
        const isGuessed = options.as === undefined && !options.unattended && saidIn(terminal) === undefined;
        const introduction = {
          today,
          isNew: options.newActor ?? options.unattended ?? false,
          isGuessed,
          tell: (problem: Diagnostic) => void (options.unattended || problems.push(problem)),
        };
        return await work({
          storage: introducing(storage, actor, introduction),
          desk,
          workplace,
          press: createPress(desk.library, readFonts),
          make: openMaking(desk.library),
          actor,
          today,
          zone: machineZone(),
          language,
        });
      }),
    who(options) {
      const named = options.as ?? saidIn(terminal) ?? (options.unattended ? unattendedName : (gitName(terminal) ?? userName()));
      if (named === undefined || named.trim() === '') throw refusal('register-name-unknown');
      return named;
    },
  };
  return counter;
}

/** What a program that nobody sits before is called in the register, where nobody says it otherwise. */
const unattendedName = 'rolewright worker';

/** Who acts, where the environment says it for all commands. */
const saidIn = ({ environment }: Terminal): string | undefined => environment['ROLEWRIGHT_USER'] || undefined;

function gitName({ git }: Terminal): string | undefined {
  const answer = git?.(['config', 'user.name'], 1000);
  const name = answer?.code === 0 ? new TextDecoder().decode(answer.out).trim() : '';
  return name === '' ? undefined : name;
}
