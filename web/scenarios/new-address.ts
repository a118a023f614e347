import type { RegisteredScenario } from "../../worker/contract/page";
import type { ScenarioProblem } from "../../worker/contract/registration";

export type NewAddress =
  | { slug: string; beside: RegisteredScenario | null; problem: null }
  | { problem: ScenarioProblem };

/**
 * The address that a scenario will get: its own, or one beside an older version that is registered. Or why there is none.
 *
 * @example newAddress({ slug: "port", version: 2 }, [{ slug: "port", version: 1 }]) // slug "port-v2"
 */
export function newAddress(
  { slug, version }: { slug: string; version: number },
  registered: readonly RegisteredScenario[],
): NewAddress {
  const find = (wanted: string) => registered.find((one) => one.slug === wanted) ?? null;
  const older = find(slug);
  if (!older) return { slug, beside: null, problem: null };
  const besides = `${slug}-v${version}`;
  const taken = version <= older.version ? older : find(besides);
  if (!taken) return { slug: besides, beside: older, problem: null };
  return {
    problem: {
      field: "version",
      message: `Version ${taken.version} of ${slug} is registered already, and what is registered cannot be edited. Raise the version, or choose another slug.`,
    },
  };
}
