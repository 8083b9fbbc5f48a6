/** How long papers are kept, and what may go of those who have left. What goes is decided for each person, where all of it is seen. */
import type { VNode } from 'preact';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { toPerson } from '../route.js';
import { day, say } from '../words.js';
import type { RetentionShown } from './types.js';

export function Retention({ today }: { readonly today: string }): VNode {
  const { answer, error } = useAnswer<RetentionShown>('care/retention');
  return (
    <section class="sheet" aria-labelledby="retention-h" aria-busy={answer === null && error === null}>
      <header>
        <div>
          <h2 id="retention-h">{say('retention.title')}</h2>
          <p class="quiet">{say('retention.lead')}</p>
        </div>
      </header>
      {error === null ? null : <Problems error={error} />}
      {answer === null ? null : (
        <>
          <div class="pad stack tight">
            <p>{say('retention.left', { left: answer.left, mayGo: answer.mayGo, held: answer.held, unknown: answer.unknown })}</p>
            {answer.looked < answer.left ? <p class="quiet">{say('retention.some', { n: answer.looked })}</p> : null}
            {answer.next === null ? null : <p class="quiet">{say('retention.next', { day: day(answer.next) })}</p>}
          </div>
          {answer.people.length === 0 ? null : (
            <Cards caption={say('retention.people')} columns={(['person', 'left', 'goes', 'keeps'] as const).map((one) => say(`retention.columns.${one}`))}>
              {answer.people.map((one) => (
                <tr role="row" key={one.id}>
                  <Lead>
                    <a href={toPerson(one.id)}>{one.name}</a>
                    <p>{one.number}</p>
                  </Lead>
                  <Cell of={say('retention.columns.left')}>{day(one.leftOn)}</Cell>
                  <Cell of={say('retention.columns.goes')}>
                    {one.isHeld
                      ? say('retention.isHeld')
                      : one.mayGoOn === null
                        ? say('retention.isUnknown')
                        : one.mayGoOn <= today
                          ? say('retention.now')
                          : day(one.mayGoOn)}
                  </Cell>
                  <Cell of={say('retention.columns.keeps')}>
                    {one.papers.map(({ label, until, why }) => (
                      <p key={label}>{`${label}: ${until === null ? say(`retention.why.${why}`) : say('retention.until', { day: day(until) })}`}</p>
                    ))}
                  </Cell>
                </tr>
              ))}
            </Cards>
          )}
          <details>
            <summary class="pad">{say('retention.kinds', { n: answer.kinds.length })}</summary>
            <Cards caption={say('retention.terms')} columns={(['kind', 'years', 'basis'] as const).map((one) => say(`retention.columns.${one}`))}>
              {answer.kinds.map((one) => (
                <tr role="row" key={one.kind}>
                  <Lead>{one.kind}</Lead>
                  <Cell of={say('retention.columns.years')}>{say(`retention.after.${one.after}`, { n: one.years })}</Cell>
                  <Cell of={say('retention.columns.basis')}>
                    {one.basis}
                    <p>{one.checked === null ? say('retention.unread') : say('retention.read', { day: day(one.checked) })}</p>
                  </Cell>
                </tr>
              ))}
            </Cards>
          </details>
        </>
      )}
    </section>
  );
}
