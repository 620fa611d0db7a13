// Who may import whom in `src/`, as data: the layers from the bottom up, the doors that stay shut inside that order, and
// where the heavy packages may be used. Every row says why, because the reason is what a violation prints.

/** One folder or file of `src/`; it may import itself and every layer listed before it. */
export interface Layer {
  readonly name: string;
  /** Regular expression on the path below `src/`. */
  readonly path: string;
  readonly because: string;
}

/** An import that the order of the layers would allow and that is forbidden all the same. */
export interface ClosedDoor {
  readonly name: string;
  readonly from: string;
  readonly fromNot?: string;
  readonly to: string;
  readonly toNot?: string;
  readonly because: string;
}

export const layers: readonly Layer[] = [
  { name: 'terms', path: '^src/terms/', because: 'the vocabulary is plain data that every stage shares, so it depends on nothing' },
  { name: 'wording', path: '^src/wording/', because: 'the sentence of a finding is the same in ESLint and on the command line, so it knows neither' },
  { name: 'models', path: '^src/models/', because: 'library knowledge is data that users can write too, so it knows no stage that reads it' },
  { name: 'typescript', path: '^src/typescript/', because: 'questions to the checker are about TypeScript, not about leaks' },
  { name: 'settings', path: '^src/settings/', because: 'what a user may set is checked in the same words for ESLint and on the command line, so it knows neither' },
  { name: 'facts', path: '^src/analysis/facts/', because: 'a fact knows one file alone; that is what makes it cacheable by source file' },
  { name: 'dependencies', path: '^src/analysis/dependencies/', because: 'what an installed package does is read from its own files without a checker, as facts of files are, and ends as plain data that summaries compose' },
  { name: 'summaries', path: '^src/analysis/summaries/', because: 'a summary composes facts and models and must not depend on who asks' },
  { name: 'graph', path: '^src/analysis/graph/', because: 'the graph is built from summaries, frozen, and then only asked' },
  { name: 'edits', path: '^src/analysis/edits/', because: 'whether a change of the source is right is a question to syntax and types; what it mends is known to who asks' },
  { name: 'findings', path: '^src/analysis/findings/', because: 'a finding is a question to the frozen graph' },
  { name: 'facade', path: '^src/analysis/[^/]+$', because: 'the one door to the engine assembles the stages' },
  { name: 'rules', path: '^src/rules/', because: 'a rule picks findings and words them; nothing below may know that ESLint exists' },
  { name: 'configs', path: '^src/configs/', because: 'a preset is computed from the rules' },
  { name: 'cli', path: '^src/cli/', because: 'the command prints what the engine found, without ESLint' },
  { name: 'plugin', path: '^src/index\\.ts$', because: 'the plugin object is assembly, imported by nobody' },
];

export const closedDoors: readonly ClosedDoor[] = [
  {
    name: 'rules-ask-the-facade',
    from: '^src/(rules|configs|cli)/',
    to: '^src/analysis/[^/]+/',
    because: 'a rule that reaches into a stage becomes a second engine; ask src/analysis/index.ts',
  },
  {
    name: 'models-stay-data',
    from: '^src/models/(node|packages)/',
    to: '.',
    toNot: '^src/models/schema\\.ts$',
    because: 'a model is a literal that satisfies the schema; with any other import it starts to compute',
  },
  {
    name: 'eslint-stays-in-rules',
    from: '^src/',
    fromNot: '^src/(rules|configs|index\\.ts)',
    to: '(^|/)(@typescript-eslint/|eslint)',
    because: 'the engine takes a ts.Program from whoever made it and works without ESLint',
  },
  {
    name: 'cli-needs-no-rule',
    from: '^src/cli/',
    to: '^src/(rules|configs)/',
    toNot: '^src/rules/index\\.ts$',
    because: 'the command takes names, descriptions and pages from the list of rules; what a rule does, the engine does',
  },
  {
    name: 'ts-morph-stays-in-cli',
    from: '^src/',
    fromNot: '^src/cli/',
    to: '(^|/)ts-morph',
    because: 'ESLint hands over the program it made; only the command has to make one',
  },
  {
    name: 'terms-are-plain',
    from: '^src/terms/',
    to: '(^|/)typescript(/|$)',
    toNot: '^src/',
    because: 'terms survive JSON.stringify; a compiler object in them would pin the whole program',
  },
];
