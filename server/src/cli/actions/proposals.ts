/** `register propose`, `show`, `approve` and `return`. */
import { namedRoles, readRole, Refusal } from 'rolewright';
import { samePerson } from '../../life/people.js';
import { comparisonOf, versionKept } from '../../register/comparison.js';
import { approve, openProposals, proposalMeant, propose, returnProposal, roleFile, seenDigits, shownOf } from '../../register/proposals.js';
import { lifeOf } from '../../register/ask.js';
import { orRefuse, refusal } from '../../register/setting.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';

export const proposeOf = (
  id: string,
  draft: string,
  options: CommonOptions & { readonly summary: string },
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const { desk } = setting;
    const content = desk.workspace.readBytes(draft);
    const proposed = readRole(desk.workspace, draft, desk.shelf);
    counter.problems.push(...proposed.diagnostics.filter(({ severity, code }) => severity !== 'info' && code !== 'file-name-differs'));
    if (!proposed.role) throw new Refusal([]);
    if (proposed.role.id !== id) throw refusal('register-role-unknown-file', { file: draft, other: proposed.role.id, role: id });
    const own = roleFile(id, desk);
    if (!own && namedRoles(desk).some((one) => one.id === id)) throw refusal('register-library-role', { role: id });
    const path = own?.path ?? `roles/${id}.yaml`;
    const before = own && readRole(desk.workspace, own.path, desk.shelf);
    if (before) orRefuse(before.diagnostics.filter(({ severity }) => severity === 'error'));
    const { text: comparison, keepsVersion } = comparisonOf(
      before?.role ?? null,
      proposed.role,
      content,
      { newRole: counter.say('told.newRole'), otherBytes: counter.say('told.otherBytes') },
      { ...setting, language: counter.language },
    );
    const others = await openProposals(id, setting.storage.read);
    if (keepsVersion) counter.problems.push(versionKept(proposed.role));
    const { id: proposal, seen } = await propose(
      { role: id, path, base: own?.bytes ?? null, content, comparison, summary: options.summary },
      setting,
    );
    const besides = others.filter((one) => one.id !== proposal);
    if (besides.length > 0) {
      const args = { role: id, count: besides.length, ids: besides.map((one) => one.id.slice(0, 11)).join(', ') };
      counter.problems.push({ code: 'register-proposals-open', severity: 'warning', args });
    }
    return {
      data: { proposal, role: id, path, seen },
      note: counter.say('told.proposed', { role: id, id: proposal.slice(0, 11), handle: besides.length > 0 ? proposal.slice(0, 11) : id }),
    };
  });

export const show = (written: string, options: CommonOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const proposal = await proposalMeant(written, setting);
    const { text, seen } = await shownOf(proposal, setting);
    const { last } = await lifeOf('proposal', proposal.id, setting.storage.read);
    const { author = '–', summary = '' } = last.proposed?.payload ?? {};
    const { say, lifeWords } = counter;
    const state = lifeWords.states.proposal[proposal.state as keyof typeof lifeWords.states.proposal];
    return {
      data: { proposal: proposal.id, role: proposal.role, path: proposal.path, author, summary, state: proposal.state, text, seen },
      lines: [
        say('told.proposalBy', { author, summary }),
        `${say('columns.state')}: ${state}`,
        '',
        text,
        say('told.seenCode', { code: seen.slice(0, seenDigits) }),
      ],
    };
  });

export interface DecisionOptions extends CommonOptions {
  readonly seen: string;
  readonly comment?: string;
}

export const approveOf = (written: string, options: DecisionOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const proposal = await proposalMeant(written, setting);
    const { path } = await approve(proposal, { seen: options.seen, comment: options.comment }, setting);
    const { proposed } = (await lifeOf('proposal', proposal.id, setting.storage.read)).last;
    const isAlone = samePerson(
      { actor: proposed?.actor, name: proposed?.payload?.author },
      { actor: setting.actor.id, name: setting.actor.name },
    );
    if (isAlone) counter.problems.push({ code: 'register-approved-alone', severity: 'warning', args: { name: setting.actor.name } });
    return { data: { proposal: proposal.id, role: proposal.role, path }, note: counter.say('told.approved', { path }) };
  });

export const returnOf = (written: string, options: DecisionOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const proposal = await proposalMeant(written, setting);
    await returnProposal(proposal, { seen: options.seen, comment: options.comment }, setting);
    return { data: { proposal: proposal.id, role: proposal.role }, note: counter.say('told.returned') };
  });
