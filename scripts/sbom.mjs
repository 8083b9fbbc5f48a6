/**
 * What a release is made of, as CycloneDX: `npm run --silent sbom > rolewright.cdx.json`. npm knows what is installed beside
 * us and takes what we carry for tools of development; LICENSES.txt knows what we carry.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' };
const list = JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], options));

const titles = readFileSync(join(root, 'LICENSES.txt'), 'utf8').matchAll(/^=+\n(\S+) (\d\S*?)(?::.*)?\n=+$/gm);
const carried = new Set([...titles].map(([, name, version]) => `${name}@${version}`));

const isDevelopment = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
const components = list.components
  .filter((one) => carried.has(one['bom-ref']) || !isDevelopment(one))
  .map((one) =>
    carried.has(one['bom-ref']) ? { ...one, scope: 'required', properties: [{ name: 'cdx:npm:package:bundled', value: 'true' }] } : one,
  );
const kept = new Set([list.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const lost = [...carried].filter((one) => !kept.has(one));
if (lost.length > 0) throw new Error(`npm does not know ${lost.join(', ')}: npm ci && npm run licences`);
const dependencies = list.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
list.metadata.component.name = 'rolewright';
console.log(JSON.stringify({ ...list, components, dependencies }, null, 2));
