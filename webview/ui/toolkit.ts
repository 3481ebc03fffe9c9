import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

/**
 * The only door to the archived toolkit: nothing else imports it or names its elements. Its style
 * sheets are adopted, not written into the page, so they pass a policy without `unsafe-inline`.
 */
export interface ToolkitElement extends HTMLElement {
  value: string;
  checked: boolean;
  disabled: boolean;
}

export type ToolkitName = 'button' | 'checkbox' | 'dropdown' | 'option' | 'text-field';

/**
 * Gives the elements their behaviour. It costs some milliseconds, so it is called after the first
 * frame: elements made before are upgraded then, and keep the room that they will need.
 */
export function registerToolkit(): void {
  if (customElements.get('vscode-button')) return;
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
}

export function createToolkitElement(
  name: ToolkitName,
  attributes: Readonly<Record<string, string>> = {},
): ToolkitElement {
  // The elements have these properties once they are upgraded, and take over what was set before.
  const element = document.createElement(`vscode-${name}`) as ToolkitElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
