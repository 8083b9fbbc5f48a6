import { expect, it } from 'vitest';
import { openWorld } from './signer-world.js';
it('probe', async () => {
  const world = await openWorld();
  const r = await world.hr.run('request --all --method link --due 2026-12-08');
  console.log(r.out, r.err);
  console.log((await world.hr.work()).err);
  console.log(world.mail.mails.map(({ to, subject, text }) => `${to}\n${subject}\n${text}`).join('\n----\n'));
  console.log((await world.hr.run('mail')).out);
  await world.close();
  expect(1).toBe(1);
}, 60000);
