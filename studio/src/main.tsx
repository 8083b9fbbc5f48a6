/** The studio in the browser. */
import '../../server/pages/tokens.css';
import './style/studio.css';
import './style/app.css';
import './style/head.css';
import { render } from 'preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { comeIn, get, readIn } from './api.js';
import { Frame } from './frame.js';
import { HrScreens } from './hr/screens.js';
import { Keys, keysOn } from './parts/keys.js';
import { goTo, useRoute } from './route.js';
import type { Route } from './route.js';
import { DepartmentScreen } from './screens/department.js';
import { HistoryScreen } from './screens/history.js';
import { ProposalScreen } from './screens/proposal.js';
import { ProposalsScreen } from './screens/proposals.js';
import { RoleScreen } from './screens/role.js';
import { RolesScreen } from './screens/roles.js';
import { WordFileScreen } from './screens/word-file.js';
import { WordFilesScreen } from './screens/word-files.js';
import type { FrameAnswer } from './types.js';
import { say, speak } from './words.js';

/** In the order of the rail. */
const screens = ['today', 'roles', 'proposals', 'department', 'people', 'issue', 'register'] as const;

function screenOf(route: Route, today: string, onFirm: () => void): VNode {
  const [screen, id, part] = route;
  if (screen === 'roles' && id !== undefined && part === 'history') return <HistoryScreen key={id} id={id} />;
  if (screen === 'roles' && id !== undefined) return <RoleScreen key={id} id={id} />;
  if (screen === 'proposals') return id === undefined ? <ProposalsScreen today={today} /> : <ProposalScreen key={id} id={id} />;
  if (screen === 'department') return <DepartmentScreen key={id} chosen={id} today={today} />;
  if (screen === 'import') return id === undefined ? <WordFilesScreen /> : <WordFileScreen key={id} id={id} />;
  if (screen === 'roles') return <RolesScreen />;
  return <HrScreens route={route} onFirm={onFirm} />;
}

function Studio({ frame: first }: { readonly frame: FrameAnswer }): VNode {
  const [frame, setFrame] = useState(first);
  const onFirm = (): void => {
    void get<FrameAnswer>('frame').then(setFrame);
  };
  const route = useRoute();
  const [keys, setKeys] = useState(false);
  const here = route[0] ?? 'today';
  useEffect(() => {
    document.title = [say(`frame.${here === 'import' ? here : (screens.find((one) => one === here) ?? 'today')}`), frame.organisation ?? 'Rolewright'].join(' – ');
  }, [here, frame]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!keysOn() || document.querySelector('dialog[open]')) return;
      // Of what stands in a tree of its own, the target is that tree.
      const [inner] = event.composedPath();
      const isTyping = inner instanceof HTMLElement && (inner.isContentEditable || inner.matches('input, textarea, select'));
      if ((event.key === '/' && !isTyping) || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) {
        event.preventDefault();
        // A list that is in sight is searched itself.
        if (document.getElementById('q')) return document.getElementById('q')?.focus();
        goTo('roles');
        setTimeout(() => document.getElementById('q')?.focus(), 50);
      } else if (event.key === '?' && !isTyping) setKeys(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Frame organisation={frame.organisation} screens={screens} here={here === 'import' ? 'roles' : here}>
        {screenOf(route, frame.today, onFirm)}
      </Frame>
      {keys ? <Keys onClose={() => setKeys(false)} /> : null}
    </>
  );
}

async function start(): Promise<void> {
  const place = document.getElementById('studio');
  if (!place) return;
  place.classList.add('frame');
  readIn(localStorage.getItem('rolewright:language'));
  await comeIn();
  const frame = await get<FrameAnswer>('frame');
  readIn(frame.language);
  speak(frame.language, frame.words);
  if (frame.accent) document.documentElement.style.setProperty('--organisation-accent', frame.accent);
  render(<Studio frame={frame} />, place);
}

void start();
