/** What poppler and openssl say of a sealed file, and a key of openssl’s. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes `key.p12` and `root.pem` in a folder. */
export function makeKey(folder) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const usage = ['-addext', 'keyUsage=critical,digitalSignature', '-addext', 'extendedKeyUsage=emailProtection'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Bench Root',
  );
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.key', '-out', 'key.csr', '-subj', '/CN=Bench', ...usage);
  openssl(
    'x509',
    '-req',
    '-in',
    'key.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-days',
    '30',
    '-copy_extensions',
    'copy',
    '-out',
    'key.pem',
  );
  openssl('pkcs12', '-export', '-inkey', 'key.key', '-in', 'key.pem', '-passout', 'pass:bench', '-out', 'key.p12');
}

/** How many signatures a file has, and how many of them poppler takes for valid. Throws where openssl does not verify the last one. */
export function judge(path, root) {
  const bytes = readFileSync(path);
  const text = bytes.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange ?\[0 (\d+) (\d+) (\d+) *\]/g)].map((match) => match.slice(1).map(Number));
  const [start, end, rest] = ranges.at(-1);
  writeFileSync(`${path}.der`, Buffer.from(text.slice(start + 1, end - 1), 'hex'));
  writeFileSync(`${path}.content`, Buffer.concat([bytes.subarray(0, start), bytes.subarray(end, end + rest)]));
  const flags = ['-inform', 'DER', '-binary', '-purpose', 'any', '-cades', '-CAfile', root, '-out', '/dev/null'];
  execFileSync('openssl', ['cms', '-verify', '-in', `${path}.der`, '-content', `${path}.content`, ...flags], { stdio: 'pipe' });
  const told = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
  return { signatures: ranges.length, poppler: told.split('Signature is Valid.').length - 1 };
}
