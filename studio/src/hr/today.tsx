/** The first page: what waits, each with the way to where it is done; quiet when all is well. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Empty } from '../parts/empty.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import type { IconName } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { hrefTo, toPerson } from '../route.js';
import { fullDay, say, shortDay } from '../words.js';
import type { Beginnings, Today, TodayAtOnce, ToIssue, Waiting } from './types.js';

export function TodayScreen({ beginnings }: { readonly beginnings: Beginnings }): VNode {
  const { answer, error } = useAnswer<Today>('hr/today');
  const { answer: atOnce } = useAnswer<TodayAtOnce>('hr/today/at-once');
  const { answer: issue, error: issueError } = useToIssue();
  const { today } = beginnings;
  const lines = answer === null ? [] : linesOf(answer);
  const toIssue = issue === null ? 0 : issue.first + issue.again;
  const waiting = lines.reduce((sum, { name, waiting: { count } }) => sum + (name === 'requested' ? 0 : count), 0) + toIssue;
  const late = answer?.overdue.count ?? 0;
  // How far newcomers are is read with everybody else.
  const newcomers = answer?.newcomers ?? atOnce?.newcomers ?? [];
  return (
    <main id="main" class="page text" tabindex={-1} aria-busy={answer === null && error === null}>
      <Head title={fullDay(today)} lead={answer === null || issue === null ? say('looking.today') : answer.people === 0 ? say('today.nobody') : say('today.lead', { n: waiting, late })}>
        {answer === null || answer.people === 0 ? null : (
          <a class="button primary" href={hrefTo('issue')}>
            <Icon name="issue" />
            {say('issue.title')}
          </a>
        )}
      </Head>
      {error === null ? null : <Problems error={error} />}
      {answer === null && error === null && atOnce !== null && atOnce.overdue > 0 ? (
        <section class="sheet">
          <ul class="rows">
            <li>
              <Icon name="late" />
              <h3 class="what">{say('today.overdue', { n: atOnce.overdue })}</h3>
            </li>
          </ul>
        </section>
      ) : null}
      {issueError === null ? null : <Problems error={issueError} />}
      {answer?.people === 0 ? (
        <section class="sheet" aria-labelledby="first-h">
          <header>
            <h2 id="first-h">{say('today.first')}</h2>
          </header>
          <ol class="rows first">
            {(['people', 'issue', 'acknowledge'] as const).map((one, at) => (
              <li key={one}>
                <span class="quiet">{at + 1}</span>
                <div>
                  <h3 class="what">{say(`today.steps.${one}`)}</h3>
                  <p>{say(`today.stepsHint.${one}`)}</p>
                </div>
                {one === 'people' ? (
                  <a class="button primary" href={hrefTo('people', 'list')}>
                    <Icon name="plus" />
                    {say('people.bring')}
                  </a>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {answer !== null && answer.people > 0 && lines.length === 0 && issue?.left === 0 && toIssue === 0 ? (
        <section class="sheet">
          <Empty icon="current" title={say('today.well')} words={say('today.wellHint')} />
        </section>
      ) : null}
      {lines.length === 0 && toIssue === 0 && issue !== null && issue.left > 0 ? <Looking left={issue.left} /> : null}
      {lines.length > 0 || toIssue > 0 ? (
        <section class="sheet" aria-labelledby="waits-h">
          <header>
            <h2 id="waits-h">{say(waiting === 0 ? 'today.underWay' : 'today.waits')}</h2>
          </header>
          <ul class="rows">
            {lines.map((one) => (
              <Line key={one.name} {...one} today={today} />
            ))}
            {issue && toIssue > 0 ? (
              <li>
                <Icon name="issue" />
                <div>
                  <h3 class="what">{say('today.issue', { first: issue.first, again: issue.again })}</h3>
                  <p>{say('today.issueFor', { n: issue.people, titles: issue.titles.join(', ') })}</p>
                  {issue.left > 0 ? <Looking left={issue.left} /> : null}
                </div>
                <span />
                <a class="button" href={hrefTo('issue')}>
                  {say('today.toIssue')}
                </a>
              </li>
            ) : null}
          </ul>
        </section>
      ) : null}
      {newcomers.length > 0 ? (
        <section class="sheet" aria-labelledby="new-h">
          <header>
            <h2 id="new-h">{say('today.newcomers')}</h2>
          </header>
          <ul class="rows">
            {newcomers.map(({ person, name, gender, post, departmentName, since, done, refused, papers }) => (
              <li key={`${person} ${post}`}>
                <Icon name="fresh" />
                <div>
                  <h3 class="what">
                    <a href={toPerson(person)}>{name}</a>
                  </h3>
                  <p>{[post, departmentName].filter(Boolean).join(', ')}</p>
                </div>
                <span class="quiet small">{say(since > today ? 'today.begins' : since === today ? 'today.beginsToday' : 'today.began', { day: shortDay(since, today), gender: gender ?? 'other' })}</span>
                {answer === null ? null : <span class={papers > 0 && done === papers ? 'chip current' : 'quiet'}>{say('today.done', { done, papers, refused })}</span>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  );
}

/** What is known at once, and more with each answer until all posts have been looked at. */
function useToIssue(): { readonly answer: ToIssue | null; readonly error: unknown } {
  const [goesOn, setGoesOn] = useState<string | undefined>(undefined);
  const { answer, error, again } = useAnswer<ToIssue>('hr/to-issue', { goesOn });
  useEffect(() => {
    if (answer === null || answer.left === 0) return;
    if (goesOn === undefined) setGoesOn('true');
    else void again();
  }, [answer]);
  return { answer, error };
}

const Looking = ({ left }: { readonly left: number }): VNode => <p class="quiet">{say('today.stillLooking', { n: left })}</p>;

interface WaitingProps {
  readonly name: 'overdue' | 'declined' | 'scans' | 'outdated' | 'expired' | 'toAsk' | 'requested';
  readonly icon: IconName;
  readonly look: string;
  /** The state by which the register is filtered. */
  readonly state: string;
  readonly waiting: Waiting;
}

const linesOf = ({ overdue, declined, scans, outdated, expired, toAsk, requested }: Today): readonly WaitingProps[] =>
  (
    [
      { name: 'overdue', icon: 'late', look: 'late', state: 'overdue', waiting: overdue },
      { name: 'declined', icon: 'no', look: 'late', state: 'declined', waiting: declined },
      { name: 'scans', icon: 'scan', look: 'asked', state: 'requested', waiting: scans },
      { name: 'outdated', icon: 'outdated', look: 'outdated', state: 'outdated', waiting: outdated },
      { name: 'expired', icon: 'expired', look: 'expired', state: 'expired', waiting: expired },
      { name: 'toAsk', icon: 'todo', look: 'todo', state: 'to-do', waiting: toAsk },
      { name: 'requested', icon: 'asked', look: 'asked', state: 'requested', waiting: requested },
    ] as const
  ).filter(({ waiting }) => waiting.count > 0);

function Line({ name, icon, look, state, waiting: { count, first }, today }: WaitingProps & { readonly today: string }): VNode {
  const [only] = first;
  const names = first.map((one) => one.name).filter((one, at, all) => all.indexOf(one) === at);
  return (
    <li>
      <Icon name={icon} />
      <div>
        <h3 class="what">{say(`today.${name}`, { n: count })}</h3>
        <p>{say('today.names', { names: names.join(', '), more: count > first.length ? count - first.length : 0 })}</p>
      </div>
      {name === 'overdue' && only ? (
        <span class={`chip ${look} in`}>{say('states.late', { n: only.daysLate })}</span>
      ) : (
        <span class="quiet small">{only?.due ? say('register.until', { day: shortDay(only.due, today) }) : ''}</span>
      )}
      <a class="button" href={count === 1 && only ? toPerson(only.person) : hrefTo('register', state)}>
        {say(count === 1 ? 'today.one' : 'today.all')}
        <span class="unseen">{`: ${say(`today.${name}`, { n: count })}`}</span>
      </a>
    </li>
  );
}
