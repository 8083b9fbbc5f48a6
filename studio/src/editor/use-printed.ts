/** What the paper in brief prints, kept as long as it prints the same: every field looks at it. */
import { useRef } from 'preact/hooks';
import type { View } from './paper-side.js';
import { printedIn, samePrinted } from './printed.js';
import type { Printed } from './printed.js';
import type { Editor } from './use-editor.js';

/** Null until a paper in brief of this kind was seen. What was seen holds while the full form is looked at. */
export function usePrinted({ paper, work }: Pick<Editor, 'paper' | 'work'>, { locale }: View): Printed | null {
  const last = useRef<{ readonly key: string; readonly html: string; readonly printed: Printed } | null>(null);
  if (paper === null) return null;
  const key = [paper.kind, paper.country, locale].join(' ');
  const before = last.current?.key === key ? last.current : null;
  if (paper.form !== 'brief' || before?.html === paper.html) return before?.printed ?? null;
  const now = printedIn(paper.html, work.data);
  // A field that is emptied to be written anew does not go away meanwhile.
  const printed = before?.printed.inShort ? { ...now, inShort: true } : now;
  last.current = { key, html: paper.html, printed: before && samePrinted(before.printed, printed) ? before.printed : printed };
  return last.current.printed;
}
