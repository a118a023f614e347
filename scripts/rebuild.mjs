import { command } from "./serve/command.mjs";
import { run } from "./serve/user-error.mjs";

await run(async () => {
  const { scenarios } = await command("/rebuild");
  for (const { scenario, events } of scenarios) console.log(`${scenario}: rebuilt, ${events} events`);
  if (scenarios.length === 0) console.log("There is no scenario yet.");
});
