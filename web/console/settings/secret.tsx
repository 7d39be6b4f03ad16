type Props = { label: string; text: string; hint: string };

/** What is shown this once, to be copied. */
export const Secret = ({ label, text, hint }: Props) => (
  <span className="block w-full" role="status">
    <input
      readOnly
      className="input w-full font-mono text-xs"
      aria-label={label}
      value={text}
      onFocus={(event) => event.target.select()}
    />
    <span className="quiet text-xs">{hint}</span>
  </span>
);
