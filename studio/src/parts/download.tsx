/** Files of the server, given to the browser as downloads. They are fetched here, so that a refusal is told, and in the reader’s language. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { addressOf, fetchFile } from '../api.js';
import { Icon } from './icon.js';

/** Milliseconds after which the browser has taken a file. */
const taken = 60_000;

export function save(bytes: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), taken);
}

/** The sheet to sign: that it was printed is noted, and its code is what the scan is known by. */
export async function printSheet(request: string, name: string): Promise<void> {
  const { bytes } = await fetchFile(`../requests/${request}/sheet`, true);
  save(bytes, name);
}

export interface DownloadProps {
  /** Where the file lies, below the routes of the studio. */
  readonly path: string;
  readonly facts?: Readonly<Record<string, string | undefined>>;
  readonly look?: 'primary' | 'slim';
  readonly words: string;
  /** Given null when it is tried anew. */
  onError(error: unknown): void;
}

export function Download({ path, facts = {}, look = 'slim', words, onError }: DownloadProps): VNode {
  const working = useRef(false);
  const [busy, setBusy] = useState(false);
  const href = addressOf(path, facts);
  const take = (): void => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    onError(null);
    fetchFile(href)
      .then(({ bytes, name }) => save(bytes, name))
      .catch(onError)
      .finally(() => {
        working.current = false;
        setBusy(false);
      });
  };
  return (
    <a
      class={`button ${look}`}
      href={href}
      download
      aria-busy={busy}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Icon name="download" />
      {words}
    </a>
  );
}
