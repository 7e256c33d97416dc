/** A note as the user writes it. */
export interface WrittenNote {
  readonly text: string;
  readonly cover: boolean;
  readonly question?: {
    readonly prompt: string;
    readonly options?: readonly string[];
    /** Index of the right option. */
    readonly answer?: number;
    readonly value?: number;
    readonly why?: string;
  };
}
