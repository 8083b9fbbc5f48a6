/** Titles of other posts out of sentences and cells: without articles, brackets and names, in the nominative. */
import { namesIn } from './people.js';
import { nominativeOf } from './nominative.js';
import { small } from './clause-form.js';
import type { Rules } from './rules.js';

export type PostCase = 'nominative' | 'dative' | 'genitive' | 'instrumental';

/** Null where nothing is left that could be a title. */
export function postTitle(written: string, from: PostCase, rules: Rules): string | null {
  let text = written.replace(/\t/g, ' ');
  for (const { from: start, to } of namesIn(text).toReversed()) text = text.slice(0, start) + text.slice(to);
  text = text
    .replace(/\((?:далее|hereinafter|hierna)[^)]*\)?/giu, '')
    .replace(/[«"“„][^»"”]*[»"”]/gu, '')
    .replace(/\s(?:ООО|АО|ПАО|ЗАО|ОАО|ИП|предприятия|организации|компании|учреждения)\s*$/u, '')
    .replace(/^(?:the|a|an|de|het|een|post of|direct(?:ly)? to|напрямую|непосредственно|только)\s+/iu, '')
    .replace(/[\s.,;:–—-]+$/u, '')
    .replace(/^[\s.,;:–—-]+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/\p{L}{2}/u.test(text) || text.length > 120 || /^_+$/u.test(text) || text.split(' ').length > 12) return null;
  if (isTitleShouted(text)) text = text.toLowerCase();
  const nominative = from === 'nominative' ? text : (nominativeOf(small(text, rules), from) ?? text);
  return small(nominative, rules);
}

const isTitleShouted = (text: string): boolean => text === text.toUpperCase() && text.length > 4;

/** Several posts in one phrase: «секретарь, курьер и уборщик», “secretary, courier and cleaner”. */
export function postTitles(written: string, from: PostCase, rules: Rules): string[] {
  const listed = written.split(/[,;\n]|\s(?:и|and|en|а также|as well as|alsmede)\s/u);
  const titles = listed.map((one) => postTitle(one, from, rules)).filter((one): one is string => one !== null);
  return titles.length === listed.filter((one) => one.trim() !== '').length ? [...new Set(titles)] : [];
}

/** Where a phrase about a post ends: at a bracket, a full stop or the words that begin another thought. */
export function postEnd(text: string): number {
  const found =
    /[.;(\n]|,\s|\s(?:и\s(?!о\.)(?:в|на|не|ему|имеет|руководит|выполняет|осуществляет|несёт|назначается|по|является)|а в (?:его|случае)|либо|and\s(?:is|has|leads|supervises|works|manages|provides|line)|en\s(?:geeft|is|heeft|werkt|stuurt|beheert|ontvangt|legt)|по представлению|по согласованию|в соответствии|в порядке|на основании|within|binnen|voor zover|who|die)\s?/u.exec(
      text,
    );
  return found?.index ?? text.length;
}
