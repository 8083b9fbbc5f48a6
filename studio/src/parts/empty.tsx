/** Where there is nothing yet, with the way on. */
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';
import type { IconName } from './icon.js';

export interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly words?: string;
  readonly children?: ComponentChildren;
}

export const Empty = ({ icon, title, words, children }: EmptyProps): VNode => (
  <div class="empty">
    <Icon name={icon} large />
    <h2>{title}</h2>
    {words === undefined ? null : <p class="quiet">{words}</p>}
    {children}
  </div>
);
