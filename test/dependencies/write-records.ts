// Stores records again and again, as a lint process does, for the test that several may do so at once.

import { writeRecord } from '../../src/analysis/dependencies/package-record.js';

const [folder = '', name = ''] = process.argv.slice(2);
const functions = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${name}${String(i)}`, { effects: [], complete: true }]));
for (let i = 0; i < 100; i += 1) writeRecord(folder, { name: '@acme/lists', version: '1.0.0' }, 'p1', { files: {}, functions, fates: {} });
