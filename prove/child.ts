// The process in which one fixture runs: loads its drive (and with it the program), measures, answers its parent, ends.

import { pathToFileURL } from 'node:url';
import type { Drive } from './drive.js';
import { measure } from './measure.js';

const [, , driveFile] = process.argv;
const { gc } = globalThis;
if (driveFile === undefined || gc === undefined || process.send === undefined) {
  throw new Error('start this file through the prover');
}
const { default: drive } = (await import(pathToFileURL(driveFile).href)) as { default: Drive };
const measured = await measure(drive, () => {
  gc();
});
await drive.stop?.();
process.send({ measured, verdict: drive.verdict }, () => {
  process.exit(0);
});
