"use client";

import { Printer } from "lucide-react";
import { Button } from "../ui/button.tsx";

export const PrintButton = () => (
  <Button size="small" className="needs-script" onClick={() => window.print()}>
    <Printer aria-hidden="true" />
    Print
  </Button>
);
