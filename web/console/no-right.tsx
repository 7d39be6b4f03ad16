import { useMe } from './me.ts';
import { Nothing } from './pages/page.tsx';

/** In the place of what the signed-in person may not do. */
export function NoRight({ to }: { to: string }) {
  const { role, workspace } = useMe();
  return (
    <Nothing>
      As a {role} of {workspace.name} you may not {to}. Ask an admin for another role.
    </Nothing>
  );
}
