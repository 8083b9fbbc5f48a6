/** `requirements.experience` without a number, and texts that ask for experience without one. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => {
  const experience = context.role?.requirements.experience;
  const open = experience?.min === null && !experience.desirable ? [{ pointer: '/requirements/experience/min' }] : [];
  const wished = new Set(
    Object.values(context.role?.requirements ?? {})
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .filter((one) => one.desirable)
      .map((one) => one.id),
  );
  return [...open, ...context.phrases().filter(({ passage }) => !wished.has(idAt(context.role, passage.clause)))];
};

function idAt(role: unknown, pointer: string): string {
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], role);
  return (value as { id?: string } | undefined)?.id ?? '';
}
