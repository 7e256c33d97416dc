/** The colours that canvases draw with: the theme's own variables, resolved by the style sheet, read again when it changes. */

export interface Theme {
  readonly dark: boolean;
  readonly highContrast: boolean;
  readonly background: string;
  readonly foreground: string;
  readonly dim: string;
  readonly grid: string;
  readonly empty: string;
  readonly hatch: string;
  readonly window: string;
  readonly yours: string;
  readonly link: string;
  readonly focus: string;
  readonly pinned: string;
  readonly error: string;
  readonly monoFont: string;
  readonly sansFont: string;
}

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const kind = document.body.classList;
  const light = kind.contains('vscode-light') || kind.contains('vscode-high-contrast-light');
  return {
    dark: !light,
    highContrast: kind.contains('vscode-high-contrast') || kind.contains('vscode-high-contrast-light'),
    background: read('--lens-background'),
    foreground: read('--lens-foreground'),
    dim: read('--lens-dim'),
    grid: read('--lens-grid'),
    empty: read('--lens-empty'),
    hatch: read('--lens-hatch'),
    window: read('--lens-window'),
    yours: read('--lens-yours'),
    link: read('--lens-link'),
    focus: read('--lens-focus'),
    pinned: read('--lens-pinned'),
    error: read('--lens-error'),
    monoFont: read('--lens-mono'),
    sansFont: read('--lens-sans'),
  };
}

/** VS Code changes the body's class and the root's variables when the theme changes. */
export function onThemeChange(listener: () => void): void {
  let queued = false;
  const observer = new MutationObserver(() => {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      listener();
    });
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
