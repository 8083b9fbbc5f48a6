import { axeFindings } from '../axe.mjs';

/** In Chromium, by day and by night, on a telephone and on a desk, axe-core finds nothing against WCAG 2.2 AA, and tables stay tables. */
export const htmlAxe = {
  name: 'html-axe',
  formats: ['html', 'report'],
  programs: ['chromium'],
  sample: 12,
  findAll: (documents) => axeFindings(documents),
};
