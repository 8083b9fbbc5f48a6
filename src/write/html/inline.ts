/** Words, blanks, boxes and line breaks inside a paragraph. */
import { plainText } from '../../document/reading.js';
import type { Checkbox, Field, Inline, Text } from '../../document/document.js';
import { languageRuns } from '../../language/scripts.js';
import type { Context } from './context.js';
import { classes, element } from './markup.js';
import type { Child, Markup } from './markup.js';

const writers: { [K in Inline['type']]: (inline: Extract<Inline, { type: K }>, context: Context) => Child } = {
  text,
  field,
  checkbox,
  break: lineBreak,
};

export function inlines(content: readonly Inline[], context: Context): Child[] {
  const said = plainText(content).toLowerCase();
  return content.map((inline) => {
    const labelled = context.labelled || (inline.type === 'field' && said.includes(inline.label.toLowerCase()));
    return (writers[inline.type] as (inline: Inline, context: Context) => Child)(inline, { ...context, labelled });
  });
}

/**
 * The content of a paragraph. A box that opens it is the box of the words that follow, so that a click on them ticks
 * it; other controls in them want the click for themselves.
 */
export function wording(content: readonly Inline[], context: Context): Child[] {
  const [first, ...rest] = content;
  const worded = rest.some((inline) => inline.type === 'text' && inline.value.trim() !== '');
  const alone = rest.every((inline) => inline.type === 'text' || inline.type === 'break');
  if (first?.type !== 'checkbox' || !worded || !alone) return inlines(content, context);
  return [element('label', { class: 'choice' }, box(first, context, null), element('span', {}, inlines(rest, context)))];
}

function text({ value, strong, emphasis, expansion }: Text, { language }: Context): Child {
  // What an abbreviation stands for is said in the language of the document.
  const words = expansion === undefined ? withLanguages(value, language) : element('abbr', { title: expansion }, value);
  const emphatic = emphasis ? element('em', {}, words) : words;
  return strong ? element('strong', {}, emphatic) : emphatic;
}

const withLanguages = (value: string, documentLanguage: string): Child[] =>
  languageRuns(value, documentLanguage).map(({ text, language, rightToLeft }) =>
    language === null ? text : element('span', { lang: language, dir: rightToLeft && 'rtl' }, text),
  );

function lineBreak(): Markup {
  return element('br');
}

function checkbox(checkbox: Checkbox, context: Context): Markup {
  return element('label', { class: 'box' }, box(checkbox, context, checkbox.label));
}

const box = ({ name, checked }: Checkbox, context: Context, label: string | null): Markup =>
  element('input', { type: 'checkbox', name: context.control(name), 'aria-label': label, checked });

/** Nobody signs with a keyboard: a place to sign is a line, drawn, with a name for those who hear it. */
function field(field: Field, context: Context): Markup {
  const { kind, label, pattern } = field;
  const width = context.measures.width(field.width);
  if (kind === 'signature') return element('span', { class: classes('line', width), role: 'img', 'aria-label': label });
  const named = context.labelled;
  const attributes = { class: classes('blank', kind, width), 'data-pattern': pattern };
  // What the browser remembers of an earlier visit would cover what the page itself remembers.
  const input = element('input', {
    type: kind,
    name: context.control(field.name),
    'aria-label': named ? label : null,
    autocomplete: 'off',
  });
  return named ? element('span', attributes, input) : element('label', attributes, input, element('span', { class: 'hint' }, label));
}
