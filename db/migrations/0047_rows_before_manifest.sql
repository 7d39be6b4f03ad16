ALTER TABLE "manifest_rows" DROP CONSTRAINT "manifest_rows_manifest_id_manifests_id_fk";
