import { run } from '../program.mjs';

/** Poppler says that the file is tagged, current and not protected, has its title, and pages of a known size. */
export const pdfInformation = {
  name: 'pdf-information',
  formats: ['pdf'],
  programs: ['pdfinfo'],
  async find({ path, tree, options }) {
    const { code, output, messages } = await run('pdfinfo', ['-enc', 'UTF-8', path]);
    const facts = new Map(
      output
        .toString()
        .split('\n')
        .map((line) => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon), line.slice(colon + 1).trim()];
        }),
    );
    const wanted = {
      Title: tree.title,
      Subject: tree.subject,
      Author: tree.author === '' ? undefined : tree.author,
      Keywords: tree.keywords.length === 0 ? undefined : tree.keywords.join(', '),
      Tagged: 'yes',
      Suspects: 'no',
      Encrypted: 'no',
      JavaScript: 'no',
      'PDF version': options.profile === '1a' ? '1.4' : '1.7',
    };
    const wrong = Object.entries(wanted)
      .filter(([fact, value]) => facts.get(fact) !== value)
      .map(([place, value]) => ({ place, message: `is ${facts.get(place) ?? 'not given'} and should be ${value ?? 'left out'}` }));
    const errors = messages
      .split('\n')
      .filter((line) => /error/i.test(line))
      .map((message) => ({ place: 'file', message }));
    return [
      ...(code === 0 ? [] : [{ place: 'file', message: `pdfinfo ended with ${code}` }]),
      ...errors,
      ...wrong,
      ...(Number(facts.get('Pages')) >= 1 ? [] : [{ place: 'Pages', message: 'there are no pages' }]),
      ...(/\((A4|letter)\)$/.test(facts.get('Page size') ?? '')
        ? []
        : [{ place: 'Page size', message: `is ${facts.get('Page size')}, neither A4 nor Letter` }]),
    ];
  },
};
