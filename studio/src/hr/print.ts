/** Files that the server makes for a request, given to the browser as downloads. */
import { fetchFile } from '../api.js';

/** The sheet to sign: that it was printed is noted, and its code is what the scan is known by. */
export async function printSheet(request: string, name: string): Promise<void> {
  const { bytes } = await fetchFile(`../requests/${request}/sheet`, true);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
