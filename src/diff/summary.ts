/** A comparison in a sentence: “2 duties added, 1 reworded; KPI “conversion”: 10% → 12%; stage 2 moved up”. */
import { asSentence } from '../language/sentences.js';
import type { Change, ChangeKind, Immaterial, RoleDiff } from './change.js';
import { papersSaid } from './papers-said.js';
import { targetsOf } from './wording.js';
import type { ChangeWording } from './wording.js';

export interface Summary {
  /** What changed, in the words of the form. */
  changes: string;
  /** What changed without effect on what was signed; null for nothing. */
  aside: string | null;
  /** Whether people must sign again. */
  verdict: string;
  /** Which papers that means: those to sign again, those that are new, those that are no more; a sentence each. */
  papers: string[];
}

/** Beyond so many parts nobody reads on. */
const mostParts = 12;
/** How much of a heading stands in a sentence, in characters. */
const longest = 60;

export function summaryOf(diff: RoleDiff, wording: ChangeWording): Summary {
  const { say } = wording;
  const told = diff.changes.filter(({ material, reason }) => material || reason === 'order');
  const sections = [...new Set(told.map(({ section }) => section))];
  const all = sections.flatMap((section) =>
    partsOf(
      section,
      told.filter((change) => change.section === section),
      wording,
    ),
  );
  const parts = all.slice(0, mostParts).map(({ words }) => words);
  const left = all.slice(mostParts).reduce((sum, { changes }) => sum + changes, 0);
  const sentence = [...parts, ...(left > 0 ? [say('summary.more', { n: left })] : [])].join('; ');
  const reasons: Immaterial[] = ['typography', 'translation', 'metadata', 'order', 'not-printed'];
  const aside = reasons.flatMap((reason) => {
    const n = diff.changes.filter((change) => change.reason === reason).length;
    return n > 0 ? [say(`summary.${reason}`, { n })] : [];
  });
  const material = diff.changes.filter((change) => change.material).length;
  return {
    changes: diff.changes.length === 0 ? say('summary.same') : sentence === '' ? '' : asSentence(sentence, wording.language),
    aside: aside.length > 0 ? say('summary.aside', { list: aside.join(', ') }) : null,
    verdict: diff.material ? say('summary.sign', { n: material }) : say('summary.keep'),
    papers: papersSaid(diff, wording),
  };
}

/** What came and went before what was changed. */
const order: readonly ChangeKind[] = ['added', 'removed', 'reworded', 'changed', 'moved', 'renamed'];

interface Part {
  words: string;
  changes: number;
}

/** The changes of one section: those that can be told by name, then the numbers of the others. */
function partsOf(section: string, changes: readonly Change[], wording: ChangeWording): Part[] {
  const kinds = order.filter((kind) => changes.some((change) => change.kind === kind));
  const counts: { kind: ChangeKind; n: number }[] = [];
  const named: Part[] = [];
  for (const kind of kinds) {
    const own = changes.filter((change) => change.kind === kind);
    const sentences = own.length <= 3 ? own.map((change) => nameOf(change, wording)) : [];
    if (sentences.length > 0 && sentences.every((one) => one !== null)) named.push(...sentences.map((words) => ({ words, changes: 1 })));
    else counts.push({ kind, n: own.length });
  }
  const gender = wording.gender(section);
  const counted = counts.map(({ kind, n }, at) =>
    at === 0 ? wording.say(`counts.${kind}`, { what: wording.count(section, n), n, gender }) : wording.say(`again.${kind}`, { n, gender }),
  );
  return [...(counted.length > 0 ? [{ words: counted.join(', '), changes: counts.reduce((sum, { n }) => sum + n, 0) }] : []), ...named];
}

/** A change that a few words can tell, or null. */
function nameOf(change: Change, wording: ChangeWording): string | null {
  const { kind, section, id, fields, move } = change;
  const { say } = wording;
  const name = wording.section(section);
  const [field] = fields;
  const single = fields.length === 1 && field && field.language === undefined ? field : null;
  if (id === null) {
    if (single && kind === 'changed')
      return say('value', {
        name: partName(name, section, single.field, wording),
        before: wording.value(single, 'before'),
        after: wording.value(single, 'after'),
      });
    return say(`parts.${kind}`, { name });
  }
  const which = shortened(wording.called(change.heading, id));
  if (move) {
    const stage = section === 'onboarding/stages' ? String(move.from.position) : which;
    return say(`moves.${move.direction}`, {
      name: lower(name),
      which: stage,
      group: move.to.group ? shortened(wording.called(move.to.group.heading, move.to.group.id)) : wording.section(move.to.section),
    });
  }
  if (kind !== 'changed') return null;
  const targets = targetsOf(change, wording);
  if (targets) return say('value', { name: say('named', { name: lower(name), which }), ...targets });
  return single
    ? say('value', {
        name: say('nested', { outer: say('named', { name: lower(name), which }), inner: wording.field(single.field) }),
        before: wording.value(single, 'before'),
        after: wording.value(single, 'after'),
      })
    : null;
}

/** A part of several fields names the one that changed. */
const partName = (name: string, section: string, field: string, wording: ChangeWording): string =>
  field === section ? name : wording.say('nested', { outer: name, inner: wording.field(field) });

/** Abbreviations keep their capitals. */
const lower = (name: string): string => (/^\p{Lu}{2}/u.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1));

const shortened = (words: string): string =>
  words.length > longest
    ? `${words
        .slice(0, longest - 2)
        .replace(/[\s\p{P}]+$/u, '')
        .replace(/\p{Cs}$/u, '')}…${words.slice(-1)}`
    : words;
