/** Words with a value beside them: «Подразделение: отдел продаж», “Reports to | Head of Sales”. */
import { purposeOf } from './clause-sections.js';
import { tickedValue } from './boxes.js';
import { phraseOf, fate, guessed, mapped } from './work.js';
import type { Ground, Work } from './work.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { postEnd, postTitle, postTitles } from './posts.js';
import { takeDeputy, usualAbsences } from './deputising.js';
import { titleEnd } from './invited-title.js';
import { nameOf, namesIn } from './people.js';
import { takeSubordinates } from './subordinates.js';
import { hasWords, levelled, plain } from './words.js';

export interface LabelFound {
  readonly key: string;
  readonly shown: string;
}

export const labelIn = (text: string, work: Work): LabelFound | null => {
  if (text.length > 80) return null;
  const { labels } = work.rules;
  const wording = labels.exact(text)[0] ?? labels.exact(text.replace(/\s*\([^()]*\)/gu, ''))[0];
  // “Division / Directorate”, “JD reference / last updated”: the first part that is known.
  return wording ?? text.split(/\s*\/\s*/u).flatMap((part) => labels.exact(part))[0] ?? null;
};

/** Takes a value by its label; the label goes with it. False where the value cannot be read: it is then not given. */
export function takeRequisite(label: Line, value: Line, found: LabelFound, work: Work): boolean {
  const ground = mapped('label', { label: found.shown });
  if (!hasWords(value.text)) {
    work.ledger.leaveOut(label, 'blank');
    work.ledger.leaveOut(value, 'blank');
    return true;
  }
  const chosen = tickedValue(value, work.ledger);
  if (chosen.text === '') work.ledger.leaveOut(value, 'blank');
  else if (!takeValue(chosen, found.key, ground, work)) return false;
  work.ledger.give(label, { certainty: 'mapped', why: { code: 'label', args: { label: found.shown } } });
  return true;
}

function takeValue(line: Line, key: string, ground: Ground, work: Work): boolean {
  const { draft, organisation, ledger } = work;
  const text = line.text.replace(/\s+/g, ' ').trim();
  const put = (set: () => void, target: Parameters<typeof fate>[1], sure = ground): true => {
    set();
    ledger.give(line, fate(sure, target));
    return true;
  };
  const unlessKnown = (isKnown: boolean, set: () => void, target: Parameters<typeof fate>[1]): true => {
    if (!isKnown) return put(set, target);
    ledger.give(line, { certainty: 'left-out', why: { code: 'repeated', args: {} } });
    return true;
  };
  switch (key) {
    case 'title':
      if (work.rules.phrases(work.rules.words.document).includes(levelled(plain(text)))) {
        ledger.leaveOut(line, 'document-name');
        return true;
      }
      return titled(line, ground, work);
    case 'department':
      return unlessKnown(draft.department !== null, () => (draft.department = phraseOf(text, work)), [draft.at('department')]);
    case 'reportsTo':
      return superiorBeforeSentence(line, ground, work) || superior(line, text, ground, work);
    case 'subordinates':
      return takeSubordinates(line, line.text, 'nominative', work, ground);
    case 'deputisedBy': {
      const title = postTitle(text, 'nominative', work.rules);
      if (draft.deputising) return false;
      if (deputyBeforeSentence(line, ground, work)) return true;
      // ‘Wordt bij afwezigheid vervangen door …’ beside the label: a whole sentence.
      if (title === null || work.rules.patterns.deputy.test(levelled(text)))
        return takeDeputy(line, work, guessed(ground.why.code, ground.why.args));
      return put(() => {
        draft.deputising = { reasons: [...usualAbsences], by: draft.postOf(title), transfersRights: false };
        draft.assume(draft.deputising, 'reasons');
      }, [draft.at('deputising')]);
    }
    case 'category': {
      const level = levelled(text);
      const category = (['managers', 'specialists', 'clerical-staff', 'workers'] as const).find((one) =>
        work.rules.phrases(work.rules.words.categories[one]).some((word) => level.includes(word)),
      );
      return category ? put(() => (draft.category = category), [draft.at('category')]) : false;
    }
    case 'purpose':
    case 'goal':
      return draft.purpose === null ? put(() => (draft.purpose = purposeOf(text, work)), [draft.at('purpose')]) : false;
    case 'organisation':
      return unlessKnown(organisation.name !== null, () => (organisation.name = text), [
        { draft: 'organisation', owner: organisation, key: 'name' },
      ]);
    case 'holder':
    case 'manager':
      if (!isSomebody(text, work)) {
        ledger.leaveOut(line, 'signature');
        return true;
      }
      organisation.person(line, key === 'holder' ? 'holder' : null);
      ledger.leaveOut(line, 'personal');
      return true;
    case 'personnelNumber':
      ledger.leaveOut(line, 'personal');
      return true;
    case 'number':
    case 'date':
    case 'version':
    case 'code':
    case 'family':
      ledger.leaveOut(line, 'requisite');
      return true;
    case 'place':
    case 'grade':
    case 'contract':
    case 'pattern':
      // A second value of the same sort must not take the place of the first.
      if (draft.facts[key] !== undefined) return takeSecond(line, ground, work);
      if (
        key === 'grade' &&
        (/[€$£₽]\s?\d|\d\s?[€$£₽]/u.test(text) || work.rules.patterns.payScale.test(`${ground.why.args.label ?? ''} ${text}`))
      ) {
        // A grade with what it pays is a condition of work too.
        const said = phraseOf(text, work, 'sentence');
        const entry = { id: draft.idFor(text, 'pay'), text: `${ground.why.args.label ?? ''}: ${said}`, source: work.sourceOf(line) };
        return put(() => {
          draft.facts.grade = said;
          draft.payComponents.push(entry);
        }, [draft.to(draft.facts, key), draft.to(entry, 'text')]);
      }
      return put(() => (draft.facts[key] = phraseOf(text, work, 'sentence')), [draft.to(draft.facts, key)]);
    case 'hours': {
      const hours = /(?<!\d)(\d{1,2}(?:[.,]\d+)?)(?!\d)/u.exec(text)?.[1];
      const value = Number(hours?.replace(',', '.'));
      const isPlain = hours !== undefined && value > 0 && value <= 48 && !/[-–]\s*\d/u.test(text) && text.length < 30;
      return put(
        () => {
          if (isPlain) draft.facts.hours = value;
          else draft.facts.pattern = phraseOf(text, work, 'sentence');
        },
        [draft.to(draft.facts, isPlain ? 'hours' : 'pattern')],
        isPlain ? ground : guessed(ground.why.code, ground.why.args),
      );
    }
    case 'pay': {
      const id = draft.idFor(text, 'pay');
      const entry = { id, text: phraseOf(text, work, 'sentence'), source: work.sourceOf(line) };
      return put(() => draft.payComponents.push(entry), [draft.to(entry, 'text')]);
    }
    case 'flsa': {
      const isNot = /non-?\s?exempt/iu.test(text);
      if (!isNot && !/exempt/iu.test(text)) return false;
      return put(() => (draft.flsa = { status: isNot ? 'non-exempt' : 'exempt' }), [draft.at('flsa')]);
    }
    default:
      return false;
  }
}

/** “Re: Sort Line Lead – duties”: what stands behind the title says nothing of it. */
function titled(line: Line, ground: Ground, work: Work): true {
  const { draft, ledger, rules } = work;
  if (draft.title !== null) {
    ledger.leaveOut(line, 'repeated');
    return true;
  }
  const end = rules.patterns.titleNote.exec(line.text)?.index ?? titleEnd(line.text, rules) ?? line.text.length;
  const said = line.text.slice(0, end).replace(/\s+/g, ' ').trim();
  draft.title = postTitle(said, 'nominative', rules) ?? phraseOf(said, work);
  ledger.give(partOf(line, 0, end), fate(ground, [draft.at('title')]));
  if (end < line.text.length) ledger.leaveOut(partOf(line, end), 'lead');
  return true;
}

/** “CAO: retail” / “Scale: 6”: the second of two facts of one sort is a condition of work with its label. */
function takeSecond(line: Line, ground: Ground, work: Work): boolean {
  const { draft, ledger } = work;
  const text = `${ground.why.args.label ?? ''}: ${phraseOf(line.text, work)}`;
  const entry = { id: draft.idFor(text, 'condition'), kind: 'other' as const, text, source: work.sourceOf(line) };
  draft.conditions.push(entry);
  ledger.give(line, fate(guessed(ground.why.code, ground.why.args), [draft.to(entry, 'text')]));
  return true;
}

/** “Thomas Whitfield, Head of Sales”: the name stays out of the role. */
function superior(line: Line, text: string, ground: Ground, work: Work): boolean {
  const { draft, organisation, ledger } = work;
  const [first = '', ...more] = text.split(/,\s/u);
  const named = more.length > 0 && /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(first) && !isPostLike(first, work);
  // “Managing Partner; day to day to the Office Manager”: no title has a semicolon.
  const titles = named ? titlesIn(more.join(', '), false, work) : text.split(/;\s+/u).flatMap((part) => titlesIn(part, true, work));
  if (named) organisation.namedPlaces++;
  if (titles.length > 1 && work.rules.patterns.alternative.test(levelled(text))) draft.superiorMode = 'any';
  for (const one of titles) {
    const id = draft.postOf(one);
    if (!draft.superiors.includes(id)) draft.superiors.push(id);
  }
  if (titles.length === 0) return false;
  ledger.give(line, fate(ground, [draft.at('superiors')], named ? [{ code: 'personal', args: {} }] : []));
  return true;
}

/** The posts in a phrase, or the one that it is all of. */
function titlesIn(text: string, mayBeMany: boolean, work: Work): readonly string[] {
  const title = postTitle(text, 'nominative', work.rules);
  if (title === null) return [];
  const listed = mayBeMany ? postTitles(text, 'nominative', work.rules) : [];
  return listed.length > 1 && areAllPosts(listed, work) ? listed : [title];
}

/** “Head of Sales and Marketing”, ‘teammanager Jeugd en Wmo’: where one part is known as a post and another is not, that is of its title. */
const areAllPosts = (titles: readonly string[], work: Work): boolean =>
  new Set(titles.map((title) => isPostLike(title, work) || /^\p{Lu}{3,4}$/u.test(title))).size === 1;

/** Short words end a sentence here, ‘… en Wmo. De …’; what follows an abbreviation of a title, “Asst. Manager”, is shorter than a sentence. */
const firstStop = (text: string): RegExpExecArray | null => /(?<=\p{L}{3})\.\s+(?=\p{Lu}\S*(?:\s+\S+){4})/u.exec(text);

/** ‘Teammanager Jeugd. De teammanager geeft leiding; …’: the post is what stands before the first stop, and what follows has no place. */
function superiorBeforeSentence(line: Line, ground: Ground, work: Work): boolean {
  const stop = firstStop(line.text);
  if (!stop || !superior(partOf(line, 0, stop.index + 1), line.text.slice(0, stop.index), ground, work)) return false;
  work.ledger.give(partOf(line, stop.index + 1), { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  return true;
}

/** «Второй костюмер, закреплённый за тем же спектаклем. На выезде – по договорённости»: the same of who stands in. */
function deputyBeforeSentence(line: Line, ground: Ground, work: Work): boolean {
  const stop = firstStop(line.text);
  if (!stop) return false;
  const { draft, ledger, rules } = work;
  const said = line.text.slice(0, stop.index);
  const title = postTitle(said.slice(0, postEnd(said, rules)), 'nominative', rules);
  if (title === null || rules.patterns.deputy.test(levelled(said)) || rules.patterns.anybody.test(title)) return false;
  draft.deputising = { reasons: [...usualAbsences], by: draft.postOf(title), transfersRights: false };
  draft.assume(draft.deputising, 'reasons');
  ledger.give(partOf(line, 0, stop.index + 1), fate(ground, [draft.at('deputising')]));
  ledger.give(partOf(line, stop.index + 1), { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  return true;
}

/** Whether words name a post and no person. */
export const isPostLike = (text: string, work: Work): boolean => {
  const level = levelled(text);
  return ['managers', 'workers', 'clerical-staff'].some((key) =>
    work.rules.phrases(work.rules.words.titles[key]).some((word) => level.includes(word)),
  );
};

/** “Prepared by: HR Adviser” names a post, which is nobody. */
const isSomebody = (text: string, work: Work): boolean =>
  namesIn(text, work.rules.patterns).length > 0 ||
  (!isPostLike(text, work) && (nameOf(text.replace(/[(,].*$/su, ''), work.rules.patterns) !== null || /^\p{Lu}[\p{Ll}’'-]+$/u.test(text)));
