import { keepFolder } from './kept-folder.ts';
import { openTestRefrain } from './refrain.ts';
import { seedHash } from './seeded-workspace.ts';

/**
 * A data folder with the demonstration of a kit in it, made once for as long as nothing of the seed changes; none where
 * the tests have Postgres.
 */
export async function seededFolder(REFRAIN_NOW: string, kit?: string): Promise<string | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined;
  return keepFolder(`product-${kit ?? 'first'}-${seedHash(REFRAIN_NOW)}`, async (REFRAIN_DATA) => {
    const fresh = await openTestRefrain({ REFRAIN_NOW, REFRAIN_DATA });
    await fresh.seed(kit);
    await fresh.close();
  });
}
