const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
