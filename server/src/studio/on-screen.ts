/**
 * What is told on screens: in the words of fields and buttons, with titles for ids. Keys of files and commands belong to those who write files.
 */
import { ownData } from 'rolewright';
import type { Diagnostic, loadMessages, Workspace } from 'rolewright';

type Messages = ReturnType<typeof loadMessages>;

/** Of a code, what screens say in the place of the words that it has everywhere; an empty hint is none. */
type ScreenWords = Readonly<Record<string, { readonly message?: string; readonly hint?: string }>>;

/** The catalogue with the words of screens. Rules that a project has written anew keep theirs. */
export function onScreen(messages: Messages, own: Workspace, project: Workspace): Messages {
  const { codes: told } = ownData(own, `locales/studio-told.${messages.language}.yaml`) as { readonly codes: ScreenWords };
  const codes = Object.entries(told).flatMap(([code, words]) => {
    const rule = code.startsWith('lint/') ? code.slice('lint/'.length) : null;
    if (rule !== null && project.exists(`lint/${rule}.yaml`)) return [];
    const usual = messages.codes[code] ?? (rule === null ? undefined : messages.ofRule?.(rule));
    return [[code, { message: words.message ?? usual?.message ?? '', hint: words.hint ?? usual?.hint ?? '' }] as const];
  });
  return { ...messages, codes: { ...messages.codes, ...Object.fromEntries(codes) } };
}

/** Titles for the ids of roles and of the positions that they name. */
export interface Names {
  /** The title of a role; undefined where there is none. */
  role(id: string): string | undefined;
  /** The title by which a role calls a position. */
  post(role: string, id: string): string | undefined;
}

/** The same problem with titles in the place of ids. */
export function withTitles<D extends Diagnostic>(one: D, names: Names): D {
  const { role, posts } = one.args;
  if (typeof role !== 'string') return one;
  const title = names.role(role);
  const called = typeof posts === 'string' ? { posts: listed(posts, (id) => names.post(role, id)) } : {};
  return { ...one, args: { ...one.args, ...(title !== undefined && { role: title }), ...called } };
}

const listed = (ids: string, titleOf: (id: string) => string | undefined): string =>
  ids
    .split(', ')
    .map((id) => titleOf(id) ?? id)
    .join(', ');

/** A quoted word of small Latin letters, with or without a value behind it: “mode: any”. */
const quoted = /[“‘«]([a-z][A-Za-z]*(?:\.[A-Za-z]+)*)(?::[^”’»]*)?[”’»]/gu;

/** Whether words name a key of a file, which nobody sees on a screen. */
export const namesKeys = (words: string, keys: ReadonlySet<string>): boolean =>
  [...words.matchAll(quoted)].some(([, word = '']) => word.split('.').every((part) => keys.has(part)));

/** All keys that files of these schemas may have. */
export function keysOf(schemas: readonly unknown[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { properties } = value as { readonly properties?: object };
    for (const key of Object.keys(properties ?? {})) keys.add(key);
    Object.values(value).forEach(walk);
  };
  schemas.forEach(walk);
  return keys;
}
