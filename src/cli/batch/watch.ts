/** What a batch shows while it goes on: a bar on a terminal, a line now and then in a pipe, an event for each row as JSON. */
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { BatchPlan } from '../../desk/batch/batch.js';
import { saidOf } from '../../desk/batch/run.js';
import type { Listener, RowResult } from '../../desk/batch/run.js';
import type { Office } from '../office.js';
import { columnsOf, startOf } from '../width.js';
import { openFindings } from './findings.js';

export interface Counts {
  made: number;
  skipped: number;
  failed: number;
  files: number;
  bytes: number;
}

export interface Watch extends Listener {
  counts: Counts;
  /** What is to be told at the end, in the order of rows: what is the same in many rows once, as far as people can read it. */
  findings(): Diagnostic[];
  /** How many rows with errors are left out of the findings. */
  unshown(): number;
  end(): void;
}

export interface WatchOptions extends BatchPlan {
  json: boolean;
  verbose: boolean;
  /** The output folder as it was given. */
  folder: string;
}

/** Milliseconds between two drawings of the bar, and two lines in a pipe. */
const pace = { bar: 100, line: 5000 };
const barLength = 24;
/** Errors that are shown; those of all rows are in `failed.csv`. */
const mostShown = 50;

export function openWatch(office: Office, { rows, file, sheet, jobs, json, verbose, folder }: WatchOptions): Watch {
  const { terminal, say } = office;
  const started = terminal.milliseconds();
  const counts: Counts = { made: 0, skipped: 0, failed: 0, files: 0, bytes: 0 };
  const findings = openFindings(mostShown);
  let told = started;
  if (json) terminal.out(`${JSON.stringify({ event: 'start', file, sheet, rows, jobs })}\n`);
  else terminal.err(`${say('batch.start', { rows, file, sheet: sheet ?? '', hasSheet: sheet === null ? 'no' : 'yes', jobs })}\n`);

  function progress(): void {
    const now = terminal.milliseconds();
    const done = counts.made + counts.skipped + counts.failed;
    if (done < rows && now - told < (terminal.errIsTerminal ? pace.bar : pace.line)) return;
    told = now;
    // Rows that need no work would make the rest look quicker than it is.
    const worked = counts.made + counts.failed;
    const rate = worked / Math.max((now - started) / 1000, 0.001);
    const left = rate === 0 ? 0 : Math.round((rows - done) / rate);
    const facts = {
      done,
      rows,
      rate: Math.round(rate * 10) / 10,
      minutes: Math.floor(left / 60),
      seconds: String(left % 60).padStart(2, '0'),
    };
    if (!terminal.errIsTerminal) terminal.err(`${say('batch.working', facts)}\n`);
    else {
      // What wraps cannot be wiped away: the bar gives way, then the words.
      const room = columnsOf(terminal) - 1;
      const words = startOf(say('batch.working', facts), room);
      const length = Math.max(0, Math.min(barLength, room - words.length - 1));
      const full = rows === 0 ? length : Math.round((done / rows) * length);
      const bar = length === 0 ? '' : `${'█'.repeat(full)}${'░'.repeat(length - full)} `;
      terminal.err(`\r\u001b[K${bar}${words}`);
    }
  }

  function event(result: RowResult, diagnostics: readonly Diagnostic[]): void {
    const { row, status } = result;
    const place = 'folder' in result && verbose ? { folder: result.folder } : {};
    const size = result.status === 'made' ? { files: result.files, bytes: result.bytes } : {};
    terminal.out(
      `${JSON.stringify({ event: 'row', row, status, ...place, ...size, diagnostics: office.plain(saidOf(diagnostics, verbose)) })}\n`,
    );
  }

  return {
    counts,
    row(result, diagnostics) {
      counts[result.status] += 1;
      if (result.status === 'made') {
        counts.files += result.files;
        counts.bytes += result.bytes;
      }
      findings.add(result.row, saidOf(diagnostics, verbose), result.status === 'failed');
      if (json) event(result, diagnostics);
      else {
        if (verbose && result.status === 'made') terminal.out(`${folder}/${result.folder}\n`);
        progress();
      }
    },
    findings: findings.list,
    unshown: findings.unshown,
    end() {
      if (!json && terminal.errIsTerminal) terminal.err('\r\u001b[K');
    },
  };
}
