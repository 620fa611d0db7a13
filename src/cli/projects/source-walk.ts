import { readdirSync } from 'node:fs';
import { posix } from 'node:path';

const sourceName = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/u;
const configName = /^(?:js|ts)config\.json$/u;

/** What lies below a folder. */
export interface Walk {
  readonly configs: readonly string[];
  readonly sources: readonly string[];
}

/** Whether a file name is that of a source file, not of declarations. */
export function isSourceName(name: string): boolean {
  return sourceName.test(name);
}

/** The configs and source files below a folder, without dependencies and hidden folders. */
export function walkSources(folder: string): Walk {
  const configs: string[] = [];
  const sources: string[] = [];
  const pending = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = posix.join(current, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) pending.push(path);
      } else if (entry.isFile()) {
        if (configName.test(entry.name)) configs.push(path);
        else if (isSourceName(entry.name)) sources.push(path);
      }
    }
  }
  return { configs: configs.sort(), sources: sources.sort() };
}
