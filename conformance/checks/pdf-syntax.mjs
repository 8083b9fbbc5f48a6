import { run } from '../program.mjs';

/** qpdf finds no error and nothing to warn of in the structure of the file. */
export const pdfSyntax = {
  name: 'pdf-syntax',
  formats: ['pdf'],
  programs: ['qpdf'],
  async find({ path }) {
    const { code, output, messages } = await run('qpdf', ['--check', path]);
    if (code === 0) return [];
    const lines = `${output}${messages}`.split('\n').filter((line) => /^(WARNING|ERROR)|^qpdf:|error/i.test(line));
    return (lines.length > 0 ? lines : [`qpdf ended with ${code}`]).map((message) => ({
      place: 'file',
      message: message.replaceAll(path, 'the file'),
    }));
  },
};
