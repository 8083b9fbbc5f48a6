/** Posts, departments and superiors of the organisation, each a list that can be added to. */
import type { VNode } from 'preact';
import { Line, Pick, Tick } from '../parts/fields.js';
import { focusOn } from '../parts/focus.js';
import { Icon } from '../parts/icon.js';
import type { Choice } from '../types.js';
import { capital, language, languageName, say } from '../words.js';
import type { DepartmentForm, EmployerForm, EmployerShown, PostForm, Wordings } from './types.js';

const nameParts = ['last', 'particle', 'first', 'middle'] as const;

interface Parts {
  readonly form: EmployerForm;
  wrong(place: string): readonly string[];
  change(part: Partial<EmployerForm>): void;
}

/** In the language of the reader, or whatever there is. */
const worded = (text: Wordings, languages: readonly (keyof Wordings)[]): string =>
  [text[language()], ...languages.map((tag) => text[tag])].find((words) => words !== undefined && words.trim() !== '') ?? '';

export const titleOf = ({ id, title, holder, isNew }: PostForm, languages: readonly (keyof Wordings)[]): string => {
  const words = worded(title, languages) || (isNew ? say('employer.newPost') : id);
  const holds = [holder.first, holder.particle, holder.last].filter((part) => part !== '').join(' ');
  return holds === '' ? capital(words) : `${capital(words)} – ${holds}`;
};

interface WordsProps {
  readonly label: string;
  readonly help?: string;
  readonly of: Wordings;
  readonly languages: EmployerForm['languages'];
  readonly required?: boolean;
  readonly id?: string;
  /** Of a language; null for a text that has one. */
  wrong(tag: string | null): readonly string[];
  onWords(words: Wordings): void;
}

/** One text in each language of the papers. */
export function Words({ label, help, of, languages, required = false, id, wrong, onWords }: WordsProps): VNode {
  const [only, ...more] = languages;
  const line = (tag: EmployerForm['languages'][number], name: string, at: number): VNode => (
    <Line key={tag} label={name} lang={tag} {...(at === 0 && id !== undefined && { id })} {...(at === 0 && help !== undefined && { help })} value={of[tag] ?? ''} most={2000} required={required} wrong={languages.length === 1 ? wrong(null) : wrong(tag)} onInput={(words) => onWords({ ...of, [tag]: words })} />
  );
  if (only !== undefined && more.length === 0) return line(only, label, 0);
  return <div class="grid even">{languages.map((tag, at) => line(tag, `${label} (${languageName(tag)})`, at))}</div>;
}

const freshId = (of: readonly { readonly id: string }[]): string => {
  let number = 1;
  while (of.some(({ id }) => id === `new-${number}`)) number += 1;
  return `new-${number}`;
};

export function PostList({ form, shown, wrong, change }: Parts & { readonly shown: EmployerShown }): VNode {
  const { posts, languages } = form;
  const put = (id: string, part: Partial<PostForm>): void => change({ posts: posts.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  const add = (title: Wordings = {}): void => {
    const id = freshId(posts);
    change({ posts: [...posts, { id, title, holder: { last: '', particle: '', first: '', middle: '' }, gender: '', acting: false, isNew: true }] });
    focusOn(worded(title, languages) === '' ? `post-${id}` : `last-${id}`);
  };
  const added = new Set(posts.map(({ title }) => worded(title, languages).toLowerCase()));
  const lacking = shown.lacking.filter(({ title }) => !added.has(worded(title, languages).toLowerCase()));
  const above = lacking.filter(({ isSuperior }) => isSuperior);
  const others = lacking.filter(({ isSuperior }) => !isSuperior);
  return (
    <section class="sheet" aria-labelledby="posts-h">
      <header>
        <h2 id="posts-h" tabindex={-1}>
          {say('employer.posts')}
        </h2>
      </header>
      <div class="pad stack">
        <p class="quiet">{say('employer.postsLead')}</p>
        {above.length === 0 ? null : (
          <div class="finding">
            <Icon name="warn" />
            <div>
              <p>
                <b>{say('employer.lackingAbove')}</b>
              </p>
              <ul class="stack tight">
                {above.map((one) => (
                  <li key={one.id}>
                    {say('employer.lackingOf', { title: capital(worded(one.title, languages)), roles: one.roles.join(', ') })}{' '}
                    <button type="button" class="button slim" onClick={() => add(one.title)}>
                      <Icon name="plus" />
                      {say('employer.addPost', { title: worded(one.title, languages) })}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {posts.map((one) => {
          const isSpelt = shown.spelt.includes(one.id);
          return (
            <fieldset key={one.id} class="field group">
              <legend>{titleOf(one, languages)}</legend>
              <Words id={`post-${one.id}`} label={say('employer.title')} of={one.title} languages={languages} wrong={(tag) => wrong(tag === null ? `posts/${one.id}/title` : `posts/${one.id}/title/${tag}`)} onWords={(title) => put(one.id, { title })} />
              {isSpelt ? (
                <p class="quiet">{say('employer.spelt', { name: [one.holder.first, one.holder.last].join(' ') })}</p>
              ) : (
                <div class="grid even">
                  {nameParts.map((part) => (
                    <Line key={part} {...(part === 'last' && { id: `last-${one.id}` })} label={say(`employer.holder.${part}`)} value={one.holder[part]} most={100} wrong={wrong(`posts/${one.id}/holder/${part}`)} onInput={(words) => put(one.id, { holder: { ...one.holder, [part]: words } })} />
                  ))}
                </div>
              )}
              <div class="grid even">
                <Pick label={say('employer.gender')} value={one.gender} choices={(['male', 'female'] as const).map((id) => ({ id, name: say(`employer.genders.${id}`) }))} none={say('employer.genders.none')} onPick={(gender) => put(one.id, { gender: gender as PostForm['gender'] })} />
                <Tick label={say('employer.acting')} on={one.acting} onTick={(acting) => put(one.id, { acting })} />
              </div>
              <div class="acts">
                <button
                  type="button"
                  class="button plain"
                  onClick={() => {
                    change({ posts: posts.filter(({ id }) => id !== one.id) });
                    focusOn('posts-h');
                  }}
                >
                  <Icon name="minus" />
                  {say('employer.remove', { name: titleOf(one, languages) })}
                </button>
              </div>
            </fieldset>
          );
        })}
        <div class="acts">
          <button type="button" class="button" onClick={() => add()}>
            <Icon name="plus" />
            {say('employer.add.post')}
          </button>
        </div>
        {others.length === 0 ? null : (
          <details>
            <summary>{say('employer.lackingOthers', { n: others.length })}</summary>
            <p class="quiet">{say('employer.lackingOthersHint')}</p>
            <div class="acts">
              {others.map((one) => (
                <button key={one.id} type="button" class="button slim" onClick={() => add(one.title)}>
                  <Icon name="plus" />
                  {say('employer.addPost', { title: worded(one.title, languages) })}
                </button>
              ))}
            </div>
          </details>
        )}
      </div>
    </section>
  );
}

interface WithPosts extends Parts {
  readonly posts: readonly Choice[];
}

export function DepartmentList({ form, posts, wrong, change }: WithPosts): VNode {
  const { departments, languages } = form;
  const put = (id: string, part: Partial<DepartmentForm>): void => change({ departments: departments.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <section class="sheet" aria-labelledby="departments-h">
      <header>
        <h2 id="departments-h" tabindex={-1}>
          {say('employer.departments')}
        </h2>
      </header>
      <div class="pad stack">
        <p class="quiet">{say('employer.departmentsLead')}</p>
        {departments.map((one) => {
          const name = worded(one.name, languages) || say('employer.newDepartment');
          return (
            <fieldset key={one.id} class="field group">
              <legend>{capital(name)}</legend>
              <Words id={`department-${one.id}`} label={say('employer.departmentName')} of={one.name} languages={languages} required wrong={(tag) => wrong(tag === null ? `departments/${one.id}/name` : `departments/${one.id}/name/${tag}`)} onWords={(words) => put(one.id, { name: words })} />
              <div class="grid even">
                <Pick label={say('employer.head')} value={one.head} choices={posts} none={say('employer.nobody')} wrong={wrong(`departments/${one.id}/head`)} onPick={(head) => put(one.id, { head })} />
              </div>
              <div class="acts">
                <button
                  type="button"
                  class="button plain"
                  onClick={() => {
                    change({ departments: departments.filter(({ id }) => id !== one.id) });
                    focusOn('departments-h');
                  }}
                >
                  <Icon name="minus" />
                  {say('employer.remove', { name })}
                </button>
              </div>
            </fieldset>
          );
        })}
        <div class="acts">
          <button
            type="button"
            class="button"
            onClick={() => {
              const id = freshId(departments);
              change({ departments: [...departments, { id, name: {}, head: '', isNew: true }] });
              focusOn(`department-${id}`);
            }}
          >
            <Icon name="plus" />
            {say('employer.add.department')}
          </button>
        </div>
      </div>
    </section>
  );
}

/** Where the direct superior of a post is another than the head of the department. */
export function SuperiorList({ form, posts, roles, wrong, change }: WithPosts & { readonly roles: readonly Choice[] }): VNode {
  const { superiors } = form;
  const free = roles.filter(({ id }) => !superiors.some((one) => one.role === id));
  const [next] = free;
  return (
    <section class="sheet" aria-labelledby="superiors-h">
      <header>
        <h2 id="superiors-h" tabindex={-1}>
          {say('employer.superiors')}
        </h2>
      </header>
      <div class="pad stack">
        <p class="quiet">{say('employer.superiorsLead')}</p>
        {superiors.map((one) => {
          const own = roles.find(({ id }) => id === one.role) ?? { id: one.role, name: one.role };
          return (
            <fieldset key={one.role} class="field group">
              <legend>{capital(own.name)}</legend>
              <div class="grid even">
                <Pick label={say('employer.ofRole')} value={one.role} choices={[own, ...free]} wrong={wrong(`superiors/${one.role}`)} onPick={(role) => change({ superiors: superiors.map((other) => (other === one ? { ...other, role } : other)) })} />
                <Pick id={`superior-${one.role}`} label={say('employer.superior')} value={one.post} choices={posts} none={say('employer.nobody')} onPick={(id) => change({ superiors: superiors.map((other) => (other === one ? { ...other, post: id } : other)) })} />
              </div>
              <div class="acts">
                <button
                  type="button"
                  class="button plain"
                  onClick={() => {
                    change({ superiors: superiors.filter((other) => other !== one) });
                    focusOn('superiors-h');
                  }}
                >
                  <Icon name="minus" />
                  {say('employer.remove', { name: own.name })}
                </button>
              </div>
            </fieldset>
          );
        })}
        {next === undefined ? null : (
          <div class="acts">
            <button
              type="button"
              class="button"
              onClick={() => {
                change({ superiors: [...superiors, { role: next.id, post: '' }] });
                focusOn(`superior-${next.id}`);
              }}
            >
              <Icon name="plus" />
              {say('employer.add.superior')}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
