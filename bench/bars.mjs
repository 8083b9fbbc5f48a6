/** What each comparison has to reach: our median divided by theirs. A bar without an aim is the aim itself. */
export const bars = {
  same: {
    'limit.mjs': { bar: 3, aim: 2 },
    'peers/docxtemplater.mjs': { bar: 0.6, aim: 0.35 },
    'peers/easy-template-x.mjs': { bar: 1, aim: 0.5 },
    'peers/docx-templates.mjs': { bar: 0.4 },
    'peers/docx.mjs': { bar: 0.4 },
    'peers/pdfmake.mjs': { bar: 0.05 },
    'peers/react-pdf.mjs': { bar: 0.05 },
    'peers/typst.mjs': { bar: 1, aim: 0.5 },
    'peers/libre-office.mjs started': { bar: 0.02 },
    'peers/libre-office.mjs kept': { bar: 0.1 },
  },
  new: {
    'limit.mjs': { bar: 6, aim: 4 },
    'peers/docxtemplater.mjs': { bar: 0.7, aim: 0.4 },
    'peers/easy-template-x.mjs': { bar: 0.95, aim: 0.5 },
    'peers/docx.mjs': { bar: 0.8, aim: 0.45 },
    'peers/pdfmake.mjs': { bar: 0.12, aim: 0.08 },
    'peers/react-pdf.mjs': { bar: 0.04 },
    'peers/typst.mjs': { bar: 0.4, aim: 0.25 },
    'peers/typst-tagged.mjs': { bar: 0.35, aim: 0.25 },
  },
};
