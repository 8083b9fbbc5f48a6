/** Overlays as the studio writes them: whatever somebody does to the role, the overlay says it, briefly, and keeps what it said. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryWorkspace, newOverlay, openDesk, openVariant } from 'rolewright';
import type { Variant } from 'rolewright';
import { isList, isMap, idOf, valueAt, withEdits } from '../src/studio/edits.js';
import type { Edit, Path, Value } from '../src/studio/edits.js';
import { overlayEdits } from '../src/studio/overlay-edits.js';
import { dataOf, editedText } from '../src/studio/role-text.js';
import { firstOrAll } from './programs.js';

const root = new URL('../..', import.meta.url).pathname;
const path = 'departments/sales.yaml';

function opened(text: string): { readonly variant: Variant } {
  const workspace = memoryWorkspace({ [path]: text });
  const desk = openDesk(workspace, { project: null });
  const variant = openVariant({ workspace, path }, desk, []);
  if (!variant) throw new Error('no variant');
  return { variant };
}

/** The overlay after edits of the role that it makes. */
function edited(text: string, edits: readonly Edit[], why: Readonly<Record<string, Value>> = {}, { variant } = opened(text)) {
  const apply = (overlay: Value): Value => variant.apply(overlay).data as Value;
  const overlay = dataOf(text);
  const merged = apply(overlay);
  const { data: wanted, lost } = withEdits(merged, edits);
  const asked = { inherited: variant.inherited as Value, overlay, merged, wanted, why, apply };
  const result = overlayEdits(asked);
  const written = editedText(text, result.edits).text;
  return { ...result, wanted, lost, text: written, reached: apply(dataOf(written)) };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** References follow what is there: they are not part of what somebody edits. */
const withoutReferences = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, one: unknown) =>
      ['measures', 'prepares', 'preparesFor', 'duties'].includes(key) && Array.isArray(one) && typeof one[0] === 'string' ? undefined : one,
    ),
  );

const library = (id: string): string => readFileSync(`${root}roles/${id}.yaml`, 'utf8');
let starter = '';
beforeAll(() => {
  const workspace = memoryWorkspace({});
  const desk = openDesk(workspace, { project: null });
  starter = newOverlay('sales-manager', { department: 'sales', organisation: false }, 'en', desk, [])?.files[0]?.text ?? '';
});

const added = (now: string, before: string): string[] => now.split('\n').filter((line) => !before.split('\n').includes(line));

describe('the overlay of a department', () => {
  it('says a change right below its key, and keeps every comment of the starter', () => {
    const { variant } = opened(starter);
    const [group] = valueAt(variant.inherited as Value, ['duties']) as readonly Value[];
    const [duty] = valueAt(group, ['duties']) as readonly Value[];
    const at = ['duties', `#${idOf(group)}`, 'duties', `#${idOf(duty)}`, 'text', 'en'];
    const { text, reached } = edited(starter, [{ do: 'set', at, value: 'sell twice as much' }], {
      [idOf(duty) ?? '']: 'the season is short',
    });
    expect(added(text, starter)).toEqual([
      `  - change: ${idOf(duty)}`,
      '    text:',
      '      en: sell twice as much',
      '    why: the season is short',
    ]);
    expect(starter.split('\n').filter((line) => !text.split('\n').includes(line))).toEqual([]);
    expect(valueAt(reached, at)).toBe('sell twice as much');
    const back = edited(text, [{ do: 'set', at, value: valueAt(variant.inherited as Value, at) ?? null }]);
    expect(valueAt(back.overlay, ['changes'])).toEqual([]);
    expect(added(back.text, starter)).toEqual(['changes: []']);
  });

  it('takes a removed entry back, and an added one out', () => {
    const { variant } = opened(starter);
    const [group] = valueAt(variant.inherited as Value, ['duties']) as readonly Value[];
    const list = ['duties', `#${idOf(group)}`, 'duties'];
    const entries = valueAt(group, ['duties']) as readonly Value[];
    const [one, two, three] = entries;
    const first = edited(starter, [
      { do: 'remove', at: [...list, `#${idOf(two)}`] },
      { do: 'add', at: list, value: { id: 'new-1', text: { ru: 'а', en: 'a', nl: 'a' } }, before: idOf(three) },
    ]);
    expect(valueAt(first.overlay, ['changes'])).toEqual([
      { remove: idOf(two) },
      { add: { id: 'new-1', text: { ru: 'а', en: 'a', nl: 'a' } }, after: idOf(one) },
    ]);
    expect(plain(first.reached)).toEqual(plain(first.role));
    const second = edited(first.text, [
      { do: 'add', at: list, value: two ?? null, before: 'new-1' },
      { do: 'remove', at: [...list, '#new-1'] },
    ]);
    expect(valueAt(second.overlay, ['changes'])).toEqual([]);
    expect(plain(second.reached)).toEqual(plain(variant.inherited));
  });

  it('moves what was moved, and forgets it when it is back', () => {
    const { variant } = opened(starter);
    const rights = valueAt(variant.inherited as Value, ['rights']) as readonly Value[];
    const [one, two, three] = rights.map(idOf);
    const moved = edited(starter, [{ do: 'move', at: ['rights', `#${three}`], before: one ?? null }]);
    expect(valueAt(moved.overlay, ['changes'])).toEqual([{ move: three, at: 'first' }]);
    expect((valueAt(moved.reached, ['rights']) as readonly Value[]).map(idOf).slice(0, 3)).toEqual([three, one, two]);
    const back = edited(moved.text, [{ do: 'move', at: ['rights', `#${three}`], before: idOf(rights[3]) }]);
    expect(valueAt(back.overlay, ['changes'])).toEqual([]);
  });

  it.each(firstOrAll(['sales-manager', 'key-account-manager', 'textile-customer-service-manager']))(
    'says whatever is done to the role, however it was written before: %s',
    (id) => {
      const text = id === 'sales-manager' ? starter : library(id);
      let now = text;
      const here = opened(text);
      const { variant } = here;
      for (let round = 0; round < 5; round += 1) {
        const draw = chance(id.length * 1000 + round);
        let data = variant.apply(dataOf(now)).data as Value;
        const edits: Edit[] = [];
        for (let step = 0; step < 6; step += 1) {
          const edit = anyEdit(data, variant.inherited as Value, draw, `${round}-${step}`);
          const next = edit && withEdits(data, [edit]);
          if (!edit || !next || next.lost.length > 0) continue;
          // An American wording says what the English one said before.
          const american: Edit = { do: 'remove', at: [...edit.at.slice(0, -1), 'en-US'] };
          const also = edit.at.at(-1) === 'en' && valueAt(next.data, american.at) !== undefined ? [american] : [];
          data = withEdits(next.data, also).data;
          edits.push(edit, ...also);
        }
        const result = edited(now, edits, {}, here);
        expect(result.lost).toEqual([]);
        expect(withoutReferences(result.reached)).toEqual(withoutReferences(plain(result.wanted)));
        expect(plain(dataOf(result.text))).toEqual(plain(result.overlay));
        expect(comments(result.text)).toEqual(comments(now));
        now = result.text;
      }
    },
  );
});

const comments = (text: string): string[] => text.split('\n').flatMap((line) => (/^\s*#/.test(line) ? [line.trim()] : []));

/** Numbers from 0 to 1 that come the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function anyEdit(data: Value, inherited: Value, draw: () => number, name: string): Edit | null {
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(draw() * all.length)];
  const lists: Path[] = [['rights'], ['knowledge'], ['responsibility'], ['kpis'], ['requirements', 'skills'], ['relations'], ['duties']];
  const groups = valueAt(data, ['duties']);
  for (const group of isList(groups) ? groups : []) lists.push(['duties', `#${idOf(group)}`, 'duties']);
  const at = pick(lists.filter((one) => isList(valueAt(data, one))));
  const list = at && valueAt(data, at);
  if (!at || !isList(list)) return null;
  const entry = pick(list);
  const id = idOf(entry);
  const verb = draw();
  const last = at.at(-1);
  const words = { ru: `слова ${name}`, en: `words ${name}`, nl: `woorden ${name}` };
  if (verb < 0.3 && isMap(entry)) {
    const key = ['text', 'heading', 'name', 'party'].find((one) => isMap(entry[one]));
    return key === undefined
      ? null
      : { do: 'set', at: [...at, `#${id}`, key, pick(['ru', 'en', 'nl']) ?? 'en'], value: `words, “${name}”: yes` };
  }
  if (verb < 0.5 && list.length > 2) return { do: 'remove', at: [...at, `#${id}`] };
  if (verb < 0.7 && last === 'duties')
    return at.length === 1
      ? {
          do: 'add',
          at,
          value: { id: `n-${name}`, heading: words, duties: [{ id: `d-${name}`, text: words }] },
          before: draw() < 0.5 ? id : null,
        }
      : { do: 'add', at, value: { id: `n-${name}`, text: words }, before: draw() < 0.5 ? id : null };
  if (verb < 0.8) {
    // As in the role.
    const there = valueAt(inherited, at);
    const lost = isList(there) ? there.find((one) => !list.some((other) => idOf(other) === idOf(one))) : undefined;
    return lost === undefined ? null : { do: 'add', at, value: lost, before: null };
  }
  if (verb < 0.85) return { do: 'set', at: ['purpose', 'nl'], value: `doel ${name}` };
  const other = idOf(pick(list));
  return other === id ? null : { do: 'move', at: [...at, `#${id}`], before: draw() < 0.8 ? other : null };
}
