import type { Verdict } from '../terms/finding.js';

/** What is said of a finding, by its verdict; the words in braces are those of `wordsOf`. */
export const sentences = {
  leak: '`{{name}}` ({{role}}, {{declared}}) gains {{gain}} on every {{turn}}: {{path}}. {{unbounded}}; {{advice}}.',
  possible: '`{{name}}` ({{role}}, {{declared}}) may gain {{gain}} on every {{turn}}: {{path}}. {{unbounded}} for certain; {{advice}}.',
} as const satisfies Readonly<Record<Verdict, string>>;
