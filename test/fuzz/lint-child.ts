// Runs beside the tests and lints what it is sent, so that a hang of the engine is a failure with a name and no stuck test run.

import { lintTexts } from './lint-texts.js';

process.on('message', (texts: Readonly<Record<string, string>>) => {
  try {
    process.send?.({ linted: lintTexts(texts) });
  } catch (error) {
    process.send?.({ thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
