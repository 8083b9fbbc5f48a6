/** The organisation: what papers print of it, who holds which post, who heads which department, who approves and signs. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Done } from '../parts/done.js';
import { Line, Pick, Tick } from '../parts/fields.js';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { language, languageName, say } from '../words.js';
import { DepartmentList, PostList, SuperiorList, titleOf, Words } from './organisation-lists.js';
import type { EmployerAnswer, EmployerForm, EmployerShown } from './types.js';

const texts = ['name', 'shortName', 'legalForm', 'place', 'address', 'registration'] as const;
const signs = ['approver', 'employer', 'hr', 'unitHead'] as const;
const languages = ['en', 'nl', 'ru'] as const;

type Findings = EmployerAnswer['findings'];

/** What was typed and not saved, while another screen is looked at. */
let kept: { readonly base: string; readonly form: EmployerForm } | null = null;

/** `at` is the part that is meant: `posts`. */
export function OrganisationScreen({ at, onSaved }: { readonly at: string | undefined; onSaved(): void }): VNode {
  const { answer, error } = useAnswer<EmployerShown>('hr/employer');
  if (answer === null)
    return (
      <main id="main" class="page text" tabindex={-1} aria-busy={error === null}>
        <Head title={say('frame.organisation')} lead={error === null ? say('employer.wait') : undefined} />
        {error === null ? null : <Problems error={error} />}
      </main>
    );
  return <Opened first={answer} {...{ at, onSaved }} />;
}

function Opened({ first, at, onSaved }: { readonly first: EmployerShown; readonly at: string | undefined; onSaved(): void }): VNode {
  const [shown, setShown] = useState(first);
  const [form, setForm] = useState(kept?.base === first.base ? kept.form : first.form);
  const [findings, setFindings] = useState<Findings>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const isChanged = JSON.stringify(form) !== JSON.stringify(shown.form);
  kept = isChanged ? { base: shown.base, form } : null;
  useEffect(() => {
    if (at !== undefined) focusOn(`${at}-h`);
  }, [at]);
  const take = (next: EmployerShown): void => {
    setShown(next);
    setForm(next.form);
    setFindings([]);
    onSaved();
  };
  const change = (part: Partial<EmployerForm>): void => setForm((before) => ({ ...before, ...part }));
  const save = (): void => {
    if (busy || !isChanged) return;
    setBusy(true);
    setError(null);
    post<EmployerAnswer>('hr/employer', { base: shown.base, form })
      .then(({ findings: found, shown: next }) => {
        if (found.length > 0) {
          setFindings(found);
          focusOn('found-h');
          return;
        }
        take(next);
        setDone(say('employer.saved', { file: next.file }));
      })
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const wrong = (place: string): readonly string[] =>
    findings.filter((one) => one.at === place || one.at.startsWith(`${place}/`)).map(({ message, hint }) => [message, hint].filter(Boolean).join(' '));
  const posts = form.posts.map((one) => ({ id: one.id, name: titleOf(one, form.languages) }));
  const hasPosts = shown.structure === null;
  return (
    <main id="main" class="page text" tabindex={-1}>
      <Head title={say('frame.organisation')} lead={say('employer.lead')}>
        {shown.canUndo ? (
          <button type="button" class="button" onClick={() => setUndoing(true)}>
            <Icon name="back" />
            {say('employer.undo')}
          </button>
        ) : null}
      </Head>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {error === null ? null : <Problems error={error} />}
        {findings.length === 0 ? null : (
          <section class="finding error" aria-labelledby="found-h">
            <Icon name="error" />
            <div>
              <h2 id="found-h" tabindex={-1}>
                {say('employer.notSaved', { n: findings.length })}
              </h2>
              <ul>
                {findings.map(({ at: place, message, hint }) => (
                  <li key={`${place} ${message}`}>{[message, hint].filter(Boolean).join(' ')}</li>
                ))}
              </ul>
            </div>
          </section>
        )}
        <section class="sheet" aria-labelledby="facts-h">
          <header>
            <h2 id="facts-h">{say('employer.facts')}</h2>
          </header>
          <div class="pad stack">
            {texts.map((key) => (
              <Words key={key} label={say(`employer.${key}`)} help={say(`employer.help.${key}`)} of={form.texts[key]} languages={form.languages} required={key === 'name'} wrong={(tag) => wrong(tag === null ? key : `${key}/${tag}`)} onWords={(words) => change({ texts: { ...form.texts, [key]: words } })} />
            ))}
            <div class="grid">
              <Pick label={say('firm.country')} value={form.country} choices={shown.countries} wrong={wrong('jurisdiction')} onPick={(country) => change({ country })} />
              <Line label={say('employer.numbering')} help={say('employer.help.numbering')} value={form.numbering} most={80} wrong={wrong('numbering')} onInput={(numbering) => change({ numbering })} />
            </div>
            <fieldset class="field">
              <legend>{say('firm.languages')}</legend>
              <p class="help">{say('employer.help.languages')}</p>
              {languages.map((tag) => (
                <Tick
                  key={tag}
                  label={languageName(tag)}
                  on={form.languages.includes(tag)}
                  onTick={(on) => {
                    const rest = form.languages.filter((one) => one !== tag);
                    if (on) change({ languages: [...rest, tag] });
                    else if (rest.length > 0) change({ languages: rest });
                  }}
                />
              ))}
            </fieldset>
          </div>
        </section>
        {hasPosts ? (
          <>
            <PostList {...{ form, shown, wrong, change }} />
            <DepartmentList {...{ form, posts, wrong, change }} />
            <section class="sheet" aria-labelledby="signs-h">
              <header>
                <h2 id="signs-h" tabindex={-1}>
                  {say('employer.signs')}
                </h2>
              </header>
              <div class="pad grid">
                {signs.map((key) => (
                  <Pick key={key} label={say(`employer.sign.${key}`)} help={say(`employer.signHelp.${key}`)} value={form.signatories[key]} choices={posts} none={say('employer.nobody')} wrong={wrong(`signatories/${key}`)} onPick={(id) => change({ signatories: { ...form.signatories, [key]: id } })} />
                ))}
              </div>
            </section>
            <SuperiorList {...{ form, posts, wrong, change }} roles={shown.roles} />
          </>
        ) : (
          <p class="finding">
            <Icon name="info" />
            <span>{say('employer.structure', { file: shown.structure ?? '' })}</span>
          </p>
        )}
        {shown.inFile.length === 0 ? null : (
          <section class="sheet" aria-labelledby="in-file-h">
            <header>
              <h2 id="in-file-h">{say('employer.inFile', { file: shown.file })}</h2>
            </header>
            <p class="pad quiet">{new Intl.ListFormat(language(), { type: 'conjunction' }).format(shown.inFile.map((key) => say(`employer.keys.${key}`)))}</p>
          </section>
        )}
        <div class="acts save-bar">
          <button type="submit" class="button primary" aria-disabled={busy || !isChanged} aria-busy={busy}>
            <Icon name="check" />
            {say('act.save')}
          </button>
          {isChanged ? (
            <button
              type="button"
              class="button plain"
              onClick={() => {
                setForm(shown.form);
                setFindings([]);
              }}
            >
              {say('employer.drop')}
            </button>
          ) : null}
          <span class="quiet small">{say('employer.file', { file: shown.file })}</span>
        </div>
      </form>
      {undoing ? (
        <Act
          title={say('employer.undo')}
          lead={say('employer.undoLead')}
          submit={say('employer.undoSubmit')}
          danger
          run={async () => take(await post<EmployerShown>('hr/employer/undo', { base: shown.base }))}
          onClose={() => setUndoing(false)}
          onDone={() => {
            setUndoing(false);
            setDone(say('employer.undone'));
          }}
        />
      ) : null}
      <Done words={done} onGone={() => setDone(null)} />
    </main>
  );
}
