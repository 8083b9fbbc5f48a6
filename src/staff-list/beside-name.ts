/** What stands in a cell beside a name and is none of its words: call names and maiden names in brackets, spaces around hyphens. */
import { partedName } from '../language/name-titles.js';
import { isParticle, particles } from '../language/name-particles.js';

const bracketed = /\(([^()]*)\)|\[([^[\]]*)\]|["“”„«]([^"“”„«»]*)["“”»]|(?<=\s)['‘](?![TS][\s-])(\p{Lu}[\p{L} -]*)['’](?=\s|$)/gu;

interface Birth {
  /** «урожд. Петрова», “née Brown”, “geb. de Boer”: up to the next comma. A name in capitals may hold BORN or NEE. */
  readonly behind: RegExp;
  readonly atStart: RegExp;
}

let known: Birth | undefined;

function birth(): Birth {
  if (!known) {
    const { short, words } = particles().born;
    const anyOf = (some: Iterable<string>): string => [...some].map((one) => one.replaceAll('.', '\\.')).join('|');
    const opening = `(?:(?:${anyOf(short)})|(?:${anyOf(words)})(?=\\s))`;
    known = { behind: new RegExp(`,?\\s${opening}[^,]+`, 'gu'), atStart: new RegExp(`^${opening}`, 'u') };
  }
  return known;
}

const isTitle = (text: string): boolean => partedName(`Name, ${text}`).name === 'Name';

/**
 * The name without what stands beside it, or null where nobody can tell what that is. A call name, as in “J.P. (Jan) van ’t Hof”, and
 * an earlier surname, «Иванова (Петрова) Анна», begin with a capital; a particle in brackets would be a part of the name. A
 * title in brackets is read as one behind a comma.
 */
export function withoutBesides(written: string): string | null {
  let isClear = true;
  const name = written.replace(bracketed, (_, ...groups: unknown[]) => {
    const inside = (groups.slice(0, 4).find((one) => typeof one === 'string') as string).trim();
    if (isTitle(inside)) return `, ${inside}`;
    isClear &&= birth().atStart.test(inside) || /^\p{Lu}[^\d,]*$/u.test(inside);
    return ' ';
  });
  const rest = ` ${name}`
    .replace(/\s+/gu, ' ')
    .replace(birth().behind, '')
    .replace(/\s+(?=,)/gu, '')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
  const [dash = '', behind = ''] = behindDash.exec(rest) ?? [];
  if (dash !== '' && isTitle(behind)) return `${rest.slice(0, -dash.length)}, ${behind}`;
  return isClear && !(dash !== '' && isRemark(rest.slice(0, -dash.length), behind)) ? rest : null;
}

/** What stands behind the last spaced dash. */
const behindDash = /\s[-–—]\s*([^,–—]+)$/u;

/**
 * Whether that is no half of a double surname but a post or a department: “Jan Jansen - HR”, “- manager”, “- Sales Manager”,
 * «Иванов Иван Иванович - Директор». In Russian first name and patronymic may follow the surname.
 */
function isRemark(before: string, behind: string): boolean {
  const words = behind.trim().split(' ');
  const last = words.at(-1) ?? '';
  if (!/\p{Lu}/u.test(last)) return true;
  if (/\p{Ll}/u.test(before) && words.some((word) => /^\p{Lu}{2,}$/u.test(word))) return true;
  if (/\p{Script=Cyrillic}/u.test(behind)) return /(?:вич|вна)$/u.test(before);
  return !words.slice(0, -1).every((word) => isParticle(word.toLowerCase()) || isParticle(word));
}

/** “Jansen - de Boer” is “Jansen-de Boer”, whatever dash is typed; a dash at an end stands for a name that is missing. */
export const withHyphens = (name: string): string =>
  name.replace(/[‐‑]/gu, '-').replace(/(?<=[\p{L}\p{M}.])\s*[-–—]\s*(?=[\p{L}'‘’])/gu, '-');

const nameWord = /^[\p{L}\p{M}.'‘’ʼ`´·-]*\p{L}[\p{L}\p{M}.'‘’ʼ`´·-]*$/u;
/** “-Boer”, and an apostrophe at an end that is not that of ’t, ’s or d’, but a quotation mark without its other. */
const isTorn = (word: string): boolean =>
  /^-|-$/u.test(word) || /^['‘’](?![tsn](?:-|$))/iu.test(word) || (/['‘’]$/u.test(word) && !/(?:^|-)\p{L}{1,2}['‘’]$/u.test(word));

/** Whether all may be names: no figures, no strokes as in “e/v”, no bracket and no hyphen without its other side. */
export const isOfNames = (words: readonly string[]): boolean =>
  words.every((word) => (nameWord.test(word) && !isTorn(word)) || word === 'v/d');

/** Words that a hyphen joins to a particle are one: “Okonkwo-de Graaf”. Null where nothing stands behind the particle. */
export function withJoined(words: readonly string[], goesOn: (word: string, at: number) => boolean): readonly string[] | null {
  const all: string[] = [];
  let isWaiting = false;
  for (const word of words) {
    if (isWaiting) all.push(`${all.pop() ?? ''} ${word}`);
    else all.push(word);
    isWaiting = (isWaiting || word.includes('-')) && goesOn(word.slice(word.lastIndexOf('-') + 1), all.length - 1);
  }
  return isWaiting ? null : all;
}
