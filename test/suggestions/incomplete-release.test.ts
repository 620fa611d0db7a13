// What is offered for entries whose removal a way out skips.

import { testSuggestions } from './suggestion-tester.js';

const moveDelete = 'Move `running.delete(url)` into a `finally` block';

testSuggestions(
  'no-incomplete-release',
  [
    {
      name: 'what comes after the release stays outside when it needs nothing from inside',
      code: `async function handle(url: string): Promise<void> {
  running.set(url, 1);

  // One page at a time.
  await render(url);

  // It is done.
  running.delete(url); // for good

  await render('/after');
}
`,
      outputs: {
        [moveDelete]: `async function handle(url: string): Promise<void> {
  running.set(url, 1);

  try {
    // One page at a time.
    await render(url);
  } finally {
    // It is done.
    running.delete(url); // for good
  }

  await render('/after');
}
`,
      },
    },
    {
      name: 'tabs, no semicolons, text over several lines',
      code: `async function handle(url: string): Promise<string> {
\trunning.set(url, 1)
\tconst text = \`
  \${await render(url)}
\`
\trunning.delete(url)
\treturn text
}
`,
      outputs: {
        [moveDelete]: `async function handle(url: string): Promise<string> {
\trunning.set(url, 1)
\ttry {
\t\tconst text = \`
  \${await render(url)}
\`
\t\treturn text
\t} finally {
\t\trunning.delete(url)
\t}
}
`,
      },
    },
    {
      name: 'lines that end as on Windows',
      code: 'async function handle(url: string): Promise<void> {\r\n  running.set(url, 1);\r\n  await render(url);\r\n  running.delete(url);\r\n}\r\n',
      outputs: { [moveDelete]: 'async function handle(url: string): Promise<void> {\r\n  running.set(url, 1);\r\n  try {\r\n    await render(url);\r\n  } finally {\r\n    running.delete(url);\r\n  }\r\n}\r\n' },
    },
    {
      name: 'an event that comes at every end',
      code: `function handle(url: string, res: ServerResponse): void {
  running.set(url, 1);
  res.on("finish", () => {
    running.delete(url);
  });
  setTimeout(() => res.end(), 10);
}
`,
      outputs: {
        "Release on 'close'": `function handle(url: string, res: ServerResponse): void {
  running.set(url, 1);
  res.on("close", () => {
    running.delete(url);
  });
  setTimeout(() => res.end(), 10);
}
`,
      },
    },
  ],
  [
    {
      name: 'what comes after the release waits, and needs what is declared before',
      code: `async function handle(url: string): Promise<string> {
  running.set(url, 1);
  const text = await render(url);
  running.delete(url);
  return await render(text);
}
`,
    },
    {
      name: 'what comes after the release may look whether it is made',
      code: `async function handle(url: string): Promise<string> {
  running.set(url, 1);
  const text = await render(url);
  running.delete(url);
  bus.emit('idle', text);
  return text;
}
`,
    },
    {
      name: 'the release is a value',
      code: `async function handle(url: string): Promise<boolean> {
  running.set(url, 1);
  await render(url);
  return running.delete(url);
}
`,
    },
    {
      name: 'the statement that adds waits for more',
      code: `async function handle(url: string): Promise<void> {
  await render(String(running.set(url, 1).size));
  running.delete(url);
}
`,
    },
    {
      name: 'statements share a line',
      code: `async function handle(url: string): Promise<void> {
  running.set(url, 1); await render(url);
  running.delete(url);
}
`,
    },
    {
      name: 'the other event does more than release',
      code: `function handle(url: string, res: ServerResponse): void {
  running.set(url, 1);
  res.on('finish', () => {
    running.delete(url);
    console.log('sent');
  });
  setTimeout(() => res.end(), 10);
}
`,
    },
  ],
);
