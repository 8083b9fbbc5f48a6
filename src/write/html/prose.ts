/** Titles, paragraphs, sections, clauses, lists and pictures. */
import { Buffer } from 'node:buffer';
import { plainText } from '../../document/reading.js';
import type { Block, Clause, Figure, Inline, List, Paragraph, Section, Title } from '../../document/document.js';
import { withOrientation } from '../../picture/jpeg.js';
import type { Context } from './context.js';
import { inlines, wording } from './inline.js';
import { classes, element, lines } from './markup.js';
import type { Child, Markup } from './markup.js';

/** Only one heading names the document; others that look like it are text. */
export function title(block: Title, context: Context): Markup {
  const parts = block.lines.flatMap((line, at): Child[] => [at > 0 ? ' ' : null, element('span', {}, inlines(line, context))]);
  return element(block === context.heading ? 'h1' : 'p', { class: 'title' }, parts);
}

export function paragraph({ style, align, content }: Paragraph, context: Context): Markup {
  const introduces = style === 'lead' || endsWithColon(content);
  return element(
    'p',
    { class: classes(style !== 'body' && style, introduces && style !== 'lead' && 'introduces', align) },
    wording(content, context),
  );
}

/** Such words introduce what comes next and stay with it on paper. */
const endsWithColon = (content: readonly Inline[]): boolean => plainText(content).trimEnd().endsWith(':');

/** The lowest heading that HTML has. */
const lowest = 6;

export function section(block: Section, context: Context): Markup {
  const { level } = context;
  const attributes = { id: context.anchor(block.id), class: classes(`level-${block.level}`, block.breakBefore && 'new-page') };
  const number: Child[] = block.number === null ? [] : [element('span', { class: 'number' }, block.number), '\u00A0'];
  const heading = element(`h${Math.min(level, lowest)}`, {}, number, inlines(block.heading, context));
  return element('section', attributes, lines([heading, ...context.write(block.children, { ...context, level: level + 1 })]));
}

/** Clauses that follow one another: a list for those who hear it, with the numbers of the tree as text. */
export const clauses = (run: readonly Clause[], context: Context): Markup =>
  list(
    'ol',
    'clauses',
    run.map((clause) => ({ ...clause, label: clause.number, read: true })),
    context,
  );

/** Dashes and bullets are drawn only: that it is a list, and where an entry begins, is heard anyway. */
export const items = ({ marker, items: entries }: List, context: Context): Markup =>
  list(
    marker === 'decimal' ? 'ol' : 'ul',
    'items',
    entries.map((item) => ({ ...item, read: marker === 'decimal' })),
    context,
  );

interface ListEntry {
  id: string | null;
  label: string;
  /** The label says something that the list itself does not. */
  read: boolean;
  content: readonly Inline[];
  children: readonly Block[];
}

/** The role brings back what some browsers take away from lists without markers of their own. */
function list(tag: 'ol' | 'ul', name: string, entries: readonly ListEntry[], context: Context): Markup {
  const hang = context.measures.hang(entries.map((entry) => entry.label));
  return element(
    tag,
    { class: classes(name, hang), role: 'list' },
    lines(
      entries.map(({ id, label, read, content, children }) => {
        const introduces = children.length > 0 || endsWithColon(content);
        const sign = element('span', { class: 'label', 'aria-hidden': read ? null : 'true' }, label, ' ');
        const text = element('p', { class: classes(introduces && 'introduces') }, sign, wording(content, context));
        return element('li', { id: context.anchor(id) }, children.length > 0 ? lines([text, ...context.write(children, context)]) : text);
      }),
    ),
  );
}

/** CSS pixels in a millimetre. */
const pixels = 96 / 25.4;

export function figure({ data, format, orientation = 1, width, height, alt, align }: Figure): Markup {
  // Browsers turn a picture by the note in its file.
  const noted = orientation === 1 ? data : withOrientation(data, orientation);
  const source = `data:image/${format};base64,${Buffer.from(noted).toString('base64')}`;
  return element(
    'p',
    { class: classes('figure', align) },
    element('img', { src: source, alt, width: Math.round(width * pixels), height: Math.round(height * pixels) }),
  );
}
