/** The screen of a role that is open. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { isMap, valueAt } from '../../../server/src/studio/edits.js';
import { get, post } from '../api.js';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { keysOn } from '../parts/keys.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { hrefTo } from '../route.js';
import type { Chapter, Field, OpenRole, Value } from '../types.js';
import { capital, clock, languageName, say } from '../words.js';
import { Conflicts } from './conflict.js';
import { EditingContext } from './context.js';
import type { Editing, Placed } from './context.js';
import { mainOf } from './entries.js';
import { Control } from './fields.js';
import { FindingList, goToFinding } from './finding-list.js';
import { idFor } from './finding.js';
import { NewVariant } from '../screens/new-variant.js';
import { News } from './news.js';
import { PaperSide } from './paper-side.js';
import type { View } from './paper-side.js';
import { entryWith, idsIn, inside, pathOf, textIn, wordsAt } from './places.js';
import { usePrinted } from './use-printed.js';
import { Propose } from './propose.js';
import { Questions } from './questions.js';
import { editsOf, isChanged } from './store.js';
import { useEditor } from './use-editor.js';
import type { Editor } from './use-editor.js';
import { VariantBar } from './variant-bar.js';
import { YamlTab } from './yaml-tab.js';

export interface RoleEditorProps {
  readonly role: OpenRole;
  readonly chapters: readonly Chapter[];
}

const usualLocale = ({ languages }: OpenRole): string => languages.find((one) => one === document.documentElement.lang) ?? languages[0] ?? 'en';

export function RoleEditor({ role, chapters }: RoleEditorProps): VNode {
  const [view, setView] = useState<View>({ locale: usualLocale(role), country: role.country, kind: undefined, form: undefined });
  const [here, setHere] = useState<string | null>(null);
  const [kinds, setKinds] = useState(role.kinds);
  const editor = useEditor(role, view);
  const { work, findings } = editor;
  const { data } = work;
  const readOnly = !role.own;
  const { variant } = editor;
  const [only, setOnly] = useState(false);
  const [proposing, setProposing] = useState(false);
  const [side, setSide] = useState<'form' | 'text'>('form');
  const [, drawAgain] = useState(0);
  /** Whoever leaves a text that cannot be read would leave what it says. */
  const turn = (to: typeof side): void =>
    void editor.typed().then((isRead) => {
      setSide(isRead ? to : 'text');
      // The browser has ticked the other one already.
      drawAgain((times) => times + 1);
      if (!isRead) focusOn('yaml-told');
    });
  const { locale } = view;

  useEffect(() => {
    if (view.country === role.country) setKinds(role.kinds);
    else
      get<OpenRole>(`roles/${encodeURIComponent(role.id)}`, { country: view.country })
        .then((answer) => setKinds(answer.kinds))
        .catch(() => undefined);
  }, [view.country]);

  const named = valueAt(data, ['posts']);
  const posts = useMemo(
    () => (isMap(named) ? Object.entries(named) : []).map(([id, one]) => ({ id, name: (isMap(one) ? textIn(one.title, locale) : '') || id })),
    [named, locale],
  );
  const why = valueAt(data, ['$variant', 'why']);
  const reasons = useMemo(() => (isMap(why) ? (why as Readonly<Record<string, string>>) : {}), [why]);
  const inherited = variant?.inherited ?? null;
  const printed = usePrinted(editor, view);
  const editing = useMemo<Editing>(
    () => ({
      ...{ locale, languages: role.languages, country: view.country, readOnly, posts, findings, inherited, reasons, printed },
      edit: editor.edit,
      now: () => editor.now().data,
      take: (finding) => take(finding, editor.now().data, editor),
      add: (list, field) => add(list, field, editor.now().data, role.languages, editor),
    }),
    // Other fields need not be drawn again for a keystroke in one.
    [locale, view.country, readOnly, posts, findings, inherited, reasons, printed],
  );
  useKeys(editor, readOnly, findings, setView, view);

  const title = textIn(valueAt(data, ['title']), locale) || role.id;
  const version = valueAt(data, ['version']);
  const pick = (id: string): void => {
    const place = entryWith(id, data);
    const target = place === null ? null : document.getElementById(idFor(place));
    target?.scrollIntoView({ block: 'center' });
    (target?.querySelector<HTMLElement>('textarea, input, select') ?? target)?.focus({ preventScroll: true });
  };
  return (
    <main id="main" class="page role" tabindex={-1}>
      <Head
        title={capital(title)}
        up={{ href: hrefTo('roles'), name: say('frame.roles') }}
        lead={
          <>
            {say('role.lead', { version: typeof version === 'string' ? version : '', path: role.path })} <Saving editor={editor} readOnly={readOnly} />
          </>
        }
      >
        <Acts editor={editor} role={role} onPropose={() => setProposing(true)} />
      </Head>
      {readOnly ? <Library role={role} /> : null}
      {variant ? <VariantBar role={role} variant={variant} data={data} only={only} onOnly={setOnly} /> : null}
      {editor.restored === null ? null : (
        <div class="finding news" role="status">
          <Icon name="info" />
          <div class="top">
            <p>
              <b>{say('draft.restored', { time: clock(new Date(editor.restored)) })}</b> {say('draft.restoredHint')}
            </p>
            <button type="button" class="button slim" onClick={editor.discard}>
              {say('draft.discard')}
            </button>
          </div>
        </div>
      )}
      {editor.state.is === 'failed' ? <Problems error={editor.state.error} /> : null}
      <div class="tabs sides" role="radiogroup" aria-label={say('yaml.choose')}>
        {(['form', 'text'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="side" checked={side === one} onChange={() => turn(one)} />
            {say(`yaml.as.${one}`)}
          </label>
        ))}
      </div>
      <nav class="tabs chapters" aria-label={say('role.chapters')}>
        <a class="phone" href="#paper" onClick={(event) => jump(event, 'paper')}>
          {say('paper.title')}
        </a>
        {side === 'text' || valueAt(data, ['questions']) === undefined ? null : (
          <a href="#c-questions" onClick={(event) => jump(event, 'c-questions')}>
            {say('questions.tab')}
          </a>
        )}
        {(side === 'text' ? [] : chapters).map((chapter) => {
          const own = findingsOf(chapter, findings);
          const worst = own.some(({ severity }) => severity === 'error') ? 'error' : own.length > 0 ? 'warn' : null;
          return (
            <a key={chapter.id} href={`#c-${chapter.id}`} onClick={(event) => jump(event, `c-${chapter.id}`)}>
              {chapter.title}
              {worst === null ? null : (
                <>
                  {' '}
                  <Icon name={worst} />
                  <span class="unseen">{say('finding.inChapter', { n: own.length })}</span>
                </>
              )}
            </a>
          );
        })}
      </nav>
      <div class="split">
        {side === 'text' ? <YamlTab id={role.id} path={role.path} editor={editor} readOnly={readOnly} /> : null}
        <EditingContext.Provider value={editing}>
          {side === 'text' ? null : <form
            class={`stack ${only ? 'only-differs' : ''}`}
            id="form"
            tabindex={-1}
            aria-label={say('role.form')}
            onSubmit={(event) => event.preventDefault()}
            onFocusIn={({ target }) => setHere(target instanceof Element ? entryOf(target) : null)}
          >
            {role.languages.length > 1 ? <p class="quiet small">{say('role.editing', { language: languageName(locale) })}</p> : null}
            <FindingList findings={findings} looking={editor.looking} chosen={locale} onLanguage={(tag) => setView({ ...view, locale: tag })} />
            {variant ? <News variant={variant} data={data} /> : null}
            <Questions questions={valueAt(data, ['questions']) ?? []} answers={valueAt(data, ['answers'])} />
            {chapters.map((chapter) => (
              <section class="sheet" key={chapter.id} aria-labelledby={`c-${chapter.id}`}>
                <header>
                  <h2 id={`c-${chapter.id}`} tabindex={-1}>
                    {chapter.title}
                  </h2>
                  <Count of={findingsOf(chapter, findings)} />
                </header>
                <div class="pad stack">
                  {chapter.fields.map((field) => (
                    <Control key={field.key} field={field} at={field.key} value={valueAt(data, [field.key])} quiet={chapter.fields.length === 1} />
                  ))}
                </div>
              </section>
            ))}
            <Kept data={data} chapters={chapters} />
          </form>}
        </EditingContext.Provider>
        <PaperSide role={{ ...role, kinds }} view={view} paper={editor.paper} stale={editor.stale} here={here} draft={() => ({ base: editor.now().base, edits: editsOf(editor.now()) })} onView={setView} onPick={pick} />
      </div>
      {readOnly ? null : <SaveBar editor={editor} />}
      {proposing ? <Propose role={role} editor={editor} onClose={() => setProposing(false)} /> : null}
      {editor.state.is === 'conflict' ? (
        <Conflicts
          conflicts={editor.state.conflicts}
          free={Math.max(0, work.steps.length - editor.state.conflicts.length)}
          locale={locale}
          onClose={editor.dismiss}
          onChosen={(theirs) => void editor.settle(theirs)}
        />
      ) : null}
    </main>
  );
}

function jump(event: Event, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'start' });
  (target?.matches('[tabindex]') ? target : target?.querySelector<HTMLElement>('[tabindex]'))?.focus({ preventScroll: true });
}

/** The id of the entry that holds an element. */
const entryOf = (element: Element): string | null => element.closest('[data-entry]')?.getAttribute('data-entry')?.split('/#').at(-1) ?? null;

const findingsOf = ({ fields }: Chapter, findings: readonly Placed[]): readonly Placed[] =>
  findings.filter(({ place }) => fields.some(({ key }) => place === key || place.startsWith(`${key}/`)));

function Count({ of }: { readonly of: readonly Placed[] }): VNode | null {
  if (of.length === 0) return null;
  const errors = of.filter(({ severity }) => severity === 'error').length;
  return (
    <Chip
      look={errors > 0 ? 'late' : 'outdated'}
      icon={errors > 0 ? 'error' : 'warn'}
      words={errors > 0 ? say('finding.errors', { n: errors }) : say('finding.warnings', { n: of.length })}
    />
  );
}

/** `quiet` where voices have heard it elsewhere. */
function Saving({ editor, readOnly, quiet = false }: { readonly editor: Editor; readonly readOnly: boolean; readonly quiet?: boolean }): VNode | null {
  const { state } = editor;
  if (readOnly) return null;
  const words =
    state.is === 'saved'
      ? state.at === null
        ? ''
        : say('save.saved', { time: clock(new Date(state.at)) })
      : state.is === 'saving'
        ? say('save.saving')
        : state.is === 'failed'
          ? say('save.failed')
          : say('save.typed');
  return (
    <span class="nowrap" {...(!quiet && { role: 'status' as const })}>
      {words}
    </span>
  );
}

function Acts({ editor, role, onPropose }: { readonly editor: Editor; readonly role: OpenRole; readonly onPropose: () => void }): VNode | null {
  const { work, state } = editor;
  const [beginning, setBeginning] = useState(false);
  const variantButton =
    role.extends === null ? (
      <button type="button" class="button" onClick={() => setBeginning(true)}>
        <Icon name="department" />
        {say('newVariant.open')}
      </button>
    ) : null;
  const dialog = beginning ? <NewVariant role={role.id} onClose={() => setBeginning(false)} /> : null;
  if (!role.own)
    return (
      <>
        {variantButton}
        {dialog}
      </>
    );
  const nothing = !isChanged(work) && editor.typing.is === 'idle';
  return (
    <>
      {variantButton}
      {dialog}
      <a class="button" href={hrefTo('roles', role.id, 'history')}>
        {say('history.open')}
      </a>
      <button type="button" class="button square" aria-disabled={!isChanged(work)} onClick={editor.undo}>
        <Icon name="back" />
        <span class="unseen">{say('act.undo')}</span>
      </button>
      <button type="button" class="button square" aria-disabled={work.undone.length === 0 && work.later === null} onClick={editor.redo}>
        <Icon name="again" />
        <span class="unseen">{say('act.redo')}</span>
      </button>
      <button type="button" class="button" aria-disabled={nothing} onClick={() => (nothing ? undefined : void editor.typed().then((isRead) => (isRead ? onPropose() : focusOn('yaml-told'))))}>
        <Icon name="proposals" />
        {say('propose.open')}
      </button>
      <button type="button" class="button primary" aria-disabled={state.is === 'saving' || nothing} onClick={() => (nothing ? undefined : void saved(editor))}>
        <Icon name="check" />
        {say('act.save')}
      </button>
    </>
  );
}

/** Within reach wherever in the form one is. It stays once something was changed: the button that is pressed does not go away. */
function SaveBar({ editor }: { readonly editor: Editor }): VNode | null {
  const { work, state } = editor;
  const nothing = !isChanged(work) && editor.typing.is === 'idle';
  if (nothing && state.is === 'saved' && state.at === null) return null;
  return (
    <div class="save-bar">
      <Saving editor={editor} readOnly={false} quiet />
      <button type="button" class="button primary" aria-disabled={state.is === 'saving' || nothing} onClick={() => (nothing ? undefined : void saved(editor))}>
        <Icon name="check" />
        {say('act.save')}
      </button>
    </div>
  );
}

/** Saves; what cannot be read is gone to. */
const saved = (editor: Editor): Promise<void> => editor.save().then(() => focusOn('yaml-told'));

/** A role of the library is read; whoever wants to change it takes it over. */
function Library({ role }: { readonly role: OpenRole }): VNode {
  const [error, setError] = useState<unknown>(null);
  const takeOver = (): void => {
    post(`roles/${encodeURIComponent(role.id)}/take`)
      .then(() => location.reload())
      .catch(setError);
  };
  return (
    <>
      <div class="finding news">
        <Icon name="info" />
        <div class="top">
          <p>
            <b>{say(role.extends === null ? 'library.title' : 'library.version')}</b> {say('library.lead')}
          </p>
          {role.extends === null ? (
            <button type="button" class="button slim" onClick={takeOver}>
              {say('library.take')}
            </button>
          ) : null}
        </div>
      </div>
      {error === null ? null : <Problems error={error} />}
    </>
  );
}

/** Parts of the role that the form does not have: they stay as they are in the file. */
function Kept({ data, chapters }: { readonly data: Value; readonly chapters: readonly Chapter[] }): VNode | null {
  const shown = new Set(['$schema', 'schema', 'id', 'version', 'languages', 'sources', 'questions', 'answers', '$variant', ...chapters.flatMap(({ fields }) => fields.map(({ key }) => key))]);
  const rest = isMap(data) ? Object.keys(data).filter((key) => !shown.has(key)) : [];
  if (rest.length === 0) return null;
  return <p class="quiet small">{say('form.kept', { n: rest.length })}</p>;
}

function take(finding: Placed, data: Value, editor: Editor): void {
  const { fix, place } = finding;
  const path = pathOf(place);
  const text = wordsAt(data, place, path.at(-1) ?? '');
  if (!fix || text === '') return;
  editor.edit({ do: 'set', at: path, value: text.slice(0, fix.start) + fix.text + text.slice(fix.end) });
  const field = document.getElementById(idFor(place)) ?? document.getElementById(idFor(path.slice(0, -1).join('/')));
  field?.focus();
}

function add(list: string, field: Field, data: Value, languages: readonly string[], editor: Editor): void {
  const ids = idsIn(data);
  const [only, ...others] = languages;
  const fresh: Value = others.length === 0 ? say(`fresh.${only}`) : Object.fromEntries(languages.map((tag) => [tag, say(`fresh.${tag}`)]));
  const posts = valueAt(data, ['posts']);
  for (let number = 1; ; number += 1) {
    const id = `new-${number}`;
    if (ids.has(id) || (isMap(posts) && Object.hasOwn(posts, id))) continue;
    const wordy = Object.fromEntries(field.fields.filter((one) => one.kind === 'text' && one.required).map((one) => [one.key, fresh]));
    if (field.kind === 'map') editor.edit({ do: 'set', at: [list, id], value: wordy });
    else editor.edit({ do: 'add', at: pathOf(list), value: { id, ...(field.start as Record<string, Value>), ...wordy }, before: null });
    const main = mainOf(field.fields);
    const place = field.kind === 'map' ? `${list}/${id}/title` : inside(`${list}/#${id}`, main?.key ?? '');
    requestAnimationFrame(() => {
      const control = document.getElementById(idFor(place));
      control?.focus();
      if (control instanceof HTMLTextAreaElement) control.select();
    });
    return;
  }
}

function useKeys(editor: Editor, readOnly: boolean, findings: readonly Placed[], setView: (view: View) => void, view: View): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (control && key === 's') {
        event.preventDefault();
        // What counts is what there is now: the screen may not yet show what was typed a moment ago.
        if (!readOnly) void saved(editor);
        return;
      }
      if (!keysOn() || document.querySelector('dialog[open]')) return;
      // The editor of texts has steps of its own.
      const [inner] = event.composedPath();
      const isText = inner instanceof HTMLElement && inner.isContentEditable;
      if (control && (key === 'z' || key === 'я') && !readOnly && !isText) {
        event.preventDefault();
        if (event.shiftKey) editor.redo();
        else editor.undo();
      } else if (event.key === 'F8') {
        event.preventDefault();
        goToFinding(findings, event.shiftKey ? -1 : 1, view.locale, (locale) => setView({ ...view, locale }));
      } else if (control && event.key === 'Enter') {
        const field = document.activeElement?.closest('.field, li');
        field?.querySelector<HTMLButtonElement>('[data-fix]')?.click();
      } else if (event.altKey && (key === 'p' || key === 'з')) {
        event.preventDefault();
        const pane = document.querySelector<HTMLElement>('.pane');
        if (document.activeElement === pane) document.getElementById('form')?.querySelector<HTMLElement>('textarea, input, select')?.focus();
        else pane?.focus();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

