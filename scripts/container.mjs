/**
 * Goes through the example of a container, docs/service.md, in a folder that is a small Debian of its own: no engine for containers is
 * needed, and none is tried. The packages are those of this source, Node.js that of this machine. `npm run container`, as root, where
 * debootstrap is; otherwise it says why it does not, which counts as a failure with CI=true. The last line counts the steps.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

const root = fileURLToPath(new URL('..', import.meta.url));
const obstacle = obstacleHere();
if (obstacle) {
  console.log(`skipped: the example of a container is not gone through, since ${obstacle}`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const example = readFileSync(join(root, 'docs/service.md'), 'utf8').match(/^```dockerfile\n([^]*?)^```/m)?.[1] ?? '';
const lines = example
  .trim()
  .split('\n')
  .map((line) => /^([A-Z]+) (.+)$/.exec(line)?.slice(1) ?? []);
const of = (word) => lines.filter(([name]) => name === word).map(([, rest]) => rest);

/** The user of the images of Node.js. */
const user = { name: 'node', id: '1000' };
const place = mkdtempSync(join(tmpdir(), 'rolewright-container-'));
// A folder for one user alone would be a root that nobody else can enter.
chmodSync(place, 0o755);
const authorities = 'etc/ssl/certs/ca-certificates.crt';
const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  ...(existsSync(`/${authorities}`) && { NODE_EXTRA_CA_CERTS: `/${authorities}` }),
};

let passed = 0;
let failed = 0;
function step(name, isGood, told = '') {
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}${isGood ? '' : `\n${told}`}`);
}

try {
  step(
    'has the lines that are gone through',
    ['FROM', 'RUN', 'USER', 'WORKDIR', 'CMD'].every((word) => of(word).length === 1),
    example,
  );
  build();
  await serve();
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function obstacleHere() {
  if (process.getuid?.() !== 0) return 'only root may change into another root';
  if (spawnSync('debootstrap', ['--version']).error) return 'debootstrap is not installed';
  return null;
}

/** FROM and RUN: Debian with this Node.js, and what npm makes of the packages of this source there. */
function build() {
  const made = spawnSync('debootstrap', ['--variant=minbase', 'bookworm', place], { encoding: 'utf8' });
  step(`FROM ${of('FROM')[0]}, as Debian with Node.js ${process.versions.node}`, made.status === 0, made.stdout + made.stderr);
  const node = realpathSync(process.execPath);
  cpSync(node, join(place, 'usr/local/bin/node'));
  const npm = join(dirname(node), '../lib/node_modules/npm');
  cpSync(npm, join(place, 'usr/local/lib/node_modules/npm'), { recursive: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(place, 'usr/local/bin/npm'));
  for (const file of ['etc/resolv.conf', 'etc/hosts', authorities].filter((one) => existsSync(`/${one}`))) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    cpSync(`/${file}`, join(place, file), { dereference: true });
  }
  inside(`useradd --create-home --uid ${user.id} ${user.name}`);
  mkdirSync(join(place, 'packed'));
  const pack = (...words) => spawnSync('npm', ['pack', '--silent', '--pack-destination', join(place, 'packed'), ...words], { cwd: root });
  pack();
  pack('--workspace', 'rolewright-server');
  const [run = ''] = of('RUN');
  const packed = readdirSync(join(place, 'packed')).map((file) => `/packed/${file}`);
  const installed = inside(run.replace('rolewright rolewright-server', packed.join(' ')));
  step(`RUN ${run}, of what is packed here`, installed.status === 0 && packed.length === 2, installed.stdout + installed.stderr);
  step('and npm warns of nothing', !/warn/i.test(installed.stderr), installed.stderr);
}

/** USER, WORKDIR and CMD: a project that belongs to the user, served until it is told to stop. */
async function serve() {
  const [work = '', command = '[]'] = [of('WORKDIR')[0], of('CMD')[0]];
  mkdirSync(join(place, work));
  inside(`chown ${user.id}:${user.id} ${work}`);
  const asUser = ['--userspec', `${user.id}:${user.id}`];
  const prepared = inside(`cd ${work} && rolewright init . && rolewright register init`, asUser);
  step(`a project in ${work}, of the user ${of('USER')[0]}`, prepared.status === 0, prepared.stdout + prepared.stderr);
  const port = await freePort();
  const words = JSON.parse(command).map((word) => `'${word}'`);
  const service = spawn('chroot', [...asUser, place, 'sh', '-c', `cd ${work} && exec ${words.join(' ')} --port ${port}`], {
    env: { ...environment, HOME: `/home/${user.name}` },
  });
  let told = '';
  for (const stream of [service.stdout, service.stderr]) stream.on('data', (bytes) => (told += bytes));
  const ended = new Promise((resolve) => service.once('exit', (code) => resolve(code)));
  step(`CMD ${command}`, await isUp(port), told);
  service.kill('SIGTERM');
  const code = await Promise.race([ended, wait(30_000, 'nothing')]);
  step('and it leaves when it is told to', code === 0, `${code}\n${told}`);
}

function inside(line, words = []) {
  return spawnSync('chroot', [...words, place, 'sh', '-c', line], {
    encoding: 'utf8',
    env: { ...environment, HOME: words.length > 0 ? `/home/${user.name}` : '/root', npm_config_update_notifier: 'false' },
  });
}

async function isUp(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await globalThis.fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await wait(200);
  }
  return false;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
