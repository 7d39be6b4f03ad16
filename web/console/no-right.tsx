import { useMe } from './me.ts';
import { Nothing } from './pages/page.tsx';
import { inLanguage, t } from './words/t.ts';

/** In the place of what the signed-in person may not do. */
export function NoRight({ to }: { to: string }) {
  const { role, workspace } = useMe();
  return (
    <Nothing>
      {t('As a {role} of {name} you may not {to}. Ask an admin for another role.', {
        role: inLanguage(role),
        name: workspace.name,
        to,
      })}
    </Nothing>
  );
}
