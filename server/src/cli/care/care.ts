/** Looking after a service from its screens: its back-ups in a folder, its mail server, its certificate. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backups, Care, KeptBackup } from '../../http/care.js';
import { mailSettings } from '../../post/settings.js';
import { testMail } from '../../post/test-mail.js';
import { employerOf, refusal } from '../../register/setting.js';
import { backupNoteIn } from '../../storage/backup.js';
import type { Counter } from '../counter.js';
import { isInside } from '../edge.js';
import { sealCard } from './seal-card.js';

/** Beside the register, where nobody names another place. */
const usualFolder = 'backups';

/** `folder` is that of the back-ups, from the working folder. Throws a Refusal for one within the register. */
export function openCare(counter: Counter, folder?: string): Care {
  const { terminal, target, edge } = counter;
  const place = folder === undefined ? join(target.folder, '..', usualFolder) : counter.place(folder);
  if (isInside(place, target.folder)) throw refusal('register-inside', { file: folder ?? usualFolder });
  const { environment } = terminal;
  return {
    backups: () => backupsIn(place),
    newBackup() {
      mkdirSync(place, { recursive: true });
      const ignore = join(place, '.gitignore');
      // They have all that the register knows of people.
      if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
      return join(place, edge.now().toISOString().slice(0, 19).replaceAll(':', '-'));
    },
    mailServer(setting) {
      const { from, host, port, secure, requireTLS } = mailSettings(employerOf(setting), environment);
      return { from, host, port, isSecret: secure || requireTLS };
    },
    testMail: (recipient, setting) => testMail(recipient, setting, environment),
    sealCard: (setting) => sealCard(setting, counter),
  };
}

function backupsIn(place: string): Backups {
  const names = existsSync(place)
    ? readdirSync(place, { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map(({ name }) => name)
    : [];
  const kept = names.map((name): KeptBackup => ({ folder: name, note: noteIn(join(place, name)) }));
  const timeOf = ({ folder, note }: KeptBackup): string => note?.at ?? folder;
  return { folder: basename(place), kept: kept.sort((one, other) => (timeOf(one) < timeOf(other) ? 1 : -1)) };
}

function noteIn(folder: string): KeptBackup['note'] {
  const file = join(folder, 'backup.json');
  return existsSync(file) ? backupNoteIn(readFileSync(file, 'utf8')) : null;
}
