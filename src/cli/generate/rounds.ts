/** What is told of the rounds of `generate --watch`: one line each, and what is wrong in place of documents. */
import { hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { FollowedDesk } from '../../desk/followed-desk.js';
import type { Office } from '../office.js';
import type { MadeFile } from '../summary.js';

export interface Round {
  readonly files: readonly MadeFile[];
  readonly problems: readonly Diagnostic[];
  /** What was saved before it; null for the first. */
  readonly changes: ReturnType<FollowedDesk['changes']> | null;
  readonly milliseconds: number;
}

export interface Rounds {
  tell(round: Round): void;
  /** Says, once, that it is waited for files to be saved. */
  wait(): void;
}

/** For people in lines; as JSON one object in each line. */
export function openRounds(json: boolean, { terminal, say, report, plain }: Office): Rounds {
  let before = '';
  const noted = new Set<string>();
  let isWaiting = false;
  return {
    tell({ files, problems, changes, milliseconds }) {
      const now = JSON.stringify(problems);
      const isNews = now !== before;
      before = now;
      const saved = changes?.filter(({ isFile }) => isFile).map(({ path }) => path) ?? [];
      // Editors put files of their own beside the one that they save.
      if (changes && saved.length === 0 && files.length === 0 && !isNews) return;
      const seconds = Math.round(milliseconds / 10) / 100;
      const failed = hasErrors(problems);
      if (json) {
        terminal.out(`${JSON.stringify({ event: 'round', saved, failed, seconds, files, diagnostics: plain(problems) })}\n`);
        return;
      }
      // What is no more than a note is said once, not at each saving.
      report(problems.filter(({ severity, ...one }) => severity !== 'info' || !noted.has(JSON.stringify(one))));
      for (const { severity, ...one } of problems) if (severity === 'info') noted.add(JSON.stringify(one));
      for (const { path } of files) terminal.out(`${path}\n`);
      const facts = {
        time: terminal.time?.() ?? '',
        hasSaved: saved.length > 0 ? 'yes' : 'no',
        saved: saved[0] ?? '',
        more: Math.max(saved.length - 1, 0),
        files: files.length,
        seconds,
      };
      terminal.err(`${say(failed ? 'watch.failed' : 'watch.made', facts).trimStart()}\n`);
    },
    wait() {
      if (!isWaiting && !json) terminal.err(`${say('watch.waiting')}\n`);
      isWaiting = true;
    },
  };
}
