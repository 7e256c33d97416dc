/** Controls of the panel, described by the host. */
import type { Message } from '../message';

export interface FieldOption {
  readonly value: string;
  readonly label: Message;
}

/** A hyperparameter, a choice of view or a role: drawn by the panel from this description alone. */
export interface Field {
  /** What `setField` names. */
  readonly id: string;
  readonly label: Message;
  /** `strip`: one button for each whole number from `min` to `max`; `slider`: one handle over them. */
  readonly kind: 'number' | 'select' | 'segmented' | 'checkbox' | 'text' | 'strip' | 'slider';
  /** As the user typed it, also when it is wrong. */
  readonly value: string;
  readonly options?: readonly FieldOption[];
  /** Range of a `number`, `strip` or `slider`: other values are refused. */
  readonly min?: number;
  readonly max?: number;
  readonly error?: Message;
  /** Many users never change it: where space is little, a button shows it. */
  readonly isRare?: boolean;
  /** Shown on hover and read by screen readers: what the parameter does, with the user's numbers. */
  readonly help?: Message;
}
