import { sentenceOf } from '../../wording/sentence-of.js';
import { relativeName } from '../relative-name.js';
import type { Report } from '../report.js';

import { endOf } from './end-of.js';

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Findings as workflow commands, which GitHub Actions shows at the lines of a pull request. */
export function github(report: Report): string {
  const lines = report.findings.map((finding) => {
    const { site, verdict, question } = finding;
    const end = endOf(report.textOf(site.file), site);
    const properties = {
      file: relativeName(report.root, site.file),
      line: site.line,
      endLine: end.line,
      // GitHub takes columns only where the range is one line long.
      ...(end.line === site.line ? { col: site.column + 1, endColumn: end.column + 1 } : {}),
      title: `leaks/${question}`,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${verdict === 'leak' ? 'error' : 'warning'} ${written.join(',')}::${escapeText(sentenceOf(finding))}\n`;
  });
  return lines.join('');
}
