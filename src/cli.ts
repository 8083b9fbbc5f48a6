#!/usr/bin/env node
/** The command: the only place with the process. */
import { openGit } from './cli/git.js';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { run } from './cli/program.js';
import { exit } from './cli/terminal.js';
import { openWorkspace } from './workspace.js';

// Whoever reads the output may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run({
  argv: process.argv.slice(2),
  environment: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY ?? false,
  outIsTerminal: process.stdout.isTTY ?? false,
  git: openGit(process.cwd(), process.env),
  workspace: openWorkspace(process.cwd()),
  folder: process.cwd(),
  milliseconds: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  cores: availableParallelism(),
  // As it is from the outset where the command is not started from its bundle.
  longWork: () => setFlagsFromString('--opt'),
  interruption() {
    const asked = new AbortController();
    const stop = (): void => {
      if (asked.signal.aborted) process.exit(exit.interrupted);
      asked.abort();
    };
    process.on('SIGINT', stop);
    return { signal: asked.signal, end: () => process.off('SIGINT', stop) };
  },
}).then((code) => {
  process.exitCode = code;
});
