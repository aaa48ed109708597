/** The non-empty lines of a byte stream, decoded as UTF-8, without their line ends. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield line.replace(/\r$/u, "");
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield rest.replace(/\r$/u, "");
}
