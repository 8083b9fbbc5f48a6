/** `register init` and `register rules`. */
import { join } from 'node:path';
import { openWorkplace } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { begin, ignoring, setRules } from '../../register/begin.js';
import { employerOf, orRefuse, rulesIn } from '../../register/setting.js';
import type { Rules } from '../../life/rules.js';
import { placeOf } from '../../storage/open.js';
import { openStorage } from '../../storage/storage.js';
import type { Answer, CommonOptions, Counter } from '../counter.js';
import { textAt, writeText } from '../edge.js';

export async function init(options: CommonOptions, counter: Counter): Promise<Answer> {
  const { desk, target, edge, today, say, terminal } = counter;
  const told: Diagnostic[] = [];
  const workplace = openWorkplace(options, desk, told);
  orRefuse(told);
  const { name, languages } = employerOf({ workplace });
  const organisation = typeof name === 'string' ? name : (name[languages[0] ?? 'en'] ?? Object.values(name)[0] ?? '');
  // Before there is anything that it should keep out.
  const list = join(terminal.folder ?? '.', desk.shelf.project?.folder ?? '.', '.gitignore');
  const text = ignoring(textAt(list) ?? '', say('told.ignoreNote'));
  if (text !== null) writeText(list, text);
  const storage = await openStorage(target, edge, { create: true });
  try {
    const isNew = await begin(storage, { organisation, today });
    const place = placeOf(target);
    const note = isNew ? say('told.begun', { organisation, place }) : say('told.begunAlready', { place });
    return { data: { begun: isNew, place, organisation }, note: text === null ? note : `${note}\n${say('told.ignoring')}` };
  } finally {
    await storage.close();
  }
}

const ruleNames = ['approvalByTwo', 'voidByTwo', 'scanByTwo', 'approvedOnly'] as const;

export type RuleOptions = CommonOptions & Partial<Record<(typeof ruleNames)[number], 'yes' | 'no'>>;

export const rules = (options: RuleOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const wanted = Object.fromEntries(ruleNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name] === 'yes']])));
    const held: Rules = Object.keys(wanted).length > 0 ? await setRules(wanted, setting) : await rulesIn(setting.storage.read);
    const { say } = counter;
    return {
      data: { rules: held },
      lines: ruleNames.map((name) => `${say(`rules.${name}`)}: ${say(held[name] ? 'rules.yes' : 'rules.no')}`),
    };
  });
