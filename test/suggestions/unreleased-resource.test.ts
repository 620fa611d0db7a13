// What is offered for resources that nobody releases.

import { testSuggestions } from './suggestion-tester.js';

const release = 'Call `client.release()` in a `finally` block';
const share = 'Make `pool` once, for the module';
const end = 'Call `pool.end()` in a `finally` block';

testSuggestions(
  'no-unreleased-resource',
  [
    {
      name: 'a client that a pool lends',
      code: `async function handle(url: string): Promise<unknown> {
  const client = await lent.connect(); // one of twenty
  await client.query('select $1', [url]);
  return client.query('select 2');
}
`,
      outputs: {
        [release]: `async function handle(url: string): Promise<unknown> {
  const client = await lent.connect(); // one of twenty
  try {
    await client.query('select $1', [url]);
    return await client.query('select 2');
  } finally {
    client.release();
  }
}
`,
      },
    },
    {
      name: 'a pool of one request, with what is written about it',
      code: `const options = { max: Number(process.env['POOL_MAX'] ?? 20) };

/** Says which version answers. */
async function handle(url: string): Promise<string> {
  if (url === '/') return 'nothing';

  // Twenty are enough.
  const pool = new pg.Pool({
    ...options,
    application_name: 'version',
  }); // of this request
  const { rows } = await pool.query<{ version: string }>('select version()');
  return rows[0]?.version ?? '';
}
`,
      outputs: {
        [share]: `const options = { max: Number(process.env['POOL_MAX'] ?? 20) };

// Twenty are enough.
const pool = new pg.Pool({
  ...options,
  application_name: 'version',
}); // of this request

/** Says which version answers. */
async function handle(url: string): Promise<string> {
  if (url === '/') return 'nothing';

  const { rows } = await pool.query<{ version: string }>('select version()');
  return rows[0]?.version ?? '';
}
`,
        [end]: `const options = { max: Number(process.env['POOL_MAX'] ?? 20) };

/** Says which version answers. */
async function handle(url: string): Promise<string> {
  if (url === '/') return 'nothing';

  // Twenty are enough.
  const pool = new pg.Pool({
    ...options,
    application_name: 'version',
  }); // of this request
  try {
    const { rows } = await pool.query<{ version: string }>('select version()');
    return rows[0]?.version ?? '';
  } finally {
    await pool.end();
  }
}
`,
      },
    },
    {
      name: 'a pool that depends on the request, or on code that runs then, is not shared',
      code: `async function handle(url: string): Promise<unknown> {
  const pool = new pg.Pool({ application_name: url });
  return pool.query('select 1');
}
`,
      outputs: {
        [end]: `async function handle(url: string): Promise<unknown> {
  const pool = new pg.Pool({ application_name: url });
  try {
    return await pool.query('select 1');
  } finally {
    await pool.end();
  }
}
`,
      },
    },
    {
      name: 'a pool whose name means something else in the file is not shared',
      code: `export const nameOf = (pool: { readonly name: string }): string => pool.name;

async function handle(url: string): Promise<void> {
  const pool = new pg.Pool();
  await pool.query('select $1', [url]);
}
`,
      outputs: {
        [end]: `export const nameOf = (pool: { readonly name: string }): string => pool.name;

async function handle(url: string): Promise<void> {
  const pool = new pg.Pool();
  try {
    await pool.query('select $1', [url]);
  } finally {
    await pool.end();
  }
}
`,
      },
    },
    {
      name: 'a disposer that the project does not know of is not used',
      code: `import mysql from 'mysql2/promise';

const stock = mysql.createPool({ host: 'db' });

async function handle(url: string): Promise<void> {
  const connection = await stock.getConnection();
  await connection.query('select ?', [url]);
}
`,
      outputs: {
        'Call `connection.release()` in a `finally` block': `import mysql from 'mysql2/promise';

const stock = mysql.createPool({ host: 'db' });

async function handle(url: string): Promise<void> {
  const connection = await stock.getConnection();
  try {
    await connection.query('select ?', [url]);
  } finally {
    connection.release();
  }
}
`,
      },
    },
    {
      name: 'a client has to be opened before it can be closed, and only once',
      code: `async function handle(url: string): Promise<void> {
  const client = new pg.Client();
  await client.connect();
  await client.query('select $1', [url]);
}
`,
      outputs: {
        'Call `client.end()` in a `finally` block': `async function handle(url: string): Promise<void> {
  const client = new pg.Client();
  await client.connect();
  try {
    await client.query('select $1', [url]);
  } finally {
    await client.end();
  }
}
`,
      },
    },
  ],
  [
    {
      name: 'what is asked is not awaited',
      code: `async function handle(url: string): Promise<void> {
  const client = await lent.connect();
  void client.query('select $1', [url]);
}
`,
    },
    {
      name: 'a listener registered on each turn would stay on a shared pool, and one that speaks of the response outlives the function',
      code: `async function handle(url: string, res: ServerResponse): Promise<void> {
  const pool = new pg.Pool();
  pool.on('error', () => res.end(url));
  await pool.query('select 1');
}
`,
    },
    {
      name: 'another function has it',
      code: `async function handle(url: string): Promise<() => number> {
  const client = await lent.connect();
  await client.query('select $1', [url]);
  return () => client.listenerCount('end');
}
`,
    },
  ],
);
