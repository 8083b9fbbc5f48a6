/** Proposing what stands in the editor: what was and what is, a summary for whoever decides. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api.js';
import { Act } from '../parts/act.js';
import { Line } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Redline } from '../parts/redline.js';
import { goTo } from '../route.js';
import type { ComparisonShown, OpenRole } from '../types.js';
import { say } from '../words.js';
import type { Editor } from './use-editor.js';

export function Propose({ role, editor, onClose }: { readonly role: OpenRole; readonly editor: Editor; readonly onClose: () => void }): VNode {
  const [shown, setShown] = useState<ComparisonShown | null>(null);
  const [raised, setRaised] = useState(true);
  const [begun, setBegun] = useState<boolean | null>(null);
  const [summary, setSummary] = useState('');
  const [error, setError] = useState<unknown>(null);
  const path = `roles/${encodeURIComponent(role.id)}`;
  const { draft } = editor;
  useEffect(() => {
    get<{ readonly begun: boolean }>('proposals')
      .then((answer) => setBegun(answer.begun))
      .catch(setError);
    post<ComparisonShown>(`${path}/comparison`, draft())
      .then(setShown)
      .catch(setError);
  }, []);
  const begin = (): void => {
    post('register')
      .then(() => setBegun(true))
      .catch(setError);
  };
  const send = async (): Promise<void> => {
    const { id } = await post<{ readonly id: string }>(`${path}/propose`, { ...draft(), summary: summary.trim(), raised: raised && shown?.keeps != null });
    editor.discard();
    goTo('proposals', id);
  };
  return (
    <Act title={say('propose.title')} wide lead={say('propose.lead')} submit={say('propose.send')} ready={begun === true && shown !== null && summary.trim() !== ''} run={send} {...{ onClose }}>
      {begun === false ? <NoRegister onBegin={begin} /> : null}
      <Line id="propose-summary" label={say('propose.summary')} help={say('propose.summaryHint')} value={summary} long most={2000} required onInput={setSummary} />
      {shown?.keeps ? <Version {...shown.keeps} raised={raised} onRaise={setRaised} /> : null}
      <div class="field">
        <h3>{say('propose.shown')}</h3>
        {shown === null ? <p class="quiet">{error === null ? say('wait.comparison') : ''}</p> : <Redline text={shown.text} label={say('propose.shown')} />}
      </div>
      {error === null ? null : <Problems error={error} />}
    </Act>
  );
}

type VersionProps = NonNullable<ComparisonShown['keeps']> & { readonly raised: boolean; onRaise(raised: boolean): void };

/** What people sign would change under the version that it had: the next one is offered. */
function Version({ version, next, raised, onRaise }: VersionProps): VNode {
  return (
    <div class="finding news">
      <Icon name="info" />
      <div class="top">
        <p id="propose-keeps">{say('propose.keeps', { version })}</p>
        <label class="choice">
          <input type="checkbox" aria-describedby="propose-keeps" checked={raised} onChange={({ currentTarget }) => onRaise(currentTarget.checked)} />
          {say('propose.raise', { next })}
        </label>
      </div>
    </div>
  );
}

/** Proposals are kept in the register: how one begins. */
export function NoRegister({ onBegin }: { readonly onBegin: () => void }): VNode {
  return (
    <div class="finding news">
      <Icon name="info" />
      <div class="top">
        <p>
          <b>{say('noRegister.none')}</b> {say('noRegister.noneHint')}
        </p>
        <button type="button" class="button slim" onClick={onBegin}>
          {say('noRegister.begin')}
        </button>
      </div>
    </div>
  );
}
