import { Uri, type Webview } from 'vscode';

/**
 * The page of the panel. Nothing may load but its own script and styles; data arrives by message
 * and never stands in the page. The nonce also stands in a meta element, where the form controls
 * look for it.
 */
export function panelHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = crypto.randomUUID();
  const built = (file: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', file)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta property="csp-nonce" content="${nonce}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${built('webview-styles.css')}">
    <title>Gantry</title>
  </head>
  <body>
    <div id="panel"></div>
    <script type="module" nonce="${nonce}" src="${built('webview.js')}"></script>
  </body>
</html>`;
}

/** The folders from which the panel may load anything at all. */
export function panelRoots(extensionUri: Uri): readonly Uri[] {
  return [Uri.joinPath(extensionUri, 'dist'), Uri.joinPath(extensionUri, 'media')];
}
