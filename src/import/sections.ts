/** Lines one behind the other: headings open sections, leads narrow them, and every other line becomes what its section is made of. */
import type { Clause, Duty, DutyGroup, Role } from '../role/role.generated.js';
import { addCondition, addLiability, addMeasure, addPhysical, addPurpose, addRelation, addRight, relationsIn } from './clause-sections.js';
import { headingIn, isBelow, signature } from './headings.js';
import type { HeadingFound, Neighbours } from './headings.js';
import { clauseOf } from './clause-form.js';
import { looksLikeHeading, numberOf, partOf } from './lines.js';
import type { Line } from './lines.js';
import type { RequirementKind } from './requirement.js';
import type { Wording } from './rules.js';
import { requirementKind } from './requirement.js';
import { isInfinitive } from './verbs-russian.js';
import { takeRequirement } from './requirements-section.js';
import { addGuide, hasFacts, takeFacts } from './sentences.js';
import { addEntry, fate, guessed, mapped, phraseOf, piecesOf } from './work.js';
import type { Ground, Work } from './work.js';
import { firstOf, hasWords, levelled, plain, sentencesOf, stemOf, wordsOf } from './words.js';

export type SectionKey = string;

interface Section {
  readonly key: SectionKey;
  readonly shown: string;
  readonly opener: Line;
  readonly isExact: boolean;
}

/** An entry whose list its following, deeper lines are. */
interface Parent {
  readonly items: (line: Line) => void;
  readonly own: string | null;
  first: string | null;
  readonly line: Line;
}

const requirementKeys = new Set(['requirements', 'education', 'experience', 'knowledge', 'skills', 'extra', 'desirable', 'essential', 'qualities', 'competencies']);
const kinds = new Set(['education', 'experience', 'knowledge', 'skills', 'extra', 'qualities', 'competencies']);
/** Sections whose lines have no list of their own in a role. */
const homeless = new Set(['about', 'final', 'onboarding', 'acknowledgement', 'contents', 'remarks', 'reports', 'evaluation', 'flsa']);
const factual = new Set(['general', 'subordination', 'deputising', 'summary', 'purpose', 'final', 'about']);

export class Sections {
  #section: Section | null = null;
  #kind: RequirementKind | 'competencies' | null = null;
  #desirable: boolean | null = null;
  #group: DutyGroup | null = null;
  #marginal = false;
  #isExternal = false;
  /** The heading that told wishes from conditions. */
  #wish: Line | null = null;
  /** A line above a table or a list of steps that names it. */
  #caption: Line | null = null;
  #procedure: NonNullable<Role['procedures']>[number] | null = null;
  #parent: Parent | null = null;
  /** What a lead narrowed, until a line of the lead's own level. */
  #narrowed: { readonly lead: string | null; seen: boolean; readonly before: () => void } | null = null;
  /** Headings that opened a section, to know others of their level by. */
  readonly #openers: Line[] = [];
  titleStems: ReadonlySet<string> = new Set();

  constructor(readonly work: Work) {}

  get key(): SectionKey | null {
    return this.#section?.key ?? null;
  }

  get shown(): string {
    return this.#section?.shown ?? '';
  }

  /** Whether any section that holds entries of a role has been opened. */
  get hasOpened(): boolean {
    return this.#openers.length > 0;
  }

  /** Opens a section by the words of a heading in a cell or a label. */
  openBy(line: Line, key: string, shown: string, isExact: boolean): void {
    this.#open(line, { key, shown, isExact, rest: null });
  }

  /** The heading that a line is here; null where it is none, or one among duties. */
  headingOf(line: Line, around: Neighbours): HeadingFound | null {
    const first = headingIn(line, around, this.work.rules, this.titleStems);
    const other = first?.isExact && first.key === 'duties' ? this.#wordingOf(first.shown) : undefined;
    const found = first && other ? { ...first, key: other.key, shown: other.shown } : first;
    if (found && line.text.endsWith(':') && (!found.isExact || (numberOf(line)?.depth ?? 0) > 1) && this.#leadCue(line.text)) return null;
    if (!found || !this.#section) return found;
    const below = isBelow(line, this.#section.opener);
    const isDuties = this.#section.key === 'duties' || this.#section.key === 'marginal';
    if (isDuties && below && found.key !== 'rights') return null;
    // Deep in the provisions a word or two that also heads sections is a lead.
    return found;
  }

  /** Takes a line of the body; true where it was a heading. */
  take(line: Line, around: Neighbours): boolean {
    const heading = this.headingOf(line, around);
    if (heading) {
      this.#open(line, heading);
      return true;
    }
    if (this.#runIn(line, around) || this.#unknownHeading(line, around)) return true;
    this.#line(line, around);
    return false;
  }

  /** The heading in which a line begins: “**Purpose.** To …”, «Обязанности: …»; null where it begins in none. */
  runInOf(line: Line): { head: Line; rest: Line; found: HeadingFound } | null {
    const isDuties = this.key === 'duties' || this.key === 'marginal';
    if (isDuties && numberOf(line) !== null) return null;
    const bold = boldStart(line);
    const colon = /^[^:]{2,70}:(?=\s)/u.exec(line.text)?.[0].length ?? null;
    for (const end of [bold, colon]) {
      if (end === null || end >= line.text.length) continue;
      const wording = this.#wordingOf(line.text.slice(0, end));
      if (!wording || (isDuties && end !== bold)) continue;
      return { head: partOf(line, 0, end), rest: partOf(line, end), found: { key: wording.key, shown: wording.shown, isExact: true, rest: null } };
    }
    return null;
  }

  /** Of several sections that a wording heads, one that is not filled yet: “Responsibilities” are duties, unless these stand already. */
  #wordingOf(text: string): Wording | undefined {
    const [first, ...others] = this.work.rules.headings.exact(text);
    return first?.key === 'duties' && this.work.draft.duties.length > 0 ? (others[0] ?? first) : first;
  }

  #runIn(line: Line, around: Neighbours): boolean {
    const one = this.runInOf(line);
    if (!one || numberOf(line)?.isBullet) return false;
    this.#open(one.head, one.found);
    this.#line({ ...one.rest, isFirst: false }, around);
    return true;
  }

  #open(line: Line, found: HeadingFound): void {
    const { key, shown, isExact } = found;
    this.#parent = null;
    this.#narrowed = null;
    const why = { code: isExact ? ('heading' as const) : ('heading-near' as const), args: { heading: shown } };
    this.work.ledger.give(line, { certainty: isExact ? 'mapped' : 'guessed', why });
    if (key === 'desirable' || key === 'essential') {
      if (!this.#section || !requirementKeys.has(this.#section.key)) this.#section = { key: 'requirements', shown, opener: line, isExact };
      this.#desirable = key === 'desirable';
      this.#wish = line;
      this.#kind = null;
      return;
    }
    const isInside = this.#section !== null && requirementKeys.has(this.#section.key) && requirementKeys.has(key);
    // A heading of the level of “Desirable” ends what is desirable; one below it does not.
    if (!isInside || (this.#wish && !isBelow(line, this.#wish))) this.#desirable = null;
    this.#kind = kinds.has(key) ? (key as RequirementKind) : null;
    this.#group = null;
    this.#marginal = key === 'marginal';
    this.#section = { key, shown, opener: line, isExact };
    this.#openers.push(line);
  }

  /** A line that looks like the headings before it and says nothing known opens a section without a home; among duties it heads an area. */
  #unknownHeading(line: Line, { after }: Neighbours): boolean {
    const section = this.#section;
    if (!section || !looksLikeHeading(line) || line.text.length > 90 || numberOf(line)?.isBullet) return false;
    if (/[.;,]$/u.test(line.text) || line.text.split(/\s+/u).length > 9 || !hasWords(line.text)) return false;
    const isDuties = section.key === 'duties' || section.key === 'marginal';
    if (isDuties && (isBelow(line, section.opener) || this.#headsDuties(after))) {
      this.#openGroup(line);
      return true;
    }
    if (line.paragraph.look.bold !== 'all' && line.paragraph.look.outline === null && !isBelowNone(line)) return false;
    if (isBelow(line, section.opener) && !homeless.has(section.key)) {
      if (!requirementKeys.has(section.key)) return false;
      this.#kind = requirementKind(line.text, this.work.rules)?.kind ?? null;
      this.work.ledger.give(line, { certainty: 'guessed', why: { code: 'group', args: {} } });
      return true;
    }
    this.#section = { key: 'unknown', shown: line.text, opener: line, isExact: false };
    this.#kind = null;
    this.#desirable = null;
    this.#group = null;
    this.#parent = null;
    this.work.ledger.give(line, { certainty: 'unplaced', why: { code: 'unknown-heading', args: { heading: line.text } } });
    return true;
  }

  /** Whether what follows is a list, as under an area of duties. */
  #headsDuties(after: Line | null): boolean {
    return after !== null && numberOf(after) !== null && (this.#group !== null || this.work.draft.duties.length === 0);
  }

  #openGroup(line: Line): void {
    const { work } = this;
    const share = /\s*\(?(\d{1,3}) ?%\)?\s*:?$/u.exec(line.text);
    const heading = phraseOf(share ? line.text.slice(0, share.index) : line.text, work);
    if (heading === '') return;
    this.#group = work.draft.openGroup(heading);
    if (share && Number(share[1]) > 0 && Number(share[1]) <= 100) this.#group.share = Number(share[1]);
    if (this.#marginal) this.#group.marginal = true;
    this.#group.source = work.sourceOf(line);
    this.#parent = null;
    work.ledger.give(line, fate(mapped('group'), [work.draft.to(this.#group, 'heading')]));
  }

  #ground(line: Line): Ground {
    const { shown = '', isExact = false } = this.#section ?? {};
    const code = numberOf(line) ? 'item' : 'sentence';
    return isExact ? mapped(code, { heading: shown }) : guessed(code, { heading: shown });
  }

  #line(line: Line, around: Neighbours): void {
    if (!hasWords(line.text)) {
      this.work.ledger.leaveOut(line, 'blank');
      return;
    }
    if (this.#parent && this.#isDeeper(line, this.#parent)) {
      this.#parent.items(line);
      return;
    }
    this.#parent = null;
    this.#widen(line);
    if (this.#labelled(line)) return;
    if (this.#lead(line, around)) return;
    this.#entry(line, around);
  }

  #isDeeper(line: Line, parent: Parent): boolean {
    const own = signature(line);
    if (own === null && parent.first !== null) return false;
    if (own === parent.own && parent.own !== null) return false;
    if (parent.first !== null) {
      // A list within the list goes to the entry above it; a number of another sort that is no deeper ends it.
      return own === parent.first;
    }
    const [mine, theirs] = [numberOf(line), numberOf(parent.line)];
    // «1)» and «1.» stand below «10.4.», though they have fewer numbers; «11.» ends it.
    if (mine && theirs && !mine.isBullet && !theirs.isBullet && mine.depth < theirs.depth && !/^[1aаi][.)]?$/iu.test(mine.shown)) return false;
    parent.first = own;
    return true;
  }

  /** «Результат: …», “Aim: …” under an area of duties. */
  #labelled(line: Line): boolean {
    const { work } = this;
    if ((this.key !== 'duties' && this.key !== 'marginal') || !this.#group) return false;
    const group = this.#group;
    const parts = labelledParts(line, work);
    if (!parts) return false;
    for (const { key, shown, label, value } of parts) {
      work.ledger.give(label, { certainty: 'mapped', why: { code: 'label', args: { label: shown } } });
      const text = phraseOf(value.text, work);
      if (group[key] !== undefined || text === '') {
        work.ledger.give(value, { certainty: 'unplaced', why: { code: 'repeated', args: {} } });
        continue;
      }
      group[key] = text;
      work.ledger.give(value, fate(mapped('label', { label: shown }), [work.draft.to(group, key)], clauseOf(value.text, 'phrase', work.rules).changes));
    }
    return true;
  }

  /** «Менеджер имеет право:», “You must have:” – an introduction that says what the list below it is. */
  #lead(line: Line, around: Neighbours): boolean {
    const { work } = this;
    const isOpen = /[:：]$/u.test(line.text);
    const colon = isOpen ? line.text.length - 1 : line.text.indexOf(':');
    const isListed = around.after !== null && signature(around.after) !== null && signature(around.after) !== signature(line);
    if (colon < 0 && !this.#isBareLead(line) && !(isListed && !/[.!?]$/u.test(line.text) && line.text.split(/\s+/u).length <= 12)) return false;
    const head = colon < 0 ? line.text : line.text.slice(0, colon);
    if (head.length > 220 || (colon > 0 && colon < line.text.length - 1 && head.split(/\s+/u).length > 14)) return false;
    const cue = this.#leadCue(head);
    if (!cue && isOpen && this.#isBareLead(line)) {
      work.ledger.leaveOut(line, 'lead');
      return true;
    }
    if (!cue) return false;
    const isDutyText = (this.key === 'duties' || this.key === 'marginal') && cue.key !== 'rights' && cue.key !== 'duties' && cue.key !== 'responsibility' && cue.key !== 'knowledge';
    if (isDutyText) return false;
    this.#narrow(cue.key, cue.phrase, line);
    if (cue.key === 'relations') this.#isExternal = /^(?:extern|внешн)/u.test(cue.phrase);
    const headLine = partOf(line, 0, colon < 0 ? line.text.length : colon + 1);
    // The introduction names the requirement too: «назначается лицо, имеющее … образование, и должен знать: …» is rare and stays whole.
    work.ledger.leaveOut(headLine, 'lead');
    const rest = colon < 0 ? null : partOf(line, colon + 1);
    if (rest && rest.text !== '') for (const part of this.key === 'relations' ? [rest] : piecesOf(rest, false, sentencesOf)) this.#entry(part, around);
    return true;
  }

  /** A sentence that is an introduction and nothing else, though no colon ends it. */
  #isBareLead(line: Line): boolean {
    return numberOf(line) === null && line.text.length < 120 && /(?:следующ|следующие|following|volgende)/iu.test(line.text);
  }

  #leadCue(head: string): { key: string; phrase: string } | null {
    const { leads } = this.work.rules.words;
    const level = levelled(head);
    let best: { key: string; phrase: string } | null = null;
    for (const [key, phrases] of Object.entries(leads)) {
      const found = firstOf(level, this.work.rules.phrases(phrases));
      if (found && (!best || found.phrase.length > best.phrase.length)) best = { key, phrase: found.phrase };
    }
    const exact = this.work.rules.headings.exact(head)[0];
    if (exact && (requirementKeys.has(exact.key) || exact.key === this.key)) return { key: exact.key, phrase: exact.shown };
    return best;
  }

  /** Back to what the lead stood in, at the next line of its level. */
  #widen(line: Line): void {
    const narrowed = this.#narrowed;
    if (!narrowed) return;
    const own = signature(line);
    if (own === narrowed.lead && (own !== null || narrowed.seen)) {
      this.#narrowed = null;
      narrowed.before();
    } else if (own !== null) narrowed.seen = true;
  }

  #narrow(key: string, phrase: string, line: Line): void {
    const [section, kind, desirable, group] = [this.#section, this.#kind, this.#desirable, this.#group];
    this.#narrowed = {
      lead: signature(line),
      seen: false,
      before: () => {
        this.#section = section;
        this.#kind = kind;
        this.#desirable = desirable;
        this.#group = group;
      },
    };
    if (key === 'desirable' || key === 'essential') {
      this.#desirable = key === 'desirable' ? true : this.#section !== null && requirementKeys.has(this.#section.key) ? false : this.#desirable;
      this.#kind = null;
      if (!this.#section || !requirementKeys.has(this.#section.key)) this.#section = { key: 'requirements', shown: phrase, opener: this.#section?.opener ?? line, isExact: true };
      return;
    }
    const opener = this.#section?.opener ?? line;
    this.#desirable = null;
    if (kinds.has(key)) {
      this.#kind = key as RequirementKind;
      if (!this.#section || !requirementKeys.has(this.#section.key)) this.#section = { key: 'requirements', shown: phrase, opener, isExact: true };
      return;
    }
    this.#kind = null;
    if (this.#section?.key === key) return;
    if (key === 'duties' && this.#section?.key === 'marginal') return;
    this.#section = { key, shown: this.#section?.shown ?? phrase, opener, isExact: true };
    if (key === 'duties') this.#group = null;
  }

  #entry(line: Line, around: Neighbours): void {
    const { work } = this;
    const { key } = this.#section ?? { key: null };
    if (key === null) return;
    if (factual.has(key)) {
      const rest = this.#provision(line);
      if (rest.length === 0) return;
      if (key === 'purpose' || key === 'summary') {
        for (const part of rest) addPurpose(part, this.#ground(line), work, key);
        return;
      }
      for (const part of rest) this.#sentenceOf(part);
      return;
    }
    if (hasFacts(line, work, ['formula']) && line.text.split(/\s+/u).length > 3) {
      for (const part of takeFacts(line, work, ['formula'])) this.#placed(part, around);
      return;
    }
    this.#placed(line, around);
  }

  /** What is left of a line when its sentences have said whom the holder reports to and the like. */
  #provision(line: Line): Line[] {
    if (this.key !== 'purpose' && this.key !== 'summary') return takeFacts(line, this.work);
    // What a summary says in passing of those below stays in the summary.
    return takeFacts(line, this.work, ['formula', 'noSubordinates', 'purpose', 'reportsTo'], 50);
  }

  /** A sentence of the provisions that says nothing of command: it may be a requirement, or a rule on the work. */
  #sentenceOf(line: Line): void {
    const { work } = this;
    const key = this.key ?? '';
    const requirement = hasFacts(line, work, ['requirement']) || (key === 'general' && hasFacts(line, work, ['appointment'])) ? requirementKind(line.text, work.rules) : null;
    if (requirement) {
      takeRequirement(line, { kind: null, desirable: null, ground: mapped('criterion', { word: requirement.word }) }, work);
      return;
    }
    if (key === 'general' && hasFacts(line, work, ['guidedBy'])) {
      const cue = firstOf(levelled(line.text), work.rules.phrases(work.rules.words.sentences.guidedBy?.cues));
      const rest = partOf(line, (cue?.at ?? 0) + (cue?.phrase.length ?? 0));
      work.ledger.leaveOut(partOf(line, 0, (cue?.at ?? 0) + (cue?.phrase.length ?? 0)), 'lead');
      for (const part of piecesOf(rest, false, sentencesOf)) addGuide(part, mapped('cue', { cue: cue?.phrase ?? '' }), work);
      return;
    }
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  }

  #placed(line: Line, around: Neighbours): void {
    const { work } = this;
    const ground = this.#ground(line);
    const key = this.key ?? '';
    const isItem = numberOf(line) !== null;
    if (requirementKeys.has(key)) {
      const told = ['deputising', 'reportsTo', 'category'] as const;
      if (!isItem && takeFacts(line, work, told, 40).length === 0) return;
      const parts = piecesOf(line, isItem, sentencesOf);
      for (const part of parts) takeRequirement(part, { kind: this.#kind, desirable: this.#desirable, ground }, work);
      return;
    }
    switch (key) {
      case 'duties':
      case 'marginal':
        this.#duty(line, around, ground);
        return;
      case 'rights':
        this.#listed(line, (part) => addRight(part, ground, work), work.draft.rights);
        return;
      case 'responsibility':
        this.#listed(line, (part) => addLiability(part, ground, work), work.draft.responsibility);
        return;
      case 'guidedBy':
        for (const part of piecesOf(line, isItem, sentencesOf)) addGuide(part, ground, work);
        return;
      case 'conditions':
      case 'pay':
        this.#listed(line, (part) => addCondition(part, ground, work, key === 'pay'), work.draft.conditions);
        return;
      case 'physical':
        this.#listed(line, (part) => addPhysical(part, ground, work), work.draft.physicalDemands);
        return;
      case 'relations':
        for (const part of relationsIn(line)) addRelation(part, ground, work, this.#isExternal);
        return;
      case 'kpis':
        for (const part of piecesOf(line, isItem, sentencesOf)) addMeasure(part, ground, work);
        return;
      case 'limits':
        for (const part of piecesOf(line, isItem, sentencesOf)) this.#limit(part, ground);
        return;
      case 'procedures':
        this.#procedureLine(line, around);
        return;
      case 'flsa':
        this.#flsa(line, ground);
        return;
      case 'unknown':
        work.ledger.give(line, { certainty: 'unplaced', why: { code: 'unknown-heading', args: { heading: this.shown } } });
        return;
      default:
        work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    }
  }

  /** The line that names the table which follows; it is asked for once. */
  takeCaption(): Line | null {
    const caption = this.#caption;
    this.#caption = null;
    return caption;
  }

  /** The name of a procedure with its steps below, or of a table; a sentence behind steps is their note. */
  #procedureLine(line: Line, { after }: Neighbours): void {
    const { work } = this;
    const names = /[:：]$/u.test(line.text) || (numberOf(line) === null && !/[.;,]$/u.test(line.text) && after !== null && numberOf(after) !== null);
    if (names && after && after.paragraph.place.cells.length > 0) {
      this.#caption = line;
      return;
    }
    if (names && after && numberOf(after) !== null) {
      const trigger = /\s\(([^()]{4,400})\)\s*:?$/u.exec(line.text);
      const title = phraseOf(trigger ? line.text.slice(0, trigger.index) : line.text, work);
      const procedure = { id: work.draft.idFor(title, 'procedure'), title, ...(trigger && { trigger: phraseOf(trigger[1] ?? '', work) }), steps: [], source: work.sourceOf(line) };
      work.draft.procedures.push(procedure);
      work.ledger.give(line, fate(this.#ground(line), [work.draft.to(procedure, 'title')]));
      this.#procedure = procedure;
      this.#parent = this.#parentOf(line, (item) => this.#step(item, procedure));
      return;
    }
    if (this.#procedure && this.#procedure.note === undefined && numberOf(line) === null) {
      const formed = clauseOf(line.text, 'sentence', work.rules);
      this.#procedure.note = formed.text.slice(0, 2000);
      work.ledger.give(line, fate(this.#ground(line), [work.draft.to(this.#procedure, 'note')], formed.changes));
      return;
    }
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  }

  #step(line: Line, procedure: NonNullable<Role['procedures']>[number]): void {
    const { work } = this;
    const timing = /\s\(([^()]{3,200})\)[.;]?$/u.exec(line.text);
    addEntry(procedure.steps, line, 'duty', mapped('item', { heading: this.shown }), work, (text, id, source) => {
      const said = timing ? text.replace(/\s\([^()]*\)$/u, '') : text;
      return { id, text: said, ...(timing && { timing: phraseOf(timing[1] ?? '', work) }), source };
    });
  }

  #flsa(line: Line, ground: Ground): void {
    const { draft, ledger } = this.work;
    if (!draft.flsa) return ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    const said = phraseOf(line.text, this.work, 'sentence');
    draft.flsa.basis = draft.flsa.basis === undefined ? said : `${String(draft.flsa.basis)}. ${said}`.slice(0, 2000);
    ledger.give(line, fate(ground, [this.work.draft.to(draft.flsa, 'basis')]));
  }

  #limit(line: Line, ground: Ground): void {
    const { work } = this;
    addEntry(work.draft.limits, line, 'phrase', guessed(ground.why.code, ground.why.args), work, (text, id, source) => ({ id, topic: text, source }), 'topic');
  }

  /** An entry, or several in one line; one that ends in a colon has the lines below it as its items. */
  #listed(line: Line, add: (line: Line) => object | null, list: { items?: Clause[] }[]): void {
    const { work } = this;
    const isItem = numberOf(line) !== null;
    const parts = piecesOf(line, isItem, sentencesOf);
    for (const part of parts) add(part);
    const entry = list.at(-1);
    if (!entry || !/[:：]$/u.test(line.text)) return;
    this.#parent = this.#parentOf(line, (item) => {
      entry.items ??= [];
      addEntry(entry.items, item, 'phrase', mapped('item', { heading: this.shown }), work, (text, id, source) => ({ id, text, source }));
      if (entry.items.length === 0) delete entry.items;
    });
  }

  #parentOf = (line: Line, items: (line: Line) => void): Parent => ({ items, own: signature(line), first: null, line });

  #duty(line: Line, around: Neighbours, ground: Ground): void {
    const { work } = this;
    if (this.#headsArea(line, around)) return;
    const isItem = numberOf(line) !== null;
    for (const part of piecesOf(line, isItem, sentencesOf)) {
      const group = this.#groupFor();
      const duty = addEntry(group.duties, part, 'duty', ground, work, (text, id, source): Duty => ({ id, text, ...(this.#marginal && !group.marginal && { marginal: true }), source }));
      if (duty && part === line && /[:：]$/u.test(line.text))
        this.#parent = this.#parentOf(line, (item) => {
          duty.items ??= [];
          addEntry(duty.items, item, 'phrase', mapped('item', { heading: this.shown }), work, (text, id, source): Duty => ({ id, text, source }));
          if (duty.items.length === 0) delete duty.items;
        });
    }
  }

  /** The area that is open, or one with the name of the section. */
  #groupFor(): DutyGroup {
    if (this.#group) return this.#group;
    const { work } = this;
    this.#group = work.draft.openGroup(phraseOf(this.shown, work) || 'duties');
    if (this.#marginal) this.#group.marginal = true;
    return this.#group;
  }

  /** «Поиск клиентов:» with numbers below it; “**Enquiries.** Answer …” with its name in bold. */
  #headsArea(line: Line, { after }: Neighbours): boolean {
    const { work } = this;
    const bold = boldStart(line);
    if (bold !== null) {
      const name = partOf(line, 0, bold);
      this.#openGroup(name);
      const rest = partOf(line, bold);
      const group = this.#group;
      if (!group || rest.text === '') return true;
      if (this.#labelled(rest)) return true;
      const essence = clauseOf(rest.text, 'duty', work.rules);
      if (essence.text.length > 500) return this.#restAsDuty(rest);
      group.essence = essence.text;
      work.ledger.give(rest, fate(this.#ground(line), [work.draft.to(group, 'essence')], essence.changes));
      return true;
    }
    // «Переговоры (20 %): Цель: …», a name with what it is for behind it.
    const colon = /^[^:]{3,120}:(?=\s)/u.exec(line.text)?.[0].length;
    const behind = colon === undefined ? null : partOf(line, colon);
    if (behind && labelledParts(behind, work)) {
      this.#openGroup(partOf(line, 0, colon));
      return this.#labelled(behind);
    }
    const words = line.text.split(/\s+/u);
    if (after?.piece === line.piece && words.length <= 12 && labelledParts(after, work)) {
      this.#openGroup(line);
      return true;
    }
    if (!/[:：]$/u.test(line.text) || words.length > 12 || !after) return false;
    const [own, next] = [numberOf(line), numberOf(after)];
    const goesDeeper = next !== null && (own === null || next.isBullet || next.depth > own.depth || next.level > own.level);
    if (!goesDeeper || startsWithVerb(line.text, work)) return false;
    this.#openGroup(line);
    return true;
  }

  #restAsDuty(rest: Line): boolean {
    const group = this.#groupFor();
    for (const part of piecesOf(rest, false, sentencesOf)) addEntry(group.duties, part, 'duty', this.#ground(rest), this.work, (text, id, source): Duty => ({ id, text, source }));
    return true;
  }
}

const isBelowNone = (line: Line): boolean => /\p{Lu}{3}/u.test(line.text) && !/\p{Ll}/u.test(line.text);

/** Whether a text begins as a duty does, with what is done. */
export function startsWithVerb(text: string, work: Work): boolean {
  const word = wordsOf(text)[0] ?? '';
  const { verbs } = work.rules.words;
  if (work.rules.language === 'ru') return isInfinitive(word) || /тся$/u.test(word) || (/(?:ает|яет|ует|юет|ит|дёт|дет|ёт)$/u.test(word) && word.length > 4);
  if (Array.isArray(verbs)) return clauseOf(text, 'duty', work.rules).changes.some(({ code }) => code === 'verb') || verbs.includes(word);
  return word in verbs || Object.values(verbs as Readonly<Record<string, string>>).some((finite) => finite.split('|')[0] === word);
}

/** Where the words in bold at the start of a paragraph end, when they name what the rest is about; null otherwise. */
function boldStart(line: Line): number | null {
  const { paragraph, start } = line;
  if (paragraph.look.bold !== 'some' || start > 0) return null;
  let at = 0;
  for (const span of paragraph.spans) {
    if (span.hidden) continue;
    if (!span.bold && span.text.trim() !== '') break;
    at += span.text.length;
    if (at > 90) return null;
  }
  const name = paragraph.text.slice(0, at).trim();
  return at > 2 && name.length > 2 && at < line.text.length && name.split(/\s+/u).length <= 9 ? Math.min(at, line.text.length) : null;
}

interface Labelled {
  readonly key: 'goal' | 'result' | 'measure';
  readonly shown: string;
  readonly label: Line;
  readonly value: Line;
}

/** «Цель: …», «Результат: … Показатель: …»: one or more in a line, from its start. */
function labelledParts(line: Line, work: Work): Labelled[] | null {
  const found: { key: Labelled['key']; shown: string; from: number; to: number }[] = [];
  for (const { index, 0: whole, 1: word = '' } of line.text.matchAll(/(\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,2}):\s/gu)) {
    const wording = work.rules.labels.exact(word).find(({ key }) => key === 'goal' || key === 'result' || key === 'measure' || key === 'purpose');
    if (wording) found.push({ key: wording.key === 'purpose' ? 'goal' : (wording.key as Labelled['key']), shown: wording.shown, from: index, to: index + whole.length });
  }
  if (found.length === 0 || found[0]?.from !== 0) return null;
  return found.map(({ key, shown, from, to }, at) => ({ key, shown, label: partOf(line, from, to), value: partOf(line, to, found[at + 1]?.from ?? line.text.length) }));
}

export { plain, stemOf };
