/**
 * Older and other formats of text, made into Word files by LibreOffice where it is installed. It works in a folder of its own, with a
 * profile of its own: no macros run, nothing that a file links to is fetched, nobody is asked, and a window that is open stays as it is.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childProcess } from '../packages/installed.js';

/** Milliseconds; the first start of LibreOffice takes ten seconds on a slow machine. */
const patience = 90_000;
/** Bytes of a finished file; the reader of Word files takes no more. */
const most = 20 << 20;

/** How LibreOffice is called, by what the system calls it. */
const names = ['soffice', 'libreoffice'];

/** The bytes of a .docx file; “absent” where there is no LibreOffice, null where it cannot make one of these bytes. */
export type Converter = (bytes: Uint8Array, ending: string) => Uint8Array | 'absent' | null;

/** What stands in the profile: no macros, no links to other files, updated or not, and no active content. */
const settings = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
] as const;

const profileText = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${settings.map(([path, name, value]) => `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`).join('\n')}
</oor:items>
`;

/** Whatever would still ask the network finds a door that nobody opens. */
const nowhere = 'http://127.0.0.1:9';
const noNetwork = { http_proxy: nowhere, https_proxy: nowhere, ftp_proxy: nowhere, no_proxy: '' };

export function openSuite(environment: Readonly<Record<string, string | undefined>>): Converter {
  let missing = false;
  return (bytes, ending) => {
    if (missing) return 'absent';
    const folder = mkdtempSync(join(tmpdir(), 'rolewright-'));
    try {
      const source = join(folder, `file.${ending}`);
      writeFileSync(source, bytes);
      mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
      writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), profileText);
      const profile = pathToFileURL(join(folder, 'profile')).href;
      const args = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', 'docx', '--outdir', folder, source];
      for (const name of names) {
        const { error } = childProcess().spawnSync(name, args, {
          env: { ...environment, ...noNetwork },
          timeout: patience,
          killSignal: 'SIGKILL',
          shell: false,
          stdio: 'ignore',
          windowsHide: true,
        });
        if (error && 'code' in error && error.code === 'ENOENT') continue;
        if (!readdirSync(folder).includes('file.docx')) return null;
        const made = readFileSync(join(folder, 'file.docx'));
        return made.length > most ? null : new Uint8Array(made);
      }
      missing = true;
      return 'absent';
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
