/** Documents of two versions of a role, with tracked changes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageWorkspace, readRole, redline, usualJurisdiction } from '../dist/index.js';
import { kinds } from './kinds.mjs';

const role = 'sales-manager';
const otherRole = 'account-manager';
const by = { author: 'Conformance', date: '2026-03-02' };
const words = {
  ru: 'посещает оптовых покупателей не реже раза в квартал',
  en: 'visit wholesale customers at least once a quarter',
  nl: 'bezoekt groothandelsklanten ten minste eens per kwartaal',
};

/** A role with something of each kind of change: come, gone, reworded, moved, another figure. */
function changed(before) {
  const after = JSON.parse(JSON.stringify(before));
  const [first, second] = after.duties;
  first.duties.splice(1, 1);
  first.duties.push({ id: 'conformance-visits', text: words });
  second.duties.reverse();
  for (const locale of after.languages) second.duties[0].text[locale] += ` (${words[locale]})`;
  after.rights.splice(2, 1);
  after.kpis[0].value += 2;
  const { steps } = after.onboarding.stages[1];
  steps.splice(1, 0, { ...steps[0], id: 'conformance-step', text: words });
  steps.splice(3, 1);
  after.conditions = [...(after.conditions ?? []), { id: 'conformance-condition', kind: 'other', text: words }];
  return after;
}

/** Writes a redline in every kind and language, there and back, to `folder`, and returns them as documents of the format `redline`. */
export async function makeRedlines(folder, press) {
  const before = readRole(packageWorkspace(), `roles/${role}.yaml`).role;
  const after = changed(before);
  const other = readRole(packageWorkspace(), `roles/${otherRole}.yaml`).role;
  const documents = [];
  for (const kind of kinds.filter((one) => one === 'job-description' || one === 'onboarding-checklist'))
    for (const locale of before.languages)
      for (const [direction, [older, newer]] of Object.entries({
        there: [before, after],
        back: [after, before],
        replaced: [before, other],
      })) {
        const job = { kind, locale, jurisdiction: usualJurisdiction[locale], organisation: null, person: null, date: null, logo: null };
        const trees = { before: press.assemble({ ...job, role: older }), after: press.assemble({ ...job, role: newer }) };
        const name = `redlines/${kind}.${locale}.${direction}.docx`;
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        const tree = redline(trees.before, trees.after, by);
        writeFileSync(path, (await press.print(tree, 'docx')).bytes);
        documents.push({ name, path, format: 'redline', tree, ...trees, options: {}, traits: [kind, locale, direction] });
      }
  return documents;
}
