/** How the page looks: by day and by night, on a telephone, on a desk and on paper. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--text:#1d2129;--quiet:#5a6270;--rule:#c9ced6;--placed:#14602f;--guess:#8a4b00;--open:#9b1c1c;--band:#f4f5f7;--gone-back:#fdeaea;--come-back:#e6f5ea}
@media screen and (prefers-color-scheme:dark){:root{--paper:#16191f;--text:#e8eaee;--quiet:#a9b1bd;--rule:#434a56;--placed:#8fdca6;--guess:#ffc46b;--open:#ff9a9a;--band:#1e222a;--gone-back:#3a1d1f;--come-back:#17301f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);font:1.0625rem/1.5 Arial,Arimo,'Liberation Sans',sans-serif;overflow-wrap:anywhere}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25}
h2{margin:2.5rem 0 .5rem;font-size:1.3rem}
p{margin:0 0 .5rem;max-width:46rem}
a{color:inherit}
a:focus-visible,summary:focus-visible{outline:.1875rem solid var(--guess);outline-offset:.125rem}
.quiet{color:var(--quiet);font-weight:400;font-size:.9375rem}
nav{margin:1.5rem 0 0;padding:1rem 1.25rem;background:var(--band);border-radius:.5rem}
nav h2{margin:0 0 .5rem;font-size:1.1rem}
.contents{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
.contents a{display:inline-block;padding:.125rem 0}
.told{margin:.75rem 0 0;padding:0;list-style:none}
.told>li{margin:0 0 .75rem;padding:0 0 0 .75rem;border-left:.25rem solid var(--rule)}
.told p{margin:0}
#unplaced~.told>li{border-color:var(--open)}
#guessed~.told>li{border-color:var(--guess)}
#filled~.told>li{border-color:var(--open)}
.versus{display:grid;grid-template-columns:4rem minmax(0,1fr)}
.versus .label{padding-top:.125rem}
.belongs{color:var(--text);font-weight:700}
.line{white-space:nowrap}
code{display:inline-block;padding:.25rem .5rem;background:var(--band);border-radius:.25rem;font:.9375rem/1.5 'Liberation Mono',Consolas,monospace}
details{margin:0 0 .5rem;border:1px solid var(--rule);border-radius:.5rem}
summary{padding:.625rem .875rem;cursor:pointer}
.pairs{margin:0 .875rem;padding:0;list-style:none}
.pair{position:relative;padding:.625rem 0;border-top:1px solid var(--rule)}
.pair:target{background:var(--band)}
.pair p,p.heads{margin-bottom:0}
.pair.unplaced .was{border-left:.25rem solid var(--open);padding-left:.625rem}
.pair.guessed .was{border-left:.25rem solid var(--guess);padding-left:.625rem}
.original{white-space:pre-line}
.label{color:var(--quiet);font-size:.875rem}
.was .label{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.is{margin-top:.5rem}
.fate{font-size:.9375rem}
.chip{font-weight:700}
.chip.mapped{color:var(--placed)}
.chip.guessed{color:var(--guess)}
.chip.unplaced{color:var(--open)}
.chip.left-out{color:var(--quiet);font-weight:400}
q{quotes:none;border-bottom:1px dotted var(--rule)}
mark{color:var(--open);background:var(--gone-back);font-weight:700}
del{color:var(--open);background:var(--gone-back);text-decoration:line-through}
ins{color:var(--placed);background:var(--come-back);text-decoration:underline}
@media screen and (max-width:45.99rem){.heads{display:none}}
@media screen and (min-width:46rem){.heads,.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;max-width:none}.heads{padding:.25rem 0;color:var(--quiet);font-size:.875rem}
.is .label{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}.is{margin:0}}
details>ul,details>.told{margin:.25rem .875rem .75rem}
.heads{margin:0 .875rem}
@media print{main{max-width:none;padding:0}.pair,.told>li{break-inside:avoid}}
`;
