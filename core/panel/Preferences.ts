/** Settings that change only the panel's appearance; the host stores them. */
export interface Preferences {
  /** Decimals shown, 0 … 8. */
  readonly precision: number;
  readonly speed: number;
  readonly colorMap: string;
  readonly showPadding: boolean;
  /** The header is one line. */
  readonly headerFolded: boolean;
  /** Cells that are not computed yet show their result, dimmed. */
  readonly showResult: boolean;
}
