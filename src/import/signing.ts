/** Places to sign, and who signed: recognised so that they stay out of the role. */
import { cellText } from './table-kinds.js';
import type { Line, TableBlock } from './lines.js';
import { numberOf } from './lines.js';
import { nameOf, namesIn } from './people.js';
import { isPostLike, labelIn } from './requisites.js';
import { isDateOrNumber } from './head.js';
import type { Work } from './work.js';
import { firstOf, hasWords, levelled } from './words.js';

const line = /_{4,}|\.{6,}|…{3,}/u;

const isSigning = (text: string, work: Work): boolean => firstOf(levelled(text), work.rules.phrases(work.rules.words.signature)) !== null;

/** All cells are places to sign, names, dates and what they are called. */
export function isSignatureTable(table: TableBlock, work: Work): boolean {
  const cells = table.rows.flat().filter((cell) => cell.lines.length > 0);
  const texts = cells.map(cellText);
  const said = texts.filter(hasWords);
  if (said.length === 0) return texts.length > 0 && texts.some((text) => line.test(text) || text.trim() === '');
  const { patterns } = work.rules;
  const isPlace = (text: string): boolean =>
    (isSigning(text, work) && text.length < 160) || line.test(text) || isDateOrNumber(text, patterns) || namesIn(text, patterns).length > 0;
  const isPerson = (text: string): boolean => labelIn(text, work)?.key === 'holder' || isName(text, work);
  if (!said.some(isPlace)) return false;
  const places = said.filter((text) => isPlace(text) || isPerson(text)).length;
  return said.every((text) => isPlace(text) || text.length < 60) && places * 2 >= said.length;
}

/** «Иванова Наталья»: two or three words with capitals that are no post. */
const isName = (text: string, work: Work): boolean =>
  /^\p{Lu}\p{Ll}+(?: (?:\p{Lu}\p{Ll}+|\p{Lu}\.|\p{Ll}{2,3})){1,3}$/u.test(text.trim()) &&
  !isPostLike(text, work) &&
  nameOf(text, work.rules.patterns) !== null;

export class SigningTail {
  #isOpen = false;

  constructor(readonly work: Work) {}

  close(): void {
    this.#isOpen = false;
  }

  /** A line among signatures: a name is kept apart and told, the rest is a place to sign. */
  leave(one: Line): void {
    const { ledger, organisation, rules } = this.work;
    const [name] = namesIn(one.text, rules.patterns);
    if (
      name ||
      (nameOf(one.text, rules.patterns) && !isPostLike(one.text, this.work) && !isSigning(one.text, this.work) && /\s/u.test(one.text))
    ) {
      const label = /^[^:\t]{3,60}(?=[:\t])/u.exec(one.text)?.[0];
      organisation.person(one, label !== undefined && labelIn(label, this.work)?.key === 'holder' ? 'holder' : null);
      ledger.leaveOut(one, 'personal');
    } else ledger.leaveOut(one, hasWords(one.text) ? 'signature' : 'blank');
  }

  /** Takes lines from the first that asks for a signature on, until a heading or a real sentence. */
  take(one: Line, inHead: boolean): boolean {
    const { work } = this;
    const words = one.text.split(/\s+/u).length;
    // «1.6. Юрисконсульт должен знать:» is a provision, though lawyers sign such papers.
    const signs = (numberOf(one)?.depth ?? 0) < 2 && isSigning(one.text, work);
    const isShort = one.text.length < 180;
    if (inHead && !signs) return false;
    if (inHead) return line.test(one.text) && isShort && !work.rules.patterns.approves.test(one.text) ? (this.leave(one), true) : false;
    if (areEmptyPlaces(one.text, work)) {
      this.leave(one);
      return true;
    }
    const isNumbered = numberOf(one) !== null && words > 6;
    const opens =
      signs &&
      isShort &&
      !isNumbered &&
      (line.test(one.text) || words <= 12 || work.rules.patterns.signingStart.test(one.text)) &&
      (line.test(one.text) || startsSigning(one.text, work));
    if (opens) this.#isOpen = true;
    if (!this.#isOpen) {
      // A name behind the line to sign on may end in the stop of its initials, and the line itself in dots.
      const said = one.text.replace(/[_.…\s]+$/u, '');
      const isPlace = words <= 10 && (!/[.;:]$/u.test(one.text) || said !== one.text);
      const isSigned = words <= 14 && namesIn(one.text, work.rules.patterns).length > 0;
      return line.test(one.text) && isShort && !isNumbered && (isPlace || isSigned) ? (this.leave(one), true) : false;
    }
    if (!signs && !line.test(one.text) && (words > 8 || numberOf(one) !== null)) {
      this.#isOpen = false;
      return false;
    }
    this.leave(one);
    return true;
  }
}

/** ‘Leidinggevende:      Medewerker:’: nothing but labels beside each other, each of somebody who signs above it or behind it. */
function areEmptyPlaces(text: string, work: Work): boolean {
  if (text.length > 160 || !/:\s*$/u.test(text)) return false;
  const labels = text.split(':').map((one) => one.replace(/[_.…\s]+/gu, ' ').trim());
  const said = labels.slice(0, -1);
  return said.length > 1 && said.every((one) => one !== '' && (labelIn(one, work) !== null || isSigning(one, work)));
}

/** The words of signing stand at the start, or the line has few others. */
function startsSigning(text: string, work: Work): boolean {
  const found = firstOf(levelled(text), work.rules.phrases(work.rules.words.signature));
  return (
    found !== null &&
    (found.at < 3 || text.split(/\s+/u).length <= 4) &&
    !/^(?:\p{Lu}\p{Ll}+)\s.*[.;]$/u.test(text.slice(0, 200).replace(/[:_\s]+$/u, ''))
  );
}
