/** LibreOffice makes Word files of other texts, and fetches nothing that they link to. Looked at where it is installed, in the run of everything. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWord } from '../src/ooxml/word/read-word.js';
import { openSuite } from '../src/workspace/office-suite.js';

const isThere = process.env.FULL !== undefined && spawnSync('soffice', ['--version']).status === 0;

const manifest = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

/** A text with a picture that lies at an address. */
const linked = (address: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(`<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
<office:body><office:text><text:p>Job description</text:p><text:p><draw:frame svg:width="3cm" svg:height="3cm">
<draw:image xlink:href="${address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
</office:text></office:body></office:document-content>`),
  });

describe.runIf(isThere)('a text that LibreOffice makes a Word file of', () => {
  it('keeps its words, and what it links to stays where it is', { timeout: 120_000 }, async () => {
    let asked = 0;
    const server = createServer().on('connection', (socket) => {
      asked += 1;
      socket.destroy();
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const made = openSuite(process.env)(linked(`http://127.0.0.1:${port}/picture.png`), 'odt');
    // Whoever knocked while the process waited is heard now.
    await setTimeout(100);
    server.close();
    expect(asked).toBe(0);
    const { pieces } = readWord(made instanceof Uint8Array ? made : expect.fail('no Word file'));
    expect(pieces.map((piece) => (piece.kind === 'paragraph' ? piece.text : ''))).toContain('Job description');
  });
});
