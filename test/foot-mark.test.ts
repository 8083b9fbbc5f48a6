/** The mark at the foot of the pages that tells one wording from another. */
import { expect, test } from 'vitest';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { smallRoles } from './small-roles.js';

const role = smallRoles['roles/hr-manager.yaml'] ?? '';

/** The job description of the role as a page with its mark. */
async function page(text: string): Promise<string> {
  const workspace = memoryWorkspace({ 'roles/hr-manager.yaml': text });
  await run({
    argv: 'generate hr-manager --kind job-description --locale en --format html --fingerprint'.split(' '),
    environment: {},
    out: () => {},
    err: () => {},
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
  });
  return workspace.readText('out/hr-manager/job-description.en.html');
}

test('does not depend on where a clause comes from, but on what it says', async () => {
  const clause = '- id: compare\n';
  expect(role).toContain(clause);
  const before = await page(role);
  expect(await page(role.replace(clause, `${clause}        source: added\n`))).toBe(before);
  expect(await page(role.replace('of at least three suppliers', 'of at least four suppliers'))).not.toBe(before);
});
