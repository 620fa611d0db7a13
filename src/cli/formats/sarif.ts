import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';

import type { Finding, Site } from '../../terms/finding.js';
import { sentenceOf } from '../../wording/sentence-of.js';
import type { Tool } from '../tool.js';
import { listedRules, rankOf } from '../listed-rules.js';
import { relativeName } from '../relative-name.js';
import type { Report } from '../report.js';
import { type Stage, traceOf } from '../trace-of.js';

import { endOf } from './end-of.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const base = 'SRCROOT';

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

interface Physical {
  readonly artifactLocation: object;
  readonly region: object;
}

function physical(report: Report, site: Site): Physical {
  const end = endOf(report.textOf(site.file), site);
  const name = relativeName(report.root, site.file);
  const artifactLocation = name.startsWith('../') ? { uri: pathToFileURL(site.file).href } : { uri: encoded(name), uriBaseId: base };
  return { artifactLocation, region: { startLine: site.line, startColumn: site.column + 1, endLine: end.line, endColumn: end.column + 1 } };
}

const importance: Readonly<Record<Stage['kind'], string>> = { loop: 'essential', step: 'important', grows: 'essential', missing: 'essential' };

function codeFlow(report: Report, finding: Finding): object {
  const locations = traceOf(finding).map((stage, i) => ({
    executionOrder: i + 1,
    importance: importance[stage.kind],
    location: { physicalLocation: physical(report, stage.site), message: { text: `${stage.name} ${stage.says}` } },
  }));
  return { threadFlows: [{ locations }] };
}

/** What stays the same when code around a finding moves: what leaks, where it is added to, and on which way. */
function identity(report: Report, finding: Finding): string {
  const { question, site, location, loop, steps } = finding;
  const means = finding.form === 'growth' ? finding.means : finding.wait.name;
  return JSON.stringify([question, relativeName(report.root, site.file), location.name, loop.label, steps.map(({ name }) => name), means]);
}

/** The changes that are offered, in a form that viewers can make. */
function fixes(report: Report, { site, suggestions }: Finding): object {
  if (suggestions.length === 0) return {};
  const { artifactLocation } = physical(report, site);
  return {
    fixes: suggestions.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map(({ start, end, text }) => ({ deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } })),
        },
      ],
    })),
  };
}

function results(report: Report): readonly object[] {
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const id = identity(report, finding);
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return {
      ruleId: `leaks/${finding.question}`,
      ruleIndex: rankOf(finding.question),
      level: finding.verdict === 'leak' ? 'error' : 'warning',
      message: { text: sentenceOf(finding) },
      locations: [{ physicalLocation: physical(report, finding.site), logicalLocations: [{ name: finding.location.name, kind: 'variable' }] }],
      relatedLocations: [{ id: 1, physicalLocation: physical(report, finding.location.site), message: { text: `${finding.location.name}, ${finding.location.role}` } }],
      codeFlows: [codeFlow(report, finding)],
      ...fixes(report, finding),
      partialFingerprints: { 'leaks/v1': createHash('sha256').update(`${id}#${String(nth)}`).digest('hex') },
    };
  });
}

function ruleDescriptors(): readonly object[] {
  return listedRules.map(({ name, description, page }) => ({
    id: `leaks/${name}`,
    shortDescription: { text: description },
    fullDescription: { text: `${description}. What a long-lived loop adds there is never taken back.` },
    helpUri: page,
    help: { text: `See ${page}`, markdown: `[${name}](${page})` },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['memory-leak', 'reliability', 'maintainability'], precision: 'high', 'problem.severity': 'error' },
  }));
}

/** Findings as a SARIF 2.1.0 log, with a code flow for each. */
export function sarif(report: Report, tool: Tool): string {
  const run = {
    tool: { driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, informationUri: tool.page, rules: ruleDescriptors() } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { uri: pathToFileURL(`${report.root}/`).href, description: { text: 'The folder that was checked.' } } },
    invocations: [
      {
        executionSuccessful: report.problems.length === 0,
        toolExecutionNotifications: report.problems.map(({ file, message }) => ({ level: 'error', message: { text: `${relativeName(report.root, file)} was not analysed: ${message}` } })),
      },
    ],
    results: results(report),
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}
