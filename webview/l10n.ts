/** Translation in the panel: the host puts the bundle of the current language into the page. */
import { fillTemplate, argumentTexts, type Message } from '../core/message';

let bundle: Readonly<Record<string, string>> = {};

/** Reads the bundle from `<script type="application/json" id="l10n">`; without one the panel is in English. */
export function loadBundle(root: ParentNode): void {
  const text = root.querySelector('#l10n')?.textContent?.trim();
  bundle = text ? (JSON.parse(text) as Record<string, string>) : {};
}

export function t({ text, args }: Message): string {
  return fillTemplate(bundle[text] ?? text, argumentTexts(args, t));
}
