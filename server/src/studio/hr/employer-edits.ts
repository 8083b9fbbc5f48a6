/** What somebody has changed on the screen of the employer, as edits of its file: all that they left alone keeps its words and comments. */
import { posix } from 'node:path';
import { Refusal, slugOf } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import { isList, isMap, sameValue, valueAt } from '../edits.js';
import type { Edit, Path, Value } from '../edits.js';
import { dataOf, editedText } from '../role-text.js';
import { hashOf } from '../studio.js';
import type { Studio, Told } from '../studio.js';
import { employerFile, employerTexts, formOf, isPlainName, lackingPosts, nameParts, whoSign } from './employer.js';
import type { DepartmentForm, EmployerForm, LackingPost, PostForm, Wordings } from './employer.js';
import { refusal } from '../../register/setting.js';

export interface SavedEmployer {
  /** What stands against it, each at its place in the form: `posts/head-of-sales/title/nl`. Nothing is written then. */
  readonly findings: readonly (Told & { readonly at: string })[];
  /** The text before, where something was written. */
  readonly before: string | null;
  /** The hash of the text that was written. */
  readonly base: string;
}

/** Writes the form into the file. Throws a Refusal where the file is another by now. */
export function saveEmployer(asked: EmployerForm, base: string, language: Locale, studio: Studio): SavedEmployer {
  const { path, text, data, structure } = employerFile(studio);
  if (hashOf(text) !== base) throw refusal('studio-employer-changed', { file: path });
  const before = formOf(data);
  const lacking = structure === null ? lackingPosts(before, language, studio) : [];
  const ids = newIds(asked, before, lacking);
  const form = withNames(asked, ids);
  const edits = editsOf(before, form, data, structure === null);
  if (edits.length === 0) return { findings: [], before: null, base };
  const now = editedText(text, edits).text;
  try {
    studio.rewrite(path, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { findings: placed(error.diagnostics, ids, language, studio), before: null, base };
  }
  speakIn(form.languages, studio);
  return { findings: [], before: text, base: hashOf(now) };
}

/** Gives the file the text that it had. Throws a Refusal where it is another by now. */
export function undoEmployer(text: string, base: string, studio: Studio): void {
  const { path, text: now } = employerFile(studio);
  if (hashOf(now) !== base) throw refusal('studio-employer-changed', { file: path });
  studio.rewrite(path, text);
}

/** The project makes papers in the languages of the employer, where it says in which. */
function speakIn(languages: readonly Locale[], studio: Studio): void {
  const { project } = studio.desk().shelf;
  const path = project === null ? '' : posix.join(project.folder, 'rolewright.yaml');
  if (path === '' || !studio.workspace.exists(path)) return;
  const text = studio.workspace.readText(path);
  const spoken = valueAt(dataOf(text), ['languages']);
  if (!isList(spoken)) return;
  const added = languages.filter((tag) => !spoken.includes(tag));
  if (added.length > 0) studio.rewrite(path, editedText(text, [{ do: 'set', at: ['languages'], value: [...spoken, ...added] }]).text);
}

/** The short names of what is new, by those that the screen has for them. */
interface Names {
  readonly posts: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
}

const wordsIn = (text: Wordings): readonly string[] =>
  Object.values(text).flatMap((one) => (one.trim() === '' ? [] : [one.trim().toLowerCase()]));

/** Short names for what is new: that by which roles know the post, where they have one of this title; else one made of the title. */
function newIds({ posts, departments }: EmployerForm, before: EmployerForm, lacking: readonly LackingPost[]): Names {
  const give = (ids: Map<string, string>, id: string, wanted: string, taken: Set<string>): void => {
    let free = wanted;
    for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
    taken.add(free);
    ids.set(id, free);
  };
  const named = new Map<string, string>();
  const postsTaken = new Set([...before.posts, ...posts.filter((one) => !one.isNew)].map(({ id }) => id));
  for (const { id, title } of posts.filter((one) => one.isNew)) {
    const words = wordsIn(title);
    const known = lacking.find((one) => one.id === id || wordsIn(one.title).some((word) => words.includes(word)));
    give(named, id, known && !postsTaken.has(known.id) ? known.id : slugOf(words[0] ?? '') || 'post', postsTaken);
  }
  const units = new Map<string, string>();
  const unitsTaken = new Set(before.departments.map(({ id }) => id));
  for (const { id, name } of departments.filter((one) => one.isNew))
    give(units, id, slugOf(wordsIn(name)[0] ?? '') || 'department', unitsTaken);
  return { posts: named, departments: units };
}

function withNames(form: EmployerForm, { posts, departments }: Names): EmployerForm {
  const named = (id: string): string => posts.get(id) ?? id;
  return {
    ...form,
    posts: form.posts.map((one) => ({ ...one, id: named(one.id) })),
    departments: form.departments.map((one) => ({ ...one, id: departments.get(one.id) ?? one.id, head: named(one.head) })),
    superiors: form.superiors.map(({ role, post }) => ({ role, post: named(post) })),
    signatories: Object.fromEntries(
      Object.entries(form.signatories).map(([key, post]) => [key, named(post)]),
    ) as EmployerForm['signatories'],
  };
}

/** `hasPosts`: whether posts and departments are in this file. */
function editsOf(before: EmployerForm, form: EmployerForm, data: Value, hasPosts: boolean): readonly Edit[] {
  const { languages } = form;
  const isSpokenAnew = !sameValue(before.languages, languages);
  const edits: Edit[] = [];
  const put = (at: Path, was: string, now: string): void => {
    if (now.trim() === was.trim()) return;
    edits.push(now.trim() === '' ? { do: 'remove', at } : setting(at, now.trim()));
  };
  const begun = new Set<string>();
  /** With a first entry comes what holds it. */
  const setting = (at: Path, value: Value): Edit => {
    const [holder = '', key, ...rest] = at;
    if (key === undefined || rest.length > 0 || begun.has(holder) || isMap(valueAt(data, [holder]))) return { do: 'set', at, value };
    begun.add(holder);
    return { do: 'set', at: [holder], value: { [key]: value } };
  };
  const say = (at: Path, was: Wordings, now: Wordings): void => {
    if (!isSpokenAnew && sameValue(was, trimmed(now, languages))) return;
    edits.push(...textEdits(at, now, languages, valueAt(data, at)));
  };
  if (isSpokenAnew) edits.push({ do: 'set', at: ['languages'], value: languages });
  for (const key of employerTexts) say([key], before.texts[key], form.texts[key]);
  put(['jurisdiction'], before.country, form.country);
  if (form.numbering.trim() === '' && before.numbering !== '') edits.push({ do: 'remove', at: ['numbering'] });
  else put(['numbering', 'pattern'], before.numbering, form.numbering);
  if (!hasPosts) return edits;

  // What is new comes first, so that nothing names what is not there; what goes comes last.
  for (const post of form.posts) {
    const own = before.posts.find(({ id }) => id === post.id);
    if (!own) edits.push(setting(['posts', post.id], newPost(post, languages)));
    else {
      say(['posts', post.id, 'title'], own.title, post.title);
      edits.push(...holderEdits(own, post, valueAt(data, ['posts', post.id])));
    }
  }
  for (const one of form.departments) {
    const own = before.departments.find(({ id }) => id === one.id);
    if (!own) edits.push({ do: 'add', at: ['departments'], value: newDepartment(one, languages), before: null });
    else {
      say(['departments', `#${one.id}`, 'name'], own.name, one.name);
      put(['departments', `#${one.id}`, 'head'], own.head, one.head);
    }
  }
  for (const key of whoSign) put(['signatories', key], before.signatories[key], form.signatories[key]);
  const superiorOf = (of: EmployerForm, role: string): string => of.superiors.find((one) => one.role === role)?.post ?? '';
  for (const role of new Set([...before.superiors, ...form.superiors].map((one) => one.role)))
    put(['superiors', role], superiorOf(before, role), superiorOf(form, role));
  edits.push(...goneFrom('departments', before.departments, form.departments, '#'), ...goneFrom('posts', before.posts, form.posts, ''));
  return edits;
}

/** Of a list or a map that is left without entries the whole. */
function goneFrom(
  key: string,
  before: readonly { readonly id: string }[],
  now: readonly { readonly id: string }[],
  mark: string,
): readonly Edit[] {
  const gone = before.filter(({ id }) => !now.some((one) => one.id === id));
  if (gone.length > 0 && now.length === 0) return [{ do: 'remove', at: [key] }];
  return gone.map(({ id }) => ({ do: 'remove', at: [key, `${mark}${id}`] }));
}

const trimmed = (text: Wordings, languages: readonly Locale[]): Record<string, string> =>
  Object.fromEntries(languages.map((tag) => [tag, (text[tag] ?? '').trim()]));

/** A text as a file has it: plain in one language, else one wording for each. */
function textValue(text: Wordings, languages: readonly Locale[]): Value | null {
  const said = Object.entries(trimmed(text, languages)).filter(([, words]) => words !== '');
  const [first] = said;
  if (!first) return null;
  return languages.length === 1 ? first[1] : Object.fromEntries(said);
}

function textEdits(at: Path, now: Wordings, languages: readonly Locale[], was: Value | undefined): readonly Edit[] {
  const value = textValue(now, languages);
  // A name has to be there: that it is empty is told at its field.
  if (value === null) return was === undefined ? [] : [at.at(-1) === 'name' ? { do: 'set', at, value: '' } : { do: 'remove', at }];
  if (isMap(was) && isMap(value))
    return Object.entries(value)
      .flatMap(([tag, words]): Edit[] => (was[tag] === words ? [] : [{ do: 'set', at: [...at, tag], value: words }]))
      .concat(
        languages.flatMap((tag): Edit[] =>
          was[tag] !== undefined && value[tag] === undefined ? [{ do: 'remove', at: [...at, tag] }] : [],
        ),
      );
  if (isMap(was) && languages.length === 1) {
    const [tag = ''] = languages;
    return was[tag] === value ? [] : [{ do: 'set', at: [...at, tag], value }];
  }
  return [{ do: 'set', at, value }];
}

/** `kept` is what the file has of it; of somebody else nothing of that stays. */
function holderValue({ holder }: PostForm, kept?: Value, isAnother = true): Value | null {
  const rest = isMap(kept) && !isAnother ? Object.entries(kept).filter(([key]) => !nameParts.some((part) => part === key)) : [];
  const said = Object.fromEntries(nameParts.flatMap((part) => (holder[part].trim() === '' ? [] : [[part, holder[part].trim()]])));
  return Object.keys(said).length === 0 ? null : { ...said, ...Object.fromEntries(rest) };
}

/** Somebody else has neither the initials nor the cases of whoever was there. */
function holderEdits(was: PostForm, post: PostForm, file: Value | undefined): readonly Edit[] {
  const at = ['posts', post.id];
  const kept = valueAt(file, ['holder']);
  const hasForms = valueAt(file, ['holderForms']) !== undefined;
  const edits: Edit[] = [];
  const changed = isPlainName(kept) ? nameParts.filter((part) => was.holder[part].trim() !== post.holder[part].trim()) : [];
  if (changed.length > 0) {
    const isAnother = changed.some((part) => part === 'last' || part === 'first');
    const now = holderValue(post, kept, isAnother);
    const [only, ...more] = changed;
    const isOneWord = only !== undefined && more.length === 0 && was.holder[only] !== '' && post.holder[only].trim() !== '';
    if (now === null) edits.push({ do: 'remove', at: [...at, 'holder'] });
    else if (isOneWord && valueAt(kept, ['initials']) === undefined)
      edits.push({ do: 'set', at: [...at, 'holder', only], value: post.holder[only].trim() });
    else edits.push({ do: 'set', at: [...at, 'holder'], value: now });
    if (isAnother && hasForms) edits.push({ do: 'remove', at: [...at, 'holderForms'] });
  }
  if (was.gender !== post.gender)
    edits.push(
      post.gender === '' ? { do: 'remove', at: [...at, 'holderGender'] } : { do: 'set', at: [...at, 'holderGender'], value: post.gender },
    );
  if (was.acting !== post.acting)
    edits.push(post.acting ? { do: 'set', at: [...at, 'acting'], value: true } : { do: 'remove', at: [...at, 'acting'] });
  return edits;
}

function newPost(post: PostForm, languages: readonly Locale[]): Value {
  const title = textValue(post.title, languages);
  const holder = holderValue(post);
  return {
    ...(title !== null && { title }),
    ...(holder !== null && { holder }),
    ...(post.gender !== '' && { holderGender: post.gender }),
    ...(post.acting && { acting: true }),
  };
}

const newDepartment = ({ id, name, head }: DepartmentForm, languages: readonly Locale[]): Value => ({
  ...{ id, name: textValue(name, languages) ?? '' },
  ...(head !== '' && { head }),
});

function placed(problems: readonly Diagnostic[], ids: Names, language: Locale, studio: Studio): SavedEmployer['findings'] {
  const back = (of: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...of].map(([own, given]) => [given, own]));
  const shown: Readonly<Record<string, ReadonlyMap<string, string>>> = { posts: back(ids.posts), departments: back(ids.departments) };
  return studio.tell(problems, language).map((one, at) => {
    const [first = '', id = '', ...rest] = (problems[at]?.path ?? '').split('/');
    return { ...one, at: [first, shown[first]?.get(id) ?? id, ...rest].filter((part) => part !== '').join('/') };
  });
}
