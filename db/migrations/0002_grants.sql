GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO refrain_app;
--> statement-breakpoint
-- Append-only for the application: what was recorded, consented to, frozen or tried is never rewritten.
REVOKE UPDATE, DELETE ON audit_events, consents, manifests, manifest_rows, receipts FROM refrain_app;
--> statement-breakpoint
REVOKE DELETE ON attempts, messages, approvals, suppressions, campaign_versions FROM refrain_app;
--> statement-breakpoint
REVOKE INSERT, DELETE ON tenants FROM refrain_app;
