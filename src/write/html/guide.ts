/** Above everything on a telephone: the next step, when it is due, and who helps. The script keeps it up to date. */
import type { Document } from '../../document/document.js';
import { element, lines } from './markup.js';
import type { Child, Markup } from './markup.js';
import { firstStep } from './tables.js';

/** Shows the first step; null where there is no guide, or nothing to tick. */
export function guide({ guide: words, blocks }: Document): Markup | null {
  const step = firstStep(blocks);
  if (!words || !step) return null;
  const { label, name, mail } = words.help;
  return element(
    'aside',
    { class: 'next', 'aria-label': words.next, 'data-done': words.done },
    lines([
      element('p', { class: 'quiet' }, words.next),
      element('p', { class: 'what' }, element('a', { href: step.id === null ? '#' : `#${step.id.replaceAll(' ', '-')}` }, step.subject)),
      labelled('when', step.brief?.label ?? '', step.brief?.words ?? '', step.brief === null),
      labelled('help', label, mail === null ? name : [name, ', ', element('a', { href: `mailto:${mail}` }, mail)]),
    ]),
  );
}

/** Without a colon between: values of tables begin with a capital. */
const labelled = (name: string, label: string, value: Child, hidden = false): Markup =>
  element('p', { class: name, hidden }, element('span', { class: 'quiet' }, label), ' ', element('span', {}, value));
