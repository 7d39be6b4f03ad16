import type { SurfaceClient } from '../../channels/surface-contract.ts';
import type { SurfaceApp } from './surface-apps.ts';

/** Clients stay open (their limits and connections with them); one whose settings changed is opened anew. */
export function openClients(): (app: SurfaceApp) => SurfaceClient {
  const open = new Map<string, { print: string; client: SurfaceClient }>();
  return (app) => {
    const known = open.get(app.id);
    if (known?.print === app.print) return known.client;
    const client = app.surface.open(app.settings);
    open.set(app.id, { print: app.print, client });
    return client;
  };
}
