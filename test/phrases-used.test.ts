/** Every phrase of a locale is said somewhere: one that nothing says would be read, translated and mended for nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { locales } from '../src/document/document.js';

const root = new URL('..', import.meta.url).pathname;
const textIn = (folder: string, ending: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');

const code = textIn('src', '.ts');
const written = code + textIn('templates', '.hbs') + textIn('kinds', '.yaml');

/** Keys that are written out, whether where they are said or in a list of them. */
const whole = new Set([...written.matchAll(/["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/g)].map(([, key]) => key));
/** Keys with a hole, `unit.${kpi.unit}`: those of a group, and those that a phrase is asked for by. */
const holed = [...code.matchAll(/`((?:[a-z][\w-]*\.)+(?:[\w-]|\$\{[^}`]*\})+)`|phrase\(`([^`]*)`/g)].map(
  ([, inGroup, asked = '']) => new RegExp(`^${(inGroup ?? asked).replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`),
);

type Group = { readonly [key: string]: string | Group };
const keysOf = (group: Group, above = ''): string[] =>
  Object.entries(group).flatMap(([key, said]) => (typeof said === 'string' ? [above + key] : keysOf(said, `${above}${key}.`)));

it.each(locales)('says each phrase of the locale %s', (locale) => {
  const { phrases } = parse(readFileSync(join(root, `locales/${locale}.yaml`), 'utf8')) as { phrases: Group };
  expect(keysOf(phrases).filter((key) => !whole.has(key) && !holed.some((one) => one.test(key)))).toEqual([]);
});
