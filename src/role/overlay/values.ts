/** What an overlay says outside its changes: single values, posts, sources, languages. */
import { nearest } from '../../diagnostic/nearest.js';
import { occurrences } from '../../read/schema-walk.js';
import type { Report } from './report.js';
import { childOf, find, plain, textOf } from './tree.js';
import type { MapNode, Origin, TreeNode } from './tree.js';

/** What an overlay says about itself; the rest of its keys are values of the role. */
const aboutItself = ['$schema', 'schema', 'extends', 'base', 'changes', 'languages'];

/** Which keys change something in the role, besides its name and version. */
export const changesOf = (overlay: MapNode): string[] =>
  [...overlay.entries].flatMap(([key, node]) =>
    ['$schema', 'schema', 'extends', 'base', 'id', 'version'].includes(key) ||
    (key === 'changes' && (isNull(node) || (node.type === 'list' && node.items.length === 0)))
      ? []
      : [key],
  );

/** The posts that an overlay takes away, so that whoever still needs one can be shown the line. */
export type GonePosts = ReadonlyMap<string, Origin>;

/** Puts the single values of an overlay into the tree of a role. */
export function applyValues(role: MapNode, overlay: MapNode, report: Report): GonePosts {
  const gonePosts = new Map<string, Origin>();
  role.entries.delete('$schema');
  for (const [key, value] of overlay.entries) {
    if (aboutItself.includes(key)) continue;
    const place = places[key];
    if (place) place(role, value, report, gonePosts);
    else put(role, key, value, report);
  }
  // Cases and articles belong to the title that they were made for.
  if (overlay.entries.has('title') && !overlay.entries.has('titleForms')) role.entries.delete('titleForms');
  return gonePosts;
}

type Place = (role: MapNode, value: TreeNode, report: Report, gonePosts: Map<string, Origin>) => void;

/** Keys that do more than take the place of the same key in the role. */
const places: Record<string, Place> = {
  posts: (role, value, report, gonePosts) => {
    putEach(role, 'posts', value, report);
    for (const [name, post] of value.type === 'map' ? value.entries : []) if (isNull(post)) gonePosts.set(name, post.origin);
  },
  sources: (role, value, report) => putEach(role, 'sources', value, report),
  onboarding: (role, value, report) =>
    isNull(value) ? put(role, 'onboarding', value, report) : putEach(role, 'onboarding', value, report),
  experience: (role, value, report) => {
    const requirements = childOf(role, 'requirements');
    if (requirements?.type === 'map') put(requirements, 'experience', value, report);
  },
};

const isNull = (node: TreeNode): boolean => node.type === 'value' && node.value === null;

function putEach(role: MapNode, key: string, value: TreeNode, report: Report): void {
  if (value.type !== 'map') return;
  const there = role.entries.get(key);
  const map: MapNode = there?.type === 'map' ? there : { type: 'map', origin: value.origin, entries: new Map() };
  role.entries.set(key, map);
  for (const [name, one] of value.entries) put(map, name, one, report);
}

function put(owner: MapNode, key: string, value: TreeNode, report: Report): void {
  if (!isNull(value)) {
    owner.entries.set(key, value);
    return;
  }
  if (!owner.entries.delete(key))
    report(
      'overlay-nothing-to-remove',
      value.origin,
      { key, nearest: nearest(key, [...owner.entries.keys()]) },
      { side: 'key', severity: 'warning' },
    );
  owner.touched = value.origin;
}

/** Leaves only the languages that an overlay wants; those that its base lacks are reported. */
export function narrowLanguages(role: MapNode, languages: TreeNode | undefined, report: Report): void {
  if (languages?.type !== 'list') return;
  const had = languagesOf(childOf(role, 'languages'));
  const wanted = languagesOf(languages);
  for (const item of languages.items) {
    const language = textOf(item);
    if (language !== undefined && !had.includes(language))
      report('language-not-in-base', item.origin, { locale: language, known: had.join(', ') });
  }
  role.entries.set('languages', languages);
  if (report.failed() || wanted.length === 0) return;
  for (const { definition, pointer } of occurrences('role', plain(role))) {
    if (!['text', 'textList', 'forms'].includes(definition)) continue;
    const { node, whole } = find(role, pointer);
    if (!whole || node.type !== 'map') continue;
    // With a language go its wordings for single countries, such as `en-US`.
    for (const key of [...node.entries.keys()])
      if (had.some((language) => !wanted.includes(language) && (key === language || key.startsWith(`${language}-`))))
        node.entries.delete(key);
  }
  dropEmpty(role);
}

const languagesOf = (node: TreeNode | undefined): string[] =>
  node?.type === 'list' ? node.items.flatMap((item) => textOf(item) ?? []) : [];

/** Forms and synonyms that there were in other languages only. */
function dropEmpty(role: MapNode): void {
  const posts = childOf(role, 'posts');
  for (const owner of [role, ...(posts?.type === 'map' ? posts.entries.values() : [])])
    for (const key of ['titleForms', 'synonyms', 'forms']) {
      const node = childOf(owner, key);
      if (owner.type === 'map' && node?.type === 'map' && node.entries.size === 0) owner.entries.delete(key);
    }
}
