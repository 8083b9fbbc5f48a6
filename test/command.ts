/** The command line in a world of its own: what it prints where, and its exit code. */
import { run } from '../src/cli/program.js';
import type { Terminal } from '../src/cli/terminal.js';

export interface Told {
  code: number;
  out: string;
  err: string;
}

/** Runs a command in English over a workspace. */
export async function command(line: string, world: Pick<Terminal, 'workspace'> & Partial<Terminal>): Promise<Told> {
  let [out, err] = ['', ''];
  const code = await run({
    argv: line.split(' ').filter(Boolean),
    environment: { LANG: 'en_GB.UTF-8' },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    errIsTerminal: false,
    milliseconds: () => 0,
    ...world,
  });
  return { code, out, err };
}
