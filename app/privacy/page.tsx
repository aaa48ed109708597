import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <PlainPage
      title="What is kept, and who sees it"
      lead="The short version: what you ask for, as long as you need it."
    >
      <div className="mt-8 grid max-w-[66ch] gap-5 text-17">
        <p>
          <strong>A scan</strong> asks the public DNS about a domain and keeps the answers, so that a report
          can be shared and compared. Whoever knows the address of a report can read it. It cannot be guessed,
          and search engines are told to stay away.
        </p>
        <p>
          <strong>A shared report</strong> is read by everyone who has its link, until the link expires or is
          withdrawn.
        </p>
        <p>
          <strong>An account</strong> is your e-mail address, what you asked for, and where you are signed in:
          browser and system in two words, no network address. There is no password. You can download all of
          it as one file, and delete it at once and for good.
        </p>
        <p>
          <strong>Alerts</strong> go to your own address, to others that have agreed, and to webhooks that you
          named. Mails carry nothing that tells whether they were read. What an alert said is kept for a year.
        </p>
        <p>
          <strong>Network addresses</strong> are counted for a day, so that nobody can ask without end. They
          are not kept with what was asked for.
        </p>
        <p>
          <strong>Cookies</strong>: one with a random key, so that this browser can come back to the scans it
          asked for and withdraw its links; one that remembers light or dark; and while you sign in or are
          signed in, those that this takes. No others, and none from anybody else.
        </p>
        <p>
          <strong>Nobody else</strong> is asked to load anything: fonts, scripts and pictures come from this
          site alone. The name servers and blocklists that are asked about a domain see that it was asked
          about, not by whom.
        </p>
      </div>
    </PlainPage>
  );
}
