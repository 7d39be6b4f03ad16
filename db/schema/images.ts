import { customType, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A picture that messages may show. Taken out of the library it stays where it was sent. */
export const images = pgTable(
  'images',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    /** Read where pictures are off, and aloud. */
    alternative: text('alternative').notNull(),
    removedAt: instant('removed_at'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [index('images_listed').on(t.tenantId, t.createdAt), ownRows('images')],
);

/** Each file that a picture was; messages that were frozen with one keep showing it. */
export const imageVersions = pgTable(
  'image_versions',
  {
    id: id(),
    tenantId: tenantId(),
    imageId: uuid('image_id')
      .notNull()
      .references(() => images.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    type: text('type', { enum: ['image/png', 'image/jpeg', 'image/gif'] }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    size: integer('size').notNull(),
    content: bytea('content').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('image_versions_version').on(t.tenantId, t.imageId, t.version),
    ownRows('image_versions'),
  ],
);
