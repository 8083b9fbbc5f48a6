/** A button that asks for a file. */
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../words.js';
import { Icon } from './icon.js';

export interface FileButtonProps {
  /** What the dialog of the system offers first: `.pdf,.docx`. */
  readonly accept: string;
  readonly busy: boolean;
  onFiles(files: FileList | null): void;
}

export function FileButton({ accept, busy, onFiles }: FileButtonProps): VNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" aria-disabled={busy} onClick={() => (busy ? undefined : input.current?.click())}>
        <Icon name="upload" />
        {say('list.upload')}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabindex={-1}
        aria-hidden="true"
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles(currentTarget.files);
          // The same file, mended, may be brought once more.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
