/** States: a shape and a word each, filled only where somebody has to act. */
import type { VNode } from 'preact';
import type { DepartmentRow, Shown } from '../types.js';
import { say } from '../words.js';
import { Icon } from './icon.js';
import type { IconName } from './icon.js';

/** Of papers: where a person stands with one. */
const papers: Readonly<Record<Shown | DepartmentRow['standing'], readonly [look: string, icon: IconName]>> = {
  overdue: ['late', 'late'],
  declined: ['late', 'no'],
  'to-do': ['todo', 'todo'],
  requested: ['asked', 'asked'],
  current: ['current', 'current'],
  outdated: ['outdated', 'outdated'],
  expired: ['expired', 'expired'],
  none: ['todo', 'minus'],
  /** Nobody has to act, and nobody has acknowledged either. */
  refused: ['todo', 'no'],
  'to-come': ['todo', 'fresh'],
};

const proposals: Readonly<Record<string, readonly [look: string, icon: IconName]>> = {
  proposed: ['asked', 'proposals'],
  returned: ['outdated', 'back'],
  approved: ['current', 'current'],
  withdrawn: ['todo', 'minus'],
};

export const Chip = ({ look, icon, words }: { readonly look: string; readonly icon: IconName; readonly words: string }): VNode => (
  <span class={`chip ${look} in`}>
    <Icon name={icon} />
    {words}
  </span>
);

export interface StateProps {
  readonly state: keyof typeof papers;
  readonly gender?: string | null;
  /** In place of the name of the state. */
  readonly words?: string;
}

export function State({ state, gender, words }: StateProps): VNode {
  const [look, icon] = papers[state];
  return <Chip {...{ look, icon }} words={words ?? say(`states.${state}`, { gender: gender ?? 'other' })} />;
}

export function ProposalState({ state }: { readonly state: string }): VNode {
  const [look, icon] = proposals[state] ?? ['todo', 'info'];
  return <Chip {...{ look, icon }} words={say(`proposals.state.${state}`)} />;
}
