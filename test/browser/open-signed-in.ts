import { openBrowser, WIDE } from './open-browser.ts';
import { openProduct } from './open-product.ts';

/** The whole product with a browser of its own, signed in as its first admin, at the conversation. */
export async function openSignedIn() {
  const browser = await openBrowser();
  const product = await openProduct();
  const { page, errors } = await browser.openPage(WIDE);
  await page.goto(await product.link());
  await page.getByRole('heading', { name: 'Whom shall we write to?' }).waitFor();
  return {
    ...{ browser, product, page, errors },
    async close(): Promise<void> {
      await page.context().close();
      await product.close();
      await browser.close();
    },
  };
}

export type SignedIn = Awaited<ReturnType<typeof openSignedIn>>;
