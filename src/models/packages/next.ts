import type { LibraryModel } from '../schema.js';

export const next = {
  package: 'next',
  rows: [
    { kind: 'invokes', on: 'after', callback: { argument: 0 }, per: 'once', owner: 'process',
      because: 'https://nextjs.org/docs/app/api-reference/functions/after' },
    { kind: 'handles', on: 'NextApiHandler', per: 'request', because: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes' },
    { kind: 'handles', on: 'NextMiddleware', per: 'request', because: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy' },
    { kind: 'handles', on: 'NextProxy', per: 'request', because: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy' },
    { kind: 'handles', on: 'GetServerSideProps', per: 'request',
      because: 'https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props' },
    { kind: 'yields', on: 'NextRequest', lifetime: 'request', because: 'https://nextjs.org/docs/app/api-reference/functions/next-request' },
    { kind: 'yields', on: 'NextApiRequest', lifetime: 'request',
      because: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes' },
    { kind: 'yields', on: 'NextApiResponse', lifetime: 'request',
      because: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes' },
    { kind: 'yields', on: 'NextFetchEvent', lifetime: 'request', because: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy' },
    { kind: 'yields', on: 'GetServerSidePropsContext', lifetime: 'request',
      because: 'https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props' },
    { kind: 'neutral', on: 'revalidatePath', because: 'https://nextjs.org/docs/app/api-reference/functions/revalidatePath' },
    { kind: 'neutral', on: 'revalidateTag', because: 'https://nextjs.org/docs/app/api-reference/functions/revalidateTag' },
  ],
} as const satisfies LibraryModel;
