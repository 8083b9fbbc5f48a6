/** What the studio asks for heads of department: variants of roles, proposals and decisions, who holds what. */
import { join } from 'node:path';
import { locales, ownData } from 'rolewright';
import type { Locale } from 'rolewright';
import { registerId } from '../life/ids.js';
import { actorNamed } from '../register/actor.js';
import { begin, ignoring } from '../register/begin.js';
import type { ComparisonWords } from '../register/comparison.js';
import { employerOf } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import { beginVariant, departmentsIn, useVariant } from '../studio/new-variant.js';
import type { AskedVariant } from '../studio/new-variant.js';
import type { AskedDraft } from '../studio/paper.js';
import { approveProposal, comparisonShown, giveBack, proposalShown, proposalsIn, proposeDraft, resumed } from '../studio/proposing.js';
import type { AskedDecision, AskedProposal } from '../studio/proposing.js';
import { variantsOf, titlesIn } from '../studio/variant-facts.js';
import { wording } from '../studio/roles.js';
import type { Studio } from '../studio/studio.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Reply, Route } from './route.js';
import type { DepartmentRow } from './tasks-department.js';

const spoken = { language: { enum: [...locales] } };
const languageOf = ({ query, body, language: usual }: Asked): Locale =>
  (query['language'] as Locale | undefined) ?? (body as { readonly language?: Locale } | undefined)?.language ?? usual;
const named = ({ params }: Asked, name: string): string => params[name] ?? '';

const hasBegun = async ({ service }: Asked): Promise<boolean> => (await service.storage.read.eventsOf(registerId)).length > 0;

/** A register that has begun since the studio was opened calls whoever sits here otherwise. */
async function settingOf(asked: Asked): Promise<Setting> {
  const { service } = asked;
  const actor = await actorNamed(visitorOf(asked).actor.name, service.storage.read);
  return service.setting(actor, languageOf(asked));
}

/** The same, for what does not need a register: null without one. */
const registerOf = async (asked: Asked): Promise<Setting | null> => ((await hasBegun(asked)) ? await settingOf(asked) : null);

function comparisonWords(asked: Asked): ComparisonWords {
  const { say } = asked.service.texts(languageOf(asked));
  return { newRole: say('proposals.newRole'), otherBytes: say('proposals.otherBytes') };
}

export function studioHeadRoutes(studio: Studio): readonly Route[] {
  const route = (
    id: string,
    [method, path]: readonly ['GET' | 'POST', string],
    right: Route['right'],
    more: Partial<Pick<Route, 'query' | 'body'>>,
    run: (asked: Asked) => object | Promise<object>,
  ): Route => ({
    ...{ id, method, path: `/api/v1/studio/${path}`, right, answers: 'studio#Answer', ...more },
    run: async (asked): Promise<Reply> => ({ data: await run(asked) }),
  });
  const read = (id: string, path: string, run: (asked: Asked) => object | Promise<object>): Route =>
    route(id, ['GET', path], 'proposals.read', { query: spoken }, run);
  const change = (
    id: string,
    path: string,
    body: `studio#${string}`,
    right: Route['right'],
    run: (asked: Asked) => object | Promise<object>,
  ): Route => route(id, ['POST', path], right, { body }, run);
  const done = async (work: Promise<void>): Promise<object> => {
    await work;
    return {};
  };
  return [
    read('studio-departments', 'departments', (asked) => departmentsIn(languageOf(asked), studio)),
    change('studio-variant', 'roles/{role}/variant', 'studio#NewVariant', 'proposals.make', (asked) =>
      beginVariant(named(asked, 'role'), bodyOf<AskedVariant>(asked), studio),
    ),
    change('studio-use-variant', 'roles/{role}/use', 'studio#UsedVariant', 'proposals.decide', (asked) => {
      useVariant(named(asked, 'role'), bodyOf<{ readonly department: string }>(asked).department, studio);
      return {};
    }),
    change('studio-compare', 'roles/{role}/comparison', 'studio#Draft', 'proposals.make', async (asked) =>
      comparisonShown(named(asked, 'role'), bodyOf<AskedDraft>(asked), comparisonWords(asked), await settingOf(asked), studio),
    ),
    change('studio-propose', 'roles/{role}/propose', 'studio#Proposing', 'proposals.make', async (asked) =>
      proposeDraft(named(asked, 'role'), bodyOf<AskedProposal>(asked), comparisonWords(asked), await settingOf(asked), studio),
    ),
    read('studio-proposals', 'proposals', async (asked) => {
      const setting = await registerOf(asked);
      const items = setting ? await proposalsIn(languageOf(asked), setting, studio) : [];
      return { begun: setting !== null, actor: visitorOf(asked).actor.name, items };
    }),
    read('studio-proposal', 'proposals/{proposal}', async (asked) =>
      proposalShown(named(asked, 'proposal'), languageOf(asked), await settingOf(asked), studio),
    ),
    change('studio-approve', 'proposals/{proposal}/approve', 'studio#Decision', 'proposals.decide', async (asked) =>
      done(approveProposal(named(asked, 'proposal'), bodyOf<AskedDecision>(asked), await settingOf(asked))),
    ),
    change('studio-return', 'proposals/{proposal}/return', 'studio#Decision', 'proposals.decide', async (asked) =>
      done(giveBack(named(asked, 'proposal'), bodyOf<AskedDecision>(asked), await settingOf(asked))),
    ),
    read('studio-resumed', 'proposals/{proposal}/edits', async (asked) =>
      resumed(named(asked, 'proposal'), await settingOf(asked), studio),
    ),
    change('studio-begin-register', 'register', 'studio#Taking', 'proposals.decide', (asked) => done(beginRegister(asked, studio))),
    {
      ...{ id: 'studio-department', method: 'GET', path: '/api/v1/studio/departments/{department}', right: 'register.read' },
      ...{ answers: 'studio#Answer', query: spoken, audited: true },
      run: async (asked) => {
        const department = named(asked, 'department');
        const language = languageOf(asked);
        const setting = await registerOf(asked);
        const rows = setting
          ? await asked.service.crew.run<readonly DepartmentRow[]>('department', { department }, { actor: setting.actor, language })
          : [];
        const titles = titlesIn(language, studio);
        return {
          data: {
            ...{ begun: setting !== null, variants: variantsOf(department, language, studio) },
            people: rows.map((one) => ({ ...one, title: titles.get(one.role) ?? one.role })),
          },
          about: rows.map(({ person }) => person),
        };
      },
    },
  ];
}

/** As `register init` does: what is about people is kept out of a repository before there is any. */
async function beginRegister(asked: Asked, studio: Studio): Promise<void> {
  const { service } = asked;
  const { name, languages } = employerOf(await settingOf(asked));
  const folder = studio.desk().shelf.project?.folder ?? '.';
  const list = join(folder, '.gitignore');
  const { workspace, own } = studio;
  const before = workspace.list(folder).includes('.gitignore') ? workspace.readText(list) : '';
  const words = ownData(own, `locales/cli.${languageOf(asked)}.yaml`) as { readonly told: { readonly ignoreNote: string } };
  const text = ignoring(before, words.told.ignoreNote);
  if (text !== null) workspace.writeAll([{ path: list, bytes: new TextEncoder().encode(text) }], { force: true });
  await begin(service.storage, { organisation: wording(name, languages[0] ?? 'en'), today: service.today() });
}
