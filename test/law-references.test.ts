/** How far the law that we cite was looked up, and that nobody is sent to an article that nobody has read. */
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script of the project, without types
import * as reference from '../scripts/law-reference.mjs';
import { locales } from '../src/document/document.js';
import { cited, standingOf } from '../src/law/citation.js';
import type { Standing } from '../src/law/citation.js';
import { jurisdictionIds, openLibrary } from '../src/shelf/library.js';
import { namedLaw } from '../src/view/starting.js';
import { packageWorkspace } from '../src/workspace/disk.js';

interface Reference {
  citation: string;
  address: string | null;
  checked: string | null;
  state: Standing;
  used: string[];
}

const { references } = reference as { references(): Promise<Reference[]> };
const all = await references();
const library = openLibrary(packageWorkspace());

/** An article, section, paragraph or the like, as the four countries cite it. */
const article = /(?<!\p{L})(?:ст\.|стать\p{L}|п\.|§|arts?\.|artikel\p{L}*|articles?|ss?\.|sections?|reg\.|paras?\.) ?\d/iu;

describe('our references to the law', () => {
  it('say where they were read and on which day, unless they are open', () => {
    for (const one of all) {
      if (one.state === 'open') expect(one.checked, one.citation).toBeNull();
      else {
        expect(one.address, one.citation).toMatch(/^https?:/);
        expect(one.checked, one.citation).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('are open in one case of ten at the most', () => {
    const open = all.filter(({ state }) => state === 'open');
    expect(open.length / all.length, open.map(({ citation }) => citation).join('; ')).toBeLessThanOrEqual(0.1);
  });

  it('name no article in findings and terms of keeping while they are open', () => {
    const told = all.filter(({ state, used }) => state === 'open' && used.some((file) => !file.startsWith('jurisdictions/')));
    expect(told.map(({ citation }) => citation).filter((citation) => article.test(citation))).toEqual([]);
  });

  it('are named in documents without an article while they are open', () => {
    for (const id of jurisdictionIds) {
      const jurisdiction = library.jurisdiction(id);
      const names = jurisdiction.laws
        .filter((law) => standingOf(law) === 'open')
        .flatMap((law) => locales.map((locale) => namedLaw(law.id, { jurisdiction, locale })));
      expect(names.filter((name) => name !== null && article.test(name))).toEqual([]);
    }
  });

  it('are not rested on by a wording with an article while they are open', () => {
    for (const id of jurisdictionIds) {
      const { laws, responsibility, liabilityNotes, final, clauses, mentorNote, probation, policies } = library.jurisdiction(id);
      const open = new Set(laws.filter((law) => standingOf(law) === 'open').map((law) => law.id));
      const wordings = [
        ...Object.values({ ...responsibility, ...clauses }),
        ...[...liabilityNotes, ...final.annex, ...final['local-act'], ...probation.rules, ...policies],
        ...(mentorNote ? [mentorNote] : []),
      ];
      const resting = wordings.filter(({ law }) => law !== null && open.has(law));
      expect(resting.flatMap(({ text }) => Object.values(text)).filter((text) => article.test(text))).toEqual([]);
    }
  });
});

describe('a reference', () => {
  const dutch = library.jurisdiction('nl');
  const unread = { ...dutch, laws: dutch.laws.map((law) => ({ ...law, checked: null })) };

  it('is cited with the day on which its wording was read', () => {
    expect(cited('art. 1', { checked: '2026-11-29', read: 'text' })).toBe('art. 1 [2026-11-29]');
    expect(cited('art. 1', { checked: '2026-11-29' })).toBe('art. 1 [2026-11-29]');
    expect(cited('art. 1', { checked: '2026-11-29', read: 'secondary' })).toBe('art. 1');
    expect(cited('art. 1', { checked: null })).toBe('art. 1');
  });

  it('is not named in documents while it is open, unless there are words for the act', () => {
    const named = { ru: 'ГК Нидерландов', en: 'Dutch Civil Code', nl: 'Burgerlijk Wetboek' };
    const general = { ...unread, laws: unread.laws.map((law) => ({ ...law, act: named })) };
    expect(namedLaw('bw-7-652', { jurisdiction: dutch, locale: 'nl' })).toBe('art. 7:652 BW');
    expect(namedLaw('bw-7-652', { jurisdiction: unread, locale: 'nl' })).toBeNull();
    expect(namedLaw('bw-7-652', { jurisdiction: general, locale: 'en' })).toBe('Dutch Civil Code');
  });
});
