import type { FormRefusal, SurfaceClient, SurfaceEvent } from '../../channels/surface-contract.ts';
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

type Connection = { close(): Promise<void> } | null;
type Deps = {
  tell(app: SurfaceApp, event: SurfaceEvent): Promise<FormRefusal | null>;
  onFailure(error: unknown, app: SurfaceApp): void;
};

/**
 * Connections that surfaces open themselves stay open; one whose settings changed, or that was disabled, ends. One
 * that cannot be opened is tried again with the next look.
 */
export function openConnections({ tell, onFailure }: Deps) {
  const open = new Map<string, { app: SurfaceApp; connection: Promise<Connection> }>();
  const end = async (appId: string): Promise<void> => {
    const known = open.get(appId);
    open.delete(appId);
    await (await known?.connection)?.close();
  };
  async function connect(app: SurfaceApp): Promise<Connection> {
    try {
      return (await app.surface.connect?.(app.settings, (event) => tell(app, event))) ?? null;
    } catch (error) {
      open.delete(app.id);
      onFailure(error, app);
      return null;
    }
  }
  return {
    async keep(tenantId: string, apps: readonly SurfaceApp[]): Promise<void> {
      for (const [appId, { app }] of open) {
        const now = apps.find(({ id }) => id === appId);
        if (app.tenantId === tenantId && now?.print !== app.print) await end(appId);
      }
      for (const app of apps) if (!open.has(app.id)) open.set(app.id, { app, connection: connect(app) });
    },
    close: async (): Promise<void> => {
      await Promise.all([...open.keys()].map(end));
    },
  };
}
