/**
 * What a release is made of, as CycloneDX: `npm run --silent sbom > rolewright.cdx.json`, and with `-- server` the same of the server
 * package. npm knows what is installed beside us and takes what we carry for tools of development; LICENSES.txt knows what we carry.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The whole list of npm, of the lock file: both packages, their tools, and what depends on what. */
function listed() {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' };
  return JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], options));
}

/** What LICENSES.txt says a package carries: `name@version`. */
function carriedBy(part) {
  const titles = readFileSync(join(root, part, 'LICENSES.txt'), 'utf8').matchAll(/^=+\n(\S+) (\d\S*?)(?::.*)?\n=+$/gm);
  return [...titles].map(([, name, version]) => `${name}@${version}`);
}

/** The list for one of the two packages: `.` or `server`. */
export function sbomOf(part, list = listed()) {
  const { name, version, dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(join(root, part, 'package.json'), 'utf8'));
  const own = `${name}@${version}`;
  const edges = new Map(list.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const named = (ref) => ref.slice(0, ref.lastIndexOf('@'));
  const wanted = new Set(Object.keys(dependencies));
  const kept = new Set();
  const follow = (refs) => {
    for (const ref of refs)
      if (!kept.has(ref)) {
        kept.add(ref);
        follow(edges.get(ref) ?? []);
      }
  };
  const direct = (edges.get(own) ?? []).filter((ref) => wanted.has(named(ref)));
  const missing = [...wanted].filter((one) => !direct.some((ref) => named(ref) === one));
  if (missing.length > 0) throw new Error(`npm does not know ${missing.join(', ')}: npm ci`);
  follow(direct);
  const carried = new Set(carriedBy(part));
  const lost = [...carried].filter((one) => !list.components.some((component) => component['bom-ref'] === one));
  if (lost.length > 0) throw new Error(`npm does not know ${lost.join(', ')}: npm ci && npm run licences`);
  const components = list.components
    .filter((one) => kept.has(one['bom-ref']) || carried.has(one['bom-ref']))
    .map((one) =>
      carried.has(one['bom-ref']) ? { ...one, scope: 'required', properties: [{ name: 'cdx:npm:package:bundled', value: 'true' }] } : one,
    );
  const there = new Set([own, ...components.map((one) => one['bom-ref'])]);
  const within = (refs) => refs.filter((ref) => there.has(ref));
  const described =
    part === '.'
      ? list.metadata.component
      : (list.components.find((one) => one['bom-ref'] === own) ?? { 'bom-ref': own, type: 'library', version });
  const peers = Object.entries(peerDependencies).map(([peer, range]) => ({ name: 'cdx:npm:package:peer', value: `${peer}@${range}` }));
  return {
    ...list,
    metadata: { ...list.metadata, component: { ...described, name, ...(peers.length > 0 && { properties: peers }) } },
    components,
    dependencies: list.dependencies
      .filter(({ ref }) => there.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: ref === own ? within([...direct, ...carried]) : within(dependsOn) })),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(sbomOf(process.argv[2] === 'server' ? 'server' : '.'), null, 2));
