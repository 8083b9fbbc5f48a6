/** The guide of plans does what it says, in each language: all of its commands, the one that ends the plan last. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { madeEdge } from './made-register.js';
import { firstOrAll } from './programs.js';
import { firmOfNewcomers } from './weeks-world.js';

const docs = new URL('../../docs', import.meta.url).pathname;

const commandsIn = (page: string): string[] => {
  const text = readFileSync(join(docs, page), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
  const inline = [...text.matchAll(/`(rolewright register plan [^`]+)`/g)].map(([, line = '']) => line.replace(/\s+/g, ' '));
  const all = [...blocks, ...inline].map((line) => line.replace(/^rolewright register /, ''));
  return [...all.filter((line) => !line.startsWith('plan end')), ...all.filter((line) => line.startsWith('plan end'))];
};

it.each(
  firstOrAll([
    ['en', 'weeks.md'],
    ['ru', 'weeks.ru.md'],
    ['nl', 'weeks.nl.md'],
  ] as const),
)('%s', async (language, page) => {
  const hr = await firmOfNewcomers(madeEdge('guide', '2026-12-01T08:00:00.000Z'), { language });
  try {
    Object.assign(hr.environment, { SMTP_URL: 'smtp://127.0.0.1:9?security=none', MAIL_FROM: 'hr@example.org' });
    const commands = commandsIn(page);
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) {
      const line = command
        .replaceAll('1001', '102')
        .replace(/(TASK|ШАГ|TAAK)$/, 'read-description')
        .replace(/(WORDS|СЛОВА|WOORDEN)$/, '"as agreed"');
      const { code, out, err } = await hr.run(line);
      expect([command, code, code === 0 ? '' : out + err]).toEqual([command, 0, '']);
    }
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  } finally {
    rmSync(hr.folder, { recursive: true, force: true });
  }
});
