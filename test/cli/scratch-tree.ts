// A tree of files on disk that a test runs the command in, with the packages of this repository within reach.

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Compiler options that every scratch program starts from. */
export const compilerOptions = { target: 'es2022', lib: ['es2023'], module: 'nodenext', types: ['node'], strict: true, noEmit: true, skipLibCheck: true };

/** A folder of files that is removed with `dispose`. */
export class ScratchTree {
  readonly folder: string;

  /** `where` is `inside` for the repository, whose packages then resolve, and `outside` for a folder that has nothing around it. */
  constructor(files: Readonly<Record<string, string>>, where: 'inside' | 'outside' = 'inside') {
    const parent = where === 'inside' ? join(root, '.reports') : tmpdir();
    mkdirSync(parent, { recursive: true });
    this.folder = realpathSync(mkdtempSync(join(parent, 'cli-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  /** Writes a file below the folder. */
  write(name: string, text: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Reads a file below the folder. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Makes a package of the folder, or of the repository, resolve by its name. */
  link(name: string, target: string): void {
    const link = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }

  /** Removes the folder. */
  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A tsconfig for a folder with sources. */
export function tsconfig(more: Readonly<Record<string, unknown>> = {}, options: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include: ['src'], ...more });
}

/** A server whose handler remembers every visitor: the smallest program with a leak that crosses files. */
export const leakyServer: Readonly<Record<string, string>> = {
  'src/visits.ts': `const sessions = new Map<string, number>();

export function remember(id: string): void {
  sessions.set(id, Date.now());
}
`,
  'src/app.ts': `import { createServer } from 'node:http';
import { remember } from './visits.js';

createServer((request, response) => {
  remember(request.url ?? '');
  response.end();
}).listen(3000);
`,
};
