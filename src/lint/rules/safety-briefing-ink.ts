/** A text on a safety briefing that goes on a screen, or a step whose proof is not a signature. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => {
  const found = context.phrases();
  const marks = (pointer: string): string[] => found.filter((one) => one.pointer === pointer).map((one) => one.mark);
  return found
    .filter(({ mark, pointer }) => {
      if (mark !== 'briefing') return false;
      const proof = proofBeside(pointer);
      const told = [...marks(pointer), ...marks(proof)];
      if (told.includes('paper')) return false;
      return told.includes('screen') || context.passages.some((one) => one.pointer === proof);
    })
    .filter((one, at, all) => all.findIndex((other) => other.pointer === one.pointer) === at);
};

/** Where the proof of a step stands, whose text is at the pointer. */
const proofBeside = (pointer: string): string => pointer.replace(/\/text(\/\w\w)?$/, '/proof$1');
