// Arbitrary programs that parse: statements and expressions built around growth, aliases, closures and callbacks, with names
// that meet by accident. What they mean is nonsense; that is the point.

import fc from 'fast-check';

const name = fc.constantFrom('a', 'b', 'c', 'f', 'g', 'A', 'B', 'req', 'server', 'globalThis');
const member = fc.constantFrom('a', 'list', 'f', 'push', 'length', 'on', 'prototype', 'constructor', 'clear');

const { expression, statement } = fc.letrec<{ expression: string; statement: string }>((tie) => {
  const e = tie('expression');
  const s = tie('statement');
  const block = fc.array(s, { maxLength: 3 }).map((all) => `{ ${all.join(' ')} }`);
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      name,
      fc.constantFrom('1', "'x'", 'this', '[]', '{}', 'new Map()', 'new Set()', 'arguments', 'undefined', 'null', 'import.meta', 'new.target').map((text) => (text === '{}' ? '({})' : text === 'new.target' ? 'undefined' : text)),
      fc.tuple(e, member).map(([object, key]) => `(${object}).${key}`),
      fc.tuple(e, e).map(([object, key]) => `(${object})[${key}]`),
      fc.tuple(e, fc.array(e, { maxLength: 3 })).map(([callee, list]) => `(${callee})(${list.join(', ')})`),
      fc.tuple(e, fc.constantFrom('push', 'set', 'add', 'concat', 'delete', 'forEach', 'bind', 'call', 'then', 'on', 'once', 'shift'), fc.array(e, { maxLength: 3 })).map(([object, method, list]) => `(${object}).${method}(${list.join(', ')})`),
      fc.tuple(fc.constantFrom('setInterval', 'setTimeout', 'createServer', 'Object.assign', 'structuredClone'), fc.array(e, { maxLength: 3 })).map(([callee, list]) => `${callee}(${list.join(', ')})`),
      fc.tuple(name, block).map(([parameter, body]) => `(${parameter === 'globalThis' ? 'x' : parameter}: any) => ${body}`).map((text) => `(${text})`),
      fc.tuple(name, e).map(([parameter, body]) => `(({ ${parameter} = ${body} }: any, ...rest: any[]) => (${body}))`),
      block.map((body) => `(function* self(): any ${body})`),
      fc.tuple(e, e, e).map(([test, yes, no]) => `((${test}) ? (${yes}) : (${no}))`),
      fc.tuple(e, fc.constantFrom('=', '+=', '??=', '||='), e).map(([target, operator, value]) => `((${target}) as any).a ${operator} (${value})`).map((text) => `(${text})`),
      fc.tuple(e, e).map(([first, rest]) => `[(${first}), ...(${rest} as any)]`),
      fc.tuple(e, e, e).map(([first, key, value]) => `({ ...(${first} as any), [${key} as any]: ${value} })`),
      fc.tuple(e, e).map(([left, right]) => `\`\${${left}}\${${right}}\``),
      fc.tuple(e, e).map(([base, value]) => `(class extends (${base} as any) { static list: any = ${value}; field: any = ${value}; get a(): any { return ${value}; } })`),
      fc.tuple(e, fc.array(e, { maxLength: 2 })).map(([callee, list]) => `new (${callee} as any)(${list.join(', ')})`),
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      e.map((text) => `;(${text});`),
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'server'), e).map(([target, value]) => `${target} = ${value};`),
      fc.tuple(fc.constantFrom('f', 'g'), block).map(([target, body]) => `function ${target}(...a: any[]): any ${body}`),
      fc.tuple(fc.constantFrom('A', 'B'), e, block).map(([target, value, body]) => `{ class ${target} { static list: any = ${value}; private b: any = []; constructor(readonly a: any) ${body} f(c: any) ${body} } ;(new ${target}(${value})).f(${value}); }`),
      fc.tuple(e, block, block).map(([test, yes, no]) => `if (${test}) ${yes} else ${no}`),
      block.map((body) => `while (true) ${body}`),
      fc.tuple(e, block).map(([list, body]) => `for (const c of (${list}) as any) ${body}`),
      fc.tuple(block, block).map(([body, last]) => `try ${body} catch ({ message }: any) ${body} finally ${last}`),
      fc.tuple(e, e).map(([first, second]) => `switch (${first}) { case ${second}: break; default: (${second}); }`),
      fc.tuple(e, e).map(([first, second]) => `[((${first}) as any).a, ...((${first}) as any).b] = ${second} as any;`),
    ),
  };
});

/** A module that declares the names its body uses and runs the body in a handler, at load and when exported functions are called. */
export const arbitraryProgram: fc.Arbitrary<string> = fc.tuple(fc.array(statement, { maxLength: 5 }), fc.array(statement, { maxLength: 5 }), expression).map(
  ([load, turn, last]) => `import { createServer } from 'node:http';
let a: any = [], b: any = new Map(), c: any = {}, server: any = createServer();
class A { static list: any[] = []; } class B extends A { f() { B.list.push(this); } }
${load.join('\n')}
export function f(req: any): any { ${turn.join('\n')} return ${last}; }
export const g = (x: any) => f(x);
server.on('request', (req: any) => { ${turn.join('\n')} g(req); });
`,
);
