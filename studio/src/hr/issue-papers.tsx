/** The papers that would be issued: each can be seen before, and left out. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { post } from '../api.js';
import { openSheet } from '../editor/sheet.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Dialog } from '../parts/dialog.js';
import { Empty } from '../parts/empty.js';
import { Pager } from '../parts/pager.js';
import { Problems } from '../parts/problems.js';
import { languageName, say } from '../words.js';
import type { AskedIssue, PlanAnswer, PlannedPaper, Preview } from './types.js';

const size = 25;

export interface IssuePapersProps {
  readonly plan: PlanAnswer;
  readonly asked: AskedIssue;
  readonly left: ReadonlySet<string>;
  readonly busy: boolean;
  onLeave(stem: string, left: boolean): void;
}

export function IssuePapers({ plan, asked, left, busy, onLeave }: IssuePapersProps): VNode {
  const [all, setAll] = useState(false);
  const [offset, setOffset] = useState(0);
  const [seen, setSeen] = useState<number | null>(null);
  const same = plan.papers.filter(({ outcome }) => outcome === 'same').length;
  const shown = all ? plan.papers : plan.papers.filter(({ outcome }) => outcome !== 'same');
  useEffect(() => setOffset(0), [plan, all]);
  return (
    <section class="sheet" aria-labelledby="papers-h" aria-busy={busy}>
      <header>
        <h2 id="papers-h">{say('issue.papers')}</h2>
        {same > 0 ? (
          <label class="choice">
            <input type="checkbox" checked={all} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
            {say('issue.showSame', { n: same })}
          </label>
        ) : null}
      </header>
      {shown.length === 0 ? (
        <Empty icon="current" title={say('issue.none')} words={say(same > 0 ? 'issue.allInForce' : 'issue.noneHint')} />
      ) : (
        <Cards
          caption={say('issue.papers')}
          columns={[
            { narrow: true, words: <span class="unseen">{say('issue.take')}</span> },
            ...(['paper', 'for', 'number', 'change'] as const).map((one) => say(`issue.columns.${one}`)),
            { narrow: true, words: <span class="unseen">{say('issue.see')}</span> },
          ]}
        >
          {shown.slice(offset, offset + size).map((paper, at) => (
            <Row key={paper.stem} paper={paper} left={left.has(paper.stem)} onLeave={onLeave} onSee={() => setSeen(offset + at)} />
          ))}
        </Cards>
      )}
      <Pager offset={offset} count={shown.length} size={size} onGo={setOffset} />
      {seen === null ? null : <Seen papers={shown} at={seen} asked={asked} onGo={setSeen} onClose={() => setSeen(null)} />}
    </section>
  );
}

interface RowProps {
  readonly paper: PlannedPaper;
  readonly left: boolean;
  onLeave(stem: string, left: boolean): void;
  onSee(): void;
}

function Row({ paper, left, onLeave, onSee }: RowProps): VNode {
  const { stem, kindName, post, departmentName, person, language, holders, names, outcome, number, replaces } = paper;
  const isSame = outcome === 'same';
  return (
    <tr role="row" class={left ? 'left-out' : ''}>
      <Cell look="pick narrow">
        {isSame ? null : (
          <label class="tick">
            <input type="checkbox" checked={!left} onChange={({ currentTarget }) => onLeave(stem, !currentTarget.checked)} />
            <span class="unseen">{say('issue.takeOne', { paper: `${kindName}, ${post}` })}</span>
          </label>
        )}
      </Cell>
      <Lead>
        {post}
        <p>{[kindName, departmentName, languageName(language)].filter(Boolean).join(' · ')}</p>
      </Lead>
      <Cell of={say('issue.columns.for')} look="whole">
        {person ?? say('issue.holders', { names: names.join(', '), more: holders - names.length })}
      </Cell>
      <Cell of={say('issue.columns.number')}>
        {number}
      </Cell>
      <Cell of={say('issue.columns.change')}>
        {say(`issue.outcome.${outcome}`, { replaces: replaces ?? '' })}
      </Cell>
      <Cell look="narrow">
        <button type="button" class="button slim" onClick={onSee}>
          {say('issue.see')}
          <span class="unseen">{`: ${kindName}, ${post}`}</span>
        </button>
      </Cell>
    </tr>
  );
}

interface SeenProps {
  readonly papers: readonly PlannedPaper[];
  readonly at: number;
  readonly asked: AskedIssue;
  onGo(at: number): void;
  onClose(): void;
}

/** One paper as it would be issued. */
function Seen({ papers, at, asked, onGo, onClose }: SeenProps): VNode {
  const host = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);
  const paper = papers[at];
  useEffect(() => {
    let isOver = false;
    setBusy(true);
    post<Preview>('hr/issue/preview', { asked, stem: paper?.stem ?? '' })
      .then(({ html, lang, css }) => {
        if (isOver || !host.current) return;
        openSheet(host.current, () => undefined).show(html, lang, css);
        setError(null);
      })
      .catch((wrong: unknown) => (isOver ? undefined : setError(wrong)))
      .finally(() => (isOver ? undefined : setBusy(false)));
    return () => {
      isOver = true;
    };
  }, [paper?.stem]);
  return (
    <Dialog title={paper ? `${paper.kindName}: ${paper.post}` : ''} wide onClose={onClose}>
      <p class="quiet" role="status">
        {busy ? say('looking.paper') : say('issue.seen', { at: at + 1, all: papers.length, number: paper?.number ?? '' })}
      </p>
      {error === null ? null : <Problems error={error} />}
      <div class="pane seen" tabindex={0} role="region" aria-label={paper?.title ?? say('paper.title')} aria-busy={busy}>
        <div class="page-host" ref={host} />
      </div>
      <div class="acts ends">
        <button type="button" class="button" aria-disabled={at === 0} onClick={() => (at === 0 ? undefined : onGo(at - 1))}>
          {say('pages.before')}
        </button>
        <button type="button" class="button" aria-disabled={at + 1 >= papers.length} onClick={() => (at + 1 >= papers.length ? undefined : onGo(at + 1))}>
          {say('pages.after')}
        </button>
        <button type="button" class="button primary" onClick={onClose}>
          {say('act.close')}
        </button>
      </div>
    </Dialog>
  );
}
