import { createContext, useContext } from 'react';

export type Me = { name: string; email: string; role: string; workspace: { name: string; timeZone: string } };

export const MeContext = createContext<Me | null>(null);

/** The signed-in person; known wherever the console is shown. */
export const useMe = (): Me => useContext(MeContext)!;
