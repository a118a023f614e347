/** A label at the start of a line: its first letter large. "just as likely" -> "Just as likely" */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
