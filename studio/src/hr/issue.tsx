/** Issuing: whom, what, each paper before it is issued, and the run. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { post } from '../api.js';
import { Empty } from '../parts/empty.js';
import { Line, Pick, Tick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { ToldList } from '../parts/told-list.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo } from '../route.js';
import { languageName, say } from '../words.js';
import { chosen } from './chosen.js';
import type { Chosen } from './chosen.js';
import { IssuePapers } from './issue-papers.js';
import { PeoplePicker } from './people-picker.js';
import type { AskedIssue, IssueFacts, PeoplePage, PlanAnswer, RunAnswer } from './types.js';

type Who = AskedIssue['who'];

/** Milliseconds after the last choice before the papers are looked up. */
const calm = 250;

export function IssueScreen({ of }: { readonly of: string | undefined }): VNode {
  const { answer: facts, error } = useAnswer<IssueFacts>('hr/issue');
  const { answer: people } = useAnswer<PeoplePage>('hr/people', { limit: '1' });
  if (facts === null || people === null)
    return (
      <main id="main" class="page" tabindex={-1} aria-busy={error === null}>
        <Head title={say('issue.title')} />
        {error === null ? null : <Problems error={error} />}
      </main>
    );
  if (people.all === 0)
    return (
      <main id="main" class="page" tabindex={-1}>
        <Head title={say('issue.title')} />
        <section class="sheet">
          <Empty icon="people" title={say('people.none')} words={say('issue.nobody')}>
            <a class="button primary" href={hrefTo('people', 'list')}>
              {say('people.bring')}
            </a>
          </Empty>
        </section>
      </main>
    );
  return <Issuing key={of} {...{ facts, people, of }} />;
}

/** How much there is to issue, and how much of it has not been looked at. */
function leadOf(plan: PlanAnswer | null, papers: number, same: number, isBusy: boolean): string {
  if (plan === null) return say(isBusy ? 'looking.plan' : 'issue.lead');
  const sum = say('issue.plan', { papers, people: plan.people, same });
  return plan.left === 0 ? sum : `${sum} ${say('today.stillLooking', { n: plan.left })}`;
}

function Issuing({ facts, people, of }: { readonly facts: IssueFacts; readonly people: PeoplePage; readonly of: string | undefined }): VNode {
  const [who, setWho] = useState<Who>(of === 'people' && chosen().length > 0 ? 'people' : 'everybody');
  const [department, setDepartment] = useState(people.departments[0]?.id ?? '');
  const [role, setRole] = useState(people.roles[0]?.id ?? '');
  const [persons, setPersons] = useState<readonly Chosen[]>(of === 'people' ? chosen() : []);
  const [kinds, setKinds] = useState<readonly string[]>(() => facts.kinds.filter(({ usual }) => usual).map(({ id }) => id));
  const [languages, setLanguages] = useState<string>('');
  const [form, setForm] = useState<'' | 'brief' | 'full'>('');
  const [formats, setFormats] = useState<readonly ('pdf' | 'docx')[]>(['pdf', 'docx']);
  const [on, setOn] = useState(facts.today);
  const [ask, setAsk] = useState(true);
  const [due, setDue] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [plan, setPlan] = useState<PlanAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [starting, setStarting] = useState(false);
  const isWhole = kinds.length > 0 && formats.length > 0 && on !== '' && (who !== 'people' || persons.length > 0);
  const asked = useMemo<AskedIssue>(
    () => ({
      ...{ who, kinds, formats, on, languages: languages === '' ? [] : ([languages] as AskedIssue['languages']) },
      ...(who === 'department' && { department }),
      ...(who === 'role' && { role }),
      ...(who === 'people' && { people: persons.map(({ id }) => id) }),
      ...(form !== '' && { form }),
    }),
    [who, department, role, persons, kinds, languages, form, formats, on],
  );
  useEffect(() => {
    if (!isWhole) {
      setPlan(null);
      setError(null);
      return undefined;
    }
    let isOver = false;
    setBusy(true);
    // More is known with each answer, until all posts have been looked at.
    const look = async (): Promise<void> => {
      try {
        for (let left = 1; left > 0 && !isOver; ) {
          const found = await post<PlanAnswer>('hr/issue/plan', asked);
          if (isOver) return;
          setPlan(found);
          setError(null);
          ({ left } = found);
        }
      } catch (wrong) {
        if (isOver) return;
        setPlan(null);
        setError(wrong);
      }
      if (!isOver) setBusy(false);
    };
    const timer = setTimeout(() => {
      void look();
    }, calm);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [asked, isWhole]);
  // What is begun under a name comes back under it: other choices are another run.
  const run = useMemo(() => crypto.randomUUID(), [asked, left, ask, due]);
  const wanted = (plan?.papers ?? []).filter(({ stem, outcome }) => outcome !== 'same' && !left.has(stem));
  const isReady = wanted.length > 0 && !busy && !starting;
  const begin = (): void => {
    if (!isReady) return;
    setStarting(true);
    post<RunAnswer>('hr/issue/runs', { run, asked, stems: wanted.map(({ stem }) => stem), ask, ...(ask && due !== '' && { due }) })
      .then(({ id }) => goTo('issue', 'run', id))
      .catch((wrong: unknown) => {
        setError(wrong);
        setStarting(false);
      });
  };
  const toggle = <T,>(list: readonly T[], one: T, isOn: boolean): readonly T[] => (isOn ? [...list, one] : list.filter((other) => other !== one));
  const same = (plan?.papers ?? []).filter(({ outcome }) => outcome === 'same').length;
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={busy}>
      <Head title={say('issue.title')} lead={leadOf(plan, wanted.length, same, isWhole && busy)}>
        <button type="button" class="button primary" aria-disabled={!isReady} aria-busy={starting} onClick={begin}>
          <Icon name="issue" />
          {say('issue.go', { n: wanted.length })}
        </button>
      </Head>
      {facts.run === null ? null : (
        <div class="finding news wide">
          <Icon name="info" />
          <div class="top">
            <p>{say('issue.running')}</p>
            <a class="button slim" href={hrefTo('issue', 'run', facts.run)}>
              {say('issue.showRun')}
            </a>
          </div>
        </div>
      )}
      <section class="sheet" aria-labelledby="who-h">
        <header>
          <h2 id="who-h">{say('issue.who')}</h2>
        </header>
        <div class="pad stack">
          <div class="tabs" role="radiogroup" aria-labelledby="who-h">
            {(['everybody', 'department', 'role', 'people'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="who" checked={who === one} onChange={() => setWho(one)} />
                {say(`issue.whom.${one}`)}
              </label>
            ))}
          </div>
          {who === 'everybody' ? <p class="quiet">{say('issue.everybodyHint')}</p> : null}
          <div class="grid few">
            {who === 'department' ? <Pick label={say('columns.department')} value={department} choices={people.departments} onPick={setDepartment} /> : null}
            {who === 'role' ? <Pick label={say('columns.post')} value={role} choices={people.roles} onPick={setRole} /> : null}
          </div>
          {who === 'people' ? <PeoplePicker people={persons} onPick={setPersons} /> : null}
        </div>
      </section>
      <section class="sheet" aria-labelledby="what-h">
        <header>
          <h2 id="what-h">{say('issue.what')}</h2>
        </header>
        <div class="pad two-even">
          <fieldset class="field">
            <legend>{say('issue.kinds')}</legend>
            {facts.kinds.map((kind) => (
              <Tick
                key={kind.id}
                label={kind.name}
                help={say(kind.for === 'post' ? (kind.acknowledged ? 'issue.forPostSigned' : 'issue.forPost') : kind.acknowledged ? 'issue.forPersonSigned' : 'issue.forPerson')}
                on={kinds.includes(kind.id)}
                onTick={(isOn) => setKinds((before) => toggle(before, kind.id, isOn))}
              />
            ))}
          </fieldset>
          <div class="stack tight">
            <div class="grid few">
              <Line label={say('issue.on')} help={say('issue.onHint')} type="date" value={on} required onInput={setOn} />
              <Pick
                label={say('issue.language')}
                value={languages}
                choices={facts.languages.map((id) => ({ id, name: languageName(id) }))}
                none={say('issue.theirs')}
                onPick={setLanguages}
              />
              <Pick
                label={say('paper.form')}
                value={form}
                choices={(['brief', 'full'] as const).map((id) => ({ id, name: say(`paper.${id}`) }))}
                none={say('issue.asFirm')}
                onPick={(value) => setForm(value as typeof form)}
              />
            </div>
            <fieldset class="field">
              <legend>{say('issue.formats')}</legend>
              <div class="acts">
                {(['pdf', 'docx'] as const).map((one) => (
                  <Tick key={one} label={say(`formats.${one}`)} on={formats.includes(one)} onTick={(isOn) => setFormats((before) => toggle(before, one, isOn))} />
                ))}
              </div>
            </fieldset>
            <fieldset class="field">
              <legend>{say('issue.afterwards')}</legend>
              <Tick label={say('issue.ask')} help={say('issue.askHint')} on={ask} onTick={setAsk} />
              {ask ? (
                <div class="grid few">
                  <Line label={say('issue.due')} help={say('issue.dueHint')} type="date" value={due} min={on} onInput={setDue} />
                </div>
              ) : null}
            </fieldset>
            <p class="quiet small">{say('issue.folder', { folder: facts.folder })}</p>
          </div>
        </div>
      </section>
      {error === null ? null : <Problems error={error} />}
      {plan === null ? null : (
        <>
          {plan.told.length === 0 ? null : (
            <details class="sheet">
              <summary class="pad">
                <Icon name="warn" />
                {say('issue.told', { n: plan.told.length })}
              </summary>
              <div class="pad">
                <ToldList told={plan.told} />
              </div>
            </details>
          )}
          <IssuePapers
            {...{ plan, asked, left, busy }}
            onLeave={(stem, isLeft) =>
              setLeft((before) => {
                const next = new Set(before);
                if (isLeft) next.add(stem);
                else next.delete(stem);
                return next;
              })
            }
          />
        </>
      )}
      <p class="unseen" role="status">
        {plan === null || busy ? '' : say('issue.plan', { papers: wanted.length, people: plan.people, same })}
      </p>
    </main>
  );
}
