/** What the elements of the toolkit have in common once they are upgraded. */
export interface ToolkitElement extends HTMLElement {
  value: string;
  checked: boolean;
  disabled: boolean;
}

export type ToolkitName = 'button' | 'checkbox' | 'dropdown' | 'option' | 'text-field';

/** Makes an element of the toolkit, which works as soon as `toolkit.ts` has been loaded. */
export function createToolkitElement(
  name: ToolkitName,
  attributes: Readonly<Record<string, string>> = {},
): ToolkitElement {
  // The elements have these properties once they are upgraded, and take over what was set before.
  const element = document.createElement(`vscode-${name}`) as ToolkitElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
