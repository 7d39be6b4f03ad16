import { createContext, useContext } from 'react';
import type { Capability, Role } from '../../core/tenants/roles.ts';

export type Me = {
  id: string;
  name: string;
  email: string;
  role: Role;
  rights: readonly Capability[];
  /** Their own; null: the workspace's. */
  timeZone: string | null;
  workspace: { name: string; slug: string; timeZone: string; currency: string; endsAt?: string | null };
};

export const MeContext = createContext<Me | null>(null);

/** The signed-in person; known wherever the console is shown. */
export const useMe = (): Me => useContext(MeContext)!;

/** Whether to offer something at all. The server decides; this only spares people what it would refuse. */
export const useMay = (what: Capability): boolean => useMe().rights.includes(what);
