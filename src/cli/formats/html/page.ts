import type { Finding, Site } from '../../../terms/finding.js';
import { sentenceOf } from '../../../wording/sentence-of.js';
import { codeFrame } from '../../code-frame.js';
import { groupByLocation, type LocationGroup } from '../../group-by-location.js';
import { pageOf } from '../../listed-rules.js';
import { relativeName } from '../../relative-name.js';
import type { Report } from '../../report.js';
import type { Tool } from '../../tool.js';
import { type Stage, traceOf } from '../../trace-of.js';
import { summaryOf } from '../text.js';

import { escape } from './escape.js';
import { picture } from './picture.js';
import { style } from './style.js';

function placeOf({ root }: Report, { file, line, column }: Site): string {
  return escape(`${relativeName(root, file)}:${String(line)}:${String(column + 1)}`);
}

/** Text of a message, its names set as code. */
function inCode(sentence: string): string {
  return escape(sentence).replace(/`([^`]+)`/gu, '<code>$1</code>');
}

function frame(report: Report, stage: Stage): string {
  const rows = codeFrame(report.textOf(stage.site.file), stage.site, stage.kind === 'grows' ? 2 : 0).map(({ number, text, mark }) => {
    const [from, to] = mark ?? [0, 0];
    const code = mark === undefined ? escape(text) : `${escape(text.slice(0, from))}<mark>${escape(text.slice(from, to))}</mark>${escape(text.slice(to))}`;
    return `<span class="row"><span class="no">${String(number)}</span>${code}</span>`;
  });
  return `<pre><code>${rows.join('')}</code></pre>`;
}

function stageItem(report: Report, stage: Stage): string {
  return `<li><strong>${escape(stage.name)}</strong> ${escape(stage.says)} <span class="soft">${placeOf(report, stage.site)}</span>${frame(report, stage)}</li>`;
}

function findingArticle(report: Report, finding: Finding, id: string): string {
  const { verdict, question, site, advice } = finding;
  const idleRemoval = finding.form === 'growth' ? finding.idleRemoval : undefined;
  const removal = idleRemoval === undefined ? '' : ` The removal at ${placeOf(report, idleRemoval)} is run by no loop.`;
  return `<article aria-labelledby="${id}">
<div class="head"><h3 id="${id}">${placeOf(report, site)}</h3><span class="badge ${verdict}">${verdict}</span><a href="${escape(pageOf(question))}">leaks/${question}</a></div>
<p>${inCode(sentenceOf(finding))}</p>
<div class="sides"><figure>${picture(finding, id)}<figcaption>From loop to location</figcaption></figure><ol>${traceOf(finding).map((stage) => stageItem(report, stage)).join('\n')}</ol></div>
<p class="advice"><strong>What helps:</strong> ${escape(advice)}.${removal}</p>
</article>`;
}

function groupSection(report: Report, { location, findings }: LocationGroup, n: number): string {
  const id = `location-${String(n)}`;
  const articles = findings.map((finding, i) => findingArticle(report, finding, `${id}-${String(i + 1)}`));
  return `<section aria-labelledby="${id}"><h2 id="${id}"><code>${escape(location.name)}</code> <span class="soft">${inCode(location.role)}, ${placeOf(report, location.site)}</span></h2>\n${articles.join('\n')}</section>`;
}

function overview(report: Report, groups: readonly LocationGroup[]): string {
  const rows = groups.map(({ location, findings }, i) => `<tr><th scope="row"><a href="#location-${String(i + 1)}"><code>${escape(location.name)}</code></a></th><td>${inCode(location.role)}<br><span class="soft">${placeOf(report, location.site)}</span></td><td class="number">${String(findings.length)}</td></tr>`);
  if (rows.length === 0) return '';
  return `<table><caption>What grows</caption><thead><tr><th scope="col">Location</th><th scope="col">Kind</th><th scope="col" class="number">Findings</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Findings as one page that needs nothing from elsewhere. */
export function html(report: Report, tool: Tool): string {
  const groups = groupByLocation(report.findings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(summaryOf(report))}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<div class="wrap">
<header><h1>Memory leaks</h1><p class="summary">${escape(summaryOf(report))}. <span class="soft">${escape(tool.name)} ${escape(tool.version)}</span></p></header>
<nav aria-label="Locations">${overview(report, groups)}</nav>
<main id="findings">
${groups.map((group, i) => groupSection(report, group, i + 1)).join('\n')}
</main>
</div>
</body>
</html>
`;
}
