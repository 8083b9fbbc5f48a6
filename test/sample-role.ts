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
  const sample = samples.get(language) ?? (parse(inOneLanguage(sampleText, language)) as Record<string, unknown>);
  samples.set(language, sample);
  const role = structuredClone({ ...sample, ...data });
  for (const [key, value] of Object.entries(role)) if (value === null) delete role[key];
  if (text === undefined) return role;
  const place = passagesOf('role', role, () => []).find((one) => within(one.section, section ?? 'duties/duties'));
  if (!place) throw new Error(`no text in ${section}`);
  put(role, place.pointer.split('/').slice(1), text);
  return role;
}

/** The same as the text of a file. */
export const roleWith = (example: Example): string => stringify(roleOf(example));

function put(value: unknown, [step = '', ...rest]: string[], text: string): void {
  const holder = value as Record<string, unknown>;
  if (rest.length === 0) holder[step] = text;
  else put(holder[step], rest, text);
}
