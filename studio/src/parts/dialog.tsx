/** A dialog of the browser itself: it keeps the focus inside, and gives it back to what opened it. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly wide?: boolean;
  /** Comes up from the foot of a phone, beside what opened it. */
  readonly atFoot?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, wide = false, atFoot = false, onClose, children }: DialogProps): VNode {
  const id = useId();
  const own = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    own.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={own}
      class={wide ? 'wide' : atFoot ? 'at-foot' : ''}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
