/** A page that plays steps in any browser: one file, no network. */
import { escapeMarkup } from '../escapeMarkup';

export interface PlayerPageParts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Result of `packPlayerData`. */
  readonly data: string;
  /** English template → translation. */
  readonly bundle: Readonly<Record<string, string>>;
  readonly script: string;
  readonly styles: string;
}

export function playerPage({ title, language, data, bundle, script, styles }: PlayerPageParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'" />
    <title>${escapeMarkup(title)}</title>
    <style>${styles.replace(/<\//g, '<\\/')}</style>
  </head>
  <body>
    <script type="application/json" id="l10n">${JSON.stringify(bundle).replace(/</g, '\\u003c')}</script>
    <script type="application/json" id="data">${data}</script>
    <script>${script.replace(/<\/(script)/gi, '<\\/$1')}</script>
  </body>
</html>
`;
}
