/** LibreOffice opens the spreadsheet. */
export const xlsxOpens = {
  name: 'xlsx-opens',
  formats: ['xlsx'],
  programs: ['LibreOffice Calc'],
  async find(document, { sheets }) {
    return (await sheets())(document) ? [] : [{ place: 'file', message: 'LibreOffice cannot open it' }];
  },
};
