/** Whether the register is what it was, and what a file is that somebody brings. Nothing of the file is kept. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { bring, post } from '../api.js';
import { Dialog } from '../parts/dialog.js';
import { FileButton } from '../parts/file-button.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Verdict } from '../parts/verdict.js';
import type { VerdictShown } from '../parts/verdict.js';
import { toPerson } from '../route.js';
import { say } from '../words.js';
import type { FileShown } from './types.js';

/** Something that takes its time. */
type Work = () => Promise<void>;

export function VerifyDialog({ onClose }: { onClose(): void }): VNode {
  const [verdict, setVerdict] = useState<VerdictShown | null>(null);
  const [file, setFile] = useState<(FileShown & { readonly name: string }) | null>(null);
  const [busy, setBusy] = useState<'register' | 'file' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = (what: 'register' | 'file', work: Work): void => {
    if (busy !== null) return;
    setBusy(what);
    setError(null);
    void work()
      .catch(setError)
      .finally(() => setBusy(null));
  };
  const take = (files: FileList | null | undefined): void => {
    const [first] = files ?? [];
    if (!first) return;
    run('file', async () => setFile({ ...(await bring<FileShown>('hr/verify-file', new Blob([first], { type: 'application/octet-stream' }))), name: first.name }));
  };
  return (
    <Dialog title={say('verify.title')} wide onClose={onClose}>
      <section class="stack tight" aria-labelledby="verify-register">
        <h3 id="verify-register">{say('verify.register')}</h3>
        <p class="quiet">{say('verify.registerHint')}</p>
        <div class="acts">
          <button type="button" class="button" aria-disabled={busy !== null} aria-busy={busy === 'register'} onClick={() => run('register', async () => setVerdict(await post<VerdictShown>('hr/verify')))}>
            <Icon name="shield" />
            {say('verify.go')}
          </button>
        </div>
        <div role="status">
          {busy === 'register' ? <p class="quiet">{say('looking.verify')}</p> : null}
          {verdict === null || busy === 'register' ? null : <Verdict {...verdict} />}
        </div>
      </section>
      <section
        class="stack tight"
        aria-labelledby="verify-file"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer?.files);
        }}
      >
        <h3 id="verify-file">{say('verify.file')}</h3>
        <p class="quiet">{say('verify.fileHint')}</p>
        <div class="acts">
          <FileButton accept=".pdf,.docx,.xlsx" busy={busy !== null} onFiles={take} />
        </div>
        <div role="status">
          {busy === 'file' ? <p class="quiet">{say('looking.verify')}</p> : null}
          {file === null || busy === 'file' ? null : (
            <div class="stack tight">
              <p>
                <b>{file.name}</b>
              </p>
              {file.document ? (
                <p class={`chip ${file.document.isInForce ? 'current' : 'outdated'} in`}>
                  <Icon name={file.document.isInForce ? 'current' : 'outdated'} />
                  {say('verify.known', { name: file.document.name, state: file.document.state })}
                </p>
              ) : (
                <p class="chip late in">
                  <Icon name="no" />
                  {say('verify.unknown')}
                </p>
              )}
              {file.document?.person ? (
                <p>
                  <a href={toPerson(file.document.person)}>{file.document.personName}</a>
                </p>
              ) : null}
              <p class="quiet">{[file.words, ...file.signers].join(' ')}</p>
              <p class="hash quiet small">SHA-256 {file.sha256}</p>
            </div>
          )}
        </div>
      </section>
      {error === null ? null : <Problems error={error} />}
      <div class="acts ends">
        <button type="button" class="button primary" onClick={onClose}>
          {say('act.close')}
        </button>
      </div>
    </Dialog>
  );
}
