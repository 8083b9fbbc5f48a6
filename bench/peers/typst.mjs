/**
 * Typst in this process: one compiler and its cache for all documents, so that what does not change is not set again.
 * The build for Linux on x64 is asked for by its own name: of this version the package that chooses a build names some
 * that are not published, and cannot be installed from a lock file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontFiles } from './fonts.mjs';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');

export const title = 'Typst, cache kept, untagged';
export const format = 'pdf';
export const packages = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'];

export const prepare = () => typesetter({ pdfTags: false });

/** A printer with its own compiler; `options` are those of the PDF export. */
export function typesetter(options) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: Object.values(fontFiles).map((file) => readFileSync(file)) }] });
  const mainFileContent = readFileSync(new URL('job-description.typ', import.meta.url), 'utf8');
  return (content) => compiler.pdf({ mainFileContent, inputs: { content: JSON.stringify(content) } }, options);
}
