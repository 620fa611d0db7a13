// What is offered for listeners that nobody takes back, or takes back in vain.

import { testSuggestions } from './suggestion-tester.js';

const onClose = "Name the listener, and call `bus.off('price', onPrice)` when `res` emits 'close'";
const inFinally = "Name the listener, and call `bus.off('price', onPrice)` in a `finally` block";
const toBoth = 'Name the listener, and pass `onPrice` to both';

testSuggestions(
  'no-repeated-registration',
  [
    {
      name: 'a listener that serves a response goes with it',
      code: `function handle(url: string, res: ServerResponse): void {
  // Prices as they come.
  bus.on('price', price => {
    res.write(\`\${url} \${String(price)}\`);
  }); // until the client goes
  res.flushHeaders();
}
`,
      outputs: {
        [onClose]: `function handle(url: string, res: ServerResponse): void {
  // Prices as they come.
  const onPrice = (price: any) => {
    res.write(\`\${url} \${String(price)}\`);
  };
  bus.on('price', onPrice); // until the client goes
  res.on('close', () => {
    bus.off('price', onPrice);
  });
  res.flushHeaders();
}
`,
      },
    },
    {
      name: 'a listener that counts while a function waits goes as it is left',
      code: `async function handle(url: string): Promise<string> {
  let seen = 0
  bus.on("price", () => { seen += 1 })
  await render(url)
  return String(seen)
}
`,
      outputs: {
        'Name the listener, and call `bus.off("price", onPrice)` in a `finally` block': `async function handle(url: string): Promise<string> {
  let seen = 0
  const onPrice = () => { seen += 1 }
  bus.on("price", onPrice)
  try {
    await render(url)
    return String(seen)
  } finally {
    bus.off("price", onPrice)
  }
}
`,
      },
    },
    {
      name: 'the name is another where it is taken',
      code: `async function handle(url: string): Promise<string> {
  const onPrice: string[] = [];
  bus.on('price', () => onPrice.push(url));
  await render(url);
  return onPrice.join();
}
`,
      outputs: {
        [inFinally.replaceAll('onPrice', 'onPriceListener')]: `async function handle(url: string): Promise<string> {
  const onPrice: string[] = [];
  const onPriceListener = () => onPrice.push(url);
  bus.on('price', onPriceListener);
  try {
    await render(url);
    return onPrice.join();
  } finally {
    bus.off('price', onPriceListener);
  }
}
`,
      },
    },
  ],
  [
    {
      name: 'the function hands out what the listener fills',
      code: `async function handle(url: string): Promise<() => number> {
  let seen = 0;
  bus.on('price', () => {
    seen += 1;
  });
  await render(url);
  return () => seen;
}
`,
    },
    {
      name: 'the response may have ended before',
      code: `async function handle(url: string, res: ServerResponse): Promise<void> {
  await render(url);
  bus.on('price', () => res.write(url));
}
`,
    },
    {
      name: 'somebody else sets what this is',
      code: `function handle(url: string, res: ServerResponse): void {
  bus.on('price', function (this: EventEmitter) {
    res.write(url + String(this.listenerCount('price')));
  });
}
`,
    },
    {
      name: 'nothing tells when it is over',
      code: `function handle(url: string): void {
  bus.on('price', () => console.log(url));
}
`,
    },
  ],
);

testSuggestions(
  'no-ineffective-release',
  [
    {
      name: 'a function that is written again',
      code: `function handle(url: string, res: ServerResponse): void {
  bus.on('price', async () => res.write(url));
  res.on('close', () => bus.off('price', async () => res.write(url)));
}
`,
      outputs: {
        [toBoth]: `function handle(url: string, res: ServerResponse): void {
  const onPrice = async () => res.write(url);
  bus.on('price', onPrice);
  res.on('close', () => bus.off('price', onPrice));
}
`,
      },
    },
    {
      name: 'another event',
      code: `function handle(url: string, res: ServerResponse): void {
  const send = (): boolean => res.write(url);
  bus.on('price', send);
  res.on('close', () => bus.off('prices', send));
}
`,
      outputs: {
        "Release it from 'price'": `function handle(url: string, res: ServerResponse): void {
  const send = (): boolean => res.write(url);
  bus.on('price', send);
  res.on('close', () => bus.off('price', send));
}
`,
      },
    },
  ],
  [
    {
      name: 'the release can not see the function',
      code: `const stop = (): void => {
  bus.off('price', () => undefined);
};

function handle(url: string, res: ServerResponse): void {
  bus.on('price', () => res.write(url));
  res.on('close', stop);
}
`,
    },
  ],
);
