/** What the pages of a plan have in common: one column, the languages, the name of the firm, and what makes a telephone keep them. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { locales } from 'rolewright';
import { ownName } from '../http/texts.js';
import type { View } from './visit.js';

/** Words of the script, in the language of the page. */
const scriptWords = ['lost', 'kept', 'refused', 'waits', 'online'] as const;

interface PageOptions {
  readonly view: View;
  readonly title: string;
  /** plan: it is kept for when there is no connection; over: what was kept goes; said: it says something, and what is kept stays. */
  readonly kept: 'plan' | 'over' | 'said';
  readonly children: Child;
}

export const Page = ({ view, title, kept, children }: PageOptions) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#EEF2F6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0D1013" media="(prefers-color-scheme: dark)" />
        <title>{view.organisation === '' ? title : `${title} – ${view.organisation}`}</title>
        <link rel="icon" href={`${view.base}/icon.svg`} type="image/svg+xml" />
        {kept === 'plan' ? (
          <>
            <link rel="apple-touch-icon" href={`${view.base}/icon-192.png`} />
            <link rel="manifest" href="./app.webmanifest" />
          </>
        ) : null}
        <link rel="stylesheet" href={`${view.base}/style.css`} />
        <script src={`${view.base}/weeks.js`} defer />
      </head>
      <body class="weeks" data-page={kept} {...(kept === 'plan' ? Object.fromEntries(scriptWords.map((one) => [`data-${one}`, view.say(`device.${one}`, { n: '#' })])) : {})}>
        <a class="skip" href="#main">
          {view.say('skip')}
        </a>
        <header class="top">
          <span class="firm">{view.organisation}</span>
          <nav class="tongues" aria-label={view.say('language')}>
            {locales.map((id) => (
              <a href={`?l=${id}`} lang={id} hreflang={id} {...(id === view.locale ? { 'aria-current': 'true' } : {})}>
                {ownName(id)}
              </a>
            ))}
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  </>
);
