/** The paper that a browser prints: the sheet of the layout profile, blanks as lines, boxes as squares. */
import { plainText } from '../../document/reading.js';
import type { Document, Identity } from '../../document/document.js';
import { footGap, identityLine, joinedIdentity, pageWords, widestPage } from '../../document/identity.js';
import { widthInEms } from '../../document/letters.js';
import type { FontFamily, Theme } from '../../theme/theme.js';
import { picture } from './furniture.js';

export function printRules(document: Document, theme: Theme, stacks: Record<FontFamily, string>): string {
  return `@media print{
${paper(theme)}
${prose(theme)}
${tables(theme)}
${blanks}
}
${page(document, theme, stacks)}`;
}

/** Lines of a font are a little higher than its size; CSS counts in sizes. */
const single = 1.15;
const line = (spacing: number): number => Math.round(spacing * single * 1000) / 1000;

const places: Record<Theme['pageNumber']['place'], string> = {
  'top-center': '@top-center',
  'bottom-center': '@bottom-center',
  'bottom-right': '@bottom-right',
};

/** Millimetres in a point. */
const point = 25.4 / 72;

/** The sheet, and what stands in its margins, which grow where the organisation's own lines need more than they have. */
function page({ footer = [], code, identity }: Document, theme: Theme, stacks: Record<FontFamily, string>): string {
  const {
    page: { width, height, margin },
    pageNumber,
    furniture,
    qr,
    font,
    color,
  } = theme;
  const box = (place: string, content: string, size: number, ink: string): string => {
    const edge = place.startsWith('@top') ? 'top' : 'bottom';
    return `${place}{content:${content};vertical-align:${edge};padding-${edge}:${pageNumber.distance}mm;white-space:pre-wrap;color:#${ink};font:${size}pt/${line(furniture.spacing)} ${stacks[font.body]}}`;
  };
  const number = places[pageNumber.place];
  const lines = furniture.align === 'center' && (identity ?? pageNumber.place !== 'bottom-center') ? '@bottom-center' : '@bottom-left';
  const split = pageNumber.place === 'bottom-right';
  const identified = identity ? shortened(identity, theme) : null;
  const foot = [...footer.map((content) => quoted(plainText(content))), ...(identified === null ? [] : [identified])];
  const needed = pageNumber.distance + foot.length * furniture.size * line(furniture.spacing) * point + furniture.gap;
  const bottom = foot.length > 0 ? Math.max(margin.bottom, Math.round(needed * 10) / 10) : margin.bottom;
  const rules = [
    `size:${width}mm ${height}mm;margin:${margin.top}mm ${margin.right}mm ${bottom}mm ${margin.left}mm`,
    ...(identity && split
      ? [box(number, pageIn(identity), furniture.size, color.quiet)]
      : identity && pageNumber.place !== 'top-center'
        ? []
        : [box(number, pageNumber.total ? 'counter(page)" / "counter(pages)' : 'counter(page)', pageNumber.size, color.text)]),
    ...(foot.length > 0 ? [box(lines, foot.join('"\\a "'), furniture.size, color.quiet)] : []),
  ];
  const first = [
    ...(pageNumber.from > 1 && (!identity || number.startsWith('@top')) ? [`${number}{content:none}`] : []),
    ...(code && qr
      ? [
          `margin-bottom:${Math.max(bottom, qr.distance + qr.size + furniture.gap)}mm`,
          `@bottom-right{content:url(${picture(code, qr.size)});vertical-align:bottom;padding-bottom:${qr.distance}mm;text-align:right}`,
        ]
      : []),
  ];
  return `@page{${rules.join(';\n')}}\n${first.length > 0 ? `@page:first{${first.join(';\n')}}` : ''}`;
}

/** The line of the foot as CSS has it, without the page where that stands at the other edge. */
function shortened(identity: Identity, { page: { width, margin }, pageNumber, furniture, font }: Theme): string {
  const split = pageNumber.place === 'bottom-right';
  const widthOf = (text: string): number => widthInEms(text, font.body) * furniture.size * point;
  const last = pageWords(identity, widestPage, widestPage);
  const room = width - margin.left - margin.right;
  const line = identityLine(
    identity,
    (text) => (split ? widthOf(text) + footGap + widthOf(last) : widthOf(joinedIdentity(text, last))) <= room,
  );
  return split ? quoted(line) : `${quoted(joinedIdentity(line, ''))}${pageIn(identity)}`;
}

const pageIn = ({ page: [before, between, after] }: Identity): string =>
  `${quoted(before)}counter(page)${quoted(between)}counter(pages)${quoted(after)}`;

/** Text as a string of CSS; what is not a letter, a digit or a space goes in by its number. */
const quoted = (text: string): string => `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

const paper = ({ text, furniture }: Theme): string => `
:root{color-scheme:light}
html{font-size:${text.size}pt}
body{background:none;line-height:${line(text.spacing)};orphans:2;widows:2}
.sheet{max-width:none;margin:0;padding:0;background:none}
.progress,.hint,footer,.next,summary{display:none}
.letterhead{margin-bottom:${furniture.gap}mm;font-size:${furniture.size}pt;line-height:${line(furniture.spacing)}}
:target{background:none;box-shadow:none}
.new-page{break-before:page}
.title,h2,h3,h4,h5,h6,.lead,.introduces,caption{break-after:avoid}
.title,h2,h3,h4,h5,h6,.stamps,.signature,.figure,dl>div{break-inside:avoid}
.signature{break-before:avoid}
section:has(+.signature)>p,section:has(+.signature) :is(.clauses,.items)>li:nth-last-child(-n+2),section:has(+.signature) tr:nth-last-child(-n+2){break-inside:avoid;break-after:avoid}
.caption,caption,td .note{color:inherit}`;

function prose({ text, requisite, note, title, heading, clause, list, stamp }: Theme): string {
  // In a block of its own the label does not stretch with the words of a justified line.
  const runIn = (what: string, indent: number, hang: number): string => `.${what}>li{padding-left:0}
.${what}>li>p{text-indent:${indent}mm}
.${what}>li>p>.label{min-width:${hang}mm;margin:0 .3em 0 0;text-indent:0}`;
  return `
p,li{hyphens:${text.hyphenate ? 'auto' : 'manual'}}
section>p,li>p{text-align:${text.align}}
section>p{margin-bottom:${text.after}pt;text-indent:${text.indent}mm}
section>p:is(.center,.right,.note){text-indent:0}
section>.center{text-align:center}
section>.right{text-align:right}
.clauses,.items{margin-bottom:${text.after}pt}
.clauses>li{margin-bottom:${clause.after}pt}
.clauses>li>p{margin-bottom:${clause.after}pt}
.items>li,.items p{margin-bottom:${list.after}pt}
${clause.style === 'first-line' ? runIn('clauses', text.indent, 0) : ''}
${list.style === 'first-line' ? runIn('items', list.indent, list.hang) : ''}
td .items>li{padding-left:var(--hang)}
td .items>li>p{text-indent:0;text-align:inherit}
td .items>li>p>.label{min-width:var(--hang);margin:0 0 0 calc(-1*var(--hang))}
.requisite{line-height:${line(requisite.spacing)};text-indent:0}
.note{line-height:${line(note.spacing)}}
.title{font-size:${title.size}pt;line-height:${line(title.spacing)};margin-bottom:${title.after}pt}
${(['1', '2'] as const).map((level) => `.level-${level}>:is(h2,h3,h4,h5,h6){margin-top:${heading[level].before}pt;line-height:${line(heading[level].spacing)};text-indent:${heading[level].indent}mm}`).join('\n')}
.stamps{line-height:${line(stamp.spacing)}}
.stamps p{margin:0}
.stamps :is(.blank,.line){margin-top:.5em}
.choice{display:inline}
.choice>input{margin-right:.4em}`;
}

const tables = ({ table, facts, text }: Theme): string => `
table{margin:${table.before}pt 0 ${table.after}pt;line-height:${line(table.spacing)};table-layout:fixed}
th,td{padding:${table.padding}mm}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
tr:has(:checked){background:none}
th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
td p{text-indent:0}
dl{margin:0 0 ${text.after}pt}
dl>div{padding:${facts.padding}mm 0;align-items:start}`;

/**
 * What is filled in stands on its line as words, which may be longer than a field is wide; a date as the language
 * writes it. Without the script the field itself is printed. An empty date would show how to type it.
 */
const blanks = `
.blank{display:inline-block;min-height:1.1em;margin:0;border-bottom:.5pt solid;line-height:1.1;text-align:left;text-indent:0}
.blank,.blank.date{min-width:0}
.blank input{display:block;height:1.1em;min-height:0;padding:0;border:0;background:none;font-size:1em}
.blank[data-written]{width:auto;min-width:min(100%,var(--width,100%))}
.blank[data-written]>input{display:none}
.blank[data-written]::after{content:attr(data-written)}
@media (scripting:enabled){
.blank.date:not([data-written])>input{visibility:hidden}
.blank[data-pattern]:not([data-written]){width:auto;border:0;white-space:nowrap}
.blank[data-pattern]:not([data-written])>input{display:none}
.blank[data-pattern]:not([data-written])::after{content:attr(data-pattern)}
}
.line{height:1.1em;vertical-align:-.22em;border-bottom-width:.5pt}
.captioned .blank,.captioned .line{border-bottom:0}
.captioned .written{min-height:1.6em;border-bottom:.5pt solid;text-align:center}
.captioned .blank{text-align:center}
.box{padding:0}
[type=checkbox]{appearance:none;width:3.6mm;height:3.6mm;border:.5pt solid;border-radius:0;vertical-align:-.5mm}
[type=checkbox]:checked::before{content:"";display:block;width:1.1mm;height:2.2mm;margin:.2mm auto 0;border:solid;border-width:0 .9pt .9pt 0;transform:rotate(45deg)}`;
