import { readdirSync } from "node:fs";
import type { Scenario, Scenarios } from "./scenario.ts";

export interface NamedScenario {
  readonly check: string;
  readonly name: string;
  readonly scenario: Scenario;
}

const FOLDER = new URL("../scenarios/", import.meta.url);

/** Every scenario of every `tests/scenarios/<check-id>.ts`. */
export async function loadScenarios(): Promise<readonly NamedScenario[]> {
  const files = readdirSync(FOLDER).filter(file => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const loaded = files.map(async file => {
    const { scenarios } = (await import(new URL(file, FOLDER).href)) as { scenarios: Scenarios };
    const check = file.slice(0, -".ts".length);
    return Object.entries(scenarios).map(([name, scenario]) => ({ check, name, scenario }));
  });
  return (await Promise.all(loaded)).flat();
}
