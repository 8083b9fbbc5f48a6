/** What a page may load and run: its own style and script, known by their hashes, and its own pictures; nothing else. */
import { sha256 } from '../../content/sha256.js';

/** The Content-Security-Policy of a page. */
export function policy(style: string, script: string | null): string {
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src ${source(style)}`,
    ...(script === null ? [] : [`script-src ${source(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const source = (text: string): string => `'sha256-${sha256(text, 'base64')}'`;
