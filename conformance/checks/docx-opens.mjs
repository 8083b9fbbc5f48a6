/** LibreOffice reads the file and lays it out. */
export const docxOpens = {
  name: 'docx-opens',
  formats: ['docx'],
  programs: ['soffice'],
  async find(document, { libreOffice }) {
    return (await libreOffice())(document) ? [] : [{ place: 'file', message: 'LibreOffice cannot open it' }];
  },
};
