// What the command prints for programs: JSON, GitHub's workflow commands, and SARIF that the schema of SARIF's authors accepts.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { runCommand } from './run-command.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

interface Message {
  readonly text: string;
}
interface Physical {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Message;
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly codeFlows: readonly { readonly threadFlows: readonly { readonly locations: readonly { readonly location: { readonly physicalLocation: Physical; readonly message: Message } }[] }[] }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly description: Message;
    readonly artifactChanges: readonly { readonly replacements: readonly { readonly deletedRegion: { readonly charOffset: number; readonly charLength: number }; readonly insertedContent: Message }[] }[];
  }[];
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly { readonly id: string; readonly helpUri: string }[] } };
      readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
      readonly results: readonly Result[];
    },
  ];
}

// The package of SARIF's authors carries the schema of version 2.1.0; its draft of JSON Schema named the identifier otherwise.
const schemaFile = join(dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')), 'lib/schemas/sarif-2.1.0-rtm.5.json');
const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);

const ticketDesk = fileURLToPath(new URL('../../fixtures/demo-server/ticket-desk', import.meta.url));
const tree = new ScratchTree({ ...leakyServer, 'tsconfig.json': tsconfig() });

afterAll(() => {
  tree.dispose();
});

function sarif(folder: string, ...more: string[]): Log {
  return JSON.parse(runCommand(folder, ['--format', 'sarif', ...more]).out) as Log;
}

describe('SARIF', () => {
  it.each([
    ['many findings', ticketDesk, []],
    ['none', tree.folder, ['--rule', 'no-static-growth']],
  ])('is valid with %s', (_, folder, more) => {
    const log = sarif(folder, ...more);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    expect(log.runs[0].results).toHaveLength(more.length === 0 ? 9 : 0);
  });

  it('is refused by the schema when it says another version, so that the schema is at work', () => {
    expect(validate({ ...sarif(tree.folder), version: '2.0.0' })).toBe(false);
  });

  it('describes every rule, with its page', () => {
    const { driver } = sarif(tree.folder).runs[0].tool;
    expect(driver).toMatchObject({ name: plugin.meta.name, version: plugin.meta.version });
    expect(driver.rules.map(({ id, helpUri }) => [id, helpUri])).toEqual(Object.entries(plugin.rules).map(([name, rule]) => [`leaks/${name}`, rule.meta.docs.url]));
  });

  it('tells the way from the entry point to the missing release as a code flow', () => {
    const log = sarif(tree.folder);
    const [result] = log.runs[0].results;
    expect(result).toMatchObject({ ruleId: 'leaks/no-module-growth', level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'src/visits.ts', uriBaseId: 'SRCROOT' }, region: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 31 } } }] });
    const flow = result?.codeFlows[0]?.threadFlows[0]?.locations.map(({ location }) => `${location.physicalLocation.artifactLocation.uri}:${String(location.physicalLocation.region.startLine)} ${location.message.text}`);
    expect(flow).toEqual([
      'src/app.ts:4 createServer() callback runs on every request',
      'src/app.ts:5 remember() is called',
      'src/visits.ts:4 set adds an entry to sessions',
      'src/visits.ts:1 sessions declared here; nothing removes entries',
    ]);
    expect(log.runs[0].originalUriBaseIds['SRCROOT']?.uri).toMatch(/^file:\/\/\/.*\/$/u);
  });

  it('keeps the fingerprint of a finding when lines above it come and go', () => {
    const before = sarif(tree.folder).runs[0].results[0]?.partialFingerprints;
    tree.write('src/visits.ts', `// Who was here.\n\n${leakyServer['src/visits.ts'] ?? ''}`);
    const after = sarif(tree.folder).runs[0].results[0];
    tree.write('src/visits.ts', leakyServer['src/visits.ts'] ?? '');
    expect(after?.locations[0]?.physicalLocation.region.startLine).toBe(6);
    expect(after?.partialFingerprints).toEqual(before);
  });

  it('carries the changes that are offered as fixes', () => {
    const price = `import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
const prices = new EventEmitter();
createServer((request, response) => {
  const send = () => response.write(String(request.url));
  prices.on('price', send);
  response.on('close', () => prices.off('prices', send));
}).listen(3000);
`;
    const priced = new ScratchTree({ 'src/price.ts': price, 'tsconfig.json': tsconfig() });
    const log = sarif(priced.folder);
    priced.dispose();
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const [fix] = log.runs[0].results[0]?.fixes ?? [];
    expect(fix?.description.text).toBe("Release it from 'price'");
    const [{ deletedRegion, insertedContent } = { deletedRegion: { charOffset: 0, charLength: 0 }, insertedContent: { text: '' } }] = fix?.artifactChanges[0]?.replacements ?? [];
    expect(price.slice(deletedRegion.charOffset, deletedRegion.charOffset + deletedRegion.charLength)).toBe("'prices'");
    expect(insertedContent.text).toBe("'price'");
  });

  it('gives every finding a fingerprint of its own', () => {
    const prints = sarif(ticketDesk).runs[0].results.map(({ partialFingerprints }) => partialFingerprints['leaks/v1']);
    expect(new Set(prints).size).toBe(9);
  });
});

describe('other formats', () => {
  it('github: one workflow command for each finding', () => {
    expect(runCommand(tree.folder, ['--format', 'github']).out).toMatch(/^::error file=src\/visits\.ts,line=4,endLine=4,col=3,endColumn=31,title=leaks\/no-module-growth::`sessions` \(module variable, visits\.ts:1\) gains an entry on every request: .*\n$/u);
    expect(runCommand(tree.folder, ['--format', 'github', '--rule', 'no-static-growth']).out).toBe('');
  });

  it('json: places relative to the folder, and the way', () => {
    const content: unknown = JSON.parse(runCommand(tree.folder, ['--format', 'json']).out);
    expect(content).toMatchObject({
      files: 2,
      problems: [],
      findings: [{ rule: 'leaks/no-module-growth', verdict: 'leak', file: 'src/visits.ts', line: 4, column: 3, path: [{ kind: 'loop' }, { kind: 'step', name: 'remember()' }, { kind: 'grows' }, { kind: 'missing' }] }],
    });
  });
});
