import { eventsCsv, scenarioFile } from "./harness";

export const MONTHS = 16 * 12;

/** A file of `count` events spread over all codes and 191 months. */
export function manyEvents(count: number): string {
  const [header = ""] = eventsCsv.split("\n");
  const codes = scenarioFile.indicators.flatMap(({ key, codebook }) => codebook.map((entry) => [key, entry.key]));
  const rows = Array.from({ length: count }, (_, number) => {
    const [indicator, code] = codes[(number * 7) % codes.length] ?? [];
    const month = (number * 13) % (MONTHS - 1);
    const date = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`;
    const amount = number % 5 === 0 ? "1000000" : "";
    const cells = [
      `N-${number}`,
      date,
      indicator,
      code,
      `Event ${number}`,
      "",
      "",
      "",
      amount,
      "",
      "",
      "A paper",
      "",
      "",
    ];
    return [...cells, "B", String((number % 5) + 1), "", amount === "" ? "" : "contract", ""].join(",");
  });
  return [header, ...rows].join("\n");
}
