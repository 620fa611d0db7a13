import type { Rule } from 'eslint';

import type { Finding, Question, Verdict } from '../terms/finding.js';

import { analysisOf } from './analysis-of.js';

/** The one option object of every rule. */
export interface LeakRuleOptions {
  /** The least certain verdict that is still reported. */
  readonly verdict?: Verdict;
}

/** The docs block of a rule's meta. */
export interface LeakRuleDocs {
  readonly description: string;
  readonly recommended: true;
  readonly requiresTypeChecking: true;
  readonly url: string;
}

/** A rule of this plugin: an ESLint rule whose docs block is always there. */
export type LeakRule = Rule.RuleModule & { readonly meta: Rule.RuleMetaData & { readonly docs: LeakRuleDocs } };

const pages = 'https://github.com/eslint-plugin-leaks/eslint-plugin-leaks/blob/main/docs/rules';

const messages = {
  leak: '`{{name}}` ({{role}}, {{declared}}) gains {{gain}} on every {{turn}}: {{path}}. {{unbounded}}; {{advice}}.',
  possible: '`{{name}}` ({{role}}, {{declared}}) may gain {{gain}} on every {{turn}}: {{path}}. {{unbounded}} for certain; {{advice}}.',
  cannotAnalyse: '{{problem}}',
  internalError: 'Internal error of eslint-plugin-leaks in this file, which was not analysed: {{problem}}',
} as const;

function place(file: string, line: number): string {
  const parts = file.split('/');
  const name = parts.at(-1) ?? file;
  return `${name.startsWith('index.') ? parts.slice(-2).join('/') : name}:${String(line)}`;
}

function pathOf(finding: Finding): string {
  const entry = `${finding.loop.label} (${place(finding.loop.site.file, finding.loop.site.line)})`;
  const names = finding.steps.map((step) => step.name);
  const shown = names.length > 4 ? [...names.slice(0, 2), '…', ...names.slice(-2)] : names;
  return [entry, ...shown, finding.means].join(' → ');
}

function unboundedOf({ unbounded, idleRemoval }: Finding): string {
  return idleRemoval === undefined ? unbounded : `${unbounded} but ${place(idleRemoval.file, idleRemoval.line)}, which no loop runs`;
}

function wordsOf(finding: Finding): Record<string, string> {
  return {
    name: finding.location.name,
    role: finding.location.role,
    declared: place(finding.location.site.file, finding.location.site.line),
    gain: finding.gain,
    turn: finding.loop.turn,
    path: pathOf(finding),
    unbounded: unboundedOf(finding),
    advice: finding.advice,
  };
}

function reportAll(context: Rule.RuleContext, question: Question, least: Verdict): void {
  const { sourceCode } = context;
  const start = { line: 1, column: 0 };
  const answer = analysisOf(context);
  if ('problem' in answer) {
    if (answer.first) context.report({ loc: start, messageId: 'cannotAnalyse', data: { problem: answer.problem } });
    return;
  }
  for (const problem of answer.errors) context.report({ loc: start, messageId: 'internalError', data: { problem } });
  for (const finding of answer.findings) {
    if (finding.question !== question || (finding.verdict === 'possible' && least === 'leak')) continue;
    const loc = { start: sourceCode.getLocFromIndex(finding.site.start), end: sourceCode.getLocFromIndex(finding.site.end) };
    context.report({ loc, messageId: finding.verdict, data: wordsOf(finding) });
  }
}

/** A rule that asks the engine one question about each file. */
export function createLeakRule(name: Question, description: string): LeakRule {
  return {
    meta: {
      type: 'problem',
      docs: { description, recommended: true, requiresTypeChecking: true, url: `${pages}/${name}.md` },
      messages,
      schema: [
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            verdict: {
              type: 'string',
              enum: ['leak', 'possible'],
              description: 'The least certain verdict to report: `leak` is proved, `possible` includes what could not be decided.',
            },
          },
        },
      ],
      defaultOptions: [{ verdict: 'leak' }],
    },
    create(context) {
      const [options] = context.options as readonly (LeakRuleOptions | undefined)[];
      return {
        'Program:exit'() {
          reportAll(context, name, options?.verdict ?? 'leak');
        },
      };
    },
  };
}
