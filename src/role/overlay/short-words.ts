/**
 * Areas whose duties an overlay says in other words, while the short words that stand for them in brief papers stay those of the role
 * extended: what is changed would then be in no paper that people sign.
 */
import type { ParsedFile } from '../../read/data.js';
import type { Report } from './report.js';
import { childOf, textOf } from './tree.js';
import type { MapNode, Origin, TreeNode } from './tree.js';

/** Tells of each such area, at the first change of the overlay in it. `base` is the role extended, `tree` what the overlay makes of it. */
export function tellKeptEssences(base: MapNode, tree: MapNode, own: ParsedFile, report: Report): void {
  const languages = mapsOrValues(childOf(tree, 'languages')).map(textOf);
  if (!languages.includes('en')) return;
  const before = new Map(mapsIn(childOf(base, 'duties')).map((area) => [idOf(area), area]));
  for (const area of mapsIn(childOf(tree, 'duties'))) {
    const was = before.get(idOf(area));
    const short = childOf(area, 'essence');
    const essence = englishOf(short);
    // Whoever writes the same words down has seen that they still hold.
    if (!was || essence === '' || [short?.origin, short?.touched].some((one) => one?.file === own)) continue;
    const changed = changedIn(was, area);
    const [first] = changed;
    if (first === undefined) continue;
    const facts = { area: idOf(area), heading: englishOf(childOf(area, 'heading')), essence, duty: idOf(first), count: changed.length };
    report('overlay-essence-kept', placeOf(first, area, own), facts, { severity: 'warning' });
  }
}

/** Duties of an area that have other English words than before, are new or are gone, as far as countries have them that print essences. */
function changedIn(was: MapNode, now: MapNode): readonly MapNode[] {
  const [before, after] = [was, now].map((area) => new Map(mapsIn(childOf(area, 'duties')).map((one) => [idOf(one), one])));
  const all = [...(after?.values() ?? []), ...[...(before?.values() ?? [])].filter((one) => !after?.has(idOf(one)))];
  return all.filter((one) => {
    const [old, fresh] = [before?.get(idOf(one)), after?.get(idOf(one))];
    return hasEssencePapers(one) && (!old || !fresh || wordsOf(old) !== wordsOf(fresh));
  });
}

/** Countries whose brief descriptions print the essence of an area in the place of its duties, as the schema says of it. */
const printing: readonly (string | undefined)[] = ['gb', 'us'];

function hasEssencePapers(duty: MapNode): boolean {
  const named = childOf(duty, 'jurisdictions');
  return !named || mapsOrValues(named).some((one) => printing.includes(textOf(one)));
}

const wordsOf = (duty: MapNode): string =>
  [duty, ...mapsIn(childOf(duty, 'items'))].map((one) => englishOf(childOf(one, 'text'))).join('\n');

const idOf = (node: MapNode): string => textOf(childOf(node, 'id')) ?? '';
const mapsOrValues = (list: TreeNode | undefined): readonly TreeNode[] => (list?.type === 'list' ? list.items : []);
const mapsIn = (list: TreeNode | undefined): readonly MapNode[] => mapsOrValues(list).filter((one) => one.type === 'map');

/** A text in English; one without the names of languages is in the only one that there is. */
const englishOf = (text: TreeNode | undefined): string => textOf(text?.type === 'map' ? childOf(text, 'en') : text) ?? '';

/** Where the overlay says so: at the duty, else wherever it concerned the list of duties. */
function placeOf(duty: MapNode, area: MapNode, own: ParsedFile): Origin {
  const places = [duty.touched, duty.origin, childOf(area, 'duties')?.touched, area.touched];
  return places.find((one) => one?.file === own) ?? { file: own, pointer: '/changes' };
}
