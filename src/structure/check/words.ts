/**
 * What roles say themselves of superiors, subordinates, departments and other posts, where the structure has it otherwise.
 * Papers follow the structure; each finding stands once for all positions of a role.
 */
import { locales } from '../../document/document.js';
import type { Locale } from '../../document/document.js';
import { postsOf } from '../../organisation/superior.js';
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import type { Role, Text } from '../../role/role.generated.js';
import type { Lines, Place } from '../lines.js';
import { pointerOf, shortList } from '../shape.js';
import { wording } from '../titled.js';
import type { StructureDepartment } from '../structure.generated.js';
import { groupedBy } from './inspected.js';
import type { Inspected } from './inspected.js';

export function wordProblems({ lines, roles, reader }: Inspected): Finding[] {
  const byRole = groupedBy([...lines.places.values()], (place) => roles.of(place));
  const isBelow = openBelow(lines);
  // What a role of the library proposes nobody here can correct: papers follow the structure without a word.
  const own = new Set(roles.own);
  return [...byRole].flatMap(([role, places]) =>
    role === null
      ? []
      : [
          ...(own.has(role.id)
            ? [
                ...superiorProblems(role, places, lines, reader),
                ...subordinateProblems(role, places, lines, { isBelow, reader }),
                ...departmentProblems(role, places, lines, reader),
              ]
            : []),
          ...missingPosts(role, places, lines, reader),
        ],
  );
}

/** A finding at the first of some positions. */
const atFirst = (
  code: string,
  [first]: readonly Place[],
  args: Finding['args'],
  { key, severity = 'warning' }: { key: string; severity?: Finding['severity'] },
): Finding[] =>
  first ? [finding(code, `${pointerOf(first.id)}${Object.hasOwn(first.position, key) ? `/${key}` : ''}`, args, { severity })] : [];

/** A role as people call it, and by its id, under which it is to be found. */
const roleNamed = ({ id, title }: Role, reader: Locale | null): string => {
  const words = wording(title, reader);
  return words === '' ? id : `${words} (${id})`;
};

/** A post by its title in the role. */
const postNamed = ({ posts }: Role, ref: string, reader: Locale | null): string => wording(posts?.[ref]?.title, reader) || ref;

function superiorProblems(role: Role, places: readonly Place[], lines: Lines, reader: Locale | null): Finding[] {
  // The nearest superior of a name is the one that is meant by it.
  const isMeant = ({ id, position }: Place): boolean =>
    role.reportsTo.posts.some((ref) => ref === id || ref === position.post || ref === position.role);
  const others = places.filter(({ superior }) => {
    const place = superior === null ? undefined : lines.places.get(superior);
    return place !== undefined && !isMeant(place);
  });
  const superiors = [...new Set(others.map(({ superior }) => superior ?? ''))];
  const args = {
    role: roleNamed(role, reader),
    posts: role.reportsTo.posts.map((ref) => postNamed(role, ref, reader)).join(', '),
    superiors: shortList(superiors),
    count: others.length,
    total: places.length,
  };
  return atFirst('structure-superior-differs', others, args, { key: 'reportsTo' });
}

/** Whether some position of a short name, or of a role that is called so, is below another; each name is looked into once. */
function openBelow({ places, called: calledSo, ofRole }: Lines): (ref: string, above: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return (ref, above) => {
    let found = known.get(ref);
    if (!found) {
      const set = new Set<string>();
      for (const id of [...calledSo(ref), ...ofRole(ref), ref])
        for (let one = places.get(id)?.superior ?? null; one !== null && !set.has(one); one = places.get(one)?.superior ?? null)
          set.add(one);
      known.set(ref, (found = set));
    }
    return found.has(above);
  };
}

function subordinateProblems(
  role: Role,
  places: readonly Place[],
  lines: Lines,
  { isBelow, reader }: { isBelow(ref: string, above: string): boolean; readonly reader: Locale | null },
): Finding[] {
  const posts = role.subordinates ?? [];
  const elsewhere = posts.filter((ref) => places.every(({ id }) => !isBelow(ref, id)));
  const leading = places.filter(({ id }) => lines.below(id).length > 0);
  const unsaid = leading.filter(({ position }) => posts.length === 0 || (position.facts?.reports ?? role.facts?.reports) === 0);
  return [
    ...(elsewhere.length > 0
      ? atFirst(
          'structure-subordinates-differ',
          places,
          { role: roleNamed(role, reader), posts: shortList(elsewhere.map((ref) => postNamed(role, ref, reader))), count: places.length },
          { key: 'role' },
        )
      : []),
    ...atFirst(
      'structure-subordinates-unsaid',
      unsaid,
      { role: roleNamed(role, reader), positions: shortList(unsaid.map(({ id }) => id)), count: unsaid.length, total: places.length },
      { key: 'role' },
    ),
  ];
}

/** A department that is called otherwise, or that is part of one that is called so, is another one. */
function departmentProblems(role: Role, places: readonly Place[], { structure, departments }: Lines, reader: Locale | null): Finding[] {
  const { department } = role;
  if (department === undefined) return [];
  const isMeant = openUpwards(departments, ({ name }) => sameWords([department, role.languages], [name, structure.languages]));
  const others = places.filter((place) => place.department !== null && !isMeant(place.department.id));
  const elsewhere = [...new Set(others.map((place) => place.department?.id ?? ''))];
  return atFirst(
    'structure-department-differs',
    others,
    { role: roleNamed(role, reader), departments: shortList(elsewhere), count: others.length, total: places.length },
    { key: 'department', severity: 'info' },
  );
}

/** Whether something holds of a department or of one that it is part of; each is asked once, since thousands may lie one in another. */
function openUpwards(departments: Lines['departments'], holds: (department: StructureDepartment) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>();
  return (id) => {
    const way = new Set<string>();
    let found = false;
    for (let one = departments.get(id); one && !found && !way.has(one.id); one = departments.get(one.parent ?? '')) {
      way.add(one.id);
      const ready = known.get(one.id);
      found = ready ?? holds(one);
      if (ready !== undefined) break;
    }
    for (const each of way) known.set(each, found);
    return found;
  };
}

type Declared = readonly [text: Text, languages: readonly Locale[]];

/** Whether texts agree in some language; those that have none in common cannot be told apart. */
function sameWords(one: Declared, other: Declared): boolean {
  const common = locales.filter((locale) => wordsIn(one, locale) !== undefined && wordsIn(other, locale) !== undefined);
  return common.length === 0 || common.some((locale) => wordsIn(one, locale) === wordsIn(other, locale));
}

/** A plain text is in the one language that the file declares. */
const wordsIn = ([text, languages]: Declared, locale: Locale): string | undefined =>
  (typeof text !== 'string' ? text[locale] : languages.includes(locale) ? text : undefined)?.trim().toLowerCase();

/** Posts that appoint, agree, get reports: papers name only their function where the structure has none of that name. */
function missingPosts(role: Role, places: readonly Place[], lines: Lines, reader: Locale | null): Finding[] {
  const lacking = [...new Set(postsOf(role, { post: true, onboarding: true }))].filter(
    (ref) => lines.called(ref).length === 0 && !lines.places.has(ref),
  );
  const named = lacking.map((ref) => `${postNamed(role, ref, reader)} (${ref})`.replace(`${ref} (${ref})`, ref));
  return lacking.length > 0
    ? atFirst('posts-not-here', places, { role: roleNamed(role, reader), posts: named.join(', ') }, { key: 'role' })
    : [];
}
