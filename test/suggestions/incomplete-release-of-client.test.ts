// What is offered for clients that a way out does not give back.

import { testSuggestions } from './suggestion-tester.js';

const moveRelease = 'Move `client.release()` into a `finally` block';

testSuggestions(
  'no-incomplete-release',
  [
    {
      name: 'a try that is there gets the finally block',
      code: `async function handle(url: string): Promise<string> {
  const client = await lent.connect();
  try {
    await client.query('update pages set seen = true');
    client.release();
    return 'seen';
  } catch {
    return 'failed';
  }
}
`,
      outputs: {
        [moveRelease]: `async function handle(url: string): Promise<string> {
  const client = await lent.connect();
  try {
    await client.query('update pages set seen = true');
    return 'seen';
  } catch {
    return 'failed';
  } finally {
    client.release();
  }
}
`,
      },
    },
    {
      name: 'a try that begins too late begins earlier',
      code: `async function handle(url: string): Promise<void> {
  const client = await lent.connect();
  await client.query('begin');
  try {
    await client.query('commit');
  } finally {
    client.release();
  }
}
`,
      outputs: {
        'Begin the `try` block right behind what its `finally` block releases': `async function handle(url: string): Promise<void> {
  const client = await lent.connect();
  try {
    await client.query('begin');
    await client.query('commit');
  } finally {
    client.release();
  }
}
`,
      },
    },
    {
      name: 'a promise that is returned early is awaited while the client is still held',
      code: `async function handle(url: string): Promise<unknown> {
  const client = await lent.connect();
  if (url === '/all') return client.query('select 1');
  const page = await client.query('select 2');
  client.release();
  return page;
}
`,
      outputs: {
        [moveRelease]: `async function handle(url: string): Promise<unknown> {
  const client = await lent.connect();
  try {
    if (url === '/all') return await client.query('select 1');
    const page = await client.query('select 2');
    return page;
  } finally {
    client.release();
  }
}
`,
      },
    },
    {
      name: 'several releases become one',
      code: `async function handle(url: string): Promise<string> {
  const client = await lent.connect();
  const { rowCount } = await client.query('select 1');
  if (rowCount === 0) {
    client.release();
    return 'none';
  }
  client.release();
  return 'some';
}
`,
      outputs: {
        [moveRelease]: `async function handle(url: string): Promise<string> {
  const client = await lent.connect();
  try {
    const { rowCount } = await client.query('select 1');
    if (rowCount === 0) {
      return 'none';
    }
  } finally {
    client.release();
  }
  return 'some';
}
`,
      },
    },
  ],
  [
    {
      name: 'the release speaks of what is declared in between',
      code: `async function handle(url: string): Promise<void> {
  const client = await lent.connect();
  const { rowCount } = await client.query('select 1');
  client.release(rowCount === 0);
}
`,
    },
  ],
);
