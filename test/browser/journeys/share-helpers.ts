import type { Page } from "playwright-core";

export const COPIED = "Copied.";

/** The last step's first press: the page as its readers will see it. */
export async function seeAsReaders(page: Page): Promise<void> {
  await page.getByRole("button", { name: "See it as readers will" }).click();
  await page.getByRole("button", { name: "Change something" }).waitFor();
}

/** The second: the link; the shipped events are all unreviewed, so that it is shared anyway. */
export async function makeLink(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share anyway" }).click();
  await page.getByRole("heading", { name: "The link is ready" }).waitFor();
}

/** Unfolds what can be done with the link that was made last. */
export async function openActions(page: Page): Promise<void> {
  await page.getByText("See, change or stop it").first().click();
}

/** A text that is shown to be copied. */
export function shownOnce(page: Page, name: string): Promise<string> {
  return page.getByRole("textbox", { name }).inputValue();
}
