import { Hono } from "hono";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { pageData } from "./pages";

/** Who may come in, and with what: everybody's page of their own, and the owners' of all. */
export const peoplePages = new Hono<AppEnv>()
  .get("/people", requireRole("owner"), async (c) =>
    renderPage(c, {
      file: "people",
      title: "People - Signpost",
      description: "Who may come in, and with what.",
      page: await pageData(c, ""),
    }),
  )
  .get("/account", async (c) =>
    renderPage(c, {
      file: "account",
      title: "Your access - Signpost",
      description: "Your own keys and sessions.",
      page: await pageData(c, ""),
    }),
  );
