/**
 * `rolewright register` and the other commands of the server, a package of its own: who does not keep a register need not have
 * databases. It is looked for where Node.js looks for what our own installation needs, and nowhere else: a folder that
 * somebody sends must not bring code along.
 */
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { server } from '../packages/installed.js';
import type { Values } from './completion/offers.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode, Server, Terminal, Visit } from './terminal.js';

/** What its package is called. */
const serverPackage = 'rolewright-server';

/** Commands that are the server’s; whether the one that is installed has them, it says itself. */
export const serverCommands: readonly string[] = ['register', 'serve', 'worker', 'studio', 'seal', 'verify'];

/** The server that is installed beside us; null for none. */
export async function installedServer(): Promise<Server | null> {
  try {
    return (await server()) as Server;
  } catch (error) {
    // What the server itself needs and does not find is a fault of its installation.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`'${serverPackage}'`))
      return null;
    throw error;
  }
}

/** Hands a command line to the server, or says how to install one. */
export async function visitServer(visit: Visit, office: Office): Promise<ExitCode> {
  const { terminal, language } = office;
  const found = await serverFor(visit.command, terminal);
  if (!('code' in found)) return (await found.run(visit, terminal, language)) as ExitCode;
  if (visit.words.includes('--json')) terminal.out(`${JSON.stringify({ diagnostics: office.plain([found]) }, null, 2)}\n`);
  else office.report([found]);
  return hasErrors([found]) ? exit.failure : exit.ok;
}

/** What may stand where a command line of the server goes on; nothing where there is no server. */
export async function offersOfServer(visit: Visit, { terminal, language }: Office): Promise<Values> {
  const found = await serverFor(visit.command, terminal);
  return 'code' in found ? { offers: [], otherwise: 'nothing', isList: false } : await found.complete(visit, terminal, language);
}

async function serverFor(command: string, terminal: Terminal): Promise<Server | Diagnostic> {
  const server = (await terminal.server?.()) ?? null;
  if (!server) return diagnostic('server-not-installed', { command, package: serverPackage });
  if (!server.commands.includes(command)) return diagnostic('server-without-command', { command, version: server.version });
  return server;
}
