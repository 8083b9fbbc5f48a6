/** The screens of those who look after the service, by their addresses. */
import type { VNode } from 'preact';
import type { Route } from '../route.js';
import { AccountsScreen } from './accounts.js';
import { AuditScreen } from './audit.js';
import { KeysScreen } from './keys.js';
import { SetUpScreen } from './set-up.js';
import { UpkeepScreen } from './upkeep.js';

export interface CareProps {
  readonly route: Route;
  readonly today: string;
  /** The employer is called or looks otherwise from now on. */
  onFirm(): void;
}

export function CareScreens({ route: [screen], today, onFirm }: CareProps): VNode {
  switch (screen) {
    case 'accounts':
      return <AccountsScreen today={today} />;
    case 'keys':
      return <KeysScreen today={today} />;
    case 'audit':
      return <AuditScreen />;
    case 'setup':
      return <SetUpScreen onFirm={onFirm} />;
    default:
      return <UpkeepScreen today={today} />;
  }
}
