import { posix } from 'node:path';

/** A file as it is printed: relative to a folder, with forward slashes. */
export function relativeName(root: string, file: string): string {
  return posix.relative(root, file);
}
