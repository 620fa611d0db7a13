// What is offered for handles that are dropped or overwritten.

import { testSuggestions } from './suggestion-tester.js';

testSuggestions(
  'no-lost-handle',
  [
    {
      name: 'a timer that serves a response',
      code: `function handle(url: string, res: ServerResponse): void {
  setInterval(() => res.write(url), 1000);
}
`,
      outputs: {
        "Keep what it returns, and call `clearInterval(timer)` when `res` emits 'close'": `function handle(url: string, res: ServerResponse): void {
  const timer = setInterval(() => res.write(url), 1000);
  res.on('close', () => {
    clearInterval(timer);
  });
}
`,
      },
    },
    {
      name: 'a timer that is started again',
      code: `let refreshing: NodeJS.Timeout | undefined;

function handle(url: string): void {
  // Twice an hour.
  refreshing = setInterval(() => console.log(url), 1_800_000);
}

export const stop = (): void => clearInterval(refreshing);
`,
      outputs: {
        'Call `clearInterval(refreshing)` before': `let refreshing: NodeJS.Timeout | undefined;

function handle(url: string): void {
  clearInterval(refreshing);
  // Twice an hour.
  refreshing = setInterval(() => console.log(url), 1_800_000);
}

export const stop = (): void => clearInterval(refreshing);
`,
      },
    },
  ],
  [
    {
      name: 'the former timer serves a response that may still be there',
      code: `let beating: NodeJS.Timeout | undefined;

function handle(url: string, res: ServerResponse): void {
  beating = setInterval(() => res.write(url), 1000);
}

export const stop = (): void => clearInterval(beating);
`,
    },
  ],
);
