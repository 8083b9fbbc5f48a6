/** The pages of the API say what the service does: renew them with UPDATE=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasherHere } from '../src/access/passwords.js';
import { accountsDoor } from '../src/http/accounts-door.js';
import { routesOf } from '../src/http/api.js';
import { openApi } from '../src/http/openapi.js';
import { openTexts } from '../src/http/texts.js';
import { ownFolder } from './service.js';

const texts = openTexts(ownFolder);
// Nothing of the register is asked for a description.
const door = accountsDoor({ own: ownFolder, hasher: hasherHere() } as Parameters<typeof accountsDoor>[0]);
const routes = routesOf({ door });

function kept(name: string, text: string): void {
  const path = new URL(`../../docs/${name}`, import.meta.url);
  if (process.env['UPDATE']) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
}

it('the description for programs is the one that the table of routes gives', () => {
  const service = { own: ownFolder, texts, version: '1', placement: { basePath: '' as const, origin: null, trusts: () => false } };
  kept('openapi.json', `${JSON.stringify(openApi(routes, service, 'en'), null, 1)}\n`);
});

it('the page for people lists each route with its right', () => {
  const { say } = texts('en');
  const rows = routes.map(({ method, path, right, id, once, fresh, readBy }) => {
    const marks = [...(once ? ['once'] : []), ...(readBy ? ['match'] : []), ...(fresh ? ['password'] : [])].join(', ');
    return `| ${method} | \`${path}\` | ${say(`routes.${id}`)} | ${right} | ${marks} |`;
  });
  kept(
    'api.md',
    `# The API of the service

[The service](service.md) answers programs below \`/api/v1\`; [openapi.json](openapi.json) has all shapes, and the service itself gives it at
\`/api/v1/openapi.json\` in the language of the request.

- **Coming in**: \`Authorization: Bearer KEY\`. Whoever is signed in makes a key with \`POST /api/v1/keys\`, for some of their own rights and
  departments; deciding and administering is not among them. Browsers have the cookie of a session, and show with each change the
  \`token\` of \`GET /api/v1/session\` in \`X-Rolewright-Token\`.
- **Reach**: lists have what lies within the departments of whoever asks; anything else is not found (404).
- **Problems** are \`application/problem+json\` (RFC 9457): \`code\` for programs, \`title\` and \`detail\` for people, in the language of
  \`Accept-Language\` or of the account.
- **Pages**: \`limit\` rows, at most 200; \`next\` goes into \`after\`.
- **Once**: with an \`Idempotency-Key\`, a change that is sent twice happens once, and the second answer is the first, for a day. A key that
  comes with something else is refused (409).
- **Password**: these ask that the password was given within the last quarter of an hour (\`POST /api/v1/session/proof\`), which
  programs cannot do.
- **Tags**: answers have an \`ETag\`; with \`If-None-Match\` what is known is not sent again (304). A proposal names the SHA-256 of the file that
  it was made from, a decision the hash of the text that was seen. Where **match** stands, a change with the tag of what was read in
  \`If-Match\` is made only while that is the same (412).

| | Path | | Right | |
|---|---|---|---|---|
${rows.join('\n')}
`,
  );
});
