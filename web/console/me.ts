import { createContext, useContext } from 'react';
import type { Role } from '../../core/tenants/roles.ts';

export type Me = {
  id: string;
  name: string;
  email: string;
  role: Role;
  workspace: { name: string; slug: string; timeZone: string; currency: string };
};

export const MeContext = createContext<Me | null>(null);

/** The signed-in person; known wherever the console is shown. */
export const useMe = (): Me => useContext(MeContext)!;

const EVERYBODY_BUT_VIEWERS: readonly Role[] = ['manager', 'approver', 'admin'];
const WHO = {
  import: EVERYBODY_BUT_VIEWERS,
  draft: EVERYBODY_BUT_VIEWERS,
  reply: EVERYBODY_BUT_VIEWERS,
  control: EVERYBODY_BUT_VIEWERS,
  approve: ['approver', 'admin'],
  administer: ['admin'],
} as const;

/** Whether to offer something at all. The server decides; this only spares people what it would refuse. */
export const useMay = (what: keyof typeof WHO): boolean => {
  const { role } = useMe();
  return WHO[what].some((one) => one === role);
};
