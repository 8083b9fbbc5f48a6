/** What stands in a paragraph: words with their looks, tabs, breaks, boxes, results of fields, and what hangs on it. */
import { childOf, elementsOf, wordsIn } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import { chosenAmong } from './alternatives.js';
import { controlOf } from './controls.js';
import { anchoredIn } from './drawing.js';
import type { Anchored } from './drawing.js';
import { buttonIn, fieldName, formIn, isSilent, linkOf, signIn } from './fields.js';
import { grow, isProperty, noted } from './reading.js';
import type { NoteReference, Story } from './reading.js';
import { isSignFont, isTicked, signOf } from './signs.js';
import type { Letters, ParagraphStyle } from './style-sheet.js';
import type { SpanFacts, WordNoteKind, WordSpan } from './word-text.js';

/** Ticks a cell that has nothing else; before words it is an ornament, and stays as it is. */
const markOrBox = '✅';

/** What a paragraph has come to so far; one whose end is deleted goes on in the next. */
export interface Draft {
  readonly spans: WordSpan[];
  readonly anchored: Anchored[];
  readonly references: NoteReference[];
}

/** Reads the children of a paragraph into the draft. */
export function readInline(paragraph: Xml, style: ParagraphStyle, story: Story, draft: Draft): void {
  const { reading, fields, controls } = story;
  const links: (string | null)[] = [];
  const looks = new Map<Xml | undefined, Letters>();

  function walk(nodes: Xml['children'], look?: Xml): void {
    for (const one of nodes) if (typeof one !== 'string') visit(one, look);
  }

  function visit(one: Xml, look: Xml | undefined): void {
    const { name, attributes } = one;
    switch (name) {
      case 'w:r':
        return walk(one.children, childOf(one, 'w:rPr'));
      case 'w:t':
      case 'm:t':
        return words(writtenIn(one), look);
      case 'w:tab':
      case 'w:ptab':
        return put({ kind: 'tab', text: '\t' }, look);
      case 'w:br':
        return breakOf(attributes['w:type'], look);
      case 'w:cr':
        return put({ kind: 'line', text: '\n' }, look);
      case 'w:noBreakHyphen':
        return words('\u2011', look);
      case 'w:softHyphen':
        return noted(reading, 'soft-hyphens');
      case 'w:sym':
        return sign(Number.parseInt(attributes['w:char'] ?? '', 16), attributes['w:font'] ?? '', look);
      case 'w:pgNum':
        return computed('PAGE');
      case 'w:fldChar':
        return fieldCharacter(one, look);
      case 'w:instrText':
        return instruct(wordsIn(one));
      case 'w:fldSimple':
        return simpleField(one, look);
      case 'w:hyperlink': {
        const target = story.relationships.get(attributes['r:id'] ?? '')?.target ?? '';
        const anchor = attributes['w:anchor'];
        links.push(anchor === undefined ? target : `${target}#${anchor}`);
        walk(one.children, look);
        links.pop();
        return;
      }
      case 'w:sdt':
        controls.push(controlOf(one));
        walk(childOf(one, 'w:sdtContent')?.children ?? [], look);
        controls.pop();
        return;
      case 'mc:AlternateContent':
        return walk(chosenAmong(one), look);
      case 'w:ins':
        accepted('insertions-accepted', one);
        return walk(one.children, look);
      case 'w:moveTo':
        accepted('moves-accepted', one);
        return walk(one.children, look);
      case 'w:del':
        return accepted('deletions-left-out', one);
      case 'w:moveFrom':
      case 'w:delText':
      case 'w:delInstrText':
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        draft.anchored.push(...anchoredIn(one, { relationships: story.relationships, diagram }));
        return;
      case 'w:footnoteReference':
        return note('footnote', one, look);
      case 'w:endnoteReference':
        return note('endnote', one, look);
      case 'w:commentReference':
        return note('comment', one, look);
      case 'w:subDoc':
        draft.anchored.push({
          kind: 'unread',
          what: 'other-document',
          name: story.relationships.get(attributes['r:id'] ?? '')?.target ?? '',
        });
        return;
      default:
        // Marks of other programs and of newer versions may stand around words.
        if (!isProperty(one)) walk(one.children, look);
    }
  }

  /** The words of a diagram, the first time that it is shown. */
  function diagram(part: string): Xml | null {
    if (reading.diagrams.has(part)) return null;
    reading.diagrams.add(part);
    return reading.file.xml(part);
  }

  /** A field that is still being told what to do: what stands there is not seen. */
  const instructed = (): (typeof fields)[number] | undefined => fields.findLast((field) => !field.hasResult);

  function lettersOf(look: Xml | undefined): Letters {
    const made = looks.get(look) ?? reading.styles.letters(style, look);
    looks.set(look, made);
    return made;
  }

  function factsOf(look: Xml | undefined): SpanFacts {
    const { bold, italic, underlined, struck, capitals, raised, hidden, size, language } = lettersOf(look);
    const results = fields.filter((field) => field.hasResult);
    const linked = results.findLast((field) => linkOf(field.instruction) !== null);
    const link = links.at(-1) ?? (linked ? linkOf(linked.instruction) : null);
    const field = results.at(-1);
    const around = { link, field: field ? fieldName(field.instruction) : null, control: controls.at(-1)?.control ?? null };
    return { bold, italic, underlined, struck, capitals, raised, hidden, size, language, ...around };
  }

  type Content = WordSpan extends infer Span ? (Span extends WordSpan ? Omit<Span, keyof SpanFacts> : never) : never;

  function put(content: Content, look: Xml | undefined): void {
    const instruction = instructed();
    if (instruction) return void (instruction.instruction += content.text);
    const facts = factsOf(look);
    for (const field of fields) field.isShown = true;
    const last = draft.spans.at(-1);
    if (facts.hidden) noted(reading, 'hidden-text', content.text.length);
    if (content.kind === 'words' && last?.kind === 'words' && isSame(last, facts))
      draft.spans[draft.spans.length - 1] = { ...last, text: last.text + content.text };
    else {
      grow(reading);
      draft.spans.push({ ...facts, ...content });
    }
  }

  function words(written: string, look: Xml | undefined): void {
    const instruction = instructed();
    if (instruction) return void (instruction.instruction += written);
    const { font } = lettersOf(look);
    let plain = '';
    const flush = (): void => {
      if (plain !== '') put({ kind: 'words', text: plain }, look);
      plain = '';
    };
    for (const character of written) {
      const known = signIfAny(character, font);
      if (known === '\u00ad') noted(reading, 'soft-hyphens');
      else if (known === '\t') {
        flush();
        put({ kind: 'tab', text: '\t' }, look);
      } else if (isBox(known) && !(known === markOrBox && written.trim() !== markOrBox)) {
        flush();
        box(isTicked(known) ?? false, look);
      } else plain += known;
    }
    flush();
  }

  /** What the character shows in its font. */
  function signIfAny(character: string, font: string): string {
    const code = character.codePointAt(0) ?? 0;
    const isPrivate = code >= 0xe000 && code <= 0xf8ff;
    if (!isPrivate && !(code <= 0xff && isSignFont(font))) return character;
    const known = signOf(code, font);
    if (known === null || (isPrivate && known === character)) noted(reading, 'unknown-signs');
    return known ?? character;
  }

  /** In a control for a check box, whatever stands there is the box. */
  function isBox(character: string): boolean {
    const control = controls.at(-1);
    return isTicked(character) !== null || (control?.control.sort === 'box' && !control.isDone && character.trim() !== '');
  }

  function box(isSign: boolean, look: Xml | undefined): void {
    const control = controls.at(-1);
    const form = fields.findLast((field) => field.hasResult && field.form?.sort === 'box' && !field.isShown)?.form;
    let [checked, name] = [isSign, ''];
    if (form?.sort === 'box') ({ checked, name } = form);
    else if (control?.control.sort === 'box' && !control.isDone) {
      checked = control.checked ?? isSign;
      name = control.control.title;
      control.isDone = true;
    }
    put({ kind: 'box', text: checked ? '☒' : '☐', checked, name }, look);
  }

  function sign(code: number, font: string, look: Xml | undefined): void {
    if (!(code > 0 && code <= 0x10ffff)) return noted(reading, 'unknown-signs');
    const known = signOf(code, font);
    if (known === null) noted(reading, 'unknown-signs');
    words(known ?? String.fromCodePoint(code), look);
  }

  function breakOf(type: string | undefined, look: Xml | undefined): void {
    // Whether it parts words is known when the paragraph has ended.
    if (type === 'page' || type === 'column') put({ kind: type, text: '\n' }, look);
    else put({ kind: 'line', text: '\n' }, look);
  }

  function fieldCharacter(one: Xml, look: Xml | undefined): void {
    const type = one.attributes['w:fldCharType'];
    if (type === 'begin') fields.push({ instruction: '', hasResult: false, form: formIn(one), isShown: false });
    if (fields.length > deepestField) fields.shift();
    const field = fields.at(-1);
    if (!field) return;
    if (type === 'separate') field.hasResult = true;
    if (type === 'end') {
      const { instruction, hasResult, form, isShown } = field;
      if (!isShown && form?.sort === 'box') {
        field.hasResult = true;
        box(form.checked, look);
      }
      fields.pop();
      if (!isShown && form?.sort === 'list')
        put({ kind: 'choice', text: form.choices[form.chosen] ?? '', choices: form.choices, name: form.name }, look);
      if (!isShown && !hasResult && !form) withoutResult(instruction, look);
    }
  }

  function simpleField(one: Xml, look: Xml | undefined): void {
    const instruction = one.attributes['w:instr'] ?? '';
    const field = { instruction, hasResult: true, form: null, isShown: false };
    fields.push(field);
    walk(one.children, look);
    fields.splice(fields.lastIndexOf(field));
    if (!field.isShown) withoutResult(instruction, look);
  }

  function withoutResult(instruction: string, look: Xml | undefined): void {
    const shown = signIn(instruction);
    const button = buttonIn(instruction);
    if (shown) sign(shown.code, shown.font, look);
    else if (button !== null) words(button, look);
    else if (!isSilent(instruction)) computed(fieldName(instruction));
  }

  function computed(name: string): void {
    if (!instructed()) draft.anchored.push({ kind: 'unread', what: 'computed-field', name });
  }

  function instruct(written: string): void {
    const field = instructed();
    if (field) field.instruction += written;
  }

  function note(of: NoteReference['of'], one: Xml, look: Xml | undefined): void {
    const shown = hasOwnMark(one) ? '' : reading.markOf(of, reading.counted[of]);
    if (shown !== '') reading.counted[of] += 1;
    const reference: NoteReference = { of, id: one.attributes['w:id'] ?? '', shown, piece: null };
    reading.references.push(reference);
    draft.references.push(reference);
    put({ kind: 'mark', text: '', of, shown }, look);
  }

  function accepted(what: WordNoteKind, one: Xml): void {
    // An empty change is about the mark of a paragraph or of a row.
    if (elementsOf(one).length > 0) noted(reading, what);
  }

  walk(paragraph.children);
}

/** Word allows twenty in each other. More have been begun and never ended. */
const deepestField = 50;

/** The writer has put a mark of their own behind the reference. */
const hasOwnMark = (reference: Xml): boolean => ['1', 'true', 'on'].includes(reference.attributes['w:customMarkFollows'] ?? '');

/** Word keeps the spaces at the ends of a text only where it is told to (17.3.3.31). */
function writtenIn(one: Xml): string {
  const written = wordsIn(one).replace(/[\r\n]+/g, ' ');
  return one.attributes['xml:space'] === 'preserve' ? written : written.replace(/^ +| +$/g, '');
}

const factNames: readonly (keyof SpanFacts)[] = [
  ...(['bold', 'italic', 'underlined', 'struck', 'capitals', 'raised', 'hidden', 'size', 'language', 'link', 'field', 'control'] as const),
];
const isSame = (a: SpanFacts, b: SpanFacts): boolean => factNames.every((name) => a[name] === b[name]);
