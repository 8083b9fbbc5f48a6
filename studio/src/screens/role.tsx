/** A role: the form on the left, the paper on the right. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.js';
import { RoleEditor } from '../editor/editor.js';
import { Head } from '../parts/head.js';
import { Problems } from '../parts/problems.js';
import { hrefTo } from '../route.js';
import type { Chapter, OpenRole } from '../types.js';
import { say } from '../words.js';

export function RoleScreen({ id }: { readonly id: string }): VNode {
  const [opened, setOpened] = useState<{ readonly role: OpenRole; readonly chapters: readonly Chapter[] } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    setOpened(null);
    setError(null);
    Promise.all([get<OpenRole>(`roles/${encodeURIComponent(id)}`, {}, stop.signal), get<readonly Chapter[]>('form', {}, stop.signal)])
      .then(([role, chapters]) => setOpened({ role, chapters }))
      .catch((wrong: unknown) => {
        if (!stop.signal.aborted) setError(wrong);
      });
    return () => stop.abort();
  }, [id]);
  if (opened) return <RoleEditor key={opened.role.base} {...opened} />;
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={error === null}>
      <Head title={say('role.form')} up={{ href: hrefTo('roles'), name: say('frame.roles') }} />
      {error === null ? <p class="quiet">{say('wait.role')}</p> : <Problems error={error} />}
    </main>
  );
}
