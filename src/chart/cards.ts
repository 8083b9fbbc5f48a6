/** What stands in the boxes of a chart, and how high they are for it. */
import type { ChartText } from '../document/document.js';
import type { Branch } from './branches.js';
import { point } from './lettering.js';
import type { Letters, Lettering } from './lettering.js';
import type { Speech } from './speech.js';

/** A line of text in a box, from the upper left corner of the box. */
export type CardText = ChartText;

export interface Card {
  readonly height: number;
  readonly texts: readonly CardText[];
  readonly vacant: boolean;
}

/**
 * The box of a position.
 * - `whole`: all that is below it is on the same sheet, or nothing is
 * - `leading`: another sheet shows what is below it
 * - `about`: the sheet is about it
 */
export type Manner = 'whole' | 'leading' | 'about';

export interface Cards {
  /** `sheet` is the number of the sheet that a leading box leads to. */
  position(branch: Branch, manner: Manner, sheet: number): Card;
  /** The superior of whoever the sheet is about; null for a sheet where no chart shows that position. */
  superior(branch: Branch, sheet: number | null): Card;
  /** In place of whoever the sheet is about, where it goes on with those below them. */
  continued(branch: Branch, sheet: number): Card;
  /** Leads to the sheet that goes on. */
  goesOn(sheet: number): Card;
}

const title: Lettering = { size: 8, strong: true, emphasis: false };
const name: Lettering = { size: 7.5, strong: false, emphasis: false };
const vacancy: Lettering = { size: 7.5, strong: false, emphasis: true };
/** Nothing is smaller. */
const small: Lettering = { size: 7, strong: false, emphasis: false };

/** Between the edges of a box and its text, at the left with the band, mm. */
const padding = { left: 2.6, right: 1.2, top: 1.2, bottom: 1.3 } as const;

/** From baseline to baseline, and from the upper edge of a line to its baseline, in sizes of the type. */
const [leading, ascent] = [1.2, 0.95];

/** Names that a box has room for; more holders are counted. */
const mostNamed = 2;

/** A text to be set: how, in how many lines at most. */
interface Said extends Lettering {
  readonly text: string;
  readonly tone: ChartText['tone'];
  readonly most: number;
}

const said = (text: string, lettering: Lettering, tone: ChartText['tone'] = 'text', most = 1): Said => ({ ...lettering, text, tone, most });

/** Cards for boxes of `width` mm. */
export function cardsOf(width: number, speech: Speech, letters: Letters): Cards {
  const room = width - padding.left - padding.right;
  const set = (all: readonly Said[], vacant = false): Card => {
    const texts: CardText[] = [];
    let y = padding.top;
    for (const { text, tone, most, ...lettering } of all) {
      for (const value of letters.lines(text, lettering, room, most)) {
        texts.push({ ...lettering, value, tone, x: padding.left, y: y + ascent * lettering.size * point });
        y += leading * lettering.size * point;
      }
    }
    return { height: y + padding.bottom, texts, vacant };
  };
  const { phrase } = speech;
  // A branch is measured many times over before its sheet is settled.
  const known = new Map<Branch, Partial<Record<Manner, Card>>>();
  const position = (branch: Branch, manner: Manner, sheet: number): Card => {
    const { position: own, department } = branch.place;
    const { names, count, vacancy: vacant, units, empty } = speech.holding(own, mostNamed);
    return set(
      [
        ...(department && (manner === 'about' || branch.startsDepartment) ? [said(speech.department(department), small, 'quiet', 2)] : []),
        said(speech.title(own), title, 'text', 4),
        ...names.map((one) => said(one, name, 'text', 3)),
        ...(count === null ? [] : [said(count, name)]),
        ...(vacant === null ? [] : [said(vacant, vacancy)]),
        ...(units === null ? [] : [said(units, small, 'quiet')]),
        ...(manner === 'leading' ? [said(phrase('chart.leads', { sheet, count: branch.size - 1 }), name, 'link')] : []),
      ],
      empty,
    );
  };
  return {
    position(branch, manner, sheet) {
      const cards = known.get(branch) ?? {};
      known.set(branch, cards);
      return sheet === 0 ? (cards[manner] ??= position(branch, manner, 0)) : position(branch, manner, sheet);
    },
    superior: ({ superior }, sheet) =>
      set([
        said(phrase('chart.reports-to'), small, 'quiet'),
        ...(superior ? [said(speech.title(superior.position), name, 'text', 3)] : []),
        ...(sheet === null ? [] : [said(phrase('chart.sheet', { sheet }), name, 'link')]),
      ]),
    continued: ({ place }, sheet) =>
      set([said(speech.title(place.position), title, 'text', 3), said(phrase('chart.continues', { sheet }), name, 'link')]),
    goesOn: (sheet) => set([said(phrase('chart.goes-on', { sheet }), name, 'link')]),
  };
}
