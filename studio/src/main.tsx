/** The studio in the browser. */
import '../../server/pages/tokens.css';
import './style/studio.css';
import './style/app.css';
import './style/head.css';
import './style/care.css';
import { render } from 'preact';
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { actAs, comeIn, get, pageOf, readIn, Refused } from './api.js';
import { Frame } from './frame.js';
import { OrganisationScreen } from './hr/organisation.js';
import { HrScreens } from './hr/screens.js';
import { Naming, nameGiven } from './parts/naming.js';
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

interface CareProps {
  readonly route: Route;
  readonly today: string;
  onFirm(): void;
}

/** What those who look after a service work with, loaded for them alone. */
function Care(props: CareProps): VNode {
  const [Screens, setScreens] = useState<ComponentType<CareProps> | null>(null);
  useEffect(() => {
    void import('./care/screens.js').then(({ CareScreens }) => setScreens(() => CareScreens));
  }, []);
  return Screens === null ? <main id="main" class="page" tabindex={-1} aria-busy /> : <Screens {...props} />;
}

const careScreens: ReadonlySet<string> = new Set(['setup', 'accounts', 'keys', 'care', 'audit']);

function screenOf(route: Route, { today, organisation }: FrameAnswer, onFirm: () => void): VNode {
  const hasFirm = organisation !== null;
  const [screen = '', id, part] = route;
  if (careScreens.has(screen)) return <Care {...{ route, today, onFirm }} />;
  if (screen === 'roles' && id !== undefined && part === 'history') return <HistoryScreen key={id} id={id} />;
  if (screen === 'roles' && id !== undefined) return <RoleScreen key={id} id={id} />;
  if (screen === 'proposals') return id === undefined ? <ProposalsScreen today={today} /> : <ProposalScreen key={id} id={id} />;
  if (screen === 'department') return <DepartmentScreen key={id} chosen={id} today={today} />;
  if (screen === 'import') return id === undefined ? <WordFilesScreen /> : <WordFileScreen key={id} id={id} />;
  if (screen === 'roles') return <RolesScreen />;
  if (screen === 'organisation' && hasFirm) return <OrganisationScreen at={id} onSaved={onFirm} />;
  return <HrScreens route={route} onFirm={onFirm} />;
}

function Studio({ frame: first }: { readonly frame: FrameAnswer }): VNode {
  const [frame, setFrame] = useState(first);
  const onFirm = (): void => {
    void get<FrameAnswer>('frame').then((next) => {
      setFrame(next);
      putAccent(next);
    });
  };
  const route = useRoute();
  const [keys, setKeys] = useState(false);
  const { screens } = frame;
  const [start = 'today'] = screens;
  // Only those of the frame are there for whoever reads: another one’s address leads to the first.
  const isImport = route[0] === 'import' && screens.includes('roles');
  const here = isImport ? 'import' : (screens.find((one) => one === route[0]) ?? start);
  useEffect(() => {
    document.title = [say(`frame.${here}`), frame.organisation ?? 'Rolewright'].join(' – ');
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
        if (!screens.includes('roles')) return;
        goTo('roles');
        setTimeout(() => document.getElementById('q')?.focus(), 50);
      } else if (event.key === '?' && !isTyping) setKeys(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Frame organisation={frame.organisation} acts={frame.acts?.name ?? null} screens={screens} here={here === 'import' ? 'roles' : here}>
        {screenOf(here === route[0] ? route : [here], frame, onFirm)}
      </Frame>
      {frame.acts?.isGuessed ? <Naming name={frame.acts.name} /> : null}
      {keys ? <Keys onClose={() => setKeys(false)} /> : null}
    </>
  );
}

function putAccent({ accent }: FrameAnswer): void {
  const { style } = document.documentElement;
  if (accent) style.setProperty('--organisation-accent', accent);
  else style.removeProperty('--organisation-accent');
}

async function start(): Promise<void> {
  const place = document.getElementById('studio');
  if (!place) return;
  place.classList.add('frame');
  readIn(localStorage.getItem('rolewright:language'));
  actAs(nameGiven());
  try {
    await comeIn();
  } catch (error) {
    const isOut = error instanceof Refused && error.status === 401;
    // At one’s own desk there is nowhere to sign in.
    if (!isOut || !(await fetch(pageOf('sign-in'))).ok) throw error;
    location.assign(pageOf('sign-in'));
    return;
  }
  const frame = await get<FrameAnswer>('frame');
  readIn(frame.language);
  speak(frame.language, frame.words);
  putAccent(frame);
  render(<Studio frame={frame} />, place);
}

void start();
