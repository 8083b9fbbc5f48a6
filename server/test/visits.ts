/** What tests of slips share: visits whose folders go at the end, and staff lists of a few rows. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

export const root = new URL('../..', import.meta.url).pathname;

/** Begins visits; what they made goes after the tests of the file that asks for it. */
export function openVisits(): (...of: Parameters<typeof visiting>) => Visiting {
  const made: Visiting[] = [];
  afterAll(() => {
    for (const { folder } of made) rmSync(folder, { recursive: true, force: true });
  });
  return (...of) => {
    const hr = visiting(...of);
    made.push(hr);
    return hr;
  };
}

/** A staff list in English. */
export const staffList = (...rows: readonly string[]): string =>
  ['Name,Gender,Personnel number,Job title,Department,Hire date', ...rows, ''].join('\n');

/** The files of roles of the library, for the folder of a visit. */
export function writeRoles(hr: Visiting, ...roles: readonly string[]): void {
  for (const role of roles) hr.write(`roles/${role}.yaml`, readFileSync(join(root, `roles/${role}.yaml`)));
}
