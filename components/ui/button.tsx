import { type VariantProps, cva } from "class-variance-authority";
import { cn } from "./class-names.ts";

const button = cva(
  "inline-flex items-center justify-center gap-2 rounded-md font-medium transition-colors select-none " +
    "disabled:cursor-not-allowed disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.5]",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-ink hover:bg-accent/90",
        plain: "border border-hairline bg-raised text-ink hover:border-edge",
        quiet: "text-ink-2 hover:bg-sunken hover:text-ink",
        danger: "border border-fail bg-raised text-fail hover:bg-fail-soft",
      },
      size: { normal: "h-10 px-4 text-15", small: "h-8 px-2.5 text-13" },
    },
    defaultVariants: { look: "plain", size: "normal" },
  },
);

type Look = VariantProps<typeof button>;

export function Button({ look, size, className, ...rest }: React.ComponentProps<"button"> & Look) {
  return <button type="button" className={cn(button({ look, size }), className)} {...rest} />;
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({ look, size, className, ...rest }: React.ComponentProps<"a"> & Look) {
  return <a className={cn(button({ look, size }), className)} {...rest} />;
}
