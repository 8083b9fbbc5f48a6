/** Words, blanks and boxes of two versions of a paragraph as one. */
import { compareSequences, isConnective, tidied, wordsOf } from '../diff/words.js';
import type { Step } from '../diff/words.js';
import { text } from '../document/document.js';
import type { Inline, Locale, Revision, Text } from '../document/document.js';

/** Less than this part in common, and the old words struck out whole read better than shreds of them. */
const leastCommon = 0.3;

const revisions: Record<Step<Inline>['kind'], Revision | null> = { same: null, removed: 'deleted', added: 'inserted' };

/** The newer content with the marks of what came and what went. */
export function mergedContent(before: readonly Inline[], after: readonly Inline[], locale: Locale): Inline[] {
  const [old, young] = [atoms(before, locale), atoms(after, locale)];
  const steps = tidied(
    compareSequences(old, young, keyOf),
    (items) => items.every((one) => one.type === 'text') && isConnective(items.map(wordOf)),
    keyOf,
  );
  const chosen = common(steps, old, young) < leastCommon ? replaced(old, young) : steps;
  return joined(
    chosen.flatMap(({ kind, items }) => {
      const revision = revisions[kind];
      return items.map((item): Inline => (revision ? { ...item, revision } : item));
    }),
  );
}

/** Every word on its own; blanks, boxes and breaks as they are. What a voice says of an abbreviation is of no use here. */
const atoms = (content: readonly Inline[], locale: Locale): Inline[] =>
  joined(content.map((inline) => (inline.type === 'text' ? text(inline.value, inline) : inline))).flatMap((inline): Inline[] =>
    inline.type === 'text' ? wordsOf(inline.value, locale).map((value): Text => ({ ...inline, value })) : [inline],
  );

const wordOf = (inline: Inline): string => (inline.type === 'text' ? inline.value : '');

/** What makes two of them the same on paper. The names of blanks and boxes are not printed. */
function keyOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return `text ${Number(inline.strong)} ${Number(inline.emphasis)} ${inline.value}`;
    case 'field':
      return `field ${inline.kind} ${inline.width} ${inline.pattern ?? ''}`;
    case 'checkbox':
      return `checkbox ${String(inline.checked)}`;
    case 'break':
      return 'break';
  }
}

const letters = (items: readonly Inline[]): number =>
  items.reduce((sum, one) => sum + wordOf(one).replace(/[^\p{L}\p{N}]/gu, '').length, 0);

/** How much of the longer one stays, in letters; 1 when there are none. */
function common(steps: readonly Step<Inline>[], old: readonly Inline[], young: readonly Inline[]): number {
  const longer = Math.max(letters(old), letters(young));
  return longer === 0 ? 1 : steps.reduce((sum, { kind, items }) => sum + (kind === 'same' ? letters(items) : 0), 0) / longer;
}

/** What is no word stays: a blank struck out and drawn again beside it would confuse. */
function replaced(old: readonly Inline[], young: readonly Inline[]): Step<Inline>[] {
  const isWord = (one: Inline): boolean => one.type === 'text';
  if (!old.every(isWord) || !young.every(isWord)) return tidied(compareSequences(old, young, keyOf), () => false, keyOf);
  const steps: Step<Inline>[] = [
    { kind: 'removed', items: [...old] },
    { kind: 'added', items: [...young] },
  ];
  return steps.filter(({ items }) => items.length > 0);
}

/** Neighbouring words of one look and one version as one text. */
export function joined(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of content) {
    const last = out.at(-1);
    const goesOn =
      inline.type === 'text' &&
      last?.type === 'text' &&
      last.revision === inline.revision &&
      last.strong === inline.strong &&
      last.emphasis === inline.emphasis;
    if (goesOn) out[out.length - 1] = { ...last, value: last.value + inline.value };
    else out.push(inline);
  }
  return out;
}
