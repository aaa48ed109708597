import { Fragment } from "react";
import { ForeignText } from "./foreign-text.tsx";

/** A host name or address that wraps at its dots before it wraps anywhere else. */
export const HostName = ({ name }: { name: string }) => (
  <span className="[overflow-wrap:anywhere]">
    {name.split(/(?<=[.@])/u).map((label, at) => (
      <Fragment key={at}>
        {at === 0 ? null : <wbr />}
        <ForeignText text={label} />
      </Fragment>
    ))}
  </span>
);
