import type { Page } from 'playwright-core';

/** By the pages' own links; a phone keeps some of them behind "More". */
export async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true }).filter({ visible: true });
  if ((await link.count()) === 0) await page.getByRole('button', { name: /^More\b/ }).click();
  await link.first().click();
}
