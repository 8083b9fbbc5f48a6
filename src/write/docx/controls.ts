/** Blanks and boxes to fill in on screen: Word's content controls. */
import type { Checkbox, Field, Revision } from '../../document/document.js';
import { element, value } from './ooxml.js';
import type { Element } from './ooxml.js';
import { insertedControl, trackedRun, wordsElement } from './tracks.js';
import type { Tracks } from './tracks.js';

export interface Controls {
  /** A control around `placeholder`, a run, which goes away at the first key; without the control where it goes. */
  field(field: Field, placeholder: Element, revision: Revision | null): Element[];
  checkbox(box: Checkbox, revision: Revision | null): Element[];
  /** What blanks show while nothing is in them, by the names that the controls know it by. */
  placeholders(): ReadonlyMap<string, string>;
  /** All that is counted so far, for `recall`. */
  remember(): string;
  recall(remembered: string): void;
}

/** Word refuses longer names and titles of controls. */
const longest = 64;

/** Comes with Word, has both signs and does not spread the lines. */
const signFont = 'MS Gothic';
const signs = { checked: '\u2612', empty: '\u2610' };

/** How a date is written, by language, or by language and country where these differ. */
const dateFormats: Record<string, string> = { ru: 'dd.MM.yyyy', en: 'd MMMM yyyy', 'en-US': 'MMMM d, yyyy', nl: 'd MMMM yyyy' };
const isoDate = 'yyyy-MM-dd';

/** The controls of one document, numbered in its order. `language` is a BCP 47 tag; `print` gives the XML of an element. */
export function openControls(language: string, tracks: Tracks, print: (component: Element) => string): Controls {
  let count = 0;
  let placeholders: string[] = [];

  /** The name of a placeholder in the file. */
  const nameOf = (shown: Element): string => {
    const xml = print(shown);
    const known = placeholders.indexOf(xml);
    return `blank-${known < 0 ? placeholders.push(xml) : known + 1}`;
  };

  const control = (
    subject: Field | Checkbox,
    kind: Element,
    shown: Element,
    placeholder: boolean,
    revision: Revision | null,
  ): Element[] => {
    const content = trackedRun(shown, revision, tracks);
    // LibreOffice never quite removes a control: what goes leaves its words only.
    if (revision === 'deleted') return [content];
    count += 1;
    const properties = element(
      'w:sdtPr',
      {},
      value('w:alias', shortened(subject.label, '')),
      value('w:tag', shortened(subject.name, `-${count}`)),
      value('w:id', count),
      ...(placeholder ? [element('w:placeholder', {}, value('w:docPart', nameOf(shown))), element('w:showingPlcHdr')] : []),
      kind,
    );
    const build = (...inside: Element[]): Element => element('w:sdt', {}, properties, element('w:sdtContent', {}, ...inside));
    return revision ? insertedControl(tracks, (first, last) => build(first, content, last)) : [build(content)];
  };

  return {
    field: (field, placeholder, revision) =>
      control(field, field.kind === 'date' ? date(language) : element('w:text'), placeholder, true, revision),
    checkbox: (box, revision) => control(box, checkboxKind(box.checked), sign(box.checked, revision), false, revision),
    placeholders: () => new Map(placeholders.map((xml, at) => [`blank-${at + 1}`, xml])),
    remember: () => JSON.stringify([count, placeholders]),
    recall(remembered) {
      [count, placeholders] = JSON.parse(remembered) as [number, string[]];
    },
  };
}

/** Cut to what Word takes; `suffix` keeps names apart that begin alike. */
const shortened = (text: string, suffix: string): string =>
  text.length <= longest ? text : text.slice(0, longest - suffix.length).replace(/\p{Cs}$/u, '') + suffix;

const date = (language: string): Element =>
  element(
    'w:date',
    {},
    value('w:dateFormat', dateFormats[language] ?? dateFormats[language.split('-')[0] ?? ''] ?? isoDate),
    value('w:lid', language),
    value('w:storeMappedDataAs', 'dateTime'),
    value('w:calendar', 'gregorian'),
  );

const checkboxKind = (checked: boolean): Element =>
  element(
    'w14:checkbox',
    {},
    element('w14:checked', { 'w14:val': checked ? 1 : 0 }),
    element('w14:checkedState', { 'w14:val': codeOf(signs.checked), 'w14:font': signFont }),
    element('w14:uncheckedState', { 'w14:val': codeOf(signs.empty), 'w14:font': signFont }),
  );

const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase();

/** Text and not a symbol of a font, which those who copy the text would lose. */
const sign = (checked: boolean, revision: Revision | null): Element =>
  element(
    'w:r',
    {},
    element('w:rPr', {}, element('w:rFonts', { 'w:ascii': signFont, 'w:eastAsia': signFont, 'w:hAnsi': signFont, 'w:hint': 'eastAsia' })),
    element(wordsElement(revision), {}, checked ? signs.checked : signs.empty),
  );
