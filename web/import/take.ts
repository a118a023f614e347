/** Whatever somebody drops on the page or pastes into it: a file, or cells of a spreadsheet as text. */

/** Calls back with what was dropped anywhere, or pasted anywhere but into a field. */
export function listenForTables(onFile: (file: File) => void, onText: (text: string) => void): void {
  const take = (data: DataTransfer | null): boolean => {
    const [file] = data?.files ?? [];
    const text = data?.getData("text/plain") ?? "";
    if (file) onFile(file);
    else if (text.trim() !== "") onText(text);
    else return false;
    return true;
  };
  const mark = (over: boolean): void => void document.body.classList.toggle("dropping", over);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    take(event.dataTransfer);
  });
  document.addEventListener("paste", (event) => {
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
    if (!inField && take(event.clipboardData)) event.preventDefault();
  });
}
