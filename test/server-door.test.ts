/** The door to the server: another package beside the installation, never one of the folder that a command is run in. */
import { describe, expect, it } from 'vitest';
import type { Server, Visit } from '../src/cli/terminal.js';
import { locales } from '../src/document/document.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';

/** A server that notes what it is asked. */
function fakeServer(): { server: () => Promise<Server>; visits: (Visit & { language: string })[] } {
  const visits: (Visit & { language: string })[] = [];
  const server: Server = {
    version: '9.8.7',
    commands: ['register'],
    run: (visit, terminal, language) => {
      visits.push({ ...visit, language });
      terminal.out('at your service\n');
      return Promise.resolve(3);
    },
    complete: (visit, _, language) => {
      visits.push({ ...visit, language });
      const offers = ['issue', 'init', 'status'].map((value) => ({ value, about: `about ${value}` }));
      return Promise.resolve({ offers, otherwise: 'nothing', isList: false });
    },
  };
  return { server: () => Promise.resolve(server), visits };
}

const nowhere = { workspace: memoryWorkspace({}) };

describe('a command of the server', () => {
  it('says how to install it where it is not, in each language and for programs', async () => {
    for (const server of [undefined, () => Promise.resolve(null)])
      for (const name of ['register', 'serve', 'worker', 'studio', 'seal', 'verify']) {
        const { code, out, err } = await command(`${name} issue`, { ...nowhere, ...(server && { server }) });
        expect([code, out]).toEqual([1, '']);
        expect(err).toContain('npm install rolewright-server');
        expect(err).toContain(name);
      }
    for (const language of locales) {
      const { err } = await command(`register --lang ${language}`, nowhere);
      expect(err).toContain('npm install rolewright-server');
    }
    const { diagnostics } = JSON.parse((await command('register status --json', nowhere)).out) as { diagnostics: { code: string }[] };
    expect(diagnostics.map(({ code }) => code)).toEqual(['server-not-installed']);
  });

  it('gets its words as they were written, and its code is that of the command', async () => {
    const { server, visits } = fakeServer();
    const told = await command('--lang nl register issue --all --on 2026-12-01 -- x', { ...nowhere, server });
    expect(told).toEqual({ code: 3, out: 'at your service\n', err: '' });
    await command('register status --lang=ru --json', { ...nowhere, server });
    await command('register', { ...nowhere, server });
    await command('help register issue', { ...nowhere, server });
    await command('batch people.csv --register --format pdf', { ...nowhere, server });
    expect(visits).toEqual([
      { command: 'register', words: ['issue', '--all', '--on', '2026-12-01', '--', 'x'], language: 'nl' },
      { command: 'register', words: ['status', '--json'], language: 'ru' },
      { command: 'register', words: [], language: 'en' },
      { command: 'register', words: ['issue', '--help'], language: 'en' },
      { command: 'register', words: ['batch', 'people.csv', '--format', 'pdf'], language: 'en' },
    ]);
  });

  it('that the installed server does not have yet is told as such', async () => {
    const { server, visits } = fakeServer();
    const { code, err } = await command('serve --port 8080', { ...nowhere, server });
    expect(code).toBe(1);
    expect(err).toContain('9.8.7');
    expect(visits).toEqual([]);
  });

  it('is listed in help and offered by completion, which asks the server for more', async () => {
    const { server, visits } = fakeServer();
    expect((await command('help', nowhere)).out).toMatch(/^ {2}register /m);
    expect((await command('complete -- word:reg', nowhere)).out).toMatch(/^register\t/);
    expect((await command('complete -- register word:i', { ...nowhere, server })).out).toBe(
      'issue\tabout issue\ninit\tabout init\n:nothing\n',
    );
    expect(visits.map(({ words }) => words)).toEqual([['i']]);
    expect((await command('complete -- register word:i', nowhere)).out).toBe(':nothing\n');
  });
});
