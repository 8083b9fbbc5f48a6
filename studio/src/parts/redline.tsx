/** What was and what is, in the words that whoever decides has to have seen: all of the text, letter by letter, set to be read. */
import type { VNode } from 'preact';

/** A wording with what has gone and what has come. */
function Words({ of }: { readonly of: string }): VNode {
  const parts = of.split(/(\[-[\s\S]*?-\]|\{\+[\s\S]*?\+\})/);
  return (
    <>
      {parts.map((part, at) =>
        part.startsWith('[-') && part.endsWith('-]') ? (
          <del key={at}>{part.slice(2, -2)}</del>
        ) : part.startsWith('{+') && part.endsWith('+}') ? (
          <ins key={at}>{part.slice(2, -2)}</ins>
        ) : (
          part
        ),
      )}
    </>
  );
}

export function Redline({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const blocks = text.trimEnd().split(/\n\n+/);
  return (
    <div class="redline" role="region" aria-label={label} tabindex={0}>
      {blocks.map((block, at) => {
        const lines = block.split('\n');
        if (at === 0) return lines.map((line, number) => <p key={number} class={number === 0 ? 'quiet small' : ''}>{line}</p>);
        const [first = '', ...rest] = lines;
        const isHeading = !/^[ !]/.test(first);
        const body = isHeading ? rest : lines;
        return (
          <section key={at}>
            {isHeading ? <h3>{first}</h3> : null}
            {body.map((line, number) =>
              line.startsWith('    ') ? (
                <p key={number} class="row">
                  <Words of={line.trim()} />
                </p>
              ) : (
                <p key={number} class="entry">
                  {line.startsWith('!') ? <b>!</b> : null}
                  <Words of={line.replace(/^[! ] /, '')} />
                </p>
              ),
            )}
          </section>
        );
      })}
    </div>
  );
}
