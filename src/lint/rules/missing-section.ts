/** The sections that documents of every country and of each country in force usually have. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = ({ role, jurisdictions, list }) => {
  if (!role) return [];
  const wanted = new Set(['every', ...jurisdictions].flatMap((country) => list(country)));
  return [...wanted]
    .filter((section) => isEmpty((role as unknown as Record<string, unknown>)[section]))
    .map((section) => ({ pointer: `/${section}`, args: { section } }));
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0);
