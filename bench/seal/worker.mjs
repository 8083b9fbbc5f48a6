/** A worker of the trial: seals the paper that it is told, writes it whole or not at all, and asks for the next. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontBytes, openWorkspace, Refusal } from '../../dist/library.js';
import { keyFromP12 } from '../../server/dist/sign/keys.js';
import { sealPdf } from '../../server/dist/sign/seal.js';

const [, , folder] = process.argv;
const key = await keyFromP12(readFileSync(join(folder, 'keys/key.p12')), 'bench');
const fonts = { serif: await fontBytes('serif'), sans: await fontBytes('sans') };
const workspace = openWorkspace(folder);

process.on('message', async (name) => {
  if (name === 'end') process.exit(0);
  const before = process.cpuUsage();
  const sealed = await sealPdf(readFileSync(join(folder, 'papers', name)), key, {
    ...{ field: null, now: new Date(), level: 'B-B', stampTime: null, label: 'Seal' },
    sign: ({ family }) => ({ lines: ['Bench'], font: fonts[family] }),
  });
  if ('code' in sealed) throw new Error(`${name}: ${sealed.code}`);
  const { user, system } = process.cpuUsage(before);
  process.send({ used: user + system, twice: !written(name, sealed.bytes) });
});

/** False for what another has written before it died. */
function written(name, bytes) {
  try {
    workspace.writeAll([{ path: name, bytes }], { folder: 'sealed' });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
