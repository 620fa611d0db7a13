import type { Finding } from '../../terms/finding.js';

/** Several growths of one location may lead to one call, and a job that each turn schedules anew is to be scheduled once: one thing to mend each. */
export function saysTheSame(known: Finding, finding: Finding): boolean {
  if (known.form === 'growth' && finding.form === 'growth') {
    return known.site.start === finding.site.start && known.question === finding.question && known.location.name === finding.location.name;
  }
  if (known.form === 'overlap' && finding.form === 'overlap') return known.site.start === finding.site.start;
  const [growth, overlap] = known.form === 'growth' ? [known, finding] : [finding, known];
  return growth.form === 'growth' && (growth.question === 'no-repeated-registration' || growth.question === 'no-lost-handle') && growth.growth.start === overlap.site.start && growth.growth.file === overlap.site.file;
}

function positionOf(finding: Finding): number {
  return finding.form === 'growth' ? finding.growth.start : finding.site.start;
}

/** The findings of one file, given in program order, by position: what is certain speaks for what says the same, and of equals the first does. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const certainFirst = [...findings.filter(({ verdict }) => verdict === 'leak'), ...findings.filter(({ verdict }) => verdict !== 'leak')];
  return certainFirst
    .filter((finding, i) => !certainFirst.slice(0, i).some((known) => saysTheSame(known, finding)))
    .sort((a, b) => a.site.start - b.site.start || positionOf(a) - positionOf(b));
}
