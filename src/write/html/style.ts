/**
 * The stylesheet: what the layout profile says, as far as a screen can follow it. Sizes and distances are those of the
 * paper in units of its running text, so that they grow with what people set in their browser.
 */
import { walk } from '../../document/reading.js';
import type { Document } from '../../document/document.js';
import type { FontFamily, Theme } from '../../theme/theme.js';
import { chartRules } from './chart.js';
import { day, night } from './palette.js';
import type { Palette } from './palette.js';
import { printRules } from './print.js';

/** The twins have the same widths, for machines without the fonts that everybody names. */
const stacks: Record<FontFamily, string> = {
  serif: "'Times New Roman',Tinos,'Liberation Serif',serif",
  sans: "Arial,Arimo,'Liberation Sans',sans-serif",
};

/** `measures` are the rules of the classes of the document. There is no `<` or `&` in it. */
export function styleSheet(document: Document, theme: Theme, measures: string): string {
  return `
${colors(theme)}
${frame(theme)}
${prose(theme)}
${tables(theme)}
${controls}
${signing(theme)}
${furniture(theme)}
${narrow}
${measures}
${hasChart(document) ? chartRules(stacks.sans) : ''}${printRules(document, theme, stacks)}
`;
}

const hasChart = ({ blocks }: Document): boolean => [...walk(blocks)].some(({ type }) => type === 'chart');

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, color]) => `--${name}:#${color}`)
    .join(';');

const colors = (theme: Theme): string => `
:root{color-scheme:light dark;${variables(day(theme))}}
@media screen and (prefers-color-scheme:dark){:root{${variables(night(theme))}}}`;

const frame = (theme: Theme): string => `
*{box-sizing:border-box}
html{font-size:106.25%;scroll-padding-top:4rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--desk);color:var(--text);font-family:${stacks[theme.font.body]};line-height:1.5;overflow-wrap:anywhere}
.sheet{max-width:54rem;margin:0 auto;padding:1rem 1rem 3rem;background:var(--paper)}
@media screen and (min-width:60rem){.sheet{margin:2rem auto;padding:3rem 4rem 4rem;border-radius:.25rem;box-shadow:0 1px 8px rgb(0 0 0/.18)}}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.left{text-align:left}
.center{text-align:center}
.right{text-align:right}
:target{background:var(--shade);box-shadow:0 0 0 .3rem var(--shade)}
.progress{position:sticky;top:0;z-index:1;display:flex;align-items:center;gap:.75rem;margin:0 0 1rem;padding:.6rem 0;border-bottom:1px solid var(--edge);background:var(--paper);font-variant-numeric:tabular-nums}
.progress[hidden]{display:none}
progress{flex:1;min-width:0;height:.6rem;appearance:none;border:1px solid var(--edge);border-radius:.3rem;overflow:hidden;background:var(--shade);color:var(--accent)}
progress::-webkit-progress-bar{background:var(--shade)}
progress::-webkit-progress-value{background:var(--accent)}
progress::-moz-progress-bar{background:var(--accent)}
@media (forced-colors:active){progress{appearance:auto}}
.next,summary{display:none}`;

/** Points of the paper, in units of its running text. */
const unit =
  (theme: Theme) =>
  (points: number): string =>
    `${Math.round((points / theme.text.size) * 1000) / 1000}rem`;

/** Where the paper leaves no air between paragraphs, the screen does. */
const air = 0.4;

function prose(theme: Theme): string {
  const { title, heading, requisite, note, text, font, list } = theme;
  const rem = unit(theme);
  const gap = `max(${air}rem,${rem(text.after)})`;
  const headed = (level: '1' | '2'): string => {
    const { size, align, bold, rule, before, after } = heading[level];
    const look = `margin:${rem(before + 4)} 0 ${rem(after)};font-size:${rem(size)};font-weight:${bold ? 700 : 400};text-align:${start(align)}`;
    return `.level-${level}>:is(h2,h3,h4,h5,h6){${look}${rule ? ';border-bottom:1px solid var(--rule)' : ''}}`;
  };
  return `
p{margin:0 0 ${gap}}
abbr[title]{text-decoration:none}
.title,h2,h3,h4,h5,h6{color:var(--accent);font-family:${stacks[font.heading]};line-height:1.25;text-wrap:balance}
.title{margin:${rem(title.before)} 0 ${rem(title.after + 4)};font-size:min(${rem(title.size)},1rem + 2.5vw);hyphens:auto;font-weight:${title.bold ? 700 : 400};text-align:${start(title.align)}}
.title span{display:block}
${headed('1')}
${headed('2')}
.requisite{margin-bottom:${rem(requisite.after)};font-size:${rem(requisite.size)};text-align:${start(requisite.align)}}
.note{margin:${rem(note.before)} 0 ${rem(note.after)};font-size:${rem(note.size)}}
.requisite.center,.note.center,.title.center{text-align:center}
.requisite.right,.note.right,.title.right{text-align:right}
.clauses,.items{--hang:calc(var(--label)*.52rem + .35rem);margin:0 0 ${gap};padding:0;list-style:none}
.clauses>li,.items>li{padding-left:var(--hang)}
.clauses>li{margin-bottom:${gap}}
.items>li{margin-bottom:max(.2rem,${rem(list.after)})}
.items p{margin-bottom:.2rem}
.label{display:inline-block;min-width:var(--hang);margin-left:calc(-1*var(--hang));font-variant-numeric:tabular-nums}
.figure img{max-width:100%;height:auto}`;
}

/** Justified lines are for paper, where words are divided; on a screen they tear holes. */
const start = (align: 'left' | 'center' | 'right' | 'justify'): string => (align === 'justify' ? 'left' : align);

function tables(theme: Theme): string {
  const { size, padding, border, headerShade } = theme.table;
  const rem = unit(theme);
  const line = '1px solid var(--rule)';
  return `
table{width:100%;margin:1rem 0 1.25rem;border-collapse:collapse;font-size:${rem(size)};line-height:1.4;hyphens:auto}
caption{padding:0 0 .4rem;text-align:left;color:var(--quiet)}
th,td{padding:${padding * 0.22}rem ${padding * 0.28}rem;vertical-align:top;text-align:left;${border === 'grid' ? `border:${line}` : `border-width:1px 0;border-style:solid;border-color:var(--rule)`}}
th{vertical-align:middle;hyphens:manual;font-weight:700;color:var(--head)${headerShade ? ';background:var(--shade)' : ''}${border === 'grid' ? ';text-align:center' : ''}}
table.whole{overflow-wrap:break-word}
th.center,td.center{text-align:center}
th.right,td.right{text-align:right}
td p{margin:0 0 .25rem}
td .note{color:var(--quiet);font-size:${rem(Math.min(size, theme.note.size))}}
td>:last-child{margin-bottom:0}
tr:has(:checked){background:var(--shade)}
dl{margin:.5rem 0 1.25rem;font-size:${rem(theme.facts.size)}}
dl>div{display:grid;grid-template-columns:${Math.round(theme.facts.labelShare * 100)}% minmax(0,1fr);gap:0 1rem;padding:.35rem 0;align-items:baseline}
dt{font-weight:700}
dd{margin:0}`;
}

const controls = `
input{margin:0;border:1px solid var(--edge);border-radius:.2rem;background:var(--paper);color:inherit;font:inherit;accent-color:var(--accent)}
:focus-visible{outline:.18rem solid var(--accent);outline-offset:.12rem}
[type=checkbox]{flex:none;width:1.5rem;height:1.5rem;vertical-align:-.4rem}
.box{display:inline-block;padding:.15rem}
.choice{display:flex;align-items:flex-start;gap:.6rem}
.blank{display:inline-flex;flex-direction:column;vertical-align:baseline;width:var(--width);min-width:6rem;max-width:100%}
.blank input{width:100%;min-width:0;min-height:2rem;padding:.15rem .4rem;font-size:max(16px,1em)}
.blank.date{min-width:9.5rem}
label.blank{margin-bottom:.35rem}
.hint{width:0;min-width:100%;color:var(--quiet);font-size:.8rem;line-height:1.3;text-align:left;font-weight:400;font-style:normal}
.line{display:inline-block;width:var(--width);max-width:100%;height:1.4em;vertical-align:baseline;border-bottom:1px solid}
.blank.fill,.line.fill{width:100%}`;

function signing(theme: Theme): string {
  const { stamp, signature } = theme;
  const rem = unit(theme);
  return `
.stamps{display:flex;justify-content:space-between;gap:1rem;margin:0 0 ${rem(stamp.gapAfter)};font-size:${rem(stamp.size)}}
.stamps>div{flex:0 1 ${stamp.width}mm;min-width:0;text-align:${stamp.align}}
.stamps>.right{margin-left:auto}
.stamps p{margin:0 0 .3rem}
.signature{margin:${rem(signature.before + 8)} 0 0;padding-top:.5rem}
.places{display:grid;grid-template-columns:var(--columns);grid-template-rows:1fr auto;grid-auto-flow:column;gap:0 1.25rem}
.place{display:contents}
.written{align-self:end;padding-top:.75rem}
.captioned .written{text-align:center}
.lined{border-bottom:1px solid}
.caption{padding-top:.15rem;color:var(--quiet);font-size:max(.75rem,${rem(signature.captionSize)});line-height:1.3;text-align:center}`;
}

/** The code is dark on white by night too: programs read no other. */
function furniture(theme: Theme): string {
  const { size, align, spacing } = theme.furniture;
  const look = `font-size:max(.75rem,${unit(theme)(size)});line-height:${Math.max(1.4, spacing)};text-align:${align}`;
  return `
.letterhead{margin:0 0 1.5rem;color:var(--accent);${look}}
.letterhead .figure{margin-bottom:.75rem;text-align:${align}}
.letterhead p,footer p{margin:0}
footer{margin:2.5rem 0 0;padding-top:.75rem;border-top:1px solid var(--rule);color:var(--quiet);${look}}
.code{margin-top:.75rem;padding:2mm;background:#fff}`;
}

/** Telephones, and large letters on small windows: rows become cards, and everything stands under one another. */
const narrow = `
@media screen and (max-width:48rem){
.next{display:block;margin:0 0 .5rem;padding:.75rem .9rem;border:1px solid var(--edge);border-left:.3rem solid var(--accent);border-radius:.35rem;background:var(--shade)}
.next p{margin:0 0 .25rem}
.next p:last-child{margin:0}
.next a{color:var(--accent)}
.next .what{font-weight:700;font-size:1.1rem;line-height:1.35}
.quiet{color:var(--quiet);font-size:.9rem}
summary{display:list-item;padding:.6rem 0;color:var(--accent);font-weight:700;cursor:pointer}
table,tbody,td,caption{display:block}
colgroup{display:none}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:0 .75rem;margin:0 0 .6rem;padding:.6rem .75rem;border:1px solid var(--edge);border-radius:.35rem}
td,td.center,td.right{padding:0 0 .5rem;border:0;text-align:left}
td:empty{position:absolute;width:1px;height:1px;padding:0;overflow:hidden}
td:last-child{padding-bottom:0}
td[data-label]::before{content:attr(data-label);content:attr(data-label)/"";display:block;color:var(--quiet);font-size:.8rem;line-height:1.4}
tbody .step{grid-template-columns:2rem repeat(auto-fit,minmax(8rem,1fr))}
td:not(.brief){grid-column:1/-1}
.step>td:not(.brief){grid-column:2/-1}
.step>td.tick{grid-column:1;grid-row:1/span 20}
.subject{font-weight:700}
.subject .note,.subject em{font-weight:400}
dl>div{grid-template-columns:minmax(0,1fr)}
.clauses .clauses>li{padding-left:0}
.clauses .clauses>li>p>.label{display:inline;margin:0}
section>.clauses>li>table{width:calc(100% + var(--hang));margin-left:calc(-1*var(--hang))}
.stamps,.places{display:block}
.stamps>div+div{margin-top:1.5rem}
.caption{text-align:left;margin-bottom:.75rem}
.captioned .written{text-align:left}
.written>.line{height:2.2em}
}`;
