import type { Page } from 'playwright-core';

type Sheet = { shots: Buffer[]; path: string; width?: number };

/** Many shots as one picture, side by side. */
export async function sheet(page: Page, { shots, path, width = 600 }: Sheet): Promise<void> {
  const images = shots.map(
    (shot) =>
      `<img width="${width}" style="vertical-align:top" src="data:image/png;base64,${shot.toString('base64')}">`,
  );
  const sheetPage = await page.context().newPage();
  await sheetPage.setViewportSize({ width: 1240, height: 800 });
  await sheetPage.setContent(`<body style="margin:0">${images.join('')}`);
  await sheetPage.screenshot({ path, fullPage: true });
  await sheetPage.close();
}
