/** Values of a YAML file changed at their very characters. */
import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import { edited } from './edits.js';
import type { Edit } from './edits.js';

/** The text with other values under keys at its top, each as YAML is to write it. Keys that the file lacks are left out. */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return text;
  const edits = contents.items.flatMap((pair): Edit[] => {
    const written = isScalar(pair.key) ? values[String(pair.key.value)] : undefined;
    const range = isNode(pair.value) ? pair.value.range : undefined;
    return written !== undefined && range ? [{ start: range[0], end: range[1], with: written }] : [];
  });
  return edited(text, edits);
}
