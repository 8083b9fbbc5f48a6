/** The paper beside the form: in a language, for a country, of a kind, brief or full. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchFile } from '../api.js';
import { save } from '../parts/download.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import type { OpenRole, Paper } from '../types.js';
import { languageName, say } from '../words.js';
import { openSheet } from './sheet.js';
import type { Sheet } from './sheet.js';

export interface View {
  readonly locale: string;
  readonly country: string;
  readonly kind: string | undefined;
  readonly form: 'brief' | 'full' | undefined;
}

export interface PaperSideProps {
  readonly role: Pick<OpenRole, 'id' | 'languages' | 'countries' | 'kinds'>;
  readonly view: View;
  readonly paper: Paper | null;
  /** Whether the paper shows what the form does not say any more. */
  readonly stale: boolean;
  /** The clause that is edited. */
  readonly here: string | null;
  /** What the server makes the same paper of, as a PDF. */
  draft(): object;
  onView(view: View): void;
  onPick(id: string): void;
}

export function PaperSide({ role, view, paper, stale, here, draft, onView, onPick }: PaperSideProps): VNode {
  const host = useRef<HTMLDivElement>(null);
  const sheet = useRef<Sheet | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (host.current) sheet.current = openSheet(host.current, (id) => pick.current(id));
  }, []);
  useEffect(() => {
    if (paper) sheet.current?.show(paper.html, paper.lang, paper.style.css);
  }, [paper]);
  useEffect(() => sheet.current?.mark(here, true), [here]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asPdf = (): void => {
    if (busy || stale || paper === null) return;
    setBusy(true);
    setError(null);
    const { locale, country, kind, form } = view;
    fetchFile(`roles/${encodeURIComponent(role.id)}/pdf`, { ...draft(), locale, country, ...(kind && { kind }), ...(form && { form }) })
      .then(({ bytes, name }) => save(bytes, name))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <section class="paper-side sheet" id="paper" aria-label={say('paper.beside')}>
      <div class="bar">
        <div class="tabs slim" role="radiogroup" aria-label={say('paper.language')}>
          {role.languages.map((one) => (
            <label key={one}>
              <input type="radio" name="locale" checked={view.locale === one} onChange={() => onView({ ...view, locale: one })} />
              {languageName(one)}
            </label>
          ))}
        </div>
        <div class="acts slim">
          <label class="unseen" for="paper-country">
            {say('paper.country')}
          </label>
          <select id="paper-country" value={view.country} onChange={({ currentTarget }) => onView({ ...view, country: currentTarget.value, kind: undefined })}>
            {role.countries.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <label class="unseen" for="paper-kind">
            {say('paper.kind')}
          </label>
          <select id="paper-kind" value={paper?.kind ?? view.kind} onChange={({ currentTarget }) => onView({ ...view, kind: currentTarget.value })}>
            {role.kinds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          {paper?.form ? (
            <>
              <label class="unseen" for="paper-form">
                {say('paper.form')}
              </label>
              <select id="paper-form" value={paper.form} onChange={({ currentTarget }) => onView({ ...view, form: currentTarget.value === 'full' ? 'full' : 'brief' })}>
                <option value="brief">{say('paper.brief')}</option>
                <option value="full">{say('paper.full')}</option>
              </select>
            </>
          ) : null}
          <button type="button" class="button slim" aria-busy={busy} aria-disabled={busy || stale || paper === null} onClick={asPdf}>
            <Icon name="download" />
            {say('paper.pdf')}
          </button>
        </div>
      </div>
      {error === null ? null : <Problems error={error} />}
      {stale ? (
        <p class="stale small" role="status">
          {say('paper.stale')}
        </p>
      ) : null}
      <div class="pane" tabindex={0} role="region" aria-label={paper?.title ?? say('paper.title')}>
        <div class="page-host" ref={host} />
      </div>
    </section>
  );
}
