/** What `--fix` puts in is right in the eyes of the very rule that asked for it. */
import { describe, expect, it } from 'vitest';
import { idsOf, lintExample, rules } from './lint-sample.js';

const mended = rules.flatMap((rule) => {
  const { id, examples } = rule.data;
  const only = { rules: [rule] };
  return (examples?.bad ?? []).flatMap((example) => {
    const { text } = example;
    const own = text === undefined ? [] : lintExample(example, only).findings.filter((one) => one.finding.fix);
    return text === undefined || own.length === 0 ? [] : [{ id, example, text, own, only }];
  });
});

const written: Record<string, string> = {
  'программа "Склад"': 'программа «Склад»',
  'the "stock" program': 'the “stock” program',
  "the customer's orders": 'the customer’s orders',
  "foto's van producten": 'foto’s van producten',
  'программа “Склад”': 'программа «Склад»',
  'het programma «Voorraad»': 'het programma ‘Voorraad’',
  'prijzen ; termijnen ( levertijd)': 'prijzen; termijnen (levertijd)',
  'первое правило - безопасность': 'первое правило — безопасность',
  'the first rule — safety': 'the first rule – safety',
  'отвечает на запрос за 1-2 дня': 'отвечает на запрос за 1–2 дня',
  'снижает цены закупки на 3% в год': 'снижает цены закупки на 3 % в год',
  'verlaagt inkoopprijzen met 3 % per jaar': 'verlaagt inkoopprijzen met 3% per jaar',
  'Работа проходит в помещении;': 'Работа проходит в помещении',
  'ijzeren voorraden worden per week geteld': 'IJzeren voorraden worden per week geteld',
  'Bestelt producten binnen twee werkdagen': 'bestelt producten binnen twee werkdagen',
  'the duties of a account manager': 'the duties of an account manager',
  'порядок приёмки и и хранения товаров': 'порядок приёмки и хранения товаров',
  'порядок работы cклада': 'порядок работы склада',
  'ведет учет товаров': 'ведёт учёт товаров',
};

describe('what --fix puts in', () => {
  it.each(mended)('$id: $text', ({ id, example, text, own, only }) => {
    const edits = own.flatMap((one) => one.finding.fix ?? []).sort((a, b) => b.start - a.start);
    const put = edits.reduce((value, edit) => value.slice(0, edit.start) + edit.text + value.slice(edit.end), text);
    expect(put).not.toBe(text);
    if (written[text] !== undefined) expect(put).toBe(written[text]);
    expect(idsOf(lintExample({ ...example, text: put }, only))).not.toContain(id);
  });

  it('is written down for what is easily got wrong', () => {
    expect(Object.keys(written).filter((text) => !mended.some((one) => one.text === text))).toEqual([]);
  });
});
