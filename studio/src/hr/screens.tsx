/** HR’s screens by their addresses; where the folder has no employer yet, that comes first. */
import type { VNode } from 'preact';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import type { Route } from '../route.js';
import { say } from '../words.js';
import { Firm } from './firm.js';
import { IssueScreen } from './issue.js';
import { RunScreen } from './issue-run.js';
import { ListScreen } from './list.js';
import { PeopleScreen } from './people.js';
import { PersonScreen } from './person.js';
import { RegisterScreen } from './register.js';
import { TodayScreen } from './today.js';
import type { Beginnings } from './types.js';

export function HrScreens({ route, onFirm }: { readonly route: Route; onFirm(): void }): VNode {
  const { answer, error, again } = useAnswer<Beginnings>('hr/beginnings');
  if (answer === null)
    return (
      <main id="main" class="page" tabindex={-1} aria-busy={error === null}>
        <Head title={say(`frame.${nameOf(route)}`)} />
        {error === null ? null : <Problems error={error} />}
      </main>
    );
  if (answer.organisation === null)
    return (
      <main id="main" class="page text" tabindex={-1}>
        <Head title={say('begin.title')} lead={say('begin.lead')} />
        <Firm
          beginnings={answer}
          onMade={() => {
            onFirm();
            void again().then(() => focusOn('main'));
          }}
        />
      </main>
    );
  return screenOf(route, answer, () => void again());
}

const named = ['today', 'people', 'issue', 'register'] as const;

const nameOf = ([screen]: Route): (typeof named)[number] => named.find((one) => one === screen) ?? 'today';

function screenOf(route: Route, beginnings: Beginnings, onBegun: () => void): VNode {
  const [, of, id] = route;
  switch (nameOf(route)) {
    case 'people':
      if (of === 'list') return <ListScreen {...{ beginnings, onBegun }} />;
      return of === undefined ? <PeopleScreen beginnings={beginnings} /> : <PersonScreen key={of} id={of} beginnings={beginnings} />;
    case 'issue':
      return of === 'run' && id !== undefined ? <RunScreen key={id} id={id} /> : <IssueScreen of={of} />;
    case 'register':
      return <RegisterScreen {...{ beginnings, of }} />;
    default:
      return <TodayScreen beginnings={beginnings} />;
  }
}
