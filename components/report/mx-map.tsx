import type { MxMapHost, MxMapPicture } from "#lib/scan/pictures/mx-map.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { HostName } from "../ui/host-name.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import { Picture } from "./picture.tsx";

/** From the domain to its mail servers, in the order senders try them, and to their addresses. */
export function MxMap({ mx }: { mx: MxMapPicture }) {
  return (
    <Picture title="Where mail for this domain goes">
      <p>
        <code className="break-all">
          <ForeignText text={mx.domain} />
        </code>
      </p>
      <ul>
        {mx.hosts.map(host => (
          <Host key={host.host} host={host} />
        ))}
      </ul>
      {mx.more === 0 ? null : (
        <p className="mt-2 text-13 text-ink-3">and {mx.more} more that were not looked at</p>
      )}
    </Picture>
  );
}

function Host({ host }: { host: MxMapHost }) {
  return (
    <li className="tree-branch">
      <div className="py-1.5 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-x-8">
        <div className="min-w-0">
          <p className="flex items-start gap-2">
            <StatusGlyph status={host.status} className="mt-0.75" />
            <code className="min-w-0">
              <HostName name={host.host} />
            </code>
          </p>
          <p className="pl-6 text-13 text-ink-3">
            {host.preference === null ? "no MX record: the domain itself" : `preference ${host.preference}`}
            {host.provider === null ? null : ` · ${host.provider}`}
            {host.note === null ? null : (
              <span className="text-ink-2">
                {" "}
                · <ForeignText text={host.note} />
              </span>
            )}
          </p>
        </div>
        <ul className="min-w-0 max-lg:mt-1 max-lg:pl-6">
          {host.addresses.map(address => (
            <li key={address.address} className="flex flex-wrap items-center gap-x-2.5 font-mono text-13">
              <StatusGlyph status={address.status} className="size-3.5" />
              <span className="break-all">
                <ForeignText text={address.address} />
              </span>
              <span className="min-w-0 text-ink-3">
                {address.reverse === null ? null : <HostName name={address.reverse} />}{" "}
                <span className="font-sans">
                  <ForeignText text={address.note} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
