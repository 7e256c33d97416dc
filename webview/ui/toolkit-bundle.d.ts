declare module '@vscode/webview-ui-toolkit/dist/toolkit.min.js' {
  export const VSCodeDesignSystem: object | undefined;
}
