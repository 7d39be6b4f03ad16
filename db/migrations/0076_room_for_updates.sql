-- A message is written again when it is claimed and when it is recorded, a try when it ends. In the room that a page keeps
-- for that, the row need not go to another page: one page instead of two is changed, and half as much is logged.
ALTER TABLE "messages" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "attempts" SET (fillfactor = 50);
