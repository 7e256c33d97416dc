/** What both extension hosts (Node and the browser's worker) have, and neither ES2022 nor `vscode` declares. */
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
/** Base64 of characters up to 0xff. */
declare function btoa(binary: string): string;
declare class TextDecoder {
  constructor(encoding?: 'utf-8' | 'utf-16le' | 'utf-16be');
  decode(bytes: Uint8Array): string;
}
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
