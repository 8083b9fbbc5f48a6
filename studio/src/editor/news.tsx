/** What has become of the role that a variant builds on, since somebody last looked: to accept or decline entry by entry. */
import type { VNode } from 'preact';
import { isMap, valueAt, wordsOf } from '../../../server/src/studio/edits.js';
import type { Edit, OpenVariant, Value } from '../types.js';
import { Icon } from '../parts/icon.js';
import { say } from '../words.js';
import { useEditing } from './context.js';
import { asInRole } from './differences.js';
import { idFor } from './finding.js';
import { entryWith, pathOf, textIn } from './places.js';

type NewsItem = OpenVariant['news']['items'][number];

const seen = (id: string): Edit => ({ do: 'set', at: ['$variant', 'seen', id], value: true });

export function News({ variant, data }: { readonly variant: OpenVariant; readonly data: Value }): VNode | null {
  const { edit, readOnly } = useEditing();
  const { news, lost } = variant;
  const looked = valueAt(data, ['$variant', 'seen']);
  const isSeen = (id: string): boolean => isMap(looked) && looked[id] === true;
  const waiting = news.items.filter(({ id }) => !isSeen(id));
  const isMoved = news.version !== news.recorded && news.items.length === 0 && !isSeen('*');
  if (readOnly || (waiting.length === 0 && !isMoved && lost.length === 0)) return null;
  const allSeen = (): void => {
    for (const { id } of waiting) edit(seen(id));
    if (waiting.length === 0) edit(seen('*'));
    document.getElementById('form')?.focus();
  };
  return (
    <section class="sheet news-list" aria-labelledby="news-title">
      <header>
        <h2 id="news-title" tabindex={-1}>
          {say('news.title', { base: variant.baseTitle })}
        </h2>
        <span class="quiet small">{news.version === news.recorded ? say('news.sameVersion', { version: news.version }) : say('news.versions', { recorded: news.recorded, version: news.version })}</span>
      </header>
      <div class="pad stack">
        <p class="help">{say(waiting.length > 0 ? 'news.lead' : 'news.nothing')}</p>
        {lost.length === 0 ? null : (
          <div class="finding">
            <Icon name="warn" />
            <div>
              <p>
                <b>{say('news.lost', { n: lost.length })}</b> {say('news.lostHint')}
              </p>
              <ul>
                {lost.map(({ verb, subject }, at) => (
                  <li key={at}>
                    <code>
                      {verb}: {subject}
                    </code>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {waiting.length === 0 ? null : (
          <ul class="rows news-rows">
            {waiting.map((item) => (
              <Item key={item.id} item={item} variant={variant} data={data} />
            ))}
          </ul>
        )}
        <div class="acts">
          <button type="button" class="button" onClick={allSeen}>
            <Icon name="check" />
            {say(waiting.length > 1 ? 'news.all' : 'news.noted')}
          </button>
        </div>
      </div>
    </section>
  );
}

function Item({ item, variant, data }: { readonly item: NewsItem; readonly variant: OpenVariant; readonly data: Value }): VNode {
  const { edit, locale } = useEditing();
  const { id, state, named } = item;
  const inRole = entryWith(id, variant.inherited);
  const here = entryWith(id, data);
  const base = inRole === null ? undefined : valueAt(variant.inherited, pathOf(inRole));
  const own = here === null ? undefined : valueAt(data, pathOf(here));
  const read = (value: Value | undefined): string => textIn(value, locale);
  const words = wordsOf(base, read) || wordsOf(own, read) || id;
  const ours = wordsOf(own, read);
  const look = (): void => {
    edit(seen(id));
    document.getElementById('news-title')?.focus();
  };
  const show = (): void => {
    const field = here === null ? null : document.getElementById(idFor(here));
    field?.scrollIntoView({ block: 'center' });
    (field?.querySelector<HTMLElement>('textarea, input, select') ?? field)?.focus({ preventScroll: true });
  };
  const decline = (): void => {
    if (here !== null) edit({ do: 'remove', at: pathOf(here) });
    look();
  };
  const asRole = (): void => {
    if (base === undefined || inRole === null) return;
    if (own !== undefined && here !== null) edit({ do: 'set', at: pathOf(here), value: asInRole(own, base) });
    else edit({ do: 'add', at: pathOf(inRole).slice(0, -1), value: base, before: null });
    look();
  };
  const isOurs = named && state === 'changed';
  return (
    <li>
      <Icon name={state === 'removed' ? 'minus' : state === 'added' ? 'plus' : 'pen'} />
      <div class="what">
        <p>
          <b>{say(isOurs ? (own === undefined ? 'news.is.changedRemoved' : 'news.is.changedBoth') : `news.is.${state}`)}</b> {words}
        </p>
        {isOurs && own !== undefined && ours !== words ? <p class="quiet">{say('news.ours', { words: ours })}</p> : null}
      </div>
      <div class="acts">
        {state === 'added' ? (
          <>
            <button type="button" class="button slim" onClick={look}>
              {say('news.take')}
              <span class="unseen">: {words}</span>
            </button>
            <button type="button" class="button slim" onClick={decline}>
              {say('news.decline')}
              <span class="unseen">: {words}</span>
            </button>
          </>
        ) : isOurs ? (
          <>
            <button type="button" class="button slim" onClick={look}>
              {say(own === undefined ? 'news.keepRemoved' : 'news.keepOurs')}
              <span class="unseen">: {words}</span>
            </button>
            <button type="button" class="button slim" onClick={asRole}>
              {say('variant.asInRole')}
              <span class="unseen">: {words}</span>
            </button>
          </>
        ) : (
          <>
            <button type="button" class="button slim" onClick={look}>
              {say(state === 'changed' ? 'news.take' : 'news.noted')}
              <span class="unseen">: {words}</span>
            </button>
            {here === null ? null : (
              <button type="button" class="button slim" onClick={show}>
                {say('news.reword')}
                <span class="unseen">: {words}</span>
              </button>
            )}
          </>
        )}
      </div>
    </li>
  );
}
