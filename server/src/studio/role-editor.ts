/** One role in the editor: opening, saving, taking over from the library. */
import { posix } from 'node:path';
import { inOneLanguage, locales, usualJurisdiction } from 'rolewright';
import type { Diagnostic, Locale, News } from 'rolewright';
import { orRefuse, refusal } from '../register/setting.js';
import { isList, isMap, valueAt, withEdits, withIds } from './edits.js';
import type { Edit, Path, Value } from './edits.js';
import { betterIds } from './new-ids.js';
import { checkedDraft, kindsFor } from './paper.js';
import type { Choice } from './paper.js';
import { editedText } from './role-text.js';
import { typedOver } from './typed.js';
import type { AskedText } from './typed.js';
import { variantFacts } from './variant-facts.js';
import type { RoleFile, Studio, Told } from './studio.js';
import { editedVariantText } from './variants.js';
import type { LostChange } from './variants.js';

export interface OpenRole {
  readonly id: string;
  readonly own: boolean;
  readonly base: string;
  readonly data: Value;
  readonly extends: string | null;
  readonly languages: readonly Locale[];
  readonly countries: readonly Choice[];
  /** That of the employer, else what goes with the first language. */
  readonly country: string;
  readonly kinds: readonly Choice[];
  readonly path: string;
  /** Of a variant: what it builds on. */
  readonly variant: OpenVariant | null;
}

export interface OpenVariant {
  /** What the role is called. */
  readonly baseTitle: string;
  /** Whether the role can be opened here. */
  readonly baseId: string;
  /** The role with none of the changes. */
  readonly inherited: Value;
  readonly news: News;
  readonly lost: readonly LostChange[];
  /** The departments that have it. */
  readonly departments: readonly Choice[];
}

/** The role with all that its screen needs. Throws a Refusal where there is none. */
export function openRole(
  id: string,
  { language, country: asked }: { readonly language: Locale; readonly country?: string | undefined },
  studio: Studio,
): OpenRole {
  const file = studio.role(id);
  const desk = studio.desk();
  const { organisation } = studio.workplace([]);
  const { data } = file;
  const written = valueAt(data, ['languages']);
  const languages = isList(written) ? locales.filter((tag) => written.includes(tag)) : [];
  const category = valueAt(data, ['category']);
  const country =
    asked ?? organisation?.jurisdiction ?? usualJurisdiction[languages.includes(language) ? language : (languages[0] ?? 'en')];
  return {
    ...{ id, own: file.own, base: file.hash, data, extends: file.extends, languages, country, path: file.path },
    variant: file.variant && variantFacts(file, file.variant, language, studio),
    countries: desk.library.jurisdictions().map((one) => ({ id: one, name: desk.library.jurisdiction(one).name[language] ?? one })),
    kinds: kindsFor({ category: typeof category === 'string' ? category : '' }, country, language, desk),
  };
}

export interface Conflict {
  readonly at: Path;
  readonly mine: Value | null;
  readonly theirs: Value | null;
  /** Where both began. */
  readonly before: Value | null;
}

export type Saved =
  | {
      readonly outcome: 'saved';
      readonly base: string;
      readonly data: Value;
      /** What entries are called now that had a name for the time being. */
      readonly renamed: Readonly<Record<string, string>>;
      readonly variant: OpenVariant | null;
    }
  /** The file is another by now. What both sides changed stands in `conflicts`; nothing was saved. */
  | { readonly outcome: 'changed'; readonly base: string; readonly data: Value; readonly conflicts: readonly Conflict[] }
  | { readonly outcome: 'invalid'; readonly told: readonly (Told & { readonly pointer: string })[] };

/**
 * Saves edits into the file, all or nothing. A file that somebody else has changed meanwhile is not written over, and neither is one
 * with a role that has errors. Throws a Refusal for a role of the library, and where the file cannot be written.
 */
export function saveRole(id: string, asked: AskedText, language: Locale, studio: Studio): Saved {
  const { base, edits: all } = asked;
  const now = studio.role(id);
  if (!now.own) throw refusal('studio-library-role', { id });
  if (now.hash !== base) {
    const before = studio.known(base);
    return {
      outcome: 'changed',
      base: now.hash,
      data: now.data,
      conflicts: before ? conflictsOf(before.data, now.data, all) : allOf(now.data, all),
    };
  }
  const { file, edits: written } = typedOver(now, asked, studio);
  const names = betterIds(file.data, withEdits(file.data, written).data);
  const edits = withIds(written, names);
  const { diagnostics } = checkedDraft(file, edits, studio);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const told = studio.tell(errors, language).map((one, at) => ({ ...one, pointer: errors[at]?.path ?? '' }));
    return { outcome: 'invalid', told };
  }
  studio.workspace.writeAll([{ path: posix.basename(now.path), bytes: bytesOf(file, edits, studio) }], {
    ...{ folder: posix.dirname(now.path), force: true },
  });
  const saved = studio.role(id);
  return {
    ...{ outcome: 'saved', base: saved.hash, data: saved.data, renamed: Object.fromEntries(names) },
    variant: saved.variant && variantFacts(saved, saved.variant, language, studio),
  };
}

/** The file with edits in it. */
export function bytesOf(file: RoleFile, edits: readonly Edit[], studio: Studio): Uint8Array {
  const { text } =
    edits.length === 0 ? file : file.variant ? editedVariantText(file.text, file.variant, edits) : editedText(file.text, edits);
  const bom = studio.workspace.readBytes(file.path)[0] === 0xef ? '\uFEFF' : '';
  return new TextEncoder().encode(bom + text);
}

/** What an edit is about: the text that is set, or the list that changes. */
const subjectOf = (edit: Edit): Path =>
  edit.do === 'set' || edit.do === 'add' ? edit.at : edit.do === 'move' ? edit.at.slice(0, -1) : edit.at;

const same = (one: Value | undefined, other: Value | undefined): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function conflictsOf(before: Value, theirs: Value, edits: readonly Edit[]): readonly Conflict[] {
  const mine = withEdits(before, edits).data;
  const subjects = new Map(edits.map((one) => [subjectOf(one).join('/'), subjectOf(one)]));
  return [...subjects.values()].flatMap((at) => {
    const sides = { before: valueAt(before, at), theirs: valueAt(theirs, at), mine: valueAt(mine, at) };
    if (same(sides.before, sides.theirs) || same(sides.mine, sides.theirs)) return [];
    return [{ at, mine: sides.mine ?? null, theirs: sides.theirs ?? null, before: sides.before ?? null }];
  });
}

/** Without what both began with, every edit has to be looked at. */
const allOf = (theirs: Value, edits: readonly Edit[]): readonly Conflict[] =>
  edits.flatMap((edit) =>
    edit.do === 'set' && !same(valueAt(theirs, edit.at), edit.value)
      ? [{ at: edit.at, mine: edit.value, theirs: valueAt(theirs, edit.at) ?? null, before: null }]
      : [],
  );

/** Copies a role of the library into the project, in the languages of the employer; gives its id. Throws a Refusal where it is there already. */
export function takeOver(id: string, language: Locale, studio: Studio): { readonly id: string } {
  const file = studio.role(id);
  if (file.own) return { id };
  const problems: Diagnostic[] = [];
  const { project, organisation } = studio.workplace(problems);
  orRefuse(problems);
  const languages = isMap(file.data) && isList(file.data.languages) ? file.data.languages : [];
  const usual = project?.languages ?? organisation?.languages ?? [language];
  const wanted = usual.filter((one) => languages.includes(one));
  const [only, ...others] = wanted;
  const text = only === undefined || others.length > 0 ? file.text : inOneLanguage(file.text, only);
  studio.workspace.writeAll([{ path: `${id}.yaml`, bytes: new TextEncoder().encode(text) }], { folder: 'roles' });
  return { id };
}
