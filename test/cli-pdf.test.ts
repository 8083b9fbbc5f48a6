/** The choices that the command line gives for PDF files. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace/memory.js';

async function generate(line: string, files: Record<string, string> = {}): Promise<{ code: number; err: string; bytes: Uint8Array }> {
  const workspace = memoryWorkspace(files);
  let err = '';
  const code = await run({
    argv: `generate sales-manager --kind onboarding-checklist --locale nl --format pdf ${line}`.split(' ').filter(Boolean),
    environment: { LANG: 'en_GB.UTF-8' },
    out: () => {},
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
  });
  return { code, err, bytes: workspace.files.get('out/sales-manager/onboarding-checklist.nl.pdf') ?? new Uint8Array() };
}

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
const claim = (bytes: Uint8Array): string | undefined => /<pdfaid:part>(\d)</u.exec(Buffer.from(bytes).toString('latin1'))?.[1];

describe('generate', () => {
  it('makes PDF/A-2a to be filled in, unless it is told otherwise', async () => {
    const usual = await generate('');
    expect([usual.code, claim(usual.bytes)]).toEqual([0, '2']);
    expect(Object.keys((await (await open(usual.bytes)).getFieldObjects()) ?? {}).length).toBeGreaterThan(10);
    const flat = await generate('--pdf-profile 1a --flat');
    expect([flat.code, claim(flat.bytes)]).toEqual([0, '1']);
    expect(await (await open(flat.bytes)).getFieldObjects()).toBeNull();
  });

  it('puts the data of the role into PDF/A-3a, the same bytes each time', async () => {
    const [first, second] = [await generate('--pdf-profile 3a'), await generate('--pdf-profile 3a')];
    expect(claim(first.bytes)).toBe('3');
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const attachments = (await (await open(first.bytes)).getAttachments()) as Record<string, { filename: string; content: Uint8Array }>;
    const [file] = Object.values(attachments);
    expect(file?.filename).toBe('sales-manager.json');
    const source = JSON.parse(new TextDecoder().decode(file?.content)) as { data: { id: string } };
    expect(source).toMatchObject({ role: 'sales-manager', kind: 'onboarding-checklist', locale: 'nl', jurisdiction: 'nl' });
    expect(source.data.id).toBe('sales-manager');
  });

  it('makes what the organisation wants', async () => {
    const files = { 'firm.yaml': 'schema: 2\nname: Tulp\njurisdiction: nl\nlanguages: [nl]\npdfProfile: 1a\n' };
    const { code, bytes } = await generate('--organisation firm.yaml', files);
    expect([code, claim(bytes)]).toEqual([0, '1']);
  });

  it('names the profiles when it is given another', async () => {
    const { code, err } = await generate('--pdf-profile 2b');
    expect(code).toBe(2);
    for (const word of ['--pdf-profile', '2b', '1a', '2a', '3a']) expect(err).toContain(word);
  });
});
