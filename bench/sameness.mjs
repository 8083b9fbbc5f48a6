/** Whether a printed document says what it was given to say. Nobody is timed who leaves words out. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { pieces } from './content.mjs';

/** Throws when a text of the content is missing or broken up, or when words come on top. */
export function assertSameWords(content, bytes, format) {
  const printed = letters(wordsIn[format](bytes));
  const wanted = pieces(content).map(letters);
  const missing = wanted.find((piece) => !printed.includes(piece));
  if (missing !== undefined) throw new Error(`does not print “${missing}”`);
  const added = lettersOnly(printed).length - lettersOnly(wanted.join('')).length;
  if (added < 0 || added > spare(content, format)) throw new Error(`prints ${added} letters too many`);
}

/** Spaces, hyphens at the ends of lines, blanks and labels are each writer's own; letters and digits are not. */
const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const lettersOnly = (text) => text.replace(/\p{N}/gu, '');

/** Letters that may come on top: those of blanks, and in a PDF the heads of tables that go on overleaf. */
function spare({ parts, blanks }, format) {
  const heads = format === 'pdf' ? parts.filter(({ kind }) => kind === 'table').flatMap(({ header }) => header) : [];
  return letters([...blanks, ...heads].join('')).length;
}

const wordsIn = {
  docx: (bytes) =>
    [...strFromU8(unzipSync(bytes)['word/document.xml']).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => unescape(text))
      .join(''),
  /** In the order of painting, which keeps cells whole, and without the margins, of 50 pt, that the page number and the foot stand in. */
  pdf(bytes) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const file = join(folder, 'document.pdf');
    try {
      writeFileSync(file, bytes);
      return execFileSync('pdftotext', ['-raw', '-x', '0', '-y', '50', '-W', '600', '-H', '738', file, '-'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text) => text.replace(/&(\w+);/g, (_, name) => entities[name]);
