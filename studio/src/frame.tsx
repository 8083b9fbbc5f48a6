/** The rail with the screens; on a phone a bar at the foot with what is used daily, and the rest behind it. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { me, pageOf, tokenOfForms } from './api.js';
import { Dialog } from './parts/dialog.js';
import { Icon } from './parts/icon.js';
import type { IconName } from './parts/icon.js';
import { Naming } from './parts/naming.js';
import { Keys } from './parts/keys.js';
import { NotCommitted } from './parts/not-committed.js';
import { hrefTo } from './route.js';
import { language, languageName, say } from './words.js';
import type { Language } from './words.js';

export interface FrameFacts {
  readonly organisation: string | null;
  readonly screens: readonly string[];
  readonly here: string;
  /** Who acts at this desk; null where accounts have names. */
  readonly acts: string | null;
}

const icons: Readonly<Record<string, IconName>> = { today: 'today', roles: 'roles', proposals: 'proposals', department: 'department', people: 'people', issue: 'issue', register: 'register', organisation: 'firm', setup: 'check', accounts: 'people', keys: 'key', care: 'shield', audit: 'search' };
/** What the bar of a phone has room for; all else is behind one entry more. */
const onBarAtDesk: readonly string[] = ['today', 'people', 'issue', 'register'];
const roomOnBar = 4;
const languages: readonly Language[] = ['en', 'ru', 'nl'];

export function Frame({ organisation, screens, here, acts, children }: FrameFacts & { readonly children: ComponentChildren }): VNode {
  const [open, setOpen] = useState<'keys' | 'more' | 'naming' | null>(null);
  const daily = screens.filter((one) => onBarAtDesk.includes(one));
  const onBar: ReadonlySet<string> = new Set(daily.length > 0 ? daily : screens.slice(0, roomOnBar));
  const isBehind = !onBar.has(here);
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
        <a class="firm" href={hrefTo(screens[0] ?? 'today')}>
          <span class="mark">
            <Icon name="mark" />
          </span>
          <span>{organisation ?? 'Rolewright'}</span>
        </a>
        <nav class="nav" aria-label={say('frame.main')}>
          <ul>
            {screens.map((screen) => (
              <li key={screen} class={onBar.has(screen) ? '' : 'rest'}>
                <To {...{ screen, here }} />
              </li>
            ))}
            <li class="more">
              <button type="button" aria-haspopup="dialog" aria-current={isBehind ? 'true' : undefined} onClick={() => setOpen('more')}>
                <Icon name="more" large />
                {say('frame.more')}
              </button>
            </li>
            {acts === null ? null : (
              <li class="me acts-as">
                <button type="button" aria-haspopup="dialog" onClick={() => setOpen('naming')}>
                  <Icon name="me" large />
                  <span class="unseen">{say('naming.acts')} </span>
                  <span class="who">{acts}</span>
                </button>
              </li>
            )}
            <li class="me">
              <button type="button" aria-haspopup="dialog" onClick={() => setOpen('keys')}>
                <Icon name="keys" large />
                {say('frame.settings')}
              </button>
            </li>
          </ul>
        </nav>
      </header>
      {children}
      <NotCommitted />
      {open === 'more' ? (
        <Dialog title={say('frame.more')} atFoot onClose={() => setOpen(null)}>
          <ul class="menu">
            {screens
              .filter((screen) => !onBar.has(screen))
              .map((screen) => (
                <li key={screen}>
                  <To {...{ screen, here }} onGo={() => setOpen(null)} />
                </li>
              ))}
            {acts === null ? null : (
              <li>
                <button type="button" onClick={() => setOpen('naming')}>
                  <Icon name="me" large />
                  {say('naming.as', { name: acts })}
                </button>
              </li>
            )}
            <li>
              <button type="button" onClick={() => setOpen('keys')}>
                <Icon name="keys" large />
                {say('frame.settings')}
              </button>
            </li>
          </ul>
          <div class="acts ends">
            <button type="button" class="button" onClick={() => setOpen(null)}>
              {say('act.close')}
            </button>
          </div>
        </Dialog>
      ) : null}
      {open === 'naming' && acts !== null ? <Naming name={acts} onClose={() => setOpen(null)} /> : null}
      {open === 'keys' ? (
        <Keys onClose={() => setOpen(null)}>
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
          {me() === null ? null : <SignOut />}
        </Keys>
      ) : null}
    </>
  );
}

/** A form of the service itself, which ends the session and shows where one signs in. */
const SignOut = (): VNode => (
  <form method="post" action={pageOf('sign-out')} class="acts">
    <input type="hidden" name="token" value={tokenOfForms()} />
    <span class="quiet">{say('frame.signedInAs', { name: me()?.name ?? '' })}</span>
    <button type="submit" class="button">
      {say('frame.signOut')}
    </button>
  </form>
);

const To = ({ screen, here, onGo }: { readonly screen: string; readonly here: string; onGo?(): void }): VNode => (
  <a href={hrefTo(screen)} aria-current={screen === here ? 'page' : undefined} onClick={onGo}>
    <Icon name={icons[screen] ?? 'file'} large />
    {say(`frame.${screen}`)}
  </a>
);
