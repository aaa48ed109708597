import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { Footer } from "#components/layout/footer.tsx";
import { Header } from "#components/layout/header.tsx";
import { sessionToken } from "#lib/web/request-context.ts";
import { siteUrl } from "#lib/web/site-url.ts";
import { THEME_COOKIE, parseTheme } from "#components/layout/theme.ts";

const GeistSans = localFont({
  src: "./fonts/geist-latin.woff2",
  variable: "--font-geist-sans",
  weight: "400 700",
});

/** Fetched after the text face: on most pages the first screen has little of it. */
const GeistMono = localFont({
  src: "./fonts/geist-mono-latin.woff2",
  variable: "--font-geist-mono",
  weight: "400 700",
  adjustFontFallback: false,
  preload: false,
});

const TEXTS: Metadata = {
  title: { default: "Mailtriage: why did this mail come back?", template: "%s · Mailtriage" },
  description:
    "Paste a bounce or enter a domain. Read whose fault it is, the evidence, and exactly what each side has to do.",
  applicationName: "Mailtriage",
  formatDetection: { telephone: false, email: false, address: false },
};

export async function generateMetadata(): Promise<Metadata> {
  return { ...TEXTS, metadataBase: new URL(await siteUrl()) };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1113" },
  ],
};

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-floating"
        >
          Skip to the content
        </a>
        <Header signedIn={(await sessionToken()) !== null} />
        <main id="content" className="mx-auto w-full max-w-5xl px-5 sm:px-8">
          {children}
        </main>
        <Footer theme={theme} />
      </body>
    </html>
  );
}
