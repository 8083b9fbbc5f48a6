/** The small clean role, with one text or some values put into it. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { passagesOf } from '../src/lint/passages.js';
import { within } from '../src/lint/phrase-book.js';
import type { Example } from '../src/lint/rule.js';
import { inOneLanguage } from '../src/role/one-language.js';

const sampleText = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');
const samples = new Map<Locale, Record<string, unknown>>();

/** The sample role in one language, with what the example puts into it. */
export function roleOf({ language, section, text, data = {} }: Example): Record<string, unknown> {
  const role = structuredClone({ ...sampleIn(language), ...data });
  for (const [key, value] of Object.entries(role)) if (value === null) delete role[key];
  if (text !== undefined) put(role, placeIn(role, section), text);
  return role;
}

/**
 * The sample role with many texts in one section, and the pointer to each: the list there has the entry of the sample once for each text.
 * None where the section has one text only.
 */
export function roleOfMany(
  { language, section }: Pick<Example, 'language' | 'section'>,
  texts: readonly string[],
): { role: Record<string, unknown>; pointers: readonly string[] } | null {
  const role = structuredClone(sampleIn(language));
  const steps = placeIn(role, section);
  const depth = steps.findLastIndex((step) => /^\d+$/.test(step));
  if (depth < 0) return null;
  const [path, rest] = [steps.slice(0, depth), steps.slice(depth + 1)];
  const list = path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], role) as { id: string }[];
  const entries = texts.map((text, at) => {
    const entry = structuredClone(list[0]) as unknown as Record<string, unknown>;
    put(entry, ['id'], `text-${at}`);
    put(entry, rest, text);
    return entry;
  });
  list.splice(0, list.length, ...(entries as unknown as typeof list));
  return { role, pointers: texts.map((_, at) => ['', ...path, at, ...rest].join('/')) };
}

function sampleIn(language: Locale): Record<string, unknown> {
  const sample = samples.get(language) ?? (parse(inOneLanguage(sampleText, language)) as Record<string, unknown>);
  samples.set(language, sample);
  return sample;
}

/** The steps to the first text in a section. */
function placeIn(role: Record<string, unknown>, section = 'duties/duties'): readonly string[] {
  const place = passagesOf('role', role, () => []).find((one) => within(one.section, section));
  if (!place) throw new Error(`no text in ${section}`);
  return place.pointer.split('/').slice(1);
}

/** The same as the text of a file. */
export const roleWith = (example: Example): string => stringify(roleOf(example));

function put(value: unknown, [step = '', ...rest]: readonly string[], text: string): void {
  const holder = value as Record<string, unknown>;
  if (rest.length === 0) holder[step] = text;
  else put(holder[step], rest, text);
}
