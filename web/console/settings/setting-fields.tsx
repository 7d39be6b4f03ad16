import type { ReactNode } from 'react';

export const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
  <label className="grid items-center gap-x-4 gap-y-1 py-1.5 sm:grid-cols-2">
    <span className="wrap-anywhere">{label}</span>
    {children}
  </label>
);

type NumberProps = { value: number | null; min?: number; onChange: (value: number | null) => void };
export const NumberField = ({ value, min = 0, onChange }: NumberProps) => (
  <input
    type="number"
    min={min}
    className="input input-sm w-full text-base sm:w-32 sm:text-sm"
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
  />
);

type TextProps = { value: string; isRequired?: boolean; onChange: (value: string) => void };
export const TextField = ({ value, isRequired = true, onChange }: TextProps) => (
  <input
    className="input input-sm w-full text-base sm:text-sm"
    required={isRequired}
    maxLength={300}
    dir="auto"
    value={value}
    onChange={({ target }) => onChange(target.value)}
  />
);

type CheckProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };
export const Check = ({ label, isOn, onChange }: CheckProps) => (
  <label className="flex items-center gap-3 py-1.5">
    <input
      type="checkbox"
      className="checkbox checkbox-sm"
      checked={isOn}
      onChange={({ target }) => onChange(target.checked)}
    />
    {label}
  </label>
);
