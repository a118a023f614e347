import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const INSTALLED_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const INSTALLED_PATHS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

interface Executable {
  path: string;
  env?: Record<string, string>;
}

/** A headless Chromium: the one that `CHROMIUM` names, an installed one, or the one that comes with the packages. */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = installedChromium() ?? (await packagedChromium());
  return chromium.launch({ executablePath: path, args: QUIET, env: { ...process.env, ...env } });
}

/** `CHROMIUM=packaged` asks for the packaged one although another is installed. */
function installedChromium(): Executable | null {
  const wanted = process.env.CHROMIUM;
  if (wanted === "packaged") return null;
  if (wanted) return { path: wanted };
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => INSTALLED_NAMES.map((name) => join(folder, name)));
  const path = [...candidates, ...INSTALLED_PATHS].find(isExecutable);
  return path ? { path } : null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Unpacks the packaged Chromium once, with the libraries and fonts that a bare system lacks. The package's own way
 * unpacks into a folder shared by all users and versions, and takes a half-unpacked one for whole.
 */
async function packagedChromium(): Promise<Executable> {
  const manifest = createRequire(import.meta.url)
    .resolve("@sparticuz/chromium")
    .replace(/build.index\.js$/, "package.json");
  const { default: about } = (await import(manifest, { with: { type: "json" } })) as { default: { version: string } };
  const cache = fileURLToPath(new URL("../../../node_modules/.cache", import.meta.url));
  const folder = join(cache, `chromium-${about.version}`);
  if (!existsSync(folder)) await unpack(join(dirname(manifest), "bin"), folder);
  return {
    path: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

async function unpack(packed: string, folder: string): Promise<void> {
  const { inflate } = await import("@sparticuz/chromium");
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  // The package unpacks into the system's folder for temporary files, wherever that is.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = draft;
  try {
    await Promise.all(["chromium.br", "fonts.tar.br", "al2023.tar.br"].map((file) => inflate(join(packed, file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(draft, "fonts/fonts.conf"), fontsConfig(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another process was faster; its copy is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own configuration names a fixed folder. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
