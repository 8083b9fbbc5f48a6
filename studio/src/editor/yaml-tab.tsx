/** The file of the role as text, in step with the form. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { post } from '../api.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import type { Value } from '../types.js';
import { say } from '../words.js';
import type { YamlEditor } from '../yaml/open-yaml.js';
import { saysAll } from './store.js';
import type { Editor } from './use-editor.js';

/** What the library says in English, and where it stands among our words. */
const phrases: Readonly<Record<string, string>> = {
  Find: 'find',
  Replace: 'replaceWith',
  next: 'next',
  previous: 'previous',
  all: 'all',
  'match case': 'case',
  regexp: 'pattern',
  'by word': 'word',
  replace: 'replace',
  'replace all': 'replaceAll',
  close: 'close',
  'current match': 'current',
  'on line': 'line',
  'replaced match on line $': 'replaced',
  'replaced $ matches': 'replacedAll',
  'Go to line': 'toLine',
  go: 'go',
};

export function YamlTab({ id, path, editor, readOnly }: { readonly id: string; readonly path: string; readonly editor: Editor; readonly readOnly: boolean }): VNode {
  const host = useRef<HTMLDivElement>(null);
  const opened = useRef<YamlEditor | null>(null);
  /** The data that the text says, and the text that was typed last. */
  const said = useRef<{ data: Value | null; text: string | null }>({ data: null, text: null });
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { work, typing } = editor;

  useEffect(() => {
    if (typing.is !== 'idle') return undefined;
    if (work.typed && saysAll(work) && work.typed.text === said.current.text) said.current.data = work.data;
    if (said.current.data === work.data) return undefined;
    const stop = new AbortController();
    Promise.all([post<{ readonly text: string }>(`roles/${encodeURIComponent(id)}/text`, editor.draft(), { signal: stop.signal }), import('../yaml/open-yaml.js')])
      .then(([{ text }, { openYaml }]) => {
        if (stop.signal.aborted || !host.current) return;
        said.current = { data: work.data, text };
        setError(null);
        setReady(true);
        if (opened.current) opened.current.show(text);
        else
          opened.current = openYaml(host.current, {
            ...{ text, readOnly, label: say('yaml.label', { path }) },
            phrases: Object.fromEntries(Object.entries(phrases).map(([words, key]) => [words, say(`yaml.search.${key}`)])),
            onText(typed) {
              said.current = { data: null, text: typed };
              editor.type(typed);
            },
          });
      })
      .catch((wrong: unknown) => {
        if (!stop.signal.aborted) setError(wrong);
      });
    return () => stop.abort();
  }, [work, typing.is]);
  useEffect(() => () => opened.current?.close(), []);
  useEffect(() => opened.current?.tell(typing.told.map(({ line, column, message }) => ({ line, column, message }))), [typing.told]);

  return (
    <section class="sheet yaml" id="form" tabindex={-1} aria-label={say('yaml.tab')} aria-busy={!ready && error === null}>
      <p class="pad quiet small">{say(readOnly ? 'yaml.readHint' : 'yaml.hint', { path })}</p>
      {error === null ? null : <Problems error={error} />}
      {ready || error !== null ? null : <p class="pad quiet">{say('wait.text')}</p>}
      <div class="yaml-host" ref={host} />
      <div role="status">
        {typing.told.length === 0 ? null : (
          <div class="finding error" id="yaml-told" tabindex={-1}>
            <Icon name="error" />
            <div>
              <p>
                <b>{say('yaml.wrong')}</b> {say('yaml.wrongHint')}
              </p>
              <ul class="plain">
                {typing.told.map((one, at) => (
                  <li key={at}>
                    <button type="button" class="button slim" onClick={() => opened.current?.goTo(one)}>
                      {say('yaml.atLine', { line: one.line })}
                    </button>{' '}
                    {one.message} {one.hint ?? ''}
                  </li>
                ))}
              </ul>
              <div class="acts">
                <button type="button" class="button slim" onClick={editor.dropTyped}>
                  {say('yaml.back')}
                </button>
              </div>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
