/** Draws a part again only when what it is given is otherwise: a role has hundreds of fields, and a keystroke changes one. */
import { Component, h } from 'preact';
import type { ComponentType, VNode } from 'preact';

export function memo<P extends object>(view: (props: P) => VNode | null): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const now = this.props as Record<string, unknown>;
      const keys = Object.keys(next) as (keyof P & string)[];
      return keys.length !== Object.keys(now).length || keys.some((key) => next[key] !== now[key]);
    }
    override render(): VNode<never> {
      return h(view as ComponentType<P>, this.props as P) as unknown as VNode<never>;
    }
  };
}
