/** Content controls: what they are, and what they offer (ECMA-376-1, 17.5.2). */
import { childOf, elementsOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import type { OpenControl } from './reading.js';
import type { WordControl } from './word-text.js';

const sorts: Readonly<Record<string, WordControl['sort']>> = {
  'w:text': 'text',
  'w:richText': 'text',
  'w:date': 'date',
  'w:comboBox': 'list',
  'w:dropDownList': 'list',
  'w14:checkbox': 'box',
  'w:picture': 'picture',
  'w:group': 'other',
  'w:citation': 'other',
  'w:bibliography': 'other',
  'w:equation': 'other',
  'w:docPartObj': 'other',
  'w:docPartList': 'other',
};

export function controlOf(sdt: Xml): OpenControl {
  const properties = childOf(sdt, 'w:sdtPr');
  const kind = (properties ? elementsOf(properties) : []).find((one) => sorts[one.name] !== undefined);
  const gallery = valOf(childOf(kind, 'w:docPartGallery')) ?? '';
  const ticked = childOf(kind, 'w14:checked')?.attributes['w14:val'];
  const control: WordControl = {
    sort: gallery === 'Table of Contents' ? 'contents' : (sorts[kind?.name ?? ''] ?? 'text'),
    title: valOf(childOf(properties, 'w:alias')) ?? '',
    tag: valOf(childOf(properties, 'w:tag')) ?? '',
    isPrompt: isOn(childOf(properties, 'w:showingPlcHdr')),
    choices: (kind ? elementsOf(kind) : [])
      .filter((one) => one.name === 'w:listItem')
      .map(({ attributes }) => attributes['w:displayText'] ?? attributes['w:value'] ?? ''),
  };
  return { control, checked: control.sort === 'box' ? ticked === '1' || ticked === 'true' : null, isDone: false };
}
