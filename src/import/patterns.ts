/** Patterns out of the lists of words of a language, made once for it. */
import type { Span } from '../role/role.generated.js';
import { cuesOf } from './cues.js';
import type { Cues } from './cues.js';
import type { ImportWords } from './import-words.js';

export interface Patterns {
  /** By which words a heading that is not known is told, and of which section it is. */
  readonly headingCues: readonly (readonly [Cues, string])[];
  /** By which words a sentence is told. */
  readonly sentenceCues: readonly (readonly [Cues, string])[];
  /** A text whose last stop belongs to an abbreviation. */
  readonly abbreviated: RegExp;
  /** Words as short as abbreviations that may end a sentence. */
  readonly shortWord: RegExp;
  /** «Раздел II.», “Section 3:” before the words of a heading. */
  readonly sectionStart: RegExp;
  readonly bareLead: RegExp;
  /** «не вправе», “cannot”: somebody may not do what a sentence says. */
  readonly forbids: RegExp;
  /** «Чего нельзя»: begins the words above what is forbidden. */
  readonly forbiddenHeading: RegExp;
  /** «№ 5», “and …”, ‘volgens FUWA-VO’: what stands behind the sort of a document and is no title. */
  readonly noTitle: RegExp;
  /** «версия», “Ltd”, a year: no title has them. */
  readonly untitled: RegExp;
  /** ‘(24–32 uur)’: how long one works, behind a title in a heading of a vacancy. */
  readonly titleHours: RegExp;
  /** «Отдел продаж», “Sales department”: the name of a unit, and no title. */
  readonly unit: RegExp;
  /** «г. Москва», up to the name. */
  readonly town: RegExp;
  /** A date, a number, places to fill them in. */
  readonly dates: readonly RegExp[];
  readonly topPost: RegExp;
  readonly legalForm: RegExp;
  readonly legalFormShouted: RegExp;
  /** «ООО.»: the stop at the end belongs to the legal form. */
  readonly legalFormEnd: RegExp;
  readonly postAside: RegExp;
  readonly postEmployer: RegExp;
  readonly postStart: RegExp;
  readonly postJoint: RegExp;
  readonly postEnd: RegExp;
  /** Each word that joins two posts: “and”. */
  readonly joints: RegExp;
  /** What joins the parts of a heading: “and”, a comma, a slash. */
  readonly headingJoint: RegExp;
  /** Joins two posts and never the parts of one title: «а также», “as well as”. */
  readonly postAlso: RegExp;
  /** “or”, «либо»: one of two posts. */
  readonly alternative: RegExp;
  /** The same, each. */
  readonly alternatives: RegExp;
  /** A first name, in any of its forms. */
  readonly firstName: RegExp;
  /** “a team of about ”, «около »: before those below the holder. */
  readonly teamStart: RegExp;
  /** “around ”, «около »: before a number that is none to count on. */
  readonly about: RegExp;
  /** «находится», “are”: between whose they are and who they are. */
  readonly belowHolder: RegExp;
  readonly payScale: RegExp;
  readonly invitation: RegExp;
  readonly titleNote: RegExp;
  /** “what”, “whom”: a question word, which is no post. */
  readonly question: RegExp;
  readonly areBelow: RegExp;
  /** “three ”, ‘4 ’: how many they are. */
  readonly countStart: RegExp;
  /** “shifts”, ‘in het hoogseizoen’: what is said beside those below the holder, and is no post. */
  readonly noPost: RegExp;
  readonly honorific: RegExp;
  /** A word of a name: it begins with a capital, or is a particle. */
  readonly nameWord: RegExp;
  readonly patronymic: RegExp;
  /** Surname, first name and patronymic in a text. */
  readonly fullName: RegExp;
  readonly nobody: RegExp;
  readonly instrumental: RegExp;
  readonly copula: RegExp;
  /** “are”, ‘zijn’ anywhere: something is said of what stands before. */
  readonly statement: RegExp;
  readonly consent: RegExp;
  readonly deputy: RegExp;
  /** A verb before which the post that stands in is named. */
  readonly deputyBefore: RegExp;
  /** An article or a sign: behind the last of them a post begins. */
  readonly beforePost: RegExp;
  readonly anybody: RegExp;
  /** “and ”, «а также » at the end of what stands before a cue. */
  readonly jointAtEnd: RegExp;
  /** The party of a relation, and what it is about. */
  readonly relation: RegExp;
  readonly relationJoint: RegExp;
  readonly relationStart: RegExp;
  readonly subjectStart: RegExp;
  /** “Internal contacts”, «Внешние»: on which side of the organisation relations stand. */
  readonly inside: RegExp;
  readonly outside: RegExp;
  /** “Inside the hospice”, «снаружи»: a name for one of the sides that begins so. */
  readonly insideStart: RegExp;
  readonly outsideStart: RegExp;
  /** Why somebody is away; and that another does the work: together they say who stands in. */
  readonly absent: RegExp;
  readonly covers: RegExp;
  /** Noise, cold, shifts: what stands around the work; and lifting, standing: what the body does. */
  readonly surroundings: RegExp;
  readonly effort: RegExp;
  /** “To apply, …”: the closing lines of a vacancy. */
  readonly closing: RegExp;
  /** «Сеть основана в 1998 году»: about the employer. */
  readonly employer: RegExp;
  /** A sentence on what the employer does. */
  readonly employerStart: RegExp;
  /** “is committed to”: what the employer stands for. */
  readonly employerPromise: RegExp;
  readonly sum: RegExp;
  /** «Воспитателю подчиняется …»: the holder in the dative. */
  readonly dative: RegExp;
  /** «увольняется …»: behind it stands who appoints. */
  readonly hires: RegExp;
  readonly length: RegExp;
  /** “we will pay for”: what the employer gives is no requirement. */
  readonly employerPays: RegExp;
  /** “not required” at the end: nobody asks for it. */
  readonly notAsked: RegExp;
  /** “you cover for”: the holder stands in for others, which says nothing of who stands in for him. */
  readonly coversOthers: RegExp;
  /** “is at will”, «премия»: among measures, a rule on pay or on the contract, and no measure. */
  readonly noMeasure: RegExp;
  /** The words for experience at the start of what it is in. */
  readonly experienceStart: RegExp;
  readonly fieldEnd: RegExp;
  readonly schoolingEnd: RegExp;
  readonly schoolingAside: RegExp;
  /** «высшее экономическое образование»: the adjective that is no level. */
  readonly schoolingField: RegExp;
  readonly schoolingLevel: RegExp;
  readonly requirementJoint: RegExp;
  readonly requirementKept: RegExp;
  readonly language: RegExp;
  readonly mark: RegExp;
  readonly wishMark: RegExp;
  readonly spans: readonly (readonly [RegExp, Span['unit']])[];
  readonly approves: RegExp;
  readonly signingStart: RegExp;
  readonly skillStart: RegExp;
  readonly dutyStart: RegExp;
  readonly subject: RegExp;
  readonly object: RegExp;
  /** “of”, “in”: behind a noun, and no object of a verb. */
  readonly noObject: RegExp;
  /** A noun of doing something at the start of a duty: «Ведение учёта», ‘Beheren van’. */
  readonly action: RegExp;
  readonly noAction: RegExp;
  readonly infinitive: RegExp;
  readonly noInfinitive: RegExp;
  readonly reflexive: RegExp;
  readonly finite: RegExp;
  /** «пьёт»: any verb in the third person behind a word that joins. */
  readonly verbEnd: RegExp;
  readonly adverb: RegExp;
  readonly conjunction: RegExp;
  readonly purpose: RegExp;
}

/** Matches nothing: the language has no words of this sort. */
const never = '(?!)';
const spaces = String.raw`\s+`;

/** A word of a list: whole, or with any letters where its star stands; other words of the sentence may stand for ` … `; ^ is the start. */
function asPattern(word: string): string {
  const bare = word
    .replaceAll('*', '')
    .replace(/[.+?^$()|[\]{}\\/]/g, String.raw`\$&`)
    .replace(/ё/g, '[её]')
    .replace(/ … /g, String.raw`\s(?:[^.;]{0,80}?\s)?`)
    .replace(/ /g, spaces);
  if (word.startsWith('^')) return `^${asPattern(word.slice(1))}`;
  if (word.startsWith('*')) return String.raw`\p{L}*${bare}`;
  if (word.endsWith('*')) return String.raw`${bare}\p{L}*`;
  return /\p{L}$/u.test(word) ? String.raw`${bare}(?![\p{L}\p{N}])` : bare;
}

/**
 * One of several words; the first that fits wins. What stands behind each word of a sort (its end, or the rest of it) is said once for all
 * neighbours of that sort, because each such class takes a regular expression of these flags as long to compile as twenty words.
 */
function oneOf(words: readonly string[]): string {
  if (words.length === 0) return never;
  const runs: { readonly end: string; readonly words: string[] }[] = [];
  for (const word of words) {
    const whole = asPattern(word);
    const end = ends.find((one) => whole.endsWith(one)) ?? '';
    const bare = whole.slice(0, whole.length - end.length);
    const last = runs.at(-1);
    if (last?.end === end) last.words.push(bare);
    else runs.push({ end, words: [bare] });
  }
  return `(?:${runs.map((run) => `(?:${run.words.join('|')})${run.end}`).join('|')})`;
}

const ends: readonly string[] = [String.raw`(?![\p{L}\p{N}])`, String.raw`\p{L}*`];

const anywhere = (words: readonly string[]): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])${oneOf(words)}`, 'iu');
const atStart = (words: readonly string[], behind = ''): RegExp => new RegExp(`^${oneOf(words)}${behind}`, 'iu');
const whole = (words: readonly string[]): RegExp => new RegExp(`^${oneOf(words)}$`, 'iu');
const notBehind = (all: readonly string[]): string => (all.length === 0 ? '' : `(?<!(?:${all.join('|')}))`);
const endings = (words: readonly string[], behind = ''): RegExp =>
  new RegExp(words.length === 0 ? never : `(?:${words.join('|')})${behind}$`, 'u');

const capitalised = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const gerund = String.raw`(?=\p{L}+ing\b)`;

export function patternsOf({ patterns: words, joints, legalForms, experience, headingCues, sentenceCues, counts }: ImportWords): Patterns {
  const year = words.years.length === 0 ? '' : `${oneOf(words.years)}?`;
  const number = String.raw`(?:\s*№.*)?$`;
  const starts = (plain: readonly string[], beforeGerund: readonly string[]): RegExp =>
    new RegExp(
      String.raw`^(?:${oneOf(beforeGerund)}\s+${gerund}|${oneOf(plain.flatMap((one) => (one.includes('{holder}') ? words.subjects.map((who) => one.replace('{holder}', who)) : [one])))}\s+)`,
      'iu',
    );
  const alternative = anywhere([...words.alternatives, '/']);
  const adjective = words.adjectives.length === 0 ? never : `(?:${words.adjectives.join('|')})`;
  const forms = legalForms.map((one) => one.replace(/\.$/, ''));
  const cues = (lists: Readonly<Record<string, readonly string[]>>): (readonly [Cues, string])[] =>
    Object.entries(lists).map(([key, all]) => [cuesOf(all, anywhere), key] as const);
  return {
    headingCues: cues(headingCues),
    sentenceCues: cues(sentenceCues),
    abbreviated: new RegExp(String.raw`(?:^|[\s(.])(?:${oneOf(words.abbreviations)}|[A-Z]\.[A-Z])\.$`, 'iu'),
    shortWord: whole(words.shortWords),
    sectionStart: new RegExp(String.raw`^${oneOf(words.sectionWords)}\s+[\dIVX]+[.:]?\s*`, 'iu'),
    bareLead: anywhere(words.bareLeads),
    forbids: anywhere(words.forbids),
    forbiddenHeading: atStart(words.forbiddenHeadings),
    noTitle: atStart([...words.numberSigns, ...joints, ...words.noTitles], String.raw`\s`),
    untitled: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${oneOf(words.untitled)}|(?:19|20)\d{2}(?!\d))`, 'iu'),
    titleHours: new RegExp(String.raw`\s?\([^()]{0,40}\d\s?${oneOf(words.titleHours)}[^()]{0,40}\)`, 'giu'),
    unit: new RegExp(String.raw`^(?:${oneOf(words.unitStarts)}\s.+|.+\s${oneOf(words.unitEnds)})$`, 'iu'),
    town: new RegExp(String.raw`^${oneOf(words.towns)}\s*(?=\p{Lu})`, 'u'),
    dates: [
      /^\s*№/u,
      /^\s*\p{Ll}{2,3}\s\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*\S{0,2}\s*(?:№.*)?$/u,
      new RegExp(String.raw`^\s*[«"“]?_*\d{0,2}_*[»"”]?\s*_*\p{L}*_*\s*(?:19|20)_*\d{0,2}_*\s*${year}${number}`, 'u'),
      new RegExp(String.raw`^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*${year}${number}`, 'u'),
      new RegExp(String.raw`^\s*(?:\p{L}+\s)?\d{1,2},?\s+(?:\p{L}+\s+)?(?:19|20)\d{2}\s*${year}${number}`, 'u'),
    ],
    topPost: atStart(words.topPosts),
    legalForm: new RegExp(String.raw`(?<!\p{L})${oneOf(legalForms)}(?!\p{L})`, 'u'),
    legalFormShouted: new RegExp(String.raw`(?<!\p{L})${oneOf(legalForms)}(?!\p{L})`, 'iu'),
    legalFormEnd: new RegExp(String.raw`(?<!\p{L})${oneOf(forms)}\.$`, 'u'),
    postAside: new RegExp(String.raw`\(${oneOf(words.postAsides)}[^)]*\)?`, 'giu'),
    postEmployer: new RegExp(String.raw`${notBehind(words.postAttributes)}\s${oneOf(words.postEmployers)}\s*$`, 'u'),
    postStart: atStart(words.postStarts, spaces),
    postJoint: new RegExp(String.raw`[,;\n]|\s${oneOf(words.postJoints)}\s`, 'u'),
    postEnd: new RegExp(String.raw`[.;()\n]|,\s|\s${oneOf(words.postEnds)}`, 'u'),
    joints: new RegExp(String.raw`,?\s${oneOf(words.postJoints)}\s`, 'gu'),
    headingJoint: new RegExp(String.raw`\s*[/&,–—]\s*|\s+(?:${joints.join('|')})\s+`, 'iu'),
    postAlso: new RegExp(String.raw`,?\s${oneOf(words.postAlso)}\s`, 'u'),
    alternative,
    alternatives: new RegExp(alternative, 'giu'),
    firstName: whole(words.firstNames),
    teamStart: atStart(words.teamStarts, spaces),
    about: atStart(words.abouts, spaces),
    areBelow: new RegExp(String.raw`(?:^|\s)${oneOf(words.areBelows)}:?\s+`, 'iu'),
    payScale: anywhere(words.payScales),
    belowHolder: anywhere(words.belowHolders),
    invitation: atStart(words.invitations, String.raw`(?=[\s:–—-])[\s:–—-]*`),
    titleNote: new RegExp(String.raw`\s*[:–—-]\s+(?:${oneOf(words.titleNotes)}|${oneOf(words.questions)}\s[^:]*)$`, 'iu'),
    question: whole(words.questions),
    countStart: new RegExp(
      String.raw`^(?:\d+(?:\s?(?:[-–—/]|${oneOf(words.ranges)})\s?\d+)?|${oneOf(Object.values(counts).flatMap((all) => all.map(String)))})\s+(?=\p{L})`,
      'iu',
    ),
    noPost: atStart(words.noPosts),
    honorific: atStart(words.honorifics, String.raw`\.?\s+`),
    nameWord: new RegExp(String.raw`^(?:\p{Lu}[\p{L}.’'-]*|${oneOf(words.particles)})$`, 'u'),
    patronymic: endings(words.patronymics),
    fullName: new RegExp(
      words.patronymics.length === 0
        ? never
        : String.raw`${capitalised} ${capitalised} \p{Lu}\p{Ll}+(?:${words.patronymics.join('|')})(?:у|а|ем|ой|е|ы|ю|и)?(?!\p{L})`,
      'gu',
    ),
    nobody: new RegExp(String.raw`^(?:[—–-]|${oneOf(words.nobody)})[\s.]*$`, 'iu'),
    instrumental: anywhere(words.instrumental),
    statement: new RegExp(String.raw`(?:^|\s)${oneOf(words.copulas)}\s`, 'u'),
    copula: new RegExp(String.raw`^\s*${oneOf(words.copulas)}\s`, 'u'),
    consent: atStart(words.consents),
    deputy: new RegExp(String.raw`${oneOf(words.deputies)}\s+`, 'u'),
    deputyBefore: new RegExp(String.raw`\s(?=${oneOf(words.deputiesBefore)}(?:\s|$))`, 'u'),
    beforePost: new RegExp(String.raw`(?:^|\s)${oneOf(words.postStarts)}\s+|[,:;.]\s`, 'giu'),
    anybody: atStart(words.anybody),
    jointAtEnd: new RegExp(String.raw`\s${oneOf(words.postJoints)}\s+$`, 'u'),
    relation: new RegExp(String.raw`^(.{2,160}?)(?:\s[–—-]\s|:\s|\s(?=${oneOf(words.relationJoints)}\s))(.+)$`, 'su'),
    relationJoint: anywhere(words.relationJoints),
    relationStart: atStart(words.relationStarts, spaces),
    subjectStart: atStart(words.subjectStarts, spaces),
    inside: whole(words.insides),
    outside: whole(words.outsides),
    insideStart: atStart(words.insideStarts),
    outsideStart: atStart(words.outsideStarts),
    absent: anywhere(words.absents),
    covers: anywhere(words.covers),
    surroundings: anywhere(words.surroundings),
    effort: anywhere(words.efforts),
    closing: anywhere(words.closings),
    employer: anywhere(words.employers),
    employerPromise: anywhere(words.employerPromises),
    employerStart: atStart(words.employerStarts, String.raw`\s`),
    sum: atStart(words.sums, String.raw`(?:\s*[:=])?\s*$`),
    dative: endings(words.datives),
    hires: new RegExp(String.raw`(?<!\p{L})${oneOf(words.hires)}\s+`, 'iu'),
    length: whole(words.lengths),
    employerPays: anywhere(words.employerPays),
    coversOthers: anywhere(words.coversOthers),
    noMeasure: anywhere(words.noMeasures),
    notAsked: new RegExp(String.raw`(?<![\p{L}\p{N}])${oneOf(words.notAsked)}$`, 'iu'),
    experienceStart: atStart(experience.words, spaces),
    fieldEnd: new RegExp(String.raw`[.;(]|,? ${oneOf(words.fieldEnds)}(?=\s|$)`, 'u'),
    schoolingEnd: new RegExp(String.raw`[.;(]| ${oneOf(words.schoolingEnds)}`, 'u'),
    schoolingAside: atStart(words.schoolingAsides),
    schoolingField: new RegExp(
      String.raw`${oneOf(words.schoolingLevels)}\s+(?:${oneOf(words.conjunctions)}\s+)?([\p{Ll}-]+${adjective}(?: ${oneOf(words.conjunctions)} [\p{Ll}-]+${adjective})?)\s+${oneOf(words.schoolingNouns)}`,
      'u',
    ),
    schoolingLevel: whole([...words.schoolingLevels, ...words.schoolingNouns]),
    requirementJoint: new RegExp(String.raw`,?\s${oneOf(words.requirementJoints)}\s|[,;]\s`, 'gu'),
    requirementKept: new RegExp(String.raw`${oneOf(words.requirementKept)}\s$`, 'u'),
    language: anywhere(words.languages),
    mark: whole([...words.marks, ...words.marks.map((one) => `${one}.`)]),
    wishMark: whole([...words.wishMarks, ...words.wishMarks.map((one) => `${one}.`)]),
    spans: Object.entries(words.spans).map(([unit, all]) => [anywhere(all), unit as Span['unit']] as const),
    approves: anywhere(words.approves),
    signingStart: atStart(words.signingStarts),
    skillStart: starts(words.skillStarts, words.skillStartsBeforeGerund),
    dutyStart: starts(words.dutyStarts, words.dutyStartsBeforeGerund),
    subject: new RegExp(String.raw`^${oneOf(words.subjects)}\s+`, 'iu'),
    object: whole(words.objects),
    noObject: whole(words.noObjects),
    action: atStart(words.actions),
    noAction: atStart(words.noActions),
    infinitive: endings(words.infinitives, words.reflexives.length > 0 ? `(?:${words.reflexives.join('|')})?` : ''),
    noInfinitive: endings(words.noInfinitives),
    reflexive: endings(words.reflexives),
    finite: endings(words.finites),
    verbEnd: endings(words.verbEnds),
    adverb: whole(words.adverbs),
    conjunction: whole(words.conjunctions),
    purpose: whole(words.purposes),
  };
}
