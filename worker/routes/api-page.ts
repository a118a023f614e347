import { Hono } from "hono";
import type { AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { pageData } from "./pages";

/** The API to read: the page draws /api/v1/openapi.json, so that both say the same. */
export const apiPage = new Hono<AppEnv>().get("/api", async (c) =>
  renderPage(c, {
    file: "api",
    title: "API - Signpost",
    description: "Every route of this Signpost's API.",
    page: await pageData(c, ""),
  }),
);
