/** What all pages of the person who answers have in common: one column, no script, the languages, the name of the firm. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { locales } from 'rolewright';
import type { Locale, Phrases } from 'rolewright';
import { ownName } from '../http/texts.js';

export interface View {
  readonly say: Phrases;
  readonly locale: Locale;
  /** Below which the pages are: `/s`. */
  readonly base: string;
  /** Empty where nobody is to know whose page it is. */
  readonly organisation: string;
}


export const Page = ({ view, title, children }: { readonly view: View; readonly title: string; readonly children: Child }) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{view.organisation === '' ? title : `${title} – ${view.organisation}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`${view.base}/style.css`} />
      </head>
      <body>
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

/** A page that says one thing. */
export const Calm = ({ view, name, facts = {}, children }: { readonly view: View; readonly name: string; readonly facts?: Record<string, string>; readonly children?: Child }) => {
  const title = view.say(`calm.${name}.title`, facts);
  return (
    <Page view={view} title={title}>
      <section class="sheet calm">
        <h1>{title}</h1>
        <p>{view.say(`calm.${name}.text`, facts)}</p>
        {children}
      </section>
    </Page>
  );
};

/** A form that changes something: it bears the token of its session. */
export const Form = ({ view, to, token, children }: { readonly view: View; readonly to: string; readonly token?: string; readonly children: Child }) => (
  <form method="post" action={to === '' ? view.base : `${view.base}/${to}`} class="stack">
    {token === undefined ? null : <input type="hidden" name="token" value={token} />}
    {children}
  </form>
);

export const Field = ({ id, label, help, fault, children }: { readonly id: string; readonly label: string; readonly help?: string; readonly fault?: string | undefined; readonly children: Child }) => (
  <div class="field">
    <label for={id}>{label}</label>
    {help === undefined ? null : (
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
    )}
    {fault === undefined ? null : (
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
    )}
    {children}
  </div>
);

/** What describes a field, for those who hear it. */
export const described = (id: string, help: boolean, fault: boolean): Record<string, string> => {
  const ids = [...(help ? [`${id}-help`] : []), ...(fault ? [`${id}-fault`] : [])];
  return { ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }), ...(fault && { 'aria-invalid': 'true' }) };
};
