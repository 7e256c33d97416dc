/** A page that plays steps in any browser: one file, no network. */
import { msg } from '../../message';
import { escapeMarkup } from '../escapeMarkup';

/** Shown where a viewer runs no scripts, as those of notebooks on the web. */
export const needsScripts = msg(
  'This page plays the steps by its scripts, which this viewer does not run: open it in a browser.',
);

export interface PlayerPageParts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Result of `packPlayerData`. */
  readonly data: string;
  /** English template → translation. */
  readonly bundle: Readonly<Record<string, string>>;
  /** `needsScripts` in the page's language. */
  readonly withoutScripts: string;
  readonly script: string;
  readonly styles: string;
}

export function playerPage({ title, language, data, bundle, withoutScripts, script, styles }: PlayerPageParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:" />
    <title>${escapeMarkup(title)}</title>
    <!-- Icons: codicons by Microsoft, CC BY 4.0, github.com/microsoft/vscode-codicons -->
    <style>${styles.replace(/<\//g, '<\\/')}</style>
  </head>
  <body>
    <noscript>${escapeMarkup(withoutScripts)}</noscript>
    <script type="application/json" id="l10n">${JSON.stringify(bundle).replace(/</g, '\\u003c')}</script>
    <script type="application/json" id="data">${data}</script>
    <script>${script.replace(/<\/(script)/gi, '<\\/$1')}</script>
  </body>
</html>
`;
}
