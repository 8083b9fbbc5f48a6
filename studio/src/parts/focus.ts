/** Moves the focus to a place that has just come. */
export function focusOn(id: string): void {
  requestAnimationFrame(() => {
    const found = document.getElementById(id);
    if (!found) return;
    if (!found.hasAttribute('tabindex')) found.tabIndex = -1;
    found.focus();
  });
}
