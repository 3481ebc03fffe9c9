import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

/**
 * The only file that imports the archived toolkit. Its style sheets are adopted, not written into
 * the page, so they pass a policy without `unsafe-inline`. Running it costs tens of milliseconds,
 * so it is loaded after the first frame: elements made before keep their room and are upgraded.
 */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
  // It reads the colours of the theme, and begins to follow them, when the window loads: which has
  // happened long ago when it is loaded after the first frame.
  if (document.readyState === 'complete') window.dispatchEvent(new Event('load'));
}
