/** The screens of those who look after the service, by their addresses. */
import type { VNode } from 'preact';
import type { Route } from '../route.js';
import { AccountsScreen } from './accounts.js';
import { AuditScreen } from './audit.js';
import { KeysScreen } from './keys.js';
import { SetUpScreen } from './set-up.js';
import { UpkeepScreen } from './upkeep.js';

export function CareScreens({ route: [screen], today }: { readonly route: Route; readonly today: string }): VNode {
  switch (screen) {
    case 'accounts':
      return <AccountsScreen today={today} />;
    case 'keys':
      return <KeysScreen today={today} />;
    case 'audit':
      return <AuditScreen />;
    case 'setup':
      return <SetUpScreen />;
    default:
      return <UpkeepScreen today={today} />;
  }
}
