/** One proposal: what was and what is, and the decision. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { get, post } from '../api.js';
import { draftOf, keepDraft } from '../editor/draft.js';
import type { Draft } from '../editor/draft.js';
import { Unused } from '../editor/variant-bar.js';
import { Dialog } from '../parts/dialog.js';
import { Tick } from '../parts/fields.js';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Redline } from '../parts/redline.js';
import type { Notes } from '../parts/redline.js';
import { ProposalState } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo } from '../route.js';
import type { Edit, OpenRole, ProposalShown } from '../types.js';
import { capital, day, say } from '../words.js';

export function ProposalScreen({ id }: { readonly id: string }): VNode {
  const { answer: shown, error, again } = useAnswer<ProposalShown>(`proposals/${encodeURIComponent(id)}`);
  const [wrong, setWrong] = useState<unknown>(null);
  /** What is said of clauses while somebody decides, by the lines of the text. */
  const [notes, setNotes] = useState<ReadonlyMap<number, string>>(new Map());
  /** A proposal that would take the place of what is not saved. */
  const [over, setOver] = useState<Resumed | null>(null);
  // The buttons that were pressed are gone.
  const decided = (): void => void again().then(() => focusOn('proposal-h'));
  const said = new Map(shown?.decision?.notes.map(({ line, text }) => [line, text]));
  const notesAt: Notes | undefined =
    shown === null || shown.isNew
      ? undefined
      : shown.state === 'proposed'
        ? { said: notes, onSay: (line, text) => setNotes((before) => new Map([...before, [line, text]])) }
        : { said };
  return (
    <main id="main" class="page text" tabindex={-1} aria-busy={shown === null && error === null}>
      <Head
        id="proposal-h"
        title={shown ? capital(shown.title) : say('proposal.one')}
        up={{ href: hrefTo('proposals'), name: say('frame.proposals') }}
        lead={
          shown ? (
            <>
              <ProposalState state={shown.state} /> {say('proposal.by', { author: shown.author, path: shown.path })}
            </>
          ) : error === null ? (
            say('wait.proposal')
          ) : undefined
        }
      >
        {shown ? (
          <a class="button" href={hrefTo('roles', shown.role)}>
            {say('proposal.role')}
          </a>
        ) : null}
      </Head>
      {(wrong ?? error) === null ? null : <Problems error={wrong ?? error} />}
      {shown ? (
        <>
          {shown.decision ? (
            <div class={`finding ${shown.state === 'returned' ? '' : 'news'}`}>
              <Icon name={shown.state === 'returned' ? 'back' : 'check'} />
              <div>
                <p>
                  <b>{say(`proposal.decided.${shown.state}`, { by: shown.decision.by, day: day(shown.decision.at.slice(0, 10)) })}</b>
                </p>
                {shown.decision.notes.length === 0 ? null : <p>{say('proposal.notesBelow', { n: shown.decision.notes.length })}</p>}
                {shown.decision.comment === '' ? null : <blockquote>{shown.decision.comment}</blockquote>}
                {shown.state === 'returned' ? <Resume id={id} onOver={setOver} onError={setWrong} /> : null}
              </div>
            </div>
          ) : null}
          <section class="sheet" aria-labelledby="shown-title">
            <header>
              <h2 id="shown-title">{say('proposal.shown')}</h2>
            </header>
            <div class="pad stack">
              <p class="summary">{shown.summary}</p>
              <Redline text={shown.text} label={say('proposal.text')} {...(notesAt !== undefined && { notes: notesAt })} />
            </div>
          </section>
          {over === null ? null : (
            <Dialog title={say('proposal.over')} onClose={() => setOver(null)}>
              <p>{say('proposal.overHint')}</p>
              <div class="acts ends">
                <button type="button" class="button" onClick={() => setOver(null)}>
                  {say('act.cancel')}
                </button>
                <button type="button" class="button danger" onClick={() => openAgain(over)}>
                  {say('proposal.replace')}
                </button>
              </div>
            </Dialog>
          )}
          {shown.state === 'approved' ? <Onward role={shown.role} /> : null}
          {shown.state === 'proposed' ? <Decide shown={shown} notes={notes} onDone={decided} /> : null}
        </>
      ) : null}
    </main>
  );
}

/** What was approved is in the file: a variant that no department uses can be put to use at once, all else goes on with the papers. */
function Onward({ role }: { readonly role: string }): VNode | null {
  const { answer: opened } = useAnswer<OpenRole>(`roles/${encodeURIComponent(role)}`);
  if (opened === null) return null;
  if (opened.own && opened.variant !== null && opened.variant.departments.length === 0) return <Unused role={opened} />;
  return (
    <p>
      <a class="button" href={hrefTo('issue')}>
        {say('proposal.issue')}
      </a>
    </p>
  );
}

interface Resumed {
  readonly role: string;
  readonly base: string;
  readonly edits: readonly Edit[];
}

const isSame = (one: Pick<Draft, 'base' | 'edits'>, other: Pick<Draft, 'base' | 'edits'>): boolean =>
  JSON.stringify([one.base, one.edits]) === JSON.stringify([other.base, other.edits]);

/** Whoever wrote it goes on where they were: the proposal comes back into the editor as changes that are not saved. */
function openAgain({ role, base, edits }: Resumed): void {
  keepDraft(role, { base, edits, at: Date.now() });
  goTo('roles', role);
}

interface ResumeProps {
  readonly id: string;
  /** Changes of the same role are in this browser that are not saved. */
  onOver(found: Resumed): void;
  onError(error: unknown): void;
}

function Resume({ id, onOver, onError }: ResumeProps): VNode {
  const resume = (): void => {
    get<Resumed>(`proposals/${encodeURIComponent(id)}/edits`)
      .then((found) => {
        const draft = draftOf(found.role);
        if (draft && !isSame(draft, found)) onOver(found);
        else openAgain(found);
      })
      .catch(onError);
  };
  return (
    <div class="acts">
      <button type="button" class="button slim" onClick={resume}>
        {say('proposal.resume')}
      </button>
    </div>
  );
}

function Decide({ shown, notes, onDone }: { readonly shown: ProposalShown; readonly notes: ReadonlyMap<number, string>; onDone(): void }): VNode {
  const written = [...notes].filter(([, text]) => text.trim() !== '').map(([line, text]) => ({ line, text: text.trim() }));
  const [comment, setComment] = useState('');
  const [sure, setSure] = useState(false);
  const needsSure = shown.isMine && !shown.isOwn;
  const [lacking, setLacking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (verb: 'approve' | 'return'): void => {
    if (busy || (verb === 'approve' && needsSure && !sure)) return;
    if (verb === 'return' && comment.trim() === '' && written.length === 0) {
      setLacking(true);
      field.current?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    // The hash is that of the very text on this screen.
    post(`proposals/${encodeURIComponent(shown.id)}/${verb}`, { seen: shown.seen, ...(comment.trim() !== '' && { comment: comment.trim() }), ...(written.length > 0 && { notes: written }) })
      .then(onDone)
      .catch((wrong: unknown) => {
        setError(wrong);
        setBusy(false);
      });
  };
  return (
    <section class="sheet" aria-labelledby="decide-title">
      <header>
        <h2 id="decide-title">{say('proposal.decide')}</h2>
      </header>
      <div class="pad stack">
        {shown.isOwn ? (
          <div class="finding news">
            <Icon name="info" />
            <p>
              <b>{say('proposal.own')}</b> {say('proposal.ownHint')}
            </p>
          </div>
        ) : null}
        {needsSure && !shown.isStale ? (
          <div class="finding">
            <Icon name="warn" />
            <div>
              <p>
                <b>{say('proposal.mine')}</b> {say('proposal.mineHint')}
              </p>
              <Tick label={say('proposal.mineSure')} on={sure} onTick={setSure} />
            </div>
          </div>
        ) : null}
        {shown.isStale ? (
          <div class="finding">
            <Icon name="warn" />
            <p>
              <b>{say('proposal.stale')}</b> {say('proposal.staleHint')}
            </p>
          </div>
        ) : null}
        <div class="field">
          <label for="comment">{say('proposal.comment')}</label>
          <p class="help" id="comment-h">
            {say('proposal.commentHint')} {written.length === 0 ? null : say('proposal.notes', { n: written.length })}
          </p>
          <textarea
            id="comment"
            ref={field}
            rows={3}
            maxLength={2000}
            aria-describedby={`comment-h${lacking ? ' comment-f' : ''}`}
            aria-invalid={lacking || undefined}
            value={comment}
            onInput={({ currentTarget }) => {
              setComment(currentTarget.value);
              setLacking(false);
            }}
          />
          {lacking ? (
            <div class="finding error" id="comment-f">
              <Icon name="error" />
              <p>{say('proposal.commentNeeded')}</p>
            </div>
          ) : null}
        </div>
        {error === null ? null : <Problems error={error} />}
        <div class="acts">
          <button type="button" class="button" aria-disabled={busy} onClick={() => send('return')}>
            <Icon name="back" />
            {say('proposal.return')}
          </button>
          {shown.isOwn || shown.isStale ? null : (
            <button type="button" class="button primary" aria-disabled={busy || (needsSure && !sure)} onClick={() => send('approve')}>
              <Icon name="check" />
              {say('proposal.approve')}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
