/** The head of a screen: where it lies, what it is, what can be done first. */
import type { ComponentChildren, VNode } from 'preact';

export interface HeadProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly up?: { readonly href: string; readonly name: string };
  /** Of the title, where the focus goes to it. */
  readonly id?: string;
  readonly children?: ComponentChildren;
}

export function Head({ title, lead, up, id, children }: HeadProps): VNode {
  return (
    <div class="head">
      <div>
        {up ? (
          <p class="crumb">
            <a href={up.href}>{up.name}</a>
          </p>
        ) : null}
        <h1 id={id} tabindex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {children === undefined || children === null ? null : <div class="acts">{children}</div>}
    </div>
  );
}
