/** What stands in a cell beside a name and is none of its words: call names and maiden names in brackets, spaces around hyphens. */
import { partedName } from '../language/name-titles.js';

const bracketed = /\(([^()]*)\)|\[([^[\]]*)\]|["“”„«]([^"“”„«»]*)["“”»]|(?<=\s)['‘](?![TS][\s-])(\p{Lu}[\p{L} -]*)['’](?=\s|$)/gu;
/** «урожд. Петрова», “née Brown”, “geb. de Boer”: up to the next comma. A name in capitals may hold BORN or NEE. */
const born =
  /,?\s(?:(?:geb\.|GEB\.|урожд\.|УРОЖД\.|рожд\.)|(?:geboren|née|nee|born|урожд[её]нная|в девичестве)(?=\s))\s*(?:[^\s,]+\s?)+?(?=\s*(?:,|$))/gu;
const bornAtStart = /^(?:geb\.|geboren|née|урожд)/u;

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
    isClear &&= bornAtStart.test(inside) || /^\p{Lu}[^\d,]*$/u.test(inside);
    return ' ';
  });
  const rest = ` ${name}`
    .replace(/\s+/gu, ' ')
    .replace(born, '')
    .replace(/\s+(?=,)/gu, '')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
  const [dash = '', behind = ''] = behindDash.exec(rest) ?? [];
  if (dash !== '' && isTitle(behind)) return `${rest.slice(0, -dash.length)}, ${behind}`;
  const isRemark = /^\p{Lu}{2,}$/u.test(behind) && /\p{Ll}/u.test(rest);
  return isClear && !isRemark ? rest : null;
}

/** Behind a spaced dash: a title, “John Smith - PhD”, or in capitals a department, “Jan Jansen - HR”. */
const behindDash = /\s[-–—]\s*([\p{L}.]+)$/u;

/** “Jansen - de Boer” is “Jansen-de Boer”, whatever dash is typed; a dash at an end stands for a name that is missing. */
export const withHyphens = (name: string): string =>
  name.replace(/[‐‑]/gu, '-').replace(/(?<=[\p{L}\p{M}.])\s*[-–—]\s*(?=[\p{L}'‘’])/gu, '-');

const nameWord = /^[\p{L}\p{M}.'‘’ʼ`´·-]*\p{L}[\p{L}\p{M}.'‘’ʼ`´·-]*$/u;
/** “-Boer”, and an apostrophe at an end that is not that of ’t, ’s or d’, but a quotation mark without its other. */
const isTorn = (word: string): boolean =>
  /^-|-$/u.test(word) || /^['‘’](?![tsn](?:-|$))/iu.test(word) || (/['‘’]$/u.test(word) && !/(?:^|-)\p{L}{1,2}['‘’]$/u.test(word));

/** Whether all may be names: no figures, no strokes as in “e/v”, no bracket and no hyphen without its other side. */
export const isOfNames = (words: readonly string[]): boolean => words.every((word) => nameWord.test(word) && !isTorn(word));

/** Words that a hyphen joins to a particle are one: “Okonkwo-de Graaf”. Null where nothing stands behind the particle. */
export function withJoined(words: readonly string[], isParticle: (word: string, at: number) => boolean): readonly string[] | null {
  const all: string[] = [];
  let isWaiting = false;
  for (const word of words) {
    if (isWaiting) all.push(`${all.pop() ?? ''} ${word}`);
    else all.push(word);
    isWaiting = (isWaiting || word.includes('-')) && isParticle(word.slice(word.lastIndexOf('-') + 1), all.length - 1);
  }
  return isWaiting ? null : all;
}
