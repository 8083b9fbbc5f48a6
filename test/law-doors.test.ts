/** One law behind every door: what one command says of a contract, the others say too. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { roleWith } from './sample-role.js';

interface Told {
  code: string;
  file?: string;
  line?: number;
  message: string;
}

async function told(line: string, files: Record<string, string>): Promise<Told[]> {
  let out = '';
  await run({
    argv: `${line} --json`.split(' '),
    environment: { LANG: 'en_GB.UTF-8' },
    out: (text) => {
      out += text;
    },
    err: () => {},
    errIsTerminal: false,
    workspace: memoryWorkspace(files),
    milliseconds: () => 0,
  });
  return (JSON.parse(out) as { diagnostics: Told[] }).diagnostics;
}

/** A role with a plan and this probation, and the organisation that its project names. */
const project = (country: 'ru' | 'nl', contract: object, months: number): Record<string, string> => {
  const stage = {
    id: 'week',
    title: 'the first week',
    start: { day: 1 },
    duration: { min: 1, unit: 'week' },
    steps: [{ id: 'tour', text: 'walk through the building', owner: 'new-hire', due: { day: 1 } }],
    exit: 'the building is known',
  };
  return {
    'roles/sample.yaml': roleWith({ language: 'en', data: { onboarding: { probation: { months }, stages: [stage] } } }),
    'organisation.yaml': stringify({ schema: 2, name: 'North', jurisdiction: country, languages: ['en'], contract }),
    'rolewright.yaml': stringify({ schema: 2, organisation: 'organisation.yaml' }),
  };
};

describe('a probation that is too long for the contract', () => {
  const generate = 'generate roles/sample.yaml --organisation organisation.yaml --kind onboarding-checklist --format html --lang en';
  const lint = 'lint roles/sample.yaml --no-spelling --lang en';

  it.each([
    ['ru', { kind: 'fixed-term', months: 4 }, 0.5, null],
    ['ru', { kind: 'fixed-term', months: 4 }, 1, { limit: '0.5', law: 'Трудовой кодекс РФ, ст. 70 [2026-11-29]' }],
    ['ru', { kind: 'fixed-term', months: 12 }, 3, null],
    ['ru', { kind: 'fixed-term', months: 12 }, 4, { limit: '3', law: 'Трудовой кодекс РФ, ст. 70 [2026-11-29]' }],
    ['nl', { kind: 'fixed-term', months: 4 }, 1, { limit: '0', law: 'art. 7:652 BW [2026-11-29]' }],
    ['nl', { kind: 'fixed-term', months: 12 }, 1, null],
    ['nl', { kind: 'fixed-term' }, 2, { limit: '1', law: 'art. 7:652 BW [2026-11-29]' }],
    ['nl', { kind: 'indefinite' }, 2, null],
  ] as const)('is found by generate and lint alike: %s, %j, %d', async (country, contract, months, finding) => {
    const files = project(country, contract, months);
    const made = (await told(generate, files)).filter(({ code }) => code === 'probation-too-long');
    const linted = (await told(lint, files)).filter(({ code }) => code === 'lint/probation-limit');
    expect([made.length, linted.length]).toEqual(finding ? [1, 1] : [0, 0]);
    for (const { message } of [...made, ...linted]) {
      expect(message).toContain(finding?.limit);
      expect(message).toContain(`${months} `);
    }
    expect(made.map(({ message }) => message).join()).toContain(finding?.law ?? '');
  });
});
