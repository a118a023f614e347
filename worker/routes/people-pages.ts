import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { pageData } from "./pages";

/** What only owners look after - who may come in, and where news is sent to - and everybody's page of their own access. */
export const peoplePages = new Hono<AppEnv>()
  .get("/people", requireRole("owner"), async (c) =>
    renderPage(c, {
      file: "people",
      title: "People - Signpost",
      description: "Who may come in, and with what.",
      page: await pageData(c, ""),
    }),
  )
  .get("/scenarios/:slug/webhooks", requireRole("owner"), async (c) => {
    const { registration } = await requireScenario(c.var.db, c.req.param("slug"));
    return renderPage(c, {
      file: "webhooks",
      title: `Webhooks - ${registration.title} - Signpost`,
      description: "Addresses that news of a scenario is sent to.",
      page: await pageData(c, registration.slug),
    });
  })
  .get("/account", async (c) =>
    renderPage(c, {
      file: "account",
      title: "Your access - Signpost",
      description: "Your own keys and sessions.",
      page: await pageData(c, ""),
    }),
  );
