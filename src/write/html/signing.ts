/** The places where people approve and sign. */
import type { Inline, Signature, Stamp, Stamps } from '../../document/document.js';
import type { Context } from './context.js';
import { inlines } from './inline.js';
import { classes, element, lines } from './markup.js';
import type { Markup } from './markup.js';

export function stamps({ left, right }: Stamps, context: Context): Markup | null {
  if (!left && !right) return null;
  const side = (stamp: Stamp, name: string): Markup =>
    element('div', { class: name }, lines(stamp.lines.map((line) => element('p', {}, inlines(line, context)))));
  return element('div', { class: 'stamps' }, left && side(left, 'left'), right && side(right, 'right'));
}

/** A group for those who hear it, under the words that are signed. */
export function signature({ id, lead, cells }: Signature, context: Context): Markup {
  const anchor = context.anchor(id);
  const led = lead.length > 0;
  const leadId = led ? context.anchor(`${id}-lead`) : null;
  return element(
    'div',
    { id: anchor, class: 'signature', role: led ? 'group' : null, 'aria-labelledby': leadId },
    led ? element('p', { id: leadId }, inlines(lead, context)) : null,
    cells.length === 0
      ? null
      : element(
          'div',
          { class: classes('places', context.measures.columns(cells.map(({ share }) => share))) },
          lines(
            cells.map((cell) => {
              const captioned = cell.caption !== null;
              // What is already filled in stands on the same line as a blank would.
              const lined = captioned && !hasBlank(cell.content);
              return element(
                'div',
                { class: classes('place', captioned && 'captioned') },
                element('div', { class: classes('written', lined && 'lined') }, inlines(cell.content, { ...context, labelled: captioned })),
                element('div', { class: 'caption' }, cell.caption ?? ''),
              );
            }),
          ),
        ),
  );
}

const hasBlank = (content: readonly Inline[]): boolean => content.some((inline) => inline.type === 'field');
