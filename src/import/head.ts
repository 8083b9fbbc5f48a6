/** What stands above the first section: the employer, the approval, the sort of document, the title, date and number. */
import { takeByContent, takeByCue } from './by-content.js';
import { takeParagraph } from './guessing.js';
import { isShouted, looksLikeHeading, partOf, numberOf } from './lines.js';
import { invitedTitle, titleEnd } from './invited-title.js';
import type { Line } from './lines.js';
import { fate, guessed, mapped, phraseOf } from './work.js';
import type { Work } from './work.js';
import type { Patterns } from './patterns.js';
import type { Rules } from './rules.js';
import { namesIn, nameOf } from './people.js';
import { isPostLike, labelIn, takeRequisite } from './requisites.js';
import { postTitle } from './posts.js';
import { hasFacts, takeFacts } from './sentences.js';
import { firstOf, hasWords, levelled, plain, stemOf, wordsOf } from './words.js';

export class Head {
  /** Lines that may be the title, when no other says it. */
  readonly #open: Line[] = [];
  #isApproval = false;
  #hasDocument = false;
  #titleLine: Line | null = null;
  #employerLine: Line | null = null;
  /** Where the sort of document stands by itself. */
  #documentPiece: number | null = null;
  /** How many lines stood above the sort of document. */
  #below = 0;

  constructor(readonly work: Work) {}

  /** Takes a line above the first section, or keeps it until it is known whether it is the title. */
  take(line: Line): void {
    const { work } = this;
    const { ledger, rules, organisation } = work;
    if (!hasWords(line.text)) return ledger.leaveOut(line, 'blank');
    if (this.#documentName(line)) return;
    if (takeLabelled(line, work)) return;
    const level = levelled(line.text);
    const approval = firstOf(level, rules.phrases(rules.words.approval));
    if (approval && line.text.split(/\s+/u).length < 14) {
      // “Approved by: Dale Hutchins, Plant Manager”: nothing of it stands below.
      const behind = line.text.slice(approval.at + approval.phrase.length);
      this.#isApproval = namesIn(behind, rules.patterns).length === 0 && behind.split(/\s+/u).filter(hasWords).length < 3;
      return ledger.leaveOut(line, 'approval');
    }
    if (isDateOrNumber(line.text, rules.patterns)) return ledger.leaveOut(line, 'requisite');
    if (this.#goesOnWithEmployer(line) || this.#employer(line)) return;
    if (rules.patterns.town.test(line.text) && line.text.length < 60) {
      organisation.place ??= line.text.replace(rules.patterns.town, '');
      return ledger.give(line, { certainty: 'left-out', why: { code: 'requisite', args: {} } });
    }
    if (this.#goesOnWithTitle(line)) return;
    if (this.#isTitleBelow(line)) return this.#title(line, true);
    if (this.#isApproval && this.#approver(line)) return;
    const names = namesIn(line.text, rules.patterns);
    const [only] = names;
    if (only && line.text.length - (only.to - only.from) < 25 && !/[.!?]$/u.test(line.text.slice(only.to))) {
      organisation.person(line, null);
      return ledger.leaveOut(line, 'personal');
    }
    this.#open.push(line);
  }

  /** Whether the title stands above, or a line that may be it. */
  get hasTitle(): boolean {
    const { untitled } = this.work.rules.patterns;
    return this.work.draft.title !== null || this.#open.slice(this.#below).some(({ text }) => !untitled.test(text));
  }

  /** Whether a line is the sort of document, with the title behind it or without, which looks like a heading. */
  isDocument(line: Line): boolean {
    const { rules } = this.work;
    if (rules.phrases(rules.words.document).includes(levelled(plain(line.text)))) return true;
    return this.namesDocument(line) && line.text.split(/\s+/u).length <= 8 && rules.headings.exact(line.text).length === 0;
  }

  /** Whether a line invites to the position, and names it: “Are you our next lock keeper?” is no heading of what is asked. */
  isInvitation({ text }: Line): boolean {
    return this.work.draft.title === null && (invitedTitle(text, this.work.rules)?.from ?? 0) > 0;
  }

  /** Whether the title is still to come and stands here: «бухгалтера по заработной плате» below «Инструкция» only resembles a heading on pay. */
  awaitsTitle(line: Line): boolean {
    const isNext = this.#documentPiece !== null && line.piece - this.#documentPiece <= 2;
    return (
      isNext && this.work.draft.title === null && this.#open.length === this.#below && numberOf(line) === null && !line.text.endsWith(':')
    );
  }

  /** Whether a line begins with the sort of document: «Профиль должности: аналитик». */
  namesDocument(line: Line): boolean {
    const { rules } = this.work;
    return !this.#hasDocument && firstOf(levelled(line.text), rules.phrases(rules.words.document))?.at === 0;
  }

  /** «ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ менеджера по продажам», “Job description: Sales executive”, «Vacature». */
  #documentName(line: Line): boolean {
    const { work } = this;
    const { rules, ledger } = work;
    const found = firstOf(levelled(line.text), rules.phrases(rules.words.document));
    if (!found || line.text.length > 160 || (found.at > 0 && line.text.split(/\s+/u).length > 12)) return false;
    if (found.at > 0 && hasWords(line.text.slice(0, found.at)) && line.text.length - found.at - found.phrase.length > 3) return false;
    const before = line.text.slice(0, found.at).replace(/[\s:–—-]+$/u, '');
    const after = line.text.slice(found.at + found.phrase.length);
    const rest = hasWords(after) ? after : before;
    this.#isApproval = false;
    this.#hasDocument = true;
    this.#below = this.#open.length;
    const said = rest.replace(/^[\s,;:.–—-]+/u, '');
    if (!hasWords(said) || said.split(/\s+/u).length > 10 || rules.patterns.noTitle.test(said) || rules.patterns.untitled.test(said)) {
      ledger.leaveOut(line, 'document-name');
      this.#documentPiece = line.piece;
      return true;
    }
    const at = line.text.indexOf(rest);
    this.#title(partOf(line, at, at + rest.length), true);
    ledger.leaveOut(line, 'document-name');
    return true;
  }

  /** «Муниципальное бюджетное учреждение» / «Школа № 12»: the next line in quotes is the rest of the name. */
  #goesOnWithEmployer(line: Line): boolean {
    const { organisation, ledger } = this.work;
    const isNext = this.#employerLine !== null && line.piece - this.#employerLine.piece === 1;
    if (!isNext || organisation.name === null || !/^[«"“„].+[»"”]$/u.test(line.text) || /[»"”]/u.test(organisation.name)) return false;
    organisation.name = `${organisation.name} ${line.text}`.slice(0, 200);
    ledger.give(line, {
      certainty: 'mapped',
      why: { code: 'requisite', args: {} },
      to: [{ draft: 'organisation', owner: organisation, key: 'name' }],
    });
    return true;
  }

  #employer(line: Line): boolean {
    const { work } = this;
    const { text } = line;
    const { patterns } = work.rules;
    if (
      !(isShouted(text) ? patterns.legalFormShouted : patterns.legalForm).test(text) ||
      text.length > 160 ||
      text.split(/\s+/u).length > 14 ||
      /[.!?]$/u.test(text.replace(patterns.legalFormEnd, ''))
    )
      return false;
    if (this.#isApproval && isPostLike(text, work)) return false;
    if (work.draft.title === null && titleEnd(text, work.rules) !== null) return false;
    this.#employerLine = line;
    if (work.organisation.name === null) work.organisation.name = text.replace(/[\s,;]+$/u, '');
    work.ledger.give(line, {
      certainty: 'mapped',
      why: { code: 'requisite', args: {} },
      to: [{ draft: 'organisation', owner: work.organisation, key: 'name' }],
    });
    return true;
  }

  /** Below УТВЕРЖДАЮ: a post, a name, places to sign and to date. */
  #approver(line: Line): boolean {
    const { organisation, ledger, rules } = this.work;
    const [name] = namesIn(line.text, rules.patterns);
    if (name) {
      const before = line.text.slice(0, name.from);
      if (isPostLike(before, this.work))
        organisation.approver ??= { title: postTitle(before.replace(/_+/g, ' '), 'nominative', rules) ?? before.trim(), holder: null };
      organisation.person(line, 'approver');
      ledger.leaveOut(line, 'personal');
      return true;
    }
    if (isPostLike(line.text, this.work) && line.text.length < 120 && !isCentred(line)) {
      const title = postTitle(line.text.replace(/_+/g, ' '), 'nominative', rules);
      if (title !== null) organisation.approver ??= { title, holder: null };
      ledger.give(line, {
        certainty: 'left-out',
        why: { code: 'approval', args: {} },
        to: [{ draft: 'organisation', owner: organisation, key: 'approver' }],
      });
      return true;
    }
    if (/_{3,}|\.{5,}/u.test(line.text) || /^\(.*\)$/u.test(line.text)) {
      ledger.leaveOut(line, 'signature');
      return true;
    }
    return false;
  }

  /** The first line below the sort of document, in bold or large: «старшей медицинской сестры», “Site Manager”. */
  #isTitleBelow(line: Line): boolean {
    const isFirst = this.#hasDocument && this.#open.length === this.#below && this.work.draft.title === null;
    // «ИНСТРУКЦИЯ» / «медицинской сестры процедурного кабинета»: the sentence goes on.
    const goesOn = /^\p{Ll}/u.test(line.text) && this.work.rules.language === 'ru';
    if (this.work.rules.patterns.untitled.test(line.text) || isOrnamented(line) || this.#open.some(isStyledTitle)) return false;
    return isFirst && (looksLikeHeading(line) || goesOn) && line.text.split(/\s+/u).length <= 9 && !/[.:;,]$/u.test(line.text);
  }

  /** «Инструкция повара» / «школьной столовой», “Sales Manager” / “(North)”: the next line in small letters or in brackets. */
  #goesOnWithTitle(line: Line): boolean {
    const { draft, ledger, rules } = this.work;
    const isNext = this.#titleLine !== null && line.piece - this.#titleLine.piece <= 1 && line !== this.#titleLine;
    if (!isNext || draft.title === null || typeof draft.title !== 'string') return false;
    const isMore = /^\([^()]+\)$/u.test(line.text) || (/^\p{Ll}/u.test(line.text) && !/[.:;]$/u.test(line.text));
    if (!isMore || line.text.length > 60 || line.text.split(/\s+/u).length > 7 || rules.patterns.noTitle.test(line.text.replace('(', '')))
      return false;
    draft.title = `${draft.title} ${line.text}`;
    ledger.give(line, fate(guessed('title'), [draft.at('title')]));
    return true;
  }

  #title(line: Line, isSure: boolean): void {
    const { draft, rules, ledger } = this.work;
    if (draft.title !== null) return ledger.leaveOut(line, 'repeated');
    const end = titleEnd(line.text, rules);
    if (end !== null) {
      this.#title(partOf(line, 0, end), isSure);
      return ledger.give(partOf(line, end), { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    }
    const bare = line.text.replace(/^[\s:–—-]+/u, '').replace(/\s*№[^)]*$/u, '');
    // “HR-F-012” beside the sort of document.
    if (/^(?=\S*\d)[\p{Lu}\p{N}./-]+$/u.test(bare)) return ledger.leaveOut(line, 'requisite');
    const title =
      postTitle(bare, rules.language === 'ru' && this.#hasDocument ? 'genitive' : 'nominative', rules) ??
      postTitle(bare, 'nominative', rules);
    if (title !== null && namesDocument(title, rules)) return ledger.leaveOut(line, 'document-name');
    if (title === null) return ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    draft.title = title;
    this.#titleLine = line;
    const number = /\s№[^)]*$/u.exec(line.text);
    if (number) ledger.leaveOut(partOf(line, number.index), 'requisite');
    ledger.give(line, fate(isSure ? mapped('title') : guessed('title'), [draft.at('title')]));
  }

  /** The title in an invitation to the position, of which the rest says nothing more. */
  #invited(): void {
    const { rules, ledger } = this.work;
    for (const line of this.#open) {
      const at = ledger.isGiven(line) ? null : invitedTitle(line.text, rules);
      if (!at) continue;
      const title = partOf(line, at.from, at.to);
      this.#title(title, true);
      if (this.work.draft.title === null) continue;
      if (at.from > 0) ledger.leaveOut(partOf(line, 0, at.from), 'lead');
      if (at.to < line.text.length) ledger.leaveOut(partOf(line, at.to), 'lead');
      return;
    }
  }

  /**
   * Called where the first section opens: the lines kept until now are the title, facts, or without a place. Where no section opens at
   * all (`isAll`), each sentence goes where its form says.
   */
  close(isAll = false): void {
    const { work } = this;
    const short = (line: Line): boolean => line.text.split(/\s+/u).length <= 10 && !/[.!?;,]$/u.test(line.text) && numberOf(line) === null;
    if (work.draft.title === null) this.#invited();
    if (work.draft.title === null) {
      const isFree = (line: Line): boolean =>
        short(line) &&
        !namesDocument(line.text, work.rules) &&
        !isOrnamented(line) &&
        !isAddress(line) &&
        /\p{L}{5}|\p{L}{3}.*\s\p{L}{3}/u.test(line.text) &&
        !work.ledger.isGiven(line) &&
        !work.rules.patterns.unit.test(line.text) &&
        !work.rules.patterns.untitled.test(line.text);
      const isTitleOf = (line: Line): boolean => isFree(partOf(line, 0, titleEnd(line.text, work.rules) ?? line.text.length));
      const free = this.#open.filter(isTitleOf);
      // Below the sort of document rather than above it, and in a line of its own rather than in a cell.
      const below = this.#open.slice(this.#below).filter(isTitleOf);
      const candidates = [below.filter(isOutsideTables), free.filter(isOutsideTables), below].find((some) => some.length > 0) ?? free;
      const size = Math.max(0, ...candidates.map(({ paragraph }) => paragraph.look.size));
      const best =
        free.find(isStyledTitle) ??
        (this.#hasDocument ? candidates[0] : undefined) ??
        candidates.find(({ paragraph }) => paragraph.look.size === size);
      if (best) this.#title(best, this.#hasDocument);
    }
    for (const line of this.#open.splice(0)) {
      if (work.ledger.isGiven(line)) continue;
      if (work.rules.patterns.unit.test(line.text) && work.draft.department === null && line.text.length < 100) {
        work.draft.department = phraseOf(line.text, work);
        work.ledger.give(line, fate(guessed('position'), [work.draft.at('department')]));
        continue;
      }
      if (hasFacts(line, work)) {
        for (const rest of takeFacts(line, work))
          if (!isAll || !takeByContent(rest, work)) work.ledger.give(rest, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
        continue;
      }
      const name = nameOf(line.text, work.rules.patterns);
      if (name && namesIn(line.text, work.rules.patterns).length > 0) {
        work.organisation.person(line, null);
        work.ledger.leaveOut(line, 'personal');
      } else if (isSameTitle(line.text, work)) work.ledger.leaveOut(line, 'repeated');
      else if (isFactLine(line.text) && takeByCue(line, work, ['conditions', 'pay'])) continue;
      else if (!isAll && /[.!?]$/u.test(line.text) && takeParagraph(line, work)) continue;
      else if (!isAll || !takeByContent(line, work)) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    }
  }
}

/** A sort of document is no title, whatever its form: «инструкция», “Job Profile”. */
const namesDocument = (title: string, rules: Rules): boolean => rules.phrases(rules.words.document).includes(levelled(plain(title)));

/** “👋 Hello”: a heading with an ornament before it, which no title has. */
const isOrnamented = ({ text }: Line): boolean => /^\p{Extended_Pictographic}/u.test(text);

const isStyledTitle = ({ paragraph }: Line): boolean => /^tit(?:el|le)/u.test(paragraph.look.style);

/** «Кафе «Ромашка», ул. Садовая, 5»: a name in quotes with more behind it, or the number of a house at the end. */
const isAddress = ({ text }: Line): boolean => /[»"”],\s|,\s*\d+\p{L}?$/u.test(text);

const isOutsideTables = ({ paragraph }: Line): boolean => paragraph.place.cells.length === 0;

/** “Remote · Full-time · Denver”: facts with signs between them. */
const isFactLine = (text: string): boolean => /\s[·|•–—]\s/u.test(text) && text.length < 160 && !/[.!?]$/u.test(text);

export const isSameTitle = (text: string, { draft }: Work): boolean => {
  const own = wordsOf(draft.title ?? '').map(stemOf);
  const other = wordsOf(text).map(stemOf);
  return own.length > 0 && own.length === other.length && own.every((stem) => other.includes(stem));
};

const isCentred = ({ paragraph }: Line): boolean => paragraph.look.align === 'centre' && paragraph.look.bold === 'all';

/** «25.05.2026 № 14», “Issued 1 December 2026”: a date, a number, places to fill them in. */
export const isDateOrNumber = (text: string, { dates }: Patterns): boolean => text.length < 80 && dates.some((one) => one.test(text));

/** “Issue 4”, ‘Versie 2.1’, “Page 2 of 3”, «Редакция 3»: words for an issue or a page and figures, and nothing else. */
export function isIssue(text: string, { labels, words, patterns }: Rules): boolean {
  if (text.length > 60 || /[.!?;:]$/u.test(text)) return false;
  if (isDateOrNumber(text, patterns)) return true;
  const [said = '', figures = ''] = /^([\p{L} .]{1,30}?)[\s№#.]*((?:\d|v\.?\s?\d)[\d./-]*.*)$/iu.exec(text)?.slice(1) ?? [];
  const isPage =
    said !== '' &&
    levelled(`${said} ${figures}`)
      .match(/\p{L}+/gu)
      ?.every((word) => words.pageNumber.includes(word)) === true;
  const isLabel = labels.exact(said).some(({ key }) => key === 'version' || key === 'date' || key === 'number');
  return isPage || (isLabel && /^[\d./\sv-]+$|^\D*(?:19|20)\d{2}$/iu.test(figures));
}

/** Whether a line begins with the label of a requisite. */
export const isLabelled = (line: Line, work: Work): boolean => {
  const mark = /[:\t]/u.exec(line.text);
  return mark !== null && mark.index < 80 && labelIn(line.text.slice(0, mark.index), work) !== null;
};

/** «Отдел: отдел продаж» in one line, with a colon or a tab between. */
export function takeLabelled(line: Line, work: Work): boolean {
  const mark = /[:\t]/u.exec(line.text);
  if (!mark || mark.index > 80) return false;
  const found = labelIn(line.text.slice(0, mark.index), work);
  if (!found) return false;
  // ‘Functienaam ⇥ : …’: a tab and the colon behind it are one sign.
  const label = partOf(line, 0, line.text.length - line.text.slice(mark.index + 1).replace(/^\s*:/u, '').length);
  // Several in one line, parted by tabs or bars: each to the next label.
  const value = partOf(line, mark.index + 1 + (/^\s*:/u.exec(line.text.slice(mark.index + 1))?.[0].length ?? 0));
  const next = /(?:\s[·|•]\s|\t|\s{3,})/u.exec(value.text);
  if (next && next.index > 0 && /[:\t]/u.test(value.text.slice(next.index + next[0].length))) {
    const rest = partOf(value, next.index + next[0].length);
    const isTaken = takeRequisite(label, partOf(value, 0, next.index), found, work);
    if (!takeLabelled(rest, work)) work.ledger.give(rest, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return isTaken;
  }
  return takeRequisite(label, value, found, work);
}
