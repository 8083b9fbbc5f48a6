/** How complete roles are, and how `status` tells it. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { status } from '../src/cli/status.js';
import type { StatusOptions } from '../src/cli/status.js';
import { openOffice } from '../src/cli/office.js';
import type { Locale } from '../src/document/document.js';
import { coverageOf } from '../src/lint/coverage.js';
import type { Role } from '../src/role/role.generated.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { roleWith } from './sample-role.js';

async function run(
  files: Record<string, string>,
  names: readonly string[],
  options: StatusOptions = {},
  language: Locale = 'en',
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const office = openOffice(
    {
      argv: [],
      environment: { NO_COLOR: '1' },
      errIsTerminal: false,
      workspace: memoryWorkspace(files),
      milliseconds: () => 0,
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    },
    language,
  );
  return { code: await status(names, options, office), ...said };
}

const half = (): Role => {
  const role = parse(roleWith({ language: 'en' })) as Record<string, unknown>;
  return {
    ...role,
    languages: ['en', 'nl'],
    knowledge: [
      { id: 'one', text: { en: 'goods', nl: 'producten' }, source: '001:1' },
      { id: 'two', text: { en: 'prices' }, source: ['001:2', '002:3'] },
      { id: 'three', text: { en: 'dates', nl: 'data' }, source: 'added' },
    ],
    duties: [],
    limits: [],
    criteria: [],
    rights: [],
    responsibility: [],
    guidedBy: [],
    relations: [],
    conditions: [],
    physicalDemands: [],
    kpis: [],
    requirements: {},
    onboarding: undefined,
    pay: undefined,
  } as unknown as Role;
};

describe('coverage', () => {
  it('counts what each language says and where clauses come from', () => {
    const { clauses, translated, provenance } = coverageOf(half());
    expect(clauses).toBe(3);
    expect([...translated]).toEqual([
      ['en', 3],
      ['nl', 2],
    ]);
    expect(provenance).toEqual({ source: 1, merged: 1, added: 1, unstated: 0 });
  });
});

describe('status', () => {
  const role = roleWith({ language: 'en', section: 'duties/duties', text: 'check  goods efficiently' });

  it('tells findings by language and by how grave they are, and ends well', async () => {
    const { code, out } = await run({ 'roles/sample.yaml': role }, [], { json: true, spelling: false });
    const { roles } = JSON.parse(out) as {
      roles: { role: string; findings: Record<string, object>; translated: object; clauses: number }[];
    };
    expect(roles.map((one) => one.role)).toEqual(['sample']);
    expect(roles[0]?.findings).toEqual({ en: { errors: 0, warnings: 1, remarks: 1 }, general: { errors: 0, warnings: 0, remarks: 0 } });
    expect(roles[0]?.translated).toEqual({ en: roles[0]?.clauses });
    expect(code).toBe(0);
  });

  it.each([
    ['ru', 'Переведено пунктов', '1 роль'],
    ['en', 'Clauses translated', '1 role'],
    ['nl', 'Vertaalde onderdelen', '1 functie'],
  ] as const)('prints a table in %s', async (language, heading, total) => {
    const { out } = await run({ 'roles/sample.yaml': role }, ['roles/sample.yaml'], { spelling: false }, language);
    expect(out).toContain(heading);
    expect(out).toContain(total);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(140);
  });

  it('names a role that there is not', async () => {
    const { code, err } = await run({}, ['sales-managr'], { spelling: false });
    expect(code).toBe(2);
    expect(err).toContain('sales-manager');
  });
});
