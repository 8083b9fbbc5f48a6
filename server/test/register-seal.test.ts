/** What a register issues is sealed in the same making, and its own files are known when they are verified. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openProject } from '../src/cli/project.js';
import { openWorkshops } from '../src/cli/workshops.js';
import { tasks } from '../src/http/all-tasks.js';
import { perform } from '../src/http/tasks.js';
import type { Outcome } from '../src/http/tasks.js';
import { answerByLink, evidenceFile, openByLink } from '../src/register/by-link.js';
import { distanceOf } from '../src/register/distance.js';
import { requestMeant } from '../src/register/find.js';
import { openStorage } from '../src/storage/storage.js';
import type { Plan } from '../src/studio/hr/issue-plan.js';
import type { IssuedPiece } from '../src/studio/hr/issue-run.js';
import { openAuthority, openClock, passphrase } from './authority.js';
import type { Authority, Clock } from './authority.js';
import { madeEdge } from './made-register.js';
import { popplerOn } from './sealable.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';
import { fully } from './programs.js';

let authority: Authority;
let clock: Clock;
let hr: Visiting;
beforeAll(async () => {
  authority = openAuthority();
  clock = await openClock(authority);
  hr = visiting({ language: 'nl' });
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Tulp\nplace: Utrecht\njurisdiction: nl\nlanguages: [nl]\ndepartments:\n  - { id: sales, name: verkoop }\n',
  );
  hr.write(
    'people.csv',
    'Naam,Geslacht,Personeelsnummer,Functie,Afdeling\nAnna de Vries,v,1001,sales-manager,sales\nJan de Boer,m,1002,account-manager,sales\n',
  );
  for (const name of ['valid.p12', 'pass', 'root.pem', 'between.crl']) hr.write(name, authority.bytes(name));
  await hr.data('init');
  await hr.data('people people.csv');
}, 60_000);
afterAll(async () => {
  await clock.close();
  authority.close();
  rmSync(hr.folder, { recursive: true });
});

const files = (): string[] =>
  !existsSync(join(hr.folder, 'register/files'))
    ? []
    : readdirSync(join(hr.folder, 'register/files'), { recursive: true, encoding: 'utf8' })
        .filter((one) => /[0-9a-f]{62}$/.test(one))
        // Beside each PDF lies the tree that screens show.
        .filter(
          (one) =>
            readFileSync(join(hr.folder, 'register/files', one))
              .subarray(0, 5)
              .toString() === '%PDF-',
        );
const key = '--seal valid.p12 --passphrase-file pass';

fully('seals nothing with a key that does not open, and numbers nothing for it', async () => {
  const { code, err } = await hr.run('issue --all --format pdf --seal valid.p12 --level B-B');
  expect(code).toBe(1);
  expect(err).toContain('het wachtwoord klopt niet');
  expect((await hr.data<{ documents: unknown[] }>('documents')).documents).toEqual([]);
});

fully('waits for a server of time that is down, and goes on with the same number', async () => {
  clock.behave('error');
  const waiting = await hr.run(`issue --all --format pdf ${key} --tsa ${clock.url}`);
  expect(waiting.code).toBe(1);
  expect(waiting.err).toContain('HTTP 500');
  expect(waiting.err).toContain('ze wachten op het zegel');
  // One paper was asked for, not all.
  expect(clock.asked).toBe(1);
  expect(files()).toEqual([]);
  clock.behave('none');
  const { documents } = await hr.data<{ documents: { outcome: string; number: string }[] }>(
    `issue --all --format pdf ${key} --tsa ${clock.url}`,
  );
  expect(documents.filter(({ outcome }) => outcome === 'finished')).toHaveLength(1);
  expect(documents.filter(({ outcome }) => outcome === 'issued')).toHaveLength(documents.length - 1);
  expect(files()).toHaveLength(documents.length);
  for (const file of files()) {
    const bytes = new Uint8Array(readFileSync(join(hr.folder, 'register/files', file)));
    expect(popplerOn(bytes).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);
  }
});

fully('keeps the seal in its chain, which stays whole', async () => {
  expect((await hr.run('verify')).code).toBe(0);
});

fully('knows its own files when they are verified, and no others', async () => {
  const [file = ''] = files();
  const bytes = readFileSync(join(hr.folder, 'register/files', file));
  writeFileSync(join(hr.folder, 'own.pdf'), bytes);
  writeFileSync(join(hr.folder, 'other.pdf'), Buffer.concat([bytes, Buffer.from('\n')]));
  const { code, out } = await hr.runOf('verify', 'own.pdf other.pdf --roots root.pem --crl between.crl');
  expect(out).toMatch(/own\.pdf\n[^]*In het register: nr\. \d+[^]*other\.pdf\n[^]*Niet in het register van deze map/);
  expect(out).toContain('Niveau: PAdES B-T');
  expect(code).toBe(0);
});

/** The organisation says how what it issues is sealed. */
const wants = (seal: string): void =>
  hr.write(
    'organisation.yaml',
    `schema: 2\nname: Tulp\nplace: Utrecht\njurisdiction: nl\nlanguages: [nl]\ndepartments:\n  - { id: sales, name: verkoop }\nseal: ${seal}\n`,
  );
const heading = 'Naam,Geslacht,Personeelsnummer,Functie,Afdeling';
const person = (number: string, name: string): void =>
  hr.write('more.csv', `${heading}\n${name},v,${number},customer-service-manager,sales\n`);

fully('seals whatever is issued where the organisation says so, and states the level', async () => {
  wants(`{ key: valid.p12, timeServer: "${clock.url}", roots: root.pem }`);
  const before = files().length;
  const refused = await hr.run('issue --all --kind role-handbook --format pdf');
  expect([refused.code, refused.err.includes('het wachtwoord klopt niet')]).toEqual([1, true]);
  hr.environment['ROLEWRIGHT_PASSPHRASE'] = passphrase;
  await hr.data('issue --all --kind role-handbook --format pdf');
  expect(files().length).toBeGreaterThan(before);
  for (const file of files())
    expect(popplerOn(new Uint8Array(readFileSync(join(hr.folder, 'register/files', file)))).map((line) => line.split(': ')[1])).toEqual([
      'Signature is Valid.',
    ]);
});

fully('seals the act of a refusal as well, and its number waits where the seal cannot be made', async () => {
  await hr.data('request 1001 --kind job-description');
  clock.behave('error');
  const waiting = await hr.run('refuse 1001 --yes --reason "Ik ben het er niet mee eens"');
  expect([waiting.code, waiting.err.includes('HTTP 500')]).toEqual([1, true]);
  clock.behave('none');
  const { act, files: written } = await hr.data<{ act: string; files: string[] }>('refuse 1001');
  expect(act).not.toBeNull();
  const [pdf = ''] = written.filter((one) => one.endsWith('.pdf'));
  expect(popplerOn(new Uint8Array(readFileSync(join(hr.folder, pdf)))).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);
  expect((await hr.run('verify')).code).toBe(0);
});

fully(
  'seals the page of an answer by a link, which names the evidence by its hash; no page is made without the seal',
  async () => {
    const distant = 'distance: { address: "https://hr.example.com", sender: hr@example.com, zone: Europe/Amsterdam }';
    wants(`{ key: valid.p12, timeServer: "${clock.url}", roots: root.pem }\n${distant}`);
    hr.write('link.csv', `${heading},E-mail\nEva Vos,v,1007,sales-manager,sales,eva@example.com\n`);
    await hr.data('people link.csv');
    await hr.data('request 1007 --kind job-description --method link');
    const target = { folder: join(hr.folder, 'register') };
    const storage = await openStorage(target, madeEdge('answers'));
    const answer = async (outcome: 'acknowledged' | 'declined', statement: string): Promise<string> => {
      const setting = openProject({ folder: hr.folder, project: '.', target }, madeEdge('answers').now).setting(
        { id: 'a_1', name: '' },
        'nl',
        '2026-12-01',
        storage,
      );
      const meant = await requestMeant({ person: '1007', paper: undefined, states: ['requested', 'opened', 'declined'] }, setting);
      await openByLink(meant, setting);
      const identification = { channel: 'mail', given: 'e•••@example.com', proof: 'code', codeTo: null, pinSet: null } as const;
      const said = { outcome, statement, locale: 'nl', device: null, version: '1' } as const;
      await answerByLink(
        meant,
        { ...said, identification: { ...identification, at: storage.edge.now().toISOString() } },
        distanceOf(setting, {}, 'UTC'),
        setting,
        async () => {},
      );
      return (await evidenceFile(meant.request.id, setting)) ?? '';
    };
    const pageOf = async () => {
      const { files: written, sha256 } = await hr.data<{ files: string[]; sha256: string }>('evidence 1007');
      const bytes = new Uint8Array(readFileSync(join(hr.folder, written[1] ?? '')));
      const text = execFileSync('pdftotext', ['-raw', join(hr.folder, written[1] ?? ''), '-'], { encoding: 'utf8' });
      return { bytes, sha256, digits: text.replace(/\s/g, ''), text };
    };
    const kept = () => storage.look((db) => db.selectFrom('evidence_page').select('sha256').execute());
    try {
      const declined = await answer('declined', 'Te veel reizen');
      clock.behave('error');
      const asked = clock.asked;
      expect((await hr.work()).err).toContain('HTTP 500');
      expect([clock.asked, await kept()]).toEqual([asked + 1, []]);
      clock.behave('none');
      // The worker tries again later; whoever asks for it now has it made.
      const first = await pageOf();
      expect(first.sha256).toBe(declined);
      expect(first.digits).toContain(declined);
      expect(first.text).toMatch(/elektronische\s+zegel van de werkgever/);
      expect(popplerOn(first.bytes).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);

      const acknowledged = await answer('acknowledged', 'Ik heb het gelezen');
      // What could not be done is tried again after a while.
      await storage.change((db) => db.updateTable('job').set({ due: '2026-12-01T00:00:00.000Z' }).execute());
      await hr.work();
      const [page] = await kept();
      const second = await pageOf();
      expect(second.digits).toContain(acknowledged);
      // What was made with the answer is what is handed out, to the byte.
      expect(createHash('sha256').update(second.bytes).digest('hex')).toBe(page?.sha256);
      expect(popplerOn(second.bytes).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);
      expect((await hr.run('verify')).code).toBe(0);
    } finally {
      await storage.close();
    }
  },
  60_000,
);

fully('never starts a program that a file names: the environment names it', async () => {
  wants('{ certificate: chain.pem, command: "touch started", level: B-B }');
  const { code, err } = await hr.run('issue --all --kind onboarding-plan --format pdf');
  expect([code, /command/.test(err), existsSync(join(hr.folder, 'started'))]).toEqual([1, true, false]);
});

/** The threads of a service over the same folder. */
function openThreads(day: string) {
  const edge = madeEdge(`threads ${day}`, `${day}T08:00:00.000Z`);
  const place = { folder: hr.folder, project: '.', target: { folder: join(hr.folder, 'register') } };
  const { workshop, close } = openWorkshops(place, edge, { ROLEWRIGHT_PASSPHRASE: passphrase });
  const by = { actor: { id: `a_${'1'.repeat(32)}`, name: 'Helen Carter' }, language: 'nl' as const };
  const run = (task: string, input: object): Promise<Outcome> => perform(tasks, task, input, () => workshop(by, task));
  const read = async () => (await workshop(by, 'status')).setting.storage.read;
  return { run, read, close };
}

fully('is what a service does too: it warns of a key that ends, waits for the time, and tells which paper waits', async () => {
  hr.write('soon.p12', authority.bytes('soon.p12'));
  person('2001', 'Eva Smit');
  wants(`{ key: soon.p12, timeServer: "${clock.url}" }`);
  await hr.data('people more.csv');
  const { run, read, close } = openThreads('2026-12-02');
  const id = (await (await read()).personByExternalId('2001'))?.id;
  const issuing = () => run('issue', { reach: 'everywhere', requestReach: [], kinds: ['job-description'], formats: ['pdf'], person: id });
  try {
    clock.behave('error');
    expect(await issuing()).toMatchObject({ refused: [{ code: 'seal-tsa-unreachable' }, { code: 'seal-papers-wait' }] });
    clock.behave('none');
    const { done } = (await issuing()) as { done: { items: { outcome: string; document: { id: string } }[]; problems: object[] } };
    expect(done.items.map(({ outcome }) => outcome)).toEqual(['finished']);
    expect(done.problems).toContainEqual({ code: 'seal-key-ends', severity: 'warning' });
    const issued = (await (await read()).eventsOf(done.items[0]?.document.id ?? '')).find(({ kind }) => kind === 'issued');
    expect(issued?.payload).toMatchObject({
      files: [{ format: 'pdf', seal: { level: 'B-T', signer: expect.stringContaining('Soon') as string } }, {}],
    });
  } finally {
    await close();
  }
});

fully('is what HR’s screen does as well, which stops at the seal and goes on once the time is there', async () => {
  const { run, close } = openThreads('2026-12-04');
  const asked = { who: 'role', role: 'office-manager', kinds: ['development-talk'], languages: ['nl'], formats: ['pdf'], on: '2026-12-04' };
  const attempt = (number: number, stems: readonly string[]) =>
    run('hr-issue', { run: 'run-seal', attempt: number, asked, stems, folder: 'out/screen' }) as Promise<{ done: IssuedPiece }>;
  try {
    // Nothing is kept of what was refused.
    expect(await attempt(1, [])).toMatchObject({ refused: [{ code: 'register-nobody-holds' }] });
    hr.day('2026-12-03');
    hr.write('more.csv', `${heading}\nPiet Vos,m,3001,office-manager,sales\nSaskia Bos,v,3002,office-manager,sales\n`);
    await hr.data('people more.csv');
    const { done: plan } = (await run('hr-plan', asked)) as { done: Plan };
    const stems = plan.papers.map(({ stem }) => stem);
    expect(stems).toHaveLength(2);
    clock.behave('error');
    const before = clock.asked;
    const { done: waiting } = await attempt(2, stems);
    expect([waiting.papers, clock.asked - before]).toEqual([[], 1]);
    expect(waiting.problems).toMatchObject([{ code: 'seal-key-ends' }, { code: 'seal-tsa-unreachable' }, { code: 'seal-papers-wait' }]);
    clock.behave('none');
    const { done: issued } = await attempt(3, stems);
    expect(issued.papers.map(({ outcome }) => outcome)).toEqual(['finished', 'issued']);
    for (const { files: named } of issued.papers)
      for (const file of named)
        expect(popplerOn(new Uint8Array(readFileSync(join(hr.folder, 'out/screen', file)))).map((line) => line.split(': ')[1])).toEqual([
          'Signature is Valid.',
        ]);
  } finally {
    await close();
  }
});

fully('seals acts of refusal at the other doors too, and notes a refusal whatever the key is', async () => {
  wants(`{ key: valid.p12, timeServer: "${clock.url}" }`);
  hr.day('2026-12-05');
  const requests = await hr.data<{ requests: { id: string }[] }>('request 1002 --kind job-description');
  const request = requests.requests[0]?.id ?? '';
  const { run, read, close } = openThreads('2026-12-06');
  const refuse = (more: object = {}) => run('refusal', { request, reason: null, witnesses: [], on: '2026-12-06', ...more });
  const state = async () => (await (await read()).request(request))?.state;
  try {
    wants('{ key: missing.p12, level: B-B }');
    expect(await refuse()).toMatchObject({ done: { act: null, waits: 'words' } });
    expect(await refuse({ close: true })).toMatchObject({ refused: [{ code: 'file-missing' }] });
    expect(await state()).toBe('declined');
    wants(`{ key: valid.p12, timeServer: "${clock.url}" }`);
    const { done } = (await refuse({ close: true })) as { done: { act: string; files: { format: string; sha256: string }[] } };
    const pdf = done.files.find(({ format }) => format === 'pdf')?.sha256 ?? '';
    const bytes = new Uint8Array(readFileSync(join(hr.folder, 'register/files', pdf.slice(0, 2), pdf.slice(2))));
    expect(popplerOn(bytes).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);
    expect(await state()).toBe('refused');
  } finally {
    await close();
  }
});
