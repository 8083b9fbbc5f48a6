/** A run of issuing: how far it is, what failed and why; it can be stopped and gone on with, and its papers taken along. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, post, Refused } from '../api.js';
import { Download } from '../parts/download.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { ToldList } from '../parts/told-list.js';
import { hrefTo } from '../route.js';
import { say } from '../words.js';
import type { RunAnswer } from './types.js';

/** Milliseconds between looks. */
const pace = 600;

export function RunScreen({ id }: { readonly id: string }): VNode {
  const [run, setRun] = useState<RunAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const path = `hr/issue/runs/${encodeURIComponent(id)}`;
  const state = run?.state;
  const isGoing = state === undefined || state === 'running' || state === 'stopping' || state === 'asking';
  useEffect(() => {
    if (!isGoing) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = (): void => {
      get<RunAnswer>(path)
        .then((found) => {
          if (isOver) return;
          setRun(found);
          setError(null);
          timer = setTimeout(look, pace);
        })
        .catch((wrong: unknown) => {
          if (isOver) return;
          setError(wrong);
          // What was refused will be refused again; a server that is away may come back.
          if (!(wrong instanceof Refused)) timer = setTimeout(look, pace);
        });
    };
    look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isGoing, path]);
  const tell = (what: 'stop' | 'go-on') => (): void => {
    void post<RunAnswer>(`${path}/${what}`).then(setRun).catch(setError);
  };
  const done = run?.done ?? [];
  const count = (outcome: string): number => done.filter((one) => one.outcome === outcome).length;
  const failed = done.filter(({ outcome }) => outcome === 'failed');
  const good = done.filter(({ document }) => document !== null);
  const up = { href: hrefTo('issue'), name: say('frame.issue') };
  return (
    <main id="main" class="page text" tabindex={-1}>
      <Head title={state === 'done' ? say('run.titleDone', { n: good.length }) : say('run.title')} up={up} lead={run ? say(`run.lead.${run.state}`, { requested: run.requested }) : undefined}>
        {state === 'done' || state === 'stopped' ? (
          <Download path={`${path}/archive`} look="primary" words={say('run.zip')} onError={setError} />
        ) : null}
      </Head>
      {error === null ? null : <Problems error={error} />}
      {run ? (
        <section class="sheet" aria-labelledby="run-h">
          <header>
            <h2 id="run-h">{say('run.papers')}</h2>
          </header>
          <div class="pad stack">
            <div class="progress">
              <label for="run">{say('run.progress')}</label>
              <span>{say('run.of', { n: done.length, all: run.all })}</span>
              <progress id="run" value={done.length} max={run.all} />
            </div>
            <p class="unseen" role="status">
              {isGoing ? '' : say(`run.lead.${run.state}`, { requested: run.requested })}
            </p>
            <ToldList told={run.told} />
            <dl class="facts">
              <div>
                <dt>{say('run.issued')}</dt>
                <dd>{count('issued') + count('finished')}</dd>
              </div>
              {count('unchanged') > 0 ? (
                <div>
                  <dt>{say('run.unchanged')}</dt>
                  <dd>{count('unchanged')}</dd>
                </div>
              ) : null}
              {failed.length > 0 ? (
                <div>
                  <dt>{say('run.failed')}</dt>
                  <dd>{failed.length}</dd>
                </div>
              ) : null}
              {run.ask && state === 'done' ? (
                <div>
                  <dt>{say('run.requested')}</dt>
                  <dd>{run.requested}</dd>
                </div>
              ) : null}
              <div>
                <dt>{say('run.folder')}</dt>
                <dd>
                  <span class="hash">{run.folder}</span>
                </dd>
              </div>
            </dl>
            <div class="acts">
              {/* One button, so that the focus stays where it is. */}
              {state !== 'asking' && (state !== 'done' || failed.length > 0) ? (
                <button type="button" class="button" aria-disabled={state === 'stopping'} onClick={tell(state === 'running' ? 'stop' : 'go-on')}>
                  {say(state === 'running' || state === 'stopping' ? 'run.stop' : 'run.goOn')}
                </button>
              ) : null}
              {state === 'done' ? (
                <a class="button" href={hrefTo('register')}>
                  {say('run.toRegister')}
                </a>
              ) : null}
            </div>
          </div>
          {failed.length > 0 ? (
            <div class="pad stack tight">
              <h3>{say('run.failedList')}</h3>
              {failed.map(({ stem, paper, told }) => (
                <div key={stem}>
                  <p>
                    <b>{paper ? `${paper.kindName}: ${paper.post}` : stem}</b>
                  </p>
                  <ToldList told={told} />
                </div>
              ))}
            </div>
          ) : null}
          {good.length > 0 ? (
            <details>
              <summary class="pad">{say('run.list', { n: good.length })}</summary>
              <ul class="rows files">
                {good.map(({ stem, paper, number, files, outcome }) => (
                  <li key={stem}>
                    <Icon name="file" />
                    <div>
                      <p class="what">{paper ? `${paper.kindName} ${number}: ${[paper.post, paper.person].filter(Boolean).join(', ')}` : number}</p>
                      <p>{files.join(', ')}</p>
                    </div>
                    <span class="quiet small">{say(`run.outcome.${outcome}`)}</span>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </section>
      ) : null}
    </main>
  );
}
