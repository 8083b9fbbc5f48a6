/** Opening an address in the browser of whoever sits at this machine. */
import { spawn } from 'node:child_process';
import { platform } from '../edge.js';

/** Without a shell: what is in the address is one word to them. */
const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Whether there is a way to try; that the browser comes up nobody can tell. */
export function openInBrowser(address: string): boolean {
  const [command, ...words] = openers[platform()] ?? [];
  if (command === undefined) return false;
  try {
    const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
    // A machine without such a program says so later than anybody waits.
    child.on('error', () => {});
    child.unref();
    return true;
  } catch {
    return false;
  }
}
