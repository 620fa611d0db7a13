// Finds the fixtures: every directory two levels below `fixtures/` with a `src/`; one without a `drive.ts` can't be proved.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { marksOf, verdictOf } from './expectation.js';

export interface Fixture {
  /** `<theme>/<case>`. */
  readonly name: string;
  readonly directory: string;
  /** The verdict that the marks in its sources claim. */
  readonly claimed: 'leak' | 'clean';
}

/** All fixtures below a root, by name, of which the name contains one of the filters (all, if there are none). */
export function findFixtures(root: string, filters: readonly string[]): Fixture[] {
  return directoriesOf(root)
    .flatMap((theme) => directoriesOf(join(root, theme)).map((item) => `${theme}/${item}`))
    .filter((name) => existsSync(join(root, name, 'src')))
    .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
    .sort()
    .map((name) => {
      const directory = join(root, name);
      return { name, directory, claimed: verdictOf(sourcesOf(directory).flatMap((file) => marksOf(readFileSync(file, 'utf8')))) };
    });
}

/** The source files of a fixture's program. */
export function sourcesOf(directory: string): string[] {
  return readdirSync(join(directory, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .sort()
    .map((file) => join(directory, 'src', file));
}

function directoriesOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
