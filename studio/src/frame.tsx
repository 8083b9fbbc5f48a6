/** The rail with the screens, a bar at the foot on a phone; and what is said in passing. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './parts/icon.js';
import type { IconName } from './parts/icon.js';
import { Keys } from './parts/keys.js';
import { hrefTo } from './route.js';
import { language, languageName, say } from './words.js';
import type { Language } from './words.js';

export interface FrameFacts {
  readonly organisation: string | null;
  readonly screens: readonly string[];
  readonly here: string;
}

const icons: Readonly<Record<string, IconName>> = { today: 'today', roles: 'roles', proposals: 'proposals', department: 'department', people: 'people', issue: 'issue', register: 'register' };
/** Screens that have a shorter name for the bar of a phone. */
const shorter: ReadonlySet<string> = new Set(['proposals', 'department']);
const languages: readonly Language[] = ['en', 'ru', 'nl'];

export function Frame({ organisation, screens, here, children }: FrameFacts & { readonly children: ComponentChildren }): VNode {
  const [keys, setKeys] = useState(false);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The address names the screen.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {say('frame.skip')}
      </a>
      <header class="side">
        <a class="firm" href={hrefTo('today')}>
          <span class="mark">
            <Icon name="mark" />
          </span>
          <span>{organisation ?? 'Rolewright'}</span>
        </a>
        <nav class="nav" aria-label={say('frame.main')}>
          <ul>
            {screens.map((screen) => (
              <li key={screen}>
                <a href={hrefTo(screen)} aria-current={screen === here ? 'page' : undefined}>
                  <Icon name={icons[screen] ?? 'file'} large />
                  {shorter.has(screen) ? (
                    <>
                      <span class="long">{say(`frame.${screen}`)}</span>
                      <span class="short">{say(`frame.${screen}Short`)}</span>
                    </>
                  ) : (
                    <span>{say(`frame.${screen}`)}</span>
                  )}
                </a>
              </li>
            ))}
            <li class="me">
              <button type="button" onClick={() => setKeys(true)}>
                <Icon name="keys" large />
                <span class="long">{say('frame.settings')}</span>
                <span class="short">{say('frame.settingsShort')}</span>
              </button>
            </li>
          </ul>
        </nav>
      </header>
      {children}
      {keys ? (
        <Keys onClose={() => setKeys(false)}>
          <fieldset class="field">
            <legend>{say('frame.language')}</legend>
            <div class="tabs">
              {languages.map((tag) => (
                <label key={tag} lang={tag}>
                  <input
                    type="radio"
                    name="language"
                    checked={tag === language()}
                    onChange={() => {
                      localStorage.setItem('rolewright:language', tag);
                      location.reload();
                    }}
                  />
                  {languageName(tag, tag)}
                </label>
              ))}
            </div>
          </fieldset>
        </Keys>
      ) : null}
    </>
  );
}
