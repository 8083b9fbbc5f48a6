import { run } from '../program.mjs';

/** Every font is in the file, cut down to the letters used, with outlines and with a way back to the words. */
export const pdfFonts = {
  name: 'pdf-fonts',
  formats: ['pdf'],
  programs: ['pdffonts'],
  async find({ path }) {
    const { output } = await run('pdffonts', [path]);
    const fonts = output
      .toString()
      .split('\n')
      .slice(2)
      .flatMap((line) => {
        const [, kind, embedded, subset, unicode] = /^(.*?)\s+(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(line) ?? [];
        return kind === undefined ? [] : [{ place: kind.replace(/\s+/g, ' '), embedded, subset, unicode }];
      });
    if (fonts.length === 0) return [{ place: 'file', message: 'there are no fonts' }];
    return fonts.flatMap(({ place, embedded, subset, unicode }) =>
      [
        ...(embedded === 'yes' ? [] : ['the font is not embedded']),
        ...(subset === 'yes' ? [] : ['the font is not a subset']),
        ...(unicode === 'yes' ? [] : ['the font does not say which characters its glyphs are']),
        ...(/Type 3/.test(place) ? ['the font is of type 3'] : []),
      ].map((message) => ({ place, message })),
    );
  },
};
