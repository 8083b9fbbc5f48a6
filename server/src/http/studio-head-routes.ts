/** What the studio asks for heads of department: variants of roles, proposals and decisions, who holds what. */
import { hasBegun } from '../register/begin.js';
import type { ComparisonWords } from '../register/comparison.js';
import { departmentsIn, headOf } from '../studio/employer-departments.js';
import type { AskedVariant } from '../studio/new-variant.js';
import type { AskedText } from '../studio/typed.js';
import { approveProposal, giveBack, proposalShown, proposalsIn, resumed } from '../studio/proposing.js';
import type { AskedDecision, AskedProposal, ComparisonShown } from '../studio/proposing.js';
import { variantsOf } from '../studio/variant-facts.js';
import { titlesIn } from '../studio/titles.js';
import type { Studio } from '../studio/studio.js';
import { commitWritten } from './committed.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import { beginRegister, changing, editsWith, paging, placed, reading, work } from './studio-route.js';
import { studioPlanRoutes } from './studio-plan-routes.js';
import type { DepartmentRow } from './tasks-department.js';
import type { RoleHistory } from '../studio/history.js';
import type { ComparingDraft, ComparingVersions, ProposingDraft } from './tasks-studio.js';

/** The id of a version; left out for the file as it is. */
const commit = { type: 'string', pattern: '^[0-9a-f]{40,64}$' } as const;

const isBegun = ({ service }: Asked): Promise<boolean> => hasBegun(service.storage.read);

function comparisonWords({ service, language }: Asked): ComparisonWords {
  const { say } = service.texts(language);
  return { newRole: say('proposals.newRole'), otherBytes: say('proposals.otherBytes') };
}

export const studioHeadRoutes = (studio: Studio): readonly Route[] => [
  reading('studio-departments', 'departments', 'proposals.read', {}, (asked) =>
    departmentsIn(asked.language, visitorOf(asked).actor.name, studio),
  ),
  changing('studio-variant', 'roles/{role}/variant', 'proposals.make', 'studio#NewVariant', (asked) =>
    editsWith(studio)(asked, 'edit-variant', { role: placed(asked, 'role'), asked: bodyOf<AskedVariant>(asked) }),
  ),
  changing('studio-use-variant', 'roles/{role}/use', 'proposals.decide', 'studio#UsedVariant', async (asked) => {
    const { department } = bodyOf<{ readonly department: string }>(asked);
    const done = await editsWith(studio)(asked, 'edit-use', { role: placed(asked, 'role'), department });
    studio.renew();
    return done;
  }),
  changing('studio-compare', 'roles/{role}/comparison', 'proposals.make', 'studio#Draft', (asked) =>
    work<ComparisonShown>(asked, 'studio-compare', {
      ...{ role: placed(asked, 'role'), asked: bodyOf<AskedText>(asked), words: comparisonWords(asked) },
    } satisfies ComparingDraft),
  ),
  changing('studio-propose', 'roles/{role}/propose', 'proposals.make', 'studio#Proposing', (asked) =>
    work<{ readonly id: string }>(asked, 'studio-propose', {
      ...{ role: placed(asked, 'role'), asked: bodyOf<AskedProposal>(asked), words: comparisonWords(asked) },
    } satisfies ProposingDraft),
  ),
  reading('studio-history', 'roles/{role}/history', 'roles.read', {}, (asked) =>
    work<RoleHistory>(asked, 'studio-history', { role: placed(asked, 'role') }),
  ),
  reading('studio-versions', 'roles/{role}/versions', 'roles.read', { before: commit, after: commit }, (asked) =>
    work<{ readonly text: string }>(asked, 'studio-versions', {
      ...{ role: placed(asked, 'role'), words: comparisonWords(asked) },
      asked: { before: (asked.query['before'] as string | undefined) ?? null, after: (asked.query['after'] as string | undefined) ?? null },
    } satisfies ComparingVersions),
  ),
  reading('studio-proposals', 'proposals', 'proposals.read', paging, async (asked) => {
    const begun = await isBegun(asked);
    const page = { offset: Number(asked.query['offset']), limit: Number(asked.query['limit']) };
    const found = begun ? await proposalsIn(page, asked.setting(), studio) : { items: [], count: 0, waiting: 0 };
    return { begun, actor: visitorOf(asked).actor.name, ...found };
  }),
  reading('studio-proposal', 'proposals/{proposal}', 'proposals.read', {}, (asked) =>
    proposalShown(placed(asked, 'proposal'), asked.setting(), studio),
  ),
  changing('studio-approve', 'proposals/{proposal}/approve', 'proposals.decide', 'studio#Decision', async (asked) => {
    const { path } = await approveProposal(placed(asked, 'proposal'), bodyOf<AskedDecision>(asked), asked.setting());
    const notCommitted = await commitWritten([path], asked);
    return notCommitted ? { notCommitted } : {};
  }),
  changing('studio-return', 'proposals/{proposal}/return', 'proposals.decide', 'studio#Decision', async (asked) => {
    await giveBack(placed(asked, 'proposal'), bodyOf<AskedDecision>(asked), asked.setting());
    return {};
  }),
  reading('studio-resumed', 'proposals/{proposal}/edits', 'proposals.read', {}, (asked) =>
    resumed(placed(asked, 'proposal'), asked.setting(), studio),
  ),
  changing('studio-begin-register', 'register', 'proposals.decide', null, async (asked) => {
    await beginRegister(asked);
    return {};
  }),
  {
    ...{ id: 'studio-department', method: 'GET', path: '/api/v1/studio/departments/{department}', right: 'register.read' },
    ...{ answers: 'studio#Answer', audited: true },
    run: async (asked) => {
      const department = placed(asked, 'department');
      const begun = await isBegun(asked);
      const rows = begun ? await work<readonly DepartmentRow[]>(asked, 'department', { department }) : [];
      const titles = titlesIn(asked.language, studio);
      return {
        data: {
          ...{ begun, head: headOf(department, asked.language, studio), variants: variantsOf(department, asked.language, studio) },
          people: rows.map((one) => ({ ...one, title: titles.get(one.role) ?? one.role })),
        },
        about: rows.map(({ person }) => person),
      };
    },
  },
  ...studioPlanRoutes,
];
