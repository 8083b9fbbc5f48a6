#!/usr/bin/env node
/** The command: the only place with the process. */
import { run } from './cli/program.js';
import { openWorkspace } from './workspace.js';

process.exitCode = await run({
  argv: process.argv.slice(2),
  environment: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY ?? false,
  workspace: openWorkspace(process.cwd()),
  milliseconds: () => performance.now(),
});
