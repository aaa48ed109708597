import { cn } from "./class-names.ts";

export interface ChoiceTab {
  readonly id: string;
  readonly label: string;
  readonly content: React.ReactNode;
}

/**
 * Tabs made of radio buttons: arrow keys move between them, and they work without any script. Printed, all
 * panels stand below each other under their labels. At most four.
 */
export function ChoiceTabs({
  name,
  legend,
  tabs,
  chosen,
}: {
  name: string;
  legend: string;
  tabs: readonly ChoiceTab[];
  /** The tab that is open at first; the first one when left out. */
  chosen?: string | undefined;
}) {
  const first = chosen ?? tabs[0]?.id;
  return (
    <fieldset className="choice-tabs min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="choice-tabs-bar flex gap-1 overflow-x-auto border-b border-hairline">
        {tabs.map(tab => (
          <label
            key={tab.id}
            className={cn(
              "relative cursor-pointer px-3 py-2.5 font-medium whitespace-nowrap text-ink-2 select-none hover:text-ink",
              "has-checked:text-ink has-checked:after:absolute has-checked:after:inset-x-3 has-checked:after:-bottom-px has-checked:after:h-0.5 has-checked:after:bg-accent",
              "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              type="radio"
              name={name}
              value={tab.id}
              defaultChecked={tab.id === first}
              className="sr-only"
            />
            {tab.label}
          </label>
        ))}
      </div>
      {tabs.map(tab => (
        <section key={tab.id} aria-label={tab.label} className="choice-tabs-panel pt-5">
          <h3 className="mb-3 hidden text-17 print:block">{tab.label}</h3>
          {tab.content}
        </section>
      ))}
    </fieldset>
  );
}
