type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children. Text becomes text nodes: nothing is ever read as HTML. True = the bare attribute. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}
