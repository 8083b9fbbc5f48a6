import { withPdf } from '../pdf-reader.mjs';

const usual = '2a';

/** The file claims the profile that was asked for, and carries its source where the profile may carry one. */
export const pdfProfile = {
  name: 'pdf-profile',
  formats: ['pdf'],
  programs: [],
  find: ({ path, options: { profile = usual, attachment } }) =>
    withPdf(path, async (pdf) => {
      const { info, metadata } = await pdf.getMetadata();
      const packet = metadata?.getRaw() ?? '';
      const claim = (name) => new RegExp(`<${name}>(.*?)</${name}>`).exec(packet)?.[1] ?? 'not given';
      const attached = Object.values((await pdf.getAttachments()) ?? {}).map(({ content }) => new TextDecoder().decode(content));
      const facts = [
        ['pdfaid:part', claim('pdfaid:part'), profile[0]],
        ['pdfaid:conformance', claim('pdfaid:conformance'), 'A'],
        ['pdfuaid:part', claim('pdfuaid:part'), '1'],
        ['PDF version', info.PDFFormatVersion, profile === '1a' ? '1.4' : '1.7'],
        ['attachments', attached.length, profile === '3a' && attachment ? 1 : 0],
      ];
      return [
        ...facts
          .filter(([, is, should]) => is !== should)
          .map(([place, is, should]) => ({ place, message: `is ${is} and should be ${should}` })),
        ...attached
          .filter((words) => words !== new TextDecoder().decode(attachment?.bytes))
          .map(() => ({ place: 'attachments', message: 'what is attached is not the source of the document' })),
      ];
    }),
};
