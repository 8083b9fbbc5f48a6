import { openTrackedChanges } from '../tracked-changes.mjs';
import { follow, passagesOf, readings } from '../words.mjs';

/** One macro for all files. */
const opened = new WeakMap();

/** In LibreOffice, accepting all tracked changes gives the newer document and rejecting them the older one, number by number. */
export const redlineSettles = {
  name: 'redline-settles',
  formats: ['redline'],
  sample: 6,
  programs: ['soffice'],
  async find({ path, before, after }, context) {
    if (!opened.has(context)) opened.set(context, openTrackedChanges(context.scratch));
    const settle = await opened.get(context);
    const found = [];
    for (const [decision, tree] of [
      ['accept', after],
      ['reject', before],
    ]) {
      const text = await settle(path, decision);
      const findings =
        text === null ? [{ place: 'file', message: 'LibreOffice gives no text' }] : follow(passagesOf(tree, readings.docx), text);
      found.push(...findings.map(({ place, message }) => ({ place: `${decision} ${place}`, message })));
    }
    return found;
  },
};
