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
import type { StructureDepartment } from '../structure.generated.js';
import { groupedBy } from './inspected.js';
import type { Inspected } from './inspected.js';

export function wordProblems({ lines, roles }: Inspected): Finding[] {
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
                ...superiorProblems(role, places, lines),
                ...subordinateProblems(role, places, lines, isBelow),
                ...departmentProblems(role, places, lines),
              ]
            : []),
          ...missingPosts(role, places, lines),
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

function superiorProblems(role: Role, places: readonly Place[], lines: Lines): Finding[] {
  // The nearest superior of a name is the one that is meant by it.
  const isMeant = ({ id, position }: Place): boolean =>
    role.reportsTo.posts.some((ref) => ref === id || ref === position.post || ref === position.role);
  const others = places.filter(({ superior }) => {
    const place = superior === null ? undefined : lines.places.get(superior);
    return place !== undefined && !isMeant(place);
  });
  const superiors = [...new Set(others.map(({ superior }) => superior ?? ''))];
  const args = {
    role: role.id,
    posts: role.reportsTo.posts.join(', '),
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
  isBelow: (ref: string, above: string) => boolean,
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
          { role: role.id, posts: shortList(elsewhere), count: places.length },
          { key: 'role' },
        )
      : []),
    ...atFirst(
      'structure-subordinates-unsaid',
      unsaid,
      { role: role.id, positions: shortList(unsaid.map(({ id }) => id)), count: unsaid.length, total: places.length },
      { key: 'role' },
    ),
  ];
}

/** A department that is called otherwise, or that is part of one that is called so, is another one. */
function departmentProblems(role: Role, places: readonly Place[], { structure, departments }: Lines): Finding[] {
  const { department } = role;
  if (department === undefined) return [];
  const isMeant = openUpwards(departments, ({ name }) => sameWords([department, role.languages], [name, structure.languages]));
  const others = places.filter((place) => place.department !== null && !isMeant(place.department.id));
  const elsewhere = [...new Set(others.map((place) => place.department?.id ?? ''))];
  return atFirst(
    'structure-department-differs',
    others,
    { role: role.id, departments: shortList(elsewhere), count: others.length, total: places.length },
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
function missingPosts(role: Role, places: readonly Place[], lines: Lines): Finding[] {
  const lacking = [...new Set(postsOf(role, { post: true, onboarding: true }))].filter(
    (ref) => lines.called(ref).length === 0 && !lines.places.has(ref),
  );
  return lacking.length > 0 ? atFirst('posts-not-here', places, { role: role.id, posts: lacking.join(', ') }, { key: 'role' }) : [];
}
