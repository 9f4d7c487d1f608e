interface SwitchProps {
  /** Id of the element that names it, and of the one that explains it. */
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** On or off, at once. */
export function Switch({ labelledBy, describedBy, isOn, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={isOn}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClick={() => onSwitch(!isOn)}
    />
  );
}
