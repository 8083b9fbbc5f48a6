/** An authority of its own for tests: certificates, lists and time-stamps, made by openssl in a folder that is removed afterwards. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whom it has certified. */
export type Holder = 'valid' | 'elliptic' | 'expired' | 'revoked' | 'wrong-usage' | 'no-signing' | 'early' | 'soon' | 'weak';

export interface Authority {
  readonly folder: string;
  /** The path of a file of it. */
  path(name: string): string;
  bytes(name: string): Uint8Array;
  /** Runs openssl in its folder. */
  openssl(...args: readonly string[]): Buffer;
  close(): void;
}

const config = `
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
serial = serial
crlnumber = crlnumber
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
organizationName = optional
countryName = optional
[req]
distinguished_name = name
prompt = no
[name]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[between]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = CA:false
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
[website]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
[secret]
basicConstraints = CA:false
keyUsage = critical, keyEncipherment
[clock]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = stamps
[stamps]
serial = tsa-serial
crypto_device = builtin
signer_cert = clock.pem
certs = between.pem
signer_key = clock.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[stamps-expired]
serial = tsa-serial
crypto_device = builtin
signer_cert = clock-expired.pem
certs = between.pem
signer_key = clock.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

const holders: Readonly<Record<Holder, { subject: string; extensions: string; from?: string; to?: string; key?: string }>> = {
  valid: { subject: '/O=ООО «Ромашка»/CN=ООО «Ромашка»', extensions: 'signer' },
  elliptic: { subject: '/O=Tulp B.V./CN=Tulp B.V.', extensions: 'signer', key: 'ec' },
  expired: { subject: '/CN=Expired', extensions: 'signer', from: '20200101000000Z', to: '20210101000000Z' },
  revoked: { subject: '/CN=Revoked', extensions: 'signer' },
  'wrong-usage': { subject: '/CN=Website', extensions: 'website' },
  'no-signing': { subject: '/CN=Secret', extensions: 'secret' },
  early: { subject: '/CN=Early', extensions: 'signer', from: '20700101000000Z', to: '20800101000000Z' },
  soon: { subject: '/CN=Soon', extensions: 'signer', from: '20200101000000Z', to: '20270101000000Z' },
  weak: { subject: '/CN=Weak', extensions: 'signer', key: 'weak' },
};

export const passphrase = 'ромашка 1';

const runIn =
  (folder: string) =>
  (...args: readonly string[]): Buffer =>
    execFileSync('openssl', [...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

let made: string | undefined;

/** An authority with a folder of its own. Keys are made once for all files that a worker of the test run takes. */
export function openAuthority(): Authority {
  if (made === undefined) {
    const first = (made = mkdtempSync(join(tmpdir(), 'rolewright-authority-')));
    process.once('exit', () => rmSync(first, { recursive: true, force: true }));
    makeAuthority(first);
  }
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-authority-'));
  cpSync(made, folder, { recursive: true });
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    openssl: runIn(folder),
    bytes: (name) => new Uint8Array(readFileSync(path(name))),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Makes a root, one between, and all holders, with keys as PKCS#12 of both ages. */
function makeAuthority(folder: string): void {
  const path = (name: string): string => join(folder, name);
  const openssl = runIn(folder);
  writeFileSync(path('own.cnf'), config);
  writeFileSync(path('index.txt'), '');
  writeFileSync(path('serial'), '1000');
  writeFileSync(path('crlnumber'), '01');
  writeFileSync(path('tsa-serial'), '01');
  writeFileSync(path('pass'), passphrase);
  const key = (name: string, kind = 'rsa'): void => {
    if (kind === 'ec') openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
    else openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${kind === 'weak' ? '1024' : '2048'}`, '-out', `${name}.key`);
  };
  const request = (name: string, subject: string, keyOf = name): void =>
    void openssl('req', '-new', '-utf8', '-key', `${keyOf}.key`, '-subj', subject, '-config', 'own.cnf', '-out', `${name}.csr`);
  const certify = (name: string, by: string, extensions: string, from = '20200101000000Z', to = '20900101000000Z'): void =>
    void openssl(
      ...['ca', '-batch', '-notext', '-utf8', '-config', 'own.cnf', '-cert', `${by}.pem`, '-keyfile', `${by}.key`],
      ...['-extensions', extensions, '-startdate', from, '-enddate', to, '-in', `${name}.csr`, '-out', `${name}.pem`],
    );
  key('root');
  request('root', '/O=Test/CN=Test Root');
  openssl(
    ...['ca', '-batch', '-notext', '-selfsign', '-config', 'own.cnf', '-keyfile', 'root.key', '-extensions', 'root'],
    ...['-startdate', '20200101000000Z', '-enddate', '20900101000000Z', '-in', 'root.csr', '-out', 'root.pem'],
  );
  key('between');
  request('between', '/O=Test/CN=Test Between');
  certify('between', 'root', 'between');
  key('clock');
  request('clock', '/O=Test/CN=Test Clock');
  certify('clock', 'between', 'clock');
  request('clock-expired', '/O=Test/CN=Test Clock of Old', 'clock');
  certify('clock-expired', 'between', 'clock', '20200101000000Z', '20210101000000Z');
  key('shared');
  for (const [name, { subject, extensions, from, to, key: kind }] of Object.entries(holders)) {
    if (kind === undefined) writeFileSync(path(`${name}.key`), readFileSync(path('shared.key')));
    else key(name, kind);
    request(name, subject);
    certify(name, 'between', extensions, from, to);
    pack(name);
  }
  pack('valid', 'legacy', ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-RC2-40', '-macalg', 'sha1']);
  pack('elliptic', 'elliptic-legacy', ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']);
  openssl('ca', '-config', 'own.cnf', '-cert', 'between.pem', '-keyfile', 'between.key', '-revoke', 'revoked.pem');
  const list = (by: string): void =>
    void openssl(
      'ca',
      '-gencrl',
      '-config',
      'own.cnf',
      '-crldays',
      '9000',
      '-cert',
      `${by}.pem`,
      '-keyfile',
      `${by}.key`,
      '-out',
      `${by}.crl`,
    );
  list('between');
  list('root');

  function pack(name: string, as = name, how: readonly string[] = []): void {
    openssl(
      ...['pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'between.pem'],
      ...['-passout', 'file:pass', ...how, '-out', `${as}.p12`],
    );
  }
}

/** What a server of time may do instead of its work. */
export type Mischief = 'none' | 'expired' | 'wrong-imprint' | 'wrong-nonce' | 'slow' | 'error' | 'nonsense' | 'endless' | 'rejects';

export interface Clock {
  readonly url: string;
  readonly asked: number;
  behave(how: Mischief): void;
  close(): Promise<void>;
}

/** A server of time (RFC 3161) on this machine, over `openssl ts`. */
export async function openClock({ folder, openssl, path }: Authority): Promise<Clock> {
  let mischief: Mischief = 'none';
  let asked = 0;
  /** One after another: openssl counts in a file. */
  let before: Promise<unknown> = Promise.resolve();
  const other = path('other.tsq');
  writeFileSync(path('other'), 'something else');
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked += 1;
      const query = Buffer.concat(parts);
      const answer = (body: Buffer, status = 200): void => {
        response.writeHead(status, { 'content-type': 'application/timestamp-reply' });
        response.end(body);
      };
      if (mischief === 'slow') return;
      if (mischief === 'error') return answer(Buffer.from('out of order'), 500);
      if (mischief === 'nonsense') return answer(Buffer.from('<html>Sign in</html>'));
      if (mischief === 'endless') {
        const more = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
        response.on('close', () => clearInterval(more));
        return;
      }
      const section = mischief === 'expired' ? 'stamps-expired' : 'stamps';
      if (mischief === 'wrong-imprint') openssl('ts', '-query', '-data', 'other', '-sha256', '-cert', '-out', 'other.tsq');
      // An answer to the same digest with another nonce.
      if (mischief === 'wrong-nonce') openssl('ts', '-query', '-digest', imprintOf(query), '-sha256', '-cert', '-out', 'other.tsq');
      const asksOther = mischief === 'wrong-imprint' || mischief === 'wrong-nonce';
      const number = `${String(process.pid)}-${String(asked)}.tsq`;
      writeFileSync(path(number), mischief === 'rejects' ? query.subarray(0, query.length - 40) : query);
      before = before.then(
        () =>
          new Promise<void>((done) => {
            const reply = ['ts', '-reply', '-config', 'own.cnf', '-section', section, '-queryfile', asksOther ? other : number];
            const program = spawn('openssl', reply, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
            const out: Buffer[] = [];
            program.stdout.on('data', (part: Buffer) => out.push(part));
            program.on('close', () => {
              answer(Buffer.concat(out));
              done();
            });
          }),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    get asked() {
      return asked;
    },
    behave: (how) => void (mischief = how),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** The digest in a request: behind its octet string of 32 bytes. */
const imprintOf = (query: Buffer): string =>
  query
    .subarray(query.indexOf(Buffer.from([0x04, 0x20])) + 2)
    .subarray(0, 32)
    .toString('hex');
