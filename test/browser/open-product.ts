// The whole product behind a port, for a browser: the demonstration workspace and a person who may do everything.
import { buildPageWhenStale } from '../../scripts/build-page.ts';
import { openTestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';

// Friday 15:00 in Bangkok, 9:00 in Düsseldorf: nobody sleeps.
const REFRAIN_NOW = '2026-11-20T08:00:00Z';

export async function openProduct() {
  await buildPageWhenStale();
  const refrain = await openTestRefrain({ REFRAIN_NOW }, await seededProduct(REFRAIN_NOW));
  const workspace = await refrain.seed();
  const url = await refrain.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...refrain,
    url,
    workspace,
    /** A fresh one-time link. */
    link: () => refrain.signInLink(workspace, url),
  };
}

export type Product = Awaited<ReturnType<typeof openProduct>>;
