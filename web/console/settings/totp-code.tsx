import { encode } from 'uqr';
import { t } from '../words/t.ts';

/** What an authenticator app reads with its camera; dark on light also on a dark page, since many apps want it so. */
export default function TotpCode({ uri }: { uri: string }) {
  const { data, size } = encode(uri, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={t('QR code for the authenticator app')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="h-48 w-48 rounded-box border border-base-300"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  );
}
