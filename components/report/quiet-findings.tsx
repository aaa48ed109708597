import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { count } from "./format.ts";

/** Many findings that need nobody's attention, one line each. */
export function QuietFindings({ titles }: { titles: readonly string[] }) {
  return (
    <Disclosure summary={`${count(titles.length, "more result")}, none of them a problem`}>
      <ul className="quiet-list">
        {titles.map((title, at) => (
          <li key={at}>
            <ForeignText text={title} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
