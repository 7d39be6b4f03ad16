-- The ledger is evidence: the application adds to it and changes nothing in it. (A contact that goes is unlinked by the
-- foreign key, which acts for the owner.)
REVOKE UPDATE, DELETE, TRUNCATE ON "consents" FROM refrain_app;
