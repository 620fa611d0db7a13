/** The page's style sheet: one column, both colour schemes, no fonts or pictures from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #fbfaf8; --card: #ffffff; --line: #d9d5cd; --text: #1d1b18; --soft: #5b564d;
  --leak: #b3261e; --possible: #7a5200; --loop: #0b5c8a; --mark: #fbdedb; --code: #f4f2ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #171614; --card: #211f1c; --line: #45413a; --text: #f0ede6; --soft: #b5aea1;
    --leak: #ff9d92; --possible: #f0c36a; --loop: #8fcdf2; --mark: #5a2621; --code: #1a1917;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
.wrap { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--loop); }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
.soft { color: var(--soft); }
.summary { font-size: 1.1rem; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: normal; }
thead th { color: var(--soft); font-size: .86rem; }
.number { text-align: right; padding-right: 0; white-space: nowrap; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin: 0 0 1.25rem; }
.head { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: baseline; }
.badge { border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .82rem; }
.leak { color: var(--leak); } .possible { color: var(--possible); }
.sides { display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1fr); margin-top: 1rem; }
@media (min-width: 52rem) { .sides { grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); } }
figure { margin: 0; } figure svg { display: block; width: 100%; max-width: 22rem; height: auto; }
figcaption { color: var(--soft); font-size: .86rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 .8rem; }
pre { margin: .3rem 0 0; padding: .5rem .6rem; background: var(--code); border-radius: .4rem; white-space: pre-wrap; }
pre .row { display: block; padding-left: 3.2em; text-indent: -3.2em; }
pre .no { display: inline-block; width: 3.2em; text-indent: 0; color: var(--soft); user-select: none; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; }
.advice { border-left: .25rem solid var(--loop); padding-left: .75rem; margin: 1rem 0 0; }
svg text { font: 13px system-ui, sans-serif; fill: var(--text); }
svg .small { font-size: 11px; fill: var(--soft); }
svg .box { fill: var(--code); stroke: var(--line); }
svg .box.loop { stroke: var(--loop); stroke-width: 2; } svg .box.grows, svg .box.missing { stroke: var(--leak); stroke-width: 2; }
svg .arrow { fill: none; stroke: var(--soft); stroke-width: 1.5; } svg .turn { fill: none; stroke: var(--loop); stroke-width: 2; }
svg .tip { fill: var(--soft); } svg .turn-tip { fill: var(--loop); }
svg .gone { fill: none; stroke: var(--leak); stroke-width: 1.5; stroke-dasharray: 4 3; } svg .cross { stroke: var(--leak); stroke-width: 2.5; fill: none; }
svg .bar { fill: var(--leak); }
@media print { body { background: none; } article { break-inside: avoid; } }
`;
